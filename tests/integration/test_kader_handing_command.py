"""`openkader kader import --draft` and `export` where there is a register: one service, one event."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from openkader.base.errors import Refusal, Refused
from openkader.cli import house, kader_files
from openkader.cli.main import main
from openkader.kader import load_texts
from openkader.publication.kader_files import content_of, fingerprint_of, packed, public_key, received
from openkader.register import models, selectors
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.selectors.kader_versions import kader_draft
from tests.integration.kader_house import BASE, NOW, THEIR_KEY, adopted, stricter, theirs
from tests.integration.kader_house import begun as begun_draft

pytestmark = pytest.mark.django_db
INVALID, REFUSED, NOT_FOUND = 2, 3, 4


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    data = tmp_path / "data"
    settings.OPENKADER_DATA = data
    data.mkdir()
    (data / "db.sqlite3").touch()  # that there is a register; which one, the settings say
    monkeypatch.setenv("OPENKADER_DATA", str(data))
    monkeypatch.setattr(house, "now", lambda: NOW)
    monkeypatch.setattr(kader_files, "now", lambda: NOW)
    yield
    forget_adopted()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "verweg.kader.json"
    path.write_bytes(packed(load_texts(theirs(), "verweg/2025-01-01"), theirs(), THEIR_KEY))
    return path


def take_over(file: Path, *more: str) -> int:
    return main(["kader", "import", str(file), "--draft", "Van Verweg", "--from", "2030-06-01", *more])


def test_a_file_begins_a_draft_by_the_service_of_the_studio(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_over(file, "--trust", fingerprint_of(public_key(THEIR_KEY))) == 0
    said = capsys.readouterr().out
    assert "verweg/2025-01-01 is overgenomen als concept KC-1" in said
    assert "Dat is de sleutel die u noemde." in said
    found = kader_draft("KC-1")
    assert found.origin
    assert (found.row.name, found.row.base, found.origin.kader) == ("Van Verweg", BASE, "verweg/2025-01-01")
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor[:4]) == ("kader.taken-over", "cli:")
    assert not (tmp_path / "data" / "drafts").exists()
    assert take_over(file) == REFUSED
    assert "KC-1" in capsys.readouterr().err


@pytest.mark.parametrize("day", ["", "2030", "morgen"])
def test_without_a_day_nothing_is_taken_over(file: Path, day: str) -> None:
    assert main(["kader", "import", str(file), "--draft", "Van Verweg", "--from", day]) == INVALID
    assert main(["kader", "import", str(file), "--draft", "Van Verweg"]) == INVALID
    assert not models.KaderDraft.objects.exists()


def test_another_key_or_organisation_takes_nothing_over(file: Path) -> None:
    assert take_over(file, "--trust", "0" * 64) == REFUSED
    assert take_over(file, "--organisation", "nobody") == NOT_FOUND
    assert main(["kader", "import", str(file), "--draft", " ", "--from", "2030-06-01"]) == REFUSED
    assert not models.KaderDraft.objects.exists()


def test_a_version_that_was_adopted_here_goes_out_too_and_leaves_an_event(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = adopted(stricter(begun_draft()))
    path = tmp_path / "out.kader.json"
    assert main(["kader", "export", name, "--output", str(path)]) == 0
    assert "Ondertekend met de sleutel van deze installatie" in capsys.readouterr().out
    found = received(content_of(path), path.name)
    assert (found.kader.id, found.kader.digest) == (name, models.KaderAdoption.objects.get().digest)
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["kader"]) == ("kader.exported", name)
    assert main(["kader", "export", "zuid-holland/2031-01-01", "--output", str(path)]) == NOT_FOUND
    assert main(["kader", "export", name, "--dmn", "--output", str(path)]) == 0
    assert selectors.events(limit=1)[0].detail["form"] == "dmn"


def test_an_export_that_the_trail_does_not_know_of_is_not_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise Refused(Refusal("kader-file.same"))

    monkeypatch.setattr(kader_files, "_note", fail)
    path = tmp_path / "out.kader.json"
    assert main(["kader", "export", BASE, "--output", str(path)]) == REFUSED
    assert not path.exists()

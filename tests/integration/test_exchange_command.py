"""`openkader exchange`: one house writes a file, another looks into it and takes parts of it over."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import Settings

from openkader.cli import exchange, house
from openkader.cli.main import main
from openkader.publication.exchange import received
from openkader.register import audit, models, selectors
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.kaders import texts_of
from openkader.register.selectors.kader_versions import kader_draft
from tests.integration.exchange_house import MARK, file_of
from tests.integration.kader_house import BASE, NOW

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
    monkeypatch.setattr(exchange, "now", lambda: NOW)
    yield
    forget_adopted()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "verweg.exchange.json"
    path.write_bytes(file_of())
    return path


def receive(file: Path, part: str, *more: str) -> int:
    words = ["exchange", "receive", str(file), "--trust", MARK, "--part", part]
    return main([*words, "--draft", "Van Verweg", "--from", "2030-06-01", *more])


@pytest.mark.usefixtures("year_2024")
def test_a_file_holds_what_was_chosen_and_says_what_stays_and_nothing_of_anybody(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.exchange.json"
    assert main(["exchange", "write", "--output", str(path), "--years", "2024"]) == 0
    said = capsys.readouterr().out
    assert "5 boodschappen, 14 lijsten, cijfers van 2024" in said
    assert (
        "NCTV-lijst van mogelijke risicosectoren (risk_sectors_slot). Deze lijst is een lege plaats" in said
    )
    assert "Vitale processen (vital_processes). Deze lijst is van een ander" in said
    content = path.read_bytes()
    event = selectors.events(limit=1)[0]
    found = received(content, path.name)
    assert (event.action, event.detail["sha256"]) == ("exchange.given", found.digest)
    year = json.loads(content)["exchange"]["years"][0]
    given = {one["id"]: one["found"] for one in year["figures"]}
    assert given["incoming_delegations"] is None  # of few
    assert all(one is None or one["low"] not in range(1, 5) for one in given.values())
    for reference in ("ZH-2024", *models.Party.objects.values_list("reference", flat=True)[:50]):
        assert reference not in json.dumps(year)
    for name in models.Party.objects.values_list("name", flat=True):
        assert f'"{name}"' not in json.dumps(year)
    assert main(["exchange", "write", "--output", str(tmp_path / "again"), "--years", "2024"]) == 0
    assert (tmp_path / "again").read_bytes() == content


def test_parts_are_chosen_and_a_list_of_unknown_place_goes_when_somebody_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "out.exchange.json"
    words = ["exchange", "write", "--output", str(path), "--parts", "lists"]
    assert main([*words, "--lists", "vital_processes"]) == 0
    assert "vital_processes" not in capsys.readouterr().out
    found = received(path.read_bytes(), path.name)
    assert "vital_processes" in found.lists
    assert (found.lines, found.kader, found.exchange.years) == ({}, None, ())
    assert main([*words, "--lists", "risk_sectors_slot"]) == NOT_FOUND
    assert main([*words[:-1], "people"]) == INVALID
    assert main([*words[:-1], ""]) == REFUSED
    assert main(words[:2]) == INVALID


@pytest.mark.usefixtures("year_2024")
def test_another_house_sees_the_difference_first_and_nothing_changes(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = models.AuditEvent.objects.count()
    assert main(["exchange", "show", str(file)]) == 0
    said = capsys.readouterr().out
    assert "Provincie Verweg (bedacht)" in said
    assert "nieuw: water_line" in said
    assert "anders: level_playing_field" in said
    assert "anders: desks" in said
    assert "alleen hier: policy_line" in said
    assert "Kader verweg/2025-01-01:" in said
    assert "hier minder dan 5, of af te leiden | zelfde definitie" in said
    assert "sleutel van deze installatie zelf" not in said
    assert not models.KaderDraft.objects.exists()
    assert models.AuditEvent.objects.count() <= before + 1  # its own key, made to tell it apart


def test_each_part_is_taken_over_by_one_service_and_a_second_time_is_refused(
    file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert receive(file, "words") == 0
    assert "Overgenomen als concept KC-1" in capsys.readouterr().out
    found = kader_draft("KC-1")
    assert "water_line" in found.texts["taken-over/verweg.yaml"].text
    assert "verweg_level_playing_field" in found.texts["taken-over/verweg.yaml"].text
    assert found.texts["tables.yaml"].text == texts_of(BASE)["tables.yaml"]
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["messages"], event.detail["lists"]) == ("kader-words.taken-over", 2, 1)
    assert receive(file, "words") == REFUSED
    assert receive(file, "kader") == 0
    assert kader_draft("KC-2").origin
    assert receive(file, "kader") == REFUSED
    assert audit.verify() is None


def test_without_a_name_a_day_or_the_right_key_nothing_is_taken_over(file: Path, tmp_path: Path) -> None:
    assert main(["exchange", "receive", str(file), "--trust", MARK, "--part", "words"]) == INVALID
    assert main(["exchange", "receive", str(file), "--trust", "0" * 64, "--part", "words"]) == REFUSED
    assert main(["exchange", "receive", str(file), "--part", "words"]) == INVALID
    bare = tmp_path / "bare.exchange.json"
    bare.write_bytes(file_of(kader=None, messages=None, lists=None))
    assert receive(bare, "kader") == REFUSED
    assert receive(bare, "words") == REFUSED
    assert not models.KaderDraft.objects.exists()

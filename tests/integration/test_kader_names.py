"""Every verb of `openkader kader` takes a version that was adopted here by its name, as it takes one of the packs."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytest_django import DjangoCaptureOnCommitCallbacks, Settings

from openkader.base.errors import Unavailable
from openkader.cli import house
from openkader.cli.main import main
from openkader.register.adopted_kaders import forget_adopted
from tests.integration.kader_house import BASE, NEXT, adopted, begun, stricter

pytestmark = pytest.mark.django_db
NOT_FOUND = 4


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    monkeypatch.setenv("OPENKADER_DATA", str(tmp_path))
    (tmp_path / "db.sqlite3").touch()  # by which a command knows that there is a register
    yield
    forget_adopted()


@pytest.fixture
def version(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> str:
    draft = stricter(begun())
    with django_capture_on_commit_callbacks(execute=True):
        return adopted(draft)


def told(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> str:
    assert main(["kader", *words]) == code
    return capsys.readouterr().out


@pytest.mark.parametrize("name", [NEXT, "zuid-holland"])
def test_what_was_adopted_here_is_checked_by_its_name_and_as_the_newest(
    version: str, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert version == NEXT
    (found,) = json.loads(told(capsys, "check", name, "--json"))
    assert found["kader"] == NEXT
    assert found["passages"]["not_looked_up"] > 0


def test_a_version_of_the_packs_keeps_its_name(version: str, capsys: pytest.CaptureFixture[str]) -> None:
    (found,) = json.loads(told(capsys, "check", BASE, "--json"))
    assert found["digest"].startswith("5c02a33e9249")


def test_a_check_of_everything_has_both(version: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert [one["kader"] for one in json.loads(told(capsys, "check", "--json"))] == [BASE, version]


def test_it_is_shown_compared_and_applied(
    version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "Fictieve regel." in told(capsys, "show", version)
    assert json.loads(told(capsys, "diff", BASE, version, "--json", code=1))["newer"] == NEXT
    cases = tmp_path / "cases.yaml"
    cases.write_text("scenarios:\n  - {id: S1, facts: {country: AQ}, outcome: refuse}\n", "utf-8")
    assert "Fictieve regel." in told(capsys, "assess", version, str(cases))
    lines = tmp_path / "cases.jsonl"
    lines.write_text(json.dumps({"reference": "1", "facts": {"country": "AQ"}}) + "\n", "utf-8")
    found = json.loads(told(capsys, "replay", BASE, version, "--cases", str(lines), "--json"))
    assert found["replay"]["new"]["kader"] == NEXT


def test_it_is_handed_on(version: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "next.kader.json"
    told(capsys, "export", version, "--output", str(file))
    content = json.loads(file.read_text("utf-8"))["kader"]
    assert (content["organisation"], content["version"]) == ("zuid-holland", "2030-06-01")
    assert "Fictieve regel." in content["files"]["tables.yaml"]


def test_a_name_that_nobody_adopted_is_not_found(version: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kader", "check", "zuid-holland/2031-01-01"]) == NOT_FOUND
    assert main(["kader", "check", "elders"]) == NOT_FOUND


def test_where_the_register_cannot_be_read_the_packs_still_are(
    version: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def closed() -> None:
        raise Unavailable("database.older")

    monkeypatch.setattr(house, "check_database", closed)
    assert main(["kader", "check", "zuid-holland", "--json"]) == 0
    out, err = capsys.readouterr()
    assert [one["kader"] for one in json.loads(out)] == [BASE]
    assert err.startswith("Het register is niet te lezen")


def test_where_there_is_no_register_none_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def opened() -> None:
        raise AssertionError("opened")

    monkeypatch.setattr(house, "open_house", opened)
    monkeypatch.delenv("DATABASE_URL", raising=False)
    shutil.rmtree(tmp_path)
    assert main(["kader", "check", "zuid-holland"]) == 0
    assert not tmp_path.exists()

"""Stored indexes: found by what they were made of, whole or not at all, and never more than so many."""

import os
from pathlib import Path

import pytest

from openkader.base.errors import Unavailable
from openkader.screening import indexes as stored
from openkader.screening.evidence import ListUsed
from openkader.screening.indexes import Indexes, index_key
from openkader.screening.screener import Screener
from tests.unit.screening_parties import LISTED, party

QUESTION = party("q", "Wang Xiaoming")
MADE = Screener.of(LISTED)


def used(snapshot: str) -> list[ListUsed]:
    return [ListUsed(id="one", snapshot=snapshot, read_at="", entities=1)]


def folders(place: Path) -> set[str]:
    return {path.name for path in place.iterdir()}


def test_what_was_kept_is_found_and_answers_as_what_was_made(tmp_path: Path) -> None:
    Indexes(tmp_path).keep("key", MADE)
    found = Indexes(tmp_path).find("key")
    assert found is not None
    assert found.screen(QUESTION) == MADE.screen(QUESTION)
    assert Indexes(tmp_path).find("other") is None


def test_an_index_is_known_by_its_lists_and_by_the_code_that_made_it(monkeypatch: pytest.MonkeyPatch) -> None:
    key = index_key(used("monday"))
    assert key == index_key(used("monday"))
    assert key != index_key(used("tuesday"))
    monkeypatch.setattr(stored, "_code", lambda: "of tomorrow")
    assert key != index_key(used("monday"))


@pytest.mark.parametrize("name", ["particulars.py", "names/data/surnames.tsv", "matching/spelt.py"])
def test_a_change_in_anything_that_reads_names_makes_another_index(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / name).write_text("before", encoding="utf-8")
    monkeypatch.setattr(stored, "_HERE", tmp_path)
    before = stored._code.__wrapped__()
    (tmp_path / name).write_text("after", encoding="utf-8")
    assert stored._code.__wrapped__() != before


@pytest.mark.parametrize("name", ["row.words.npy", "names.content.npy", "sums.json"])
@pytest.mark.parametrize("damage", ["cut", "changed", "gone", "empty"])
def test_what_was_damaged_is_not_trusted_and_is_made_again(name: str, damage: str, tmp_path: Path) -> None:
    indexes = Indexes(tmp_path)
    indexes.keep("key", MADE)
    harm(tmp_path / "key" / name, damage)
    assert indexes.find("key") is None
    again = indexes.keep("key", MADE)
    assert again.screen(QUESTION) == MADE.screen(QUESTION)
    assert folders(tmp_path) == {"key"}


def harm(path: Path, damage: str) -> None:
    content = path.read_bytes()
    left = {"cut": content[:-1], "changed": content[:-1] + bytes([content[-1] ^ 1]), "empty": b""}
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(left[damage])


def test_an_array_that_would_run_as_a_program_is_never_opened(tmp_path: Path) -> None:
    (tmp_path / "key").mkdir()
    (tmp_path / "key" / "row.words.npy").write_bytes(b"\x80\x04cos\nsystem\n.")
    (tmp_path / "key" / "sums.json").write_text('{"../row.words": 0, "row.words": 3456}', encoding="ascii")
    assert Indexes(tmp_path).find("key") is None


def test_half_an_index_is_never_left_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_screener: Screener, folder: Path) -> None:
        (folder / "half.npy").write_bytes(b"half")
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Screener, "write", full)
    with pytest.raises(Unavailable) as caught:
        Indexes(tmp_path / "index").keep("key", MADE)
    assert caught.value.code == "data.not-writable"
    assert folders(tmp_path / "index") == set()


def test_of_two_that_make_the_same_index_the_first_stays(tmp_path: Path) -> None:
    Indexes(tmp_path).keep("key", MADE)
    before = (tmp_path / "key" / "row.names.npy").stat().st_ino
    Indexes(tmp_path).keep("key", MADE)
    assert (tmp_path / "key" / "row.names.npy").stat().st_ino == before


def test_only_those_that_were_used_last_stay(tmp_path: Path) -> None:
    indexes = Indexes(tmp_path, most=2)
    for moment, key in enumerate(("first", "second")):
        indexes.keep(key, MADE)
        os.utime(tmp_path / key, (moment, moment))
    indexes.find("first")
    indexes.keep("third", MADE)
    assert folders(tmp_path) == {"first", "third"}


def test_together_they_are_no_larger_than_they_may_be(tmp_path: Path) -> None:
    indexes = Indexes(tmp_path, most=9, most_bytes=1)
    indexes.keep("first", MADE)
    indexes.keep("second", MADE)
    assert folders(tmp_path) == {"second"}


def test_what_somebody_is_still_writing_stays_and_what_a_killed_process_left_goes(tmp_path: Path) -> None:
    for name in (".now.1", ".old.2"):
        (tmp_path / name).mkdir()
    os.utime(tmp_path / ".old.2", (0, 0))
    Indexes(tmp_path, most=1).keep("key", MADE)
    assert folders(tmp_path) == {"key", ".now.1"}

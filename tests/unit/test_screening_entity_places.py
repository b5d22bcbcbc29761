"""Where an entity stands in the lists in force, by its number."""

import json
from pathlib import Path

import pytest

from openkader.base.errors import Unavailable
from openkader.screening import entity_places
from openkader.screening.entity_places import EntityPlaces


def a_snapshot(folder: Path, name: str, *numbers: str, first: str = "id") -> tuple[str, Path]:
    rows = (
        {"id": number, "schema": "Person", "datasets": [name], "properties": {"name": [f"{name} {number}"]}}
        for number in numbers
    )
    lines = (
        {first: row[first], **row, "origin": {"record": "1", "where": name, "fields": {"name": ["Naam"]}}}
        for row in rows
    )
    path = folder / f"{name}.json"
    path.write_text("".join(f"{json.dumps(line, separators=(',', ':'))}\n" for line in lines), "utf-8")
    return name, path


def test_an_entity_is_found_in_every_list_that_has_it(tmp_path: Path) -> None:
    places = EntityPlaces([a_snapshot(tmp_path, "a", "1", "2"), a_snapshot(tmp_path, "b", "0", "2")])
    assert [(one.list, one.listed.entity.caption) for one in places.find("2")] == [("a", "a 2"), ("b", "b 2")]
    assert [one.list for one in places.find("0")] == ["b"]
    assert places.find("3") == []


@pytest.mark.parametrize("number", ['met "aanhaling"', "王虚构", "back\\slash", ""])
def test_a_number_may_hold_any_letter(tmp_path: Path, number: str) -> None:
    places = EntityPlaces([a_snapshot(tmp_path, "a", "1", number)])
    assert [one.listed.entity.id for one in places.find(number)] == [number]


def test_a_line_that_begins_otherwise_is_found_too(tmp_path: Path) -> None:
    assert EntityPlaces([a_snapshot(tmp_path, "a", "1", first="schema")]).find("1")


def test_two_numbers_with_one_fingerprint_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entity_places, "fingerprint", lambda _: 7)
    places = EntityPlaces([a_snapshot(tmp_path, "a", "1", "2")])
    assert [one.listed.entity.id for one in places.find("2")] == ["2"]


@pytest.mark.parametrize("content", [None, b"", b"{}\n", b"\xff"])
def test_a_file_that_went_or_changed_is_a_damaged_list(tmp_path: Path, content: bytes | None) -> None:
    snapshot = a_snapshot(tmp_path, "a", "1")
    places = EntityPlaces([snapshot])
    places.find("1")
    snapshot[1].unlink()
    if content is not None:
        snapshot[1].write_bytes(content)
    with pytest.raises(Unavailable):
        places.find("1")


@pytest.mark.parametrize("content", [None, b"{}\n", b"\xff\n"])
def test_a_file_that_cannot_be_looked_through_is_a_damaged_list(
    tmp_path: Path, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / "a.json").write_bytes(content)
    with pytest.raises(Unavailable):
        EntityPlaces([("a", tmp_path / "a.json")]).find("1")

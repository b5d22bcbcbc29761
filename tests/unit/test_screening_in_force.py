"""The lists in force as one stored screener: made once, made again when a list changes, never without a list."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from openkader.base.errors import Unavailable
from openkader.screening import indexes
from openkader.screening.engine import open_engine
from openkader.screening.lists import Definition, Fetched, Format, Lists, Terms, update
from openkader.screening.screener import Screener
from tests.unit.screening_parties import party

ONE, OTHER = datetime(2026, 11, 23, 12, tzinfo=UTC), datetime(2026, 11, 24, 12, tzinfo=UTC)


def put_in_force(lists: Path, name: str, people: list[str], now: datetime = ONE) -> None:
    """A fictional list of people, read and in force."""
    folder = Lists(lists).folder(name)
    folder.define(Definition(id=name, format=Format.FTM, sources=("source",), at_least=0.1))
    lines = [{"id": who, "schema": "Person", "properties": {"name": [who]}} for who in people]

    def fetch(source: str, into: Path, etag: str) -> Fetched:
        into.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")
        return Fetched(name="people.json")

    update(folder, fetch, Terms(now=now))


def stored(lists: Path) -> list[str]:
    return [path.name for path in (lists / ".index").iterdir()]


def test_all_lists_in_force_are_asked_and_named(tmp_path: Path) -> None:
    put_in_force(tmp_path, "one", ["Jan Voorbeeld"])
    put_in_force(tmp_path, "two", ["Jan Voorbeeld", "Piet Fictief"])
    screener = open_engine(Lists(tmp_path))
    found = screener.screen(party("q", "Jan Voorbeeld"))
    assert {hit.list for hit in found.hits} == {"one", "two"}
    assert [(one.id, one.entities, one.read_at[:10]) for one in found.lists] == [
        ("one", 1, "2026-11-23"),
        ("two", 2, "2026-11-23"),
    ]


def test_what_was_made_ready_is_not_made_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_force(tmp_path, "one", ["Jan Voorbeeld"])
    open_engine(Lists(tmp_path))
    monkeypatch.setattr(Screener, "of", None)
    assert open_engine(Lists(tmp_path)).screen(party("q", "Jan Voorbeeld")).hits


def test_a_renewed_list_is_made_ready_anew_and_the_former_is_forgotten(tmp_path: Path) -> None:
    put_in_force(tmp_path, "one", ["Jan Voorbeeld"])
    former = open_engine(Lists(tmp_path))
    put_in_force(tmp_path, "one", ["Piet Fictief"], OTHER)
    present = open_engine(Lists(tmp_path))
    assert not [
        hit for hit in present.screen(party("q", "Jan Voorbeeld")).hits if hit.entity == "Jan Voorbeeld"
    ]
    assert former.screen(party("q", "Jan Voorbeeld")).hits, "who reads it still keeps it"
    assert len(stored(tmp_path)) == 1


def test_other_code_makes_the_lists_ready_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_in_force(tmp_path, "one", ["Jan Voorbeeld"])
    open_engine(Lists(tmp_path))
    former = stored(tmp_path)
    monkeypatch.setattr(indexes, "_code", lambda: "of tomorrow")
    open_engine(Lists(tmp_path))
    assert stored(tmp_path) != former


def test_without_a_list_there_is_no_screening(tmp_path: Path) -> None:
    with pytest.raises(Unavailable) as caught:
        open_engine(Lists(tmp_path))
    assert caught.value.code == "screening.no-list"


def test_a_list_that_was_never_read_stops_the_screening(tmp_path: Path) -> None:
    put_in_force(tmp_path, "one", ["Jan Voorbeeld"])
    Lists(tmp_path).folder("two").define(Definition(id="two", format=Format.FTM, sources=("source",)))
    with pytest.raises(Unavailable) as caught:
        open_engine(Lists(tmp_path))
    assert (caught.value.code, caught.value.detail) == ("screening.list-unread", {"list": "two"})

"""Whom screening bothers: rates with their intervals, and who is worse off."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.base.errors import Invalid, Unavailable
from openkader.screening.entities import Entity, ListedName
from openkader.screening.evidence import Band, Hit, ListUsed, Screening
from openkader.screening.fairness import Row, fairness, marked, wilson
from openkader.screening.names import Script
from openkader.screening.names.scripts import script_of
from openkader.screening.origins import SCRIPTS, TITLES, Named, invented_names, read_names

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
LIST = ListUsed(id="made-up", snapshot="2026-11-24-1", read_at="2026-11-24", entities=1)


@dataclass
class Fake:
    """Finds somebody for each name by a rule."""

    find: Callable[[str], tuple[Band, str] | None]
    lists: tuple[ListUsed, ...] = (LIST,)

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        found = self.find(party.caption)
        if found is None:
            return Screening(query=party.id, band=Band.CLEAR)
        return Screening(query=party.id, band=found[0], hits=(hit(party.caption, *found),))


def hit(asked: str, band: Band, listed: str) -> Hit:
    return Hit(
        entity="x", list="made-up", schema="Person", caption=listed, score=0.9, band=band,
        asked=asked, listed=listed, properties={},
    )  # fmt: skip


def named(origin: str, *names: str) -> list[Named]:
    people = (
        Entity(id=name, schema="Person", dataset="d", names=(ListedName(name),), properties={})
        for name in names
    )
    return [Named(origin, person) for person in people]


def row(origin: str, n: int, check: int) -> Row:
    return Row(origin=origin, script="latin", n=n, match=0, check=check)


def test_every_alert_is_counted_in_its_band_under_its_origin_and_script() -> None:
    bands = {"A Oak": Band.MATCH, "B Oak": Band.CHECK, "王": Band.CHECK}
    screens = Fake(lambda name: (bands[name], "Elm") if name in bands else None)
    people = [*named("dutch", "A Oak", "B Oak", "C Oak"), *named("chinese", "王")]
    dutch, chinese = fairness(people, screens, NOW).rows
    assert (dutch.origin, dutch.script, dutch.n, dutch.match, dutch.check, dutch.alert) == (
        ("dutch", "latin", 3, 1, 1, 2)
    )
    assert (chinese.script, chinese.n, chinese.alert) == ("han", 1, 1)


def test_who_has_the_very_name_of_a_listed_one_is_counted_apart() -> None:
    screens = Fake(lambda name: (Band.MATCH, "OÁK, Hazel"))
    (found,) = fairness(named("dutch", "Hazel Oak", "Hazel Elm"), screens, NOW).rows
    assert (found.n, found.namesakes, found.match) == (1, 1, 1)


def test_a_namesake_that_is_clear_is_nobody_who_is_bothered() -> None:
    screens = Fake(lambda name: (Band.CLEAR, name))
    (found,) = fairness(named("dutch", "Hazel Oak"), screens, NOW).rows
    assert (found.n, found.namesakes, found.alert) == (1, 0, 0)


def test_an_answer_that_does_not_come_is_no_clear() -> None:
    def fail(name: str) -> None:
        raise Unavailable("screening.no-list")

    with pytest.raises(Unavailable):
        fairness(named("dutch", "Hazel Oak"), Fake(fail), NOW)


def test_an_origin_far_above_the_others_is_marked_and_no_other() -> None:
    rows = (row("a", 400, 60), row("b", 400, 4), row("c", 400, 2))
    assert [one.is_worse_off for one in marked(rows)] == [True, False, False]


def test_one_alert_marks_nobody_however_seldom_others_are_bothered() -> None:
    assert not any(one.is_worse_off for one in marked((row("a", 5, 1), row("b", 4000, 8))))
    assert [one.is_worse_off for one in marked((row("a", 5, 2), row("b", 4000, 8)))] == [True, False]


def test_a_single_origin_is_not_worse_off_than_itself() -> None:
    assert not any(one.is_worse_off for one in marked((row("a", 10, 10),)))


@pytest.mark.parametrize(
    ("found", "n", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (0, 0, 0.0, 1.0)],
)
def test_the_interval_is_that_of_wilson(found: int, n: int, low: float, high: float) -> None:
    assert wilson(found, n) == pytest.approx((low, high), abs=1e-4)


@given(st.integers(1, 10_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_the_interval_holds_the_share_and_stays_a_share(counts: tuple[int, int]) -> None:
    low, high = wilson(*counts)
    assert 0 <= low <= counts[0] / counts[1] <= high <= 1


def test_the_report_is_a_document_with_the_lists_and_the_rows() -> None:
    report = fairness(named("dutch", "Hazel Oak"), Fake(lambda name: None), NOW)
    document = json.loads(report.as_json())
    assert document["made_at"] == "2026-11-24T12:00:00+00:00"
    assert document["lists"] == [
        {"id": "made-up", "snapshot": "2026-11-24-1", "read_at": "2026-11-24", "entities": 1}
    ]
    assert document["rows"][0] | {"high": 0} == {
        "origin": "dutch", "script": "latin", "n": 1, "match": 0, "check": 0, "alert": 0,
        "namesakes": 0, "low": 0.0, "high": 0, "worse_off": False,
    }  # fmt: skip


def test_every_origin_has_enough_names_and_none_twice() -> None:
    found: dict[tuple[str, Script], list[str]] = {}
    for one in invented_names():
        found.setdefault((one.origin, script_of(one.party.caption)), []).append(one.party.caption)
    assert len({origin for origin, _ in found}) >= 8
    assert {("chinese", Script.LATIN), ("chinese", Script.HAN), ("korean", Script.HANGUL)} <= found.keys()
    assert all(len(names) == len(set(names)) >= 200 for names in found.values())


def test_the_invented_names_are_always_the_same_and_a_few_already_differ() -> None:
    assert [one.party for one in invented_names(3)] == [one.party for one in invented_names(3)]
    assert len({one.party.id for one in invented_names(20)}) == len([*invented_names(20)])


def test_with_more_asked_than_there_are_every_family_name_has_every_given_name_once() -> None:
    dutch = [one.party.caption for one in invented_names(1000) if one.origin == "dutch"]
    assert len(dutch) == len(set(dutch)) == 20 * 20


def test_every_origin_and_script_can_be_named() -> None:
    assert {one.origin for one in invented_names(1)} == TITLES.keys()
    assert set(Script) == SCRIPTS.keys()


def test_the_names_of_a_folder_have_the_origin_of_their_file(tmp_path: Path) -> None:
    line = '{"id": "1", "schema": "Person", "properties": {"name": ["Hazel Oak"]}}\n'
    (tmp_path / "frisian.jsonl").write_text(line)
    (one,) = read_names(tmp_path)
    assert (one.origin, one.party.caption) == ("frisian", "Hazel Oak")


@pytest.mark.parametrize("names", ["[]", '[" "]'])
def test_nobody_without_a_name_counts_as_left_alone(tmp_path: Path, names: str) -> None:
    line = f'{{"id": "1", "schema": "Person", "properties": {{"name": {names}}}}}\n'
    (tmp_path / "frisian.jsonl").write_text(line)
    with pytest.raises(Invalid) as refused:
        list(read_names(tmp_path))
    assert refused.value.problems[0].where == "frisian.jsonl 1"


def test_a_folder_without_names_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refused:
        list(read_names(tmp_path))
    assert refused.value.problems[0].code == "screening.no-names"

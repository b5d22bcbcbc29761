"""What a cell of the coverage says: the least proved counts, and unknown passes for nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from openkader.casework.vocabulary import MeasureStatus
from openkader.evaluation.covering import (
    Cell,
    Cover,
    Kept,
    cover_line,
    cover_lines,
    known_facts,
    reasons,
    tally,
)
from openkader.evaluation.records import value_of
from openkader.kader import Assessor, load_kader
from openkader.kader.conditions import ALWAYS
from openkader.kader.facts import FactType
from openkader.kader.model import ActionLine, Kader
from tests.unit.kader_factories import ZUID_HOLLAND, fact

KADER = load_kader(ZUID_HOLLAND)
LINES = {line.id: line for line in KADER.action_lines}
VISIT: dict[str, Any] = {"kind": "incoming_delegation", "country": "CN", "abuse_findings": frozenset()}
VISIT |= {"informative_lists": frozenset(), "sanctions": "clear"}
MISSION: dict[str, Any] = {"kind": "outgoing_mission", "country": "CN"}
DONE, OPEN, REPORTED = MeasureStatus.DONE, MeasureStatus.OPEN, MeasureStatus.REPORTED
WAIVED, ASIDE = MeasureStatus.WAIVED, MeasureStatus.NOT_APPLICABLE


def kept(code: str, status: MeasureStatus = DONE, evidence: int = 1, reason: str | None = None) -> Kept:
    line = code.partition(".")[0]
    return Kept(reference=f"X-{code}", line=line, code=code, status=status, evidence=evidence, reason=reason)


def cell(line: str, facts: dict[str, Any], *held: Kept) -> Cell:
    return cover_line(LINES[line], Assessor(KADER).assess(facts), held)


def with_lines(*lines: ActionLine) -> Kader:
    return replace(KADER, action_lines=lines, scenarios=())


E3 = ("E3.session", "E3.desks")
LISTED = {"counter_listed": False}


def test_everything_that_is_asked_and_done_with_evidence_is_full() -> None:
    found = cell("E3", MISSION | LISTED, *map(kept, E3))
    assert (found.cover, found.shown, found.asked) == (Cover.FULL, 2, 2)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (kept("E3.desks", evidence=0), Cover.OPEN),
        (kept("E3.desks", OPEN), Cover.OPEN),
        (kept("E3.desks", REPORTED, evidence=3), Cover.OPEN),
        (kept("E3.desks", WAIVED), Cover.OPEN),
        (kept("E3.desks", ASIDE), Cover.OPEN),
        (kept("E3.desks", WAIVED, reason="geen tijd"), Cover.WAIVED),
        (kept("E3.desks", ASIDE, reason="geen bedrijven"), Cover.FULL),
    ],
    ids=lambda one: f"{one.status}-{one.evidence}-{one.reason}" if isinstance(one, Kept) else None,
)
def test_beside_a_measure_that_is_done_the_least_proved_counts(held: Kept, expected: Cover) -> None:
    assert cell("E3", MISSION | LISTED, kept("E3.session"), held).cover is expected


def test_what_is_asked_and_was_never_set_out_is_open() -> None:
    found = cell("E3", MISSION | LISTED, kept("E3.session"))
    assert (found.cover, found.shown, found.asked) == (Cover.OPEN, 1, 2)
    assert [part.code for part in found.of(Cover.OPEN)] == ["E3.desks"]


def test_a_measure_of_which_nobody_knows_whether_it_is_asked_keeps_a_cell_from_being_full() -> None:
    found = cell("E3", MISSION, *map(kept, E3))
    assert found.cover is Cover.UNKNOWN
    assert reasons(found, "en") == ["not yet known: " + KADER.facts["counter_listed"].label.en]


def test_what_is_certainly_missing_is_open_whatever_the_open_questions_bring() -> None:
    assert cell("E3", MISSION, kept("E3.session")).cover is Cover.OPEN


def test_waived_does_not_hide_what_is_unknown() -> None:
    waived = [kept(code, WAIVED, reason="spoed") for code in E3]
    assert cell("E3", MISSION, *waived).cover is Cover.UNKNOWN


def test_a_line_that_does_not_apply_says_on_which_facts() -> None:
    found = cell("M3", VISIT)
    assert (found.cover, found.asked) == (Cover.NOT_APPLICABLE, 0)
    assert reasons(found, "nl") == ["het soort verzoek: inkomende delegatie"]


def test_a_line_that_nobody_can_place_is_unknown_and_not_left_out() -> None:
    found = cell("M4", VISIT)
    assert (found.cover, found.applies) == (Cover.UNKNOWN, None)
    assert "office_holder" in KADER.facts
    assert reasons(found, "en") == ["not yet known: " + KADER.facts["office_holder"].label.en]


def test_without_any_fact_nothing_is_full_and_nothing_does_not_apply() -> None:
    cells = cover_lines(Assessor(KADER).assess({}), [])
    assert tally(cells.values()) == dict.fromkeys(Cover, 0) | {Cover.UNKNOWN: len(LINES)}


def test_a_line_that_nobody_can_place_is_not_full_by_a_part_of_its_measures() -> None:
    assert cell("E3", {"country": "CN"}, kept("E3.session")).cover is Cover.UNKNOWN


def test_whoever_did_or_set_aside_all_that_could_be_asked_need_not_know_whether_the_line_applies() -> None:
    assert cell("M4", VISIT, kept("M4.public_account")).cover is Cover.FULL
    aside = kept("M4.public_account", ASIDE, reason="geen bestuurder")
    assert cell("M4", VISIT, aside).cover is Cover.NOT_APPLICABLE
    assert reasons(cell("M4", VISIT, aside), "nl") == []


def test_a_measure_that_was_set_out_stays_although_the_kader_no_longer_asks_for_it() -> None:
    assert cell("M3", VISIT, kept("M3.report", OPEN)).cover is Cover.OPEN


def test_a_measure_of_another_line_says_nothing_of_this_one() -> None:
    assert cell("M4", VISIT | {"office_holder": True}, kept("E3.desks")).cover is Cover.OPEN


def test_a_measure_that_the_kader_does_not_know_counts_where_it_was_set_out() -> None:
    found = cell("M4", VISIT | {"office_holder": True}, kept("M4.public_account"), kept("M4.own", OPEN))
    assert (found.cover, found.asked) == (Cover.OPEN, 2)


@pytest.mark.parametrize(
    ("facts", "expected"),
    [({}, Cover.UNKNOWN), ({"kind": "outgoing_mission"}, Cover.NOT_APPLICABLE)],
    ids=["not-known", "applies"],
)
def test_a_line_without_measures_asks_nothing_where_it_is_known_to_apply(
    facts: dict[str, Any], expected: Cover
) -> None:
    mission = replace(LINES["E3"], applies=LINES["E3"].measures[0].when, measures=())
    kader = with_lines(mission, replace(LINES["M4"], applies=ALWAYS))
    assert cover_lines(Assessor(kader).assess(facts), [])["E3"].cover is expected


def test_what_a_kader_does_not_ask_or_does_not_know_as_an_answer_is_unknown_to_it() -> None:
    stored: dict[str, object] = {
        "kind": "other",
        "country": "CN",
        "risk_areas": [],
        "weather": "fair",
        "demand": None,
    }
    assert known_facts(KADER, stored) == {
        "kind": None,
        "country": "CN",
        "risk_areas": frozenset(),
        "demand": None,
    }


def test_a_stored_day_becomes_a_day_again() -> None:
    assert value_of(fact("day", FactType.DATE), "2024-05-23") == date(2024, 5, 23)


def test_a_stored_day_that_is_none_is_unknown() -> None:
    assert value_of(fact("day", FactType.DATE), "in May") is None


def test_every_state_is_counted_also_where_it_is_nought() -> None:
    found = tally([cell("M3", VISIT), cell("M4", VISIT), cell("M4", VISIT)])
    assert found == {
        Cover.OPEN: 0,
        Cover.UNKNOWN: 2,
        Cover.WAIVED: 0,
        Cover.FULL: 0,
        Cover.NOT_APPLICABLE: 1,
    }

"""Replaying history: columns say what the assessor says, and every difference is explained as it is."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.kader import Assessor, Fact, FactType, Kader, Outcome, Value
from openkader.kader.conditions import ALWAYS, Condition, Not, Operator
from openkader.kader.conditions import Test as FactTest
from openkader.kader.constraints import Constraint
from openkader.kader.model import ActionLine, Measure, Pillar, ProposalRow
from openkader.kader.replaying import Case, Changed, Replay, Side, answers, in_chunks, replay
from openkader.kader.replaying.answers import Fit
from openkader.kader.replaying.columns import FALSE, TRUE, UNKNOWN
from openkader.kader.replaying.grouping import alike
from openkader.kader.replaying.why import Weight, first_row
from tests.unit.kader_factories import FACTS, condition, fact, text
from tests.unit.kader_strategies import (
    EVERY_FACT,
    conditions,
    kader_of,
    partial_facts,
    proposal_of,
    proposals,
    tables,
)

MILD = (Outcome.TAKE_UP, Outcome.TAKE_UP_WITH_CONDITIONS)


def with_measures(kader: Kader, *applies: Condition) -> Kader:
    """The kader with one action line for each condition, of two measures."""
    lines = []
    for place, when in enumerate(applies):
        more: dict[str, Any] = {"line": f"E{place}", "text": text("do"), "evidence": text("shown")}
        first = Measure(id=f"E{place}.a", when=ALWAYS, **more)
        second = Measure(id=f"E{place}.b", when=condition("{demand: true}"), **more)
        lines.append(
            ActionLine(
                id=f"E{place}",
                pillar=Pillar.ECONOMIC,
                number=1,
                text=text("line"),
                applies=when,
                measures=(first, second),
            )
        )
    return replace(kader, action_lines=tuple(lines))


@st.composite
def kaders(draw: st.DrawFn) -> Kader:
    found = kader_of(
        draw(st.lists(conditions(EVERY_FACT), max_size=2)), draw(tables()), draw(proposals(EVERY_FACT))
    )
    return with_measures(found, *draw(st.lists(conditions(EVERY_FACT), max_size=2)))


def named(facts: Sequence[dict[str, Any]]) -> list[Case]:
    return [(f"C{place}", one) for place, one in enumerate(facts)]


def replayed(old: Kader, new: Kader, cases: Sequence[Case], size: int = 4) -> tuple[Replay, list[Changed]]:
    found = Replay(Assessor(old), Assessor(new))
    return found, [changed for some in in_chunks(cases, size) for changed in found.take(some)]


FACTS_OF_CASES = st.lists(partial_facts(FACTS), min_size=1, max_size=12)


@given(kaders(), FACTS_OF_CASES)
def test_columns_say_of_each_case_what_the_assessor_says(
    kader: Kader, cases: list[dict[str, Value | None]]
) -> None:
    found = Replay(Assessor(kader), Assessor(kader))
    verdicts = found.verdicts(cases)[Side.OLD]
    assessor = Assessor(kader)
    for place, facts in enumerate(cases):
        one = assessor.assess(facts)
        assert list(Outcome)[verdicts.outcomes[place]] is one.outcome
        assert verdicts.settled[place] == one.settled
        rows = assessor.severe_first
        assert [row for row in rows if verdicts.has_fired(row)[place]] == list(one.fired)
        assert [row for row in rows if verdicts.is_open(row)[place]] == list(one.still_open)
        assert {m.id for m in kader.measures if verdicts.asks(m.id)[place]} == {
            m.id for m in one.asked_measures
        }
        said = {FALSE: False, UNKNOWN: None, TRUE: True}
        assert all(said[int(verdicts.truth(c)[place])] is one.truth(c) for c in assessor.program.places)


@st.composite
def drafts(draw: st.DrawFn) -> tuple[Kader, Kader]:
    """A kader and a draft of it that shares some parts with it, or none."""
    old, other = draw(kaders()), draw(kaders())
    parts = draw(st.sets(st.sampled_from(["tables", "proposal", "action_lines", "facts"])))
    fewer = fact("kind", FactType.CHOICE, "talk", "visit")
    changes = {name: getattr(other, name) for name in parts} | (
        {"facts": {**EVERY_FACT, "kind": fewer}} if "facts" in parts else {}
    )
    if draw(st.booleans()):
        changes["proposal"] = (*old.proposal[1:], *other.proposal[:1])
    return old, replace(old, **changes)


def taken(kader: Kader, facts: dict[str, Value | None]) -> dict[str, Value | None]:
    """The facts as far as the kader takes them."""
    return {
        name: value for name, value in facts.items() if value is not None and kader.facts[name].accepts(value)
    }


@given(drafts(), FACTS_OF_CASES)
def test_a_replay_says_of_each_case_what_two_assessments_say(
    two: tuple[Kader, Kader], cases: list[dict[str, Value | None]]
) -> None:
    old, new = two
    found, changed = replayed(old, new, named(cases))
    pairs = [(Assessor(old).assess(facts), Assessor(new).assess(taken(new, facts))) for facts in cases]
    assert found.tally.matrix == Counter((a.outcome, b.outcome) for a, b in pairs)
    by_reference = {one.reference: one.difference for one in changed}
    for (reference, _), (a, b) in zip(named(cases), pairs, strict=True):
        asked, will = ({m.id for m in one.asked_measures} for one in (a, b))
        difference = by_reference.get(reference)
        assert (difference is not None) == (a.outcome is not b.outcome or asked != will)
        if difference is not None:
            assert (difference.before, difference.after) == (a.outcome, b.outcome)
            assert (set(difference.added), set(difference.removed)) == (will - asked, asked - will)
            assert difference.row == first_row(a, b)
    assert [one.reference for one in changed] == sorted(by_reference, key=lambda name: int(name[1:]))
    assert found.tally.changed == len(changed) == sum(one.cases for one in found.differences)


@given(kaders(), FACTS_OF_CASES)
def test_a_kader_against_itself_changes_nothing(kader: Kader, cases: list[dict[str, Value | None]]) -> None:
    found, changed = replayed(kader, kader, named(cases))
    assert changed == []
    assert found.tally.cases == len(cases)
    assert all(old is new for old, new in found.tally.matrix)


def row(name: str, written: str, outcome: Outcome) -> ProposalRow:
    return ProposalRow(id=name, when=condition(written), outcome=outcome, reason=text(name))


def of_rows(*rows: ProposalRow) -> Kader:
    return replace(kader_of([]), proposal=rows, facts=FACTS)


FITS = row("fits", "{demand: true}", Outcome.TAKE_UP)
OLD = of_rows(FITS)


def only(old: Kader, new: Kader, facts: dict[str, Any]) -> Changed:
    _, changed = replayed(old, new, [("C1", facts)])
    assert len(changed) == 1
    return changed[0]


def test_an_empty_history_has_no_changes() -> None:
    found, changed = replayed(OLD, of_rows(), [])
    assert (changed, found.tally.cases, found.tally.matrix) == ([], 0, Counter())
    assert found.take([]) == []


def test_a_row_that_is_new_is_named_with_the_tests_that_make_it_hold() -> None:
    new = of_rows(FITS, row("visits", "{kind: visit}", Outcome.REFUSE))
    found = only(OLD, new, {"demand": True, "kind": "visit"}).difference.row
    assert found is not None
    assert (found.id, found.side, found.weight) == ("visits", Side.NEW, Weight.HOLDS)
    assert found.why.nl == (
        "Onder het nieuwe kader geldt regel ‘visits’ (weigeren), want kind (nl) is ‘visit-nl’."
        " Onder het oude kader staat die regel er niet."
    )
    assert "Under the new kader row ‘visits’ holds (refuse), since kind (en) is ‘visit-en’." in found.why.en


def test_cases_that_differ_alike_are_one_difference_however_many_chunks_they_fill() -> None:
    new = of_rows(FITS, row("visits", "{kind: visit}", Outcome.REFUSE))
    found, changed = replayed(OLD, new, named([{"demand": True, "kind": "visit"}] * 9), 2)
    assert [one.difference.number for one in changed] == [0] * 9
    assert [(one.cases, one.examples) for one in found.differences] == [(9, ["C0", "C1", "C2"])]


def test_cases_that_meet_a_row_by_other_tests_have_a_sentence_each() -> None:
    new = of_rows(FITS, row("either", "{any: [{kind: visit}, {jobs: {at_least: 5}}]}", Outcome.REFUSE))
    cases = named([{"demand": True, "kind": "visit", "jobs": 1}, {"demand": True, "kind": "talk", "jobs": 7}])
    _, changed = replayed(OLD, new, cases)
    said = [one.difference.row.why.en for one in changed if one.difference.row]
    assert "since kind (en) is ‘visit-en’." in said[0]
    assert "since jobs (en) is at least 5." in said[1]


def test_a_row_that_stays_is_open_where_the_draft_dropped_the_option_that_was_chosen() -> None:
    old = of_rows(FITS, row("events", "{kind: [event, visit]}", Outcome.REFUSE))
    new = replace(old, facts={**FACTS, "kind": fact("kind", FactType.CHOICE, "talk", "visit")})
    found = only(old, new, {"demand": True, "kind": "event"}).difference
    assert (found.before, found.after) == (Outcome.REFUSE, Outcome.HOLD)


def test_a_row_that_is_gone_is_named_where_it_stood() -> None:
    old = of_rows(FITS, row("visits", "{kind: visit}", Outcome.REFUSE))
    found = only(old, OLD, {"demand": True, "kind": "visit"}).difference.row
    assert found is not None
    assert (found.id, found.side) == ("visits", Side.OLD)
    assert found.why.en.endswith("Under the new kader there is no such row.")


def test_a_row_with_another_condition_says_why_it_does_not_hold() -> None:
    old = of_rows(FITS, row("many", "{jobs: {at_least: 2}}", Outcome.REFUSE))
    new = of_rows(FITS, row("many", "{jobs: {at_least: 9}}", Outcome.REFUSE))
    found = only(old, new, {"demand": True, "jobs": 5}).difference.row
    assert found is not None
    assert "it does not hold, since not: jobs (en) is at least 9" in found.why.en


def test_a_row_with_another_outcome_says_which() -> None:
    old = of_rows(FITS, row("visits", "{kind: visit}", Outcome.REFUSE))
    new = of_rows(FITS, row("visits", "{kind: visit}", Outcome.TAKE_UP))
    found = only(old, new, {"demand": True, "kind": "visit"}).difference.row
    assert found is not None
    assert "that row leads to ‘take up’" in found.why.en


def test_a_question_that_is_new_holds_the_case_and_is_counted() -> None:
    new = of_rows(FITS, row("visits", "{kind: visit}", Outcome.REFUSE))
    found, changed = replayed(OLD, new, [("C1", {"demand": True}), ("C2", {"demand": True, "kind": None})])
    assert [(one.difference.before, one.difference.after) for one in changed] == [
        (Outcome.TAKE_UP, Outcome.HOLD)
    ] * 2
    reason = changed[0].difference.row
    assert reason is not None
    assert (reason.id, reason.weight) == ("visits", Weight.OPEN)
    assert "not yet known: kind (en)" in reason.why.en
    assert found.tally.fits[Side.NEW]["kind"] == {Fit.UNANSWERED: 2}
    assert "kind" not in found.tally.fits[Side.OLD]


def test_where_no_row_holds_any_more_the_row_that_did_is_named() -> None:
    found = only(OLD, of_rows(row("never", "{demand: false}", Outcome.TAKE_UP)), {"demand": True})
    assert (found.difference.before, found.difference.after) == (Outcome.TAKE_UP, Outcome.HOLD)
    assert found.difference.row is not None
    assert (found.difference.row.id, found.difference.row.side) == ("fits", Side.OLD)
    assert found.difference.row.why.en.startswith(
        "Under the new kader no row holds. Under the old kader row ‘fits’"
    )


def test_a_row_that_was_certain_and_is_open_now_says_what_is_not_known() -> None:
    old = of_rows(FITS, row("visits", "{kind: visit}", Outcome.REFUSE))
    new = of_rows(FITS, row("visits", "{kind: visit, jobs: {at_least: 1}}", Outcome.REFUSE))
    found = only(old, new, {"demand": True, "kind": "visit"}).difference
    assert (found.before, found.after) == (Outcome.REFUSE, Outcome.HOLD)
    assert found.row is not None
    assert "it cannot be said yet whether it holds: not yet known: jobs (en)" in found.row.why.en


def test_past_cases_that_the_draft_says_cannot_be_are_counted() -> None:
    never = Constraint(id="no_visit", text=text("no visits"), never=condition("{kind: visit}"))
    new = replace(OLD, constraints=(never,))
    found, changed = replayed(OLD, new, named([{"kind": "visit"}, {"kind": "talk"}, {}]))
    assert changed == []
    assert found.tally.impossible == {Side.OLD: {}, Side.NEW: {"no_visit": 1}}


def test_a_row_without_a_condition_says_so() -> None:
    found = only(
        OLD, of_rows(FITS, proposal_of((ALWAYS, Outcome.REFUSE))[0]), {"demand": True}
    ).difference.row
    assert found is not None
    assert "since it stands there without a condition" in found.why.en


def test_where_only_measures_differ_there_is_no_row() -> None:
    new = with_measures(OLD, condition("{kind: visit}"))
    cases = [("C1", {"demand": True, "kind": "visit"}), ("C2", {"demand": True, "kind": "talk"})]
    found, changed = replayed(OLD, new, cases)
    assert [one.reference for one in changed] == ["C1"]
    assert (changed[0].difference.row, changed[0].difference.added) == (None, ("E0.a", "E0.b"))
    assert (found.tally.added, found.tally.removed) == ({"E0.a": 1, "E0.b": 1}, {})
    back, _ = replayed(new, OLD, cases)
    assert back.tally.removed == {"E0.a": 1, "E0.b": 1}


@pytest.mark.parametrize(
    ("now", "answer", "fit"),
    [
        (fact("kind", FactType.CHOICE, "talk", "visit"), "event", Fit.OPTION_GONE),
        (fact("kind", FactType.CHOICE, "talk", "visit"), "talk", Fit.FITS),
        (fact("kind", FactType.CHOICE, "talk"), "war", Fit.NO_ANSWER),
        (fact("kind", FactType.CHOICE, "talk"), 7, Fit.NO_ANSWER),
        (fact("kind", FactType.CHOICE, "talk"), {"a": 1}, Fit.NO_ANSWER),
        (fact("kind", FactType.CHOICE, "talk"), ["talk"], Fit.NO_ANSWER),
        (fact("kind", FactType.CHOICE, "talk"), [["talk"]], Fit.NO_ANSWER),
        (fact("kind", FactType.COUNTRY), "talk", Fit.TYPE_CHANGED),
        (fact("kind", FactType.COUNTRY), "BE", Fit.NO_ANSWER),
        (fact("kind", FactType.COUNTRY), None, Fit.UNANSWERED),
        (fact("topics", FactType.SEVERAL, "water"), ["water", "robots"], Fit.OPTION_GONE),
        (fact("topics", FactType.SEVERAL, "water", "new"), ["water"], Fit.FITS),
        (fact("topics", FactType.SEVERAL, "water", "new"), ("water",), Fit.FITS),
        (fact("topics", FactType.SEVERAL, "water"), "water", Fit.NO_ANSWER),
        (fact("demand", FactType.NUMBER), True, Fit.TYPE_CHANGED),
        (fact("demand", FactType.NUMBER), 1, Fit.NO_ANSWER),
        (fact("demand", FactType.TRUTH), 1, Fit.NO_ANSWER),
        (fact("jobs", FactType.NUMBER), True, Fit.NO_ANSWER),
        (fact("jobs", FactType.NUMBER), float("nan"), Fit.NO_ANSWER),
        (fact("received_on", FactType.DATE), "2024-02-03", Fit.FITS),
        (fact("received_on", FactType.DATE), date(2024, 2, 3), Fit.FITS),
        (fact("received_on", FactType.DATE), "2024-02-30", Fit.NO_ANSWER),
        (fact("received_on", FactType.NUMBER), "2024-02-03", Fit.TYPE_CHANGED),
    ],
    ids=lambda value: value.id if isinstance(value, Fact) else getattr(value, "name", "answer"),
)
def test_an_answer_that_the_new_kader_does_not_take_is_unknown_with_a_reason(
    now: Any, answer: Any, fit: Fit
) -> None:
    tests = {
        FactType.TRUTH: "true",
        FactType.CHOICE: "talk",
        FactType.COUNTRY: "BE",
        FactType.SEVERAL: "water",
        FactType.NUMBER: "{at_least: 1}",
        FactType.DATE: "{since: 2024-01-01}",
    }
    new = replace(OLD, facts={**FACTS, now.id: now})
    asked = of_condition(now, tests[now.type])
    new = replace(
        new, proposal=(FITS, ProposalRow(id="r", when=asked, outcome=Outcome.REFUSE, reason=text("r")))
    )
    old = of_rows(FITS)
    found, _ = replayed(old, new, [("C1", {now.id: answer})])
    assert found.tally.fits[Side.NEW][now.id] == {fit: 1}
    assert (found.facts(Side.NEW, {now.id: answer}) == {}) == (fit is not Fit.FITS)


def of_condition(now: Any, operand: str) -> Condition:
    values: dict[FactType, tuple[Operator, Any]] = {
        FactType.TRUTH: (Operator.IS, True),
        FactType.CHOICE: (Operator.ONE_OF, frozenset({operand})),
        FactType.COUNTRY: (Operator.ONE_OF, frozenset({operand})),
        FactType.SEVERAL: (Operator.HAS_ANY, frozenset({operand})),
        FactType.NUMBER: (Operator.AT_LEAST, 1),
        FactType.DATE: (Operator.SINCE, date(2024, 1, 1)),
    }
    return FactTest(now.id, *values[now.type])


def test_a_one_does_not_pass_for_yes_nor_yes_for_a_one() -> None:
    kader = of_rows(FITS, row("jobs", "{jobs: {at_least: 1}}", Outcome.TAKE_UP_WITH_CONDITIONS))
    cases = named([{"demand": True, "jobs": 1}, {"demand": 1, "jobs": True}, {"demand": 1.0, "jobs": 1.0}])
    found, _ = replayed(kader, kader, cases)
    assert found.tally.fits[Side.OLD]["demand"] == {Fit.FITS: 1, Fit.NO_ANSWER: 2}
    assert found.tally.fits[Side.OLD]["jobs"] == {Fit.FITS: 2, Fit.NO_ANSWER: 1}
    assert found.tally.matrix[Outcome.HOLD, Outcome.HOLD] == 1


def test_an_answer_that_the_new_kader_has_no_question_for_is_counted() -> None:
    new = replace(OLD, facts={"demand": FACTS["demand"]})
    cases = named(
        [{"demand": True, "kind": "talk"}, {"kind": None}, {"demand": False, "weather": "rain", "mood": None}]
    )
    old = of_rows(FITS, row("talk", "{kind: talk}", Outcome.HOLD))
    found, _ = replayed(old, new, cases)
    assert found.tally.dropped == {"kind": 1, "weather": 1}


def test_answers_are_forgotten_between_chunks_and_counted_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(answers, "MOST_KEPT", 2)
    monkeypatch.setattr(replay, "MOST_PATTERNS", 1)
    monkeypatch.setattr(replay, "AT_HAND", 3)
    new = of_rows(
        FITS, row("many", "{jobs: {at_least: 5}}", Outcome.REFUSE), row("a", "{kind: talk}", Outcome.REFER)
    )
    cases = named(
        [{"demand": True, "jobs": place % 10, "kind": ("talk", "event")[place % 2]} for place in range(40)]
    )
    found, changed = replayed(OLD, new, cases, 8)
    assert found.tally.fits[Side.NEW]["jobs"] == {Fit.FITS: 40}
    assert {place % 10 for place in range(40) if f"C{place}" in {one.reference for one in changed}} == {
        0,
        2,
        4,
        *range(5, 10),
    }
    assert [len(one.examples) for one in found.differences] == [3] * len(found.differences)
    assert len(found.differences) == 2


def test_more_columns_than_one_number_can_tell_apart_are_still_told_apart() -> None:
    random = np.random.default_rng(1)
    columns = [random.integers(0, 3, 50).astype(np.int8) for _ in range(90)]
    columns += [column.copy() for column in columns]
    doubled = [np.concatenate([column, column]) for column in columns]
    groups = [group.tolist() for group in alike(np.arange(100), [(column, 3) for column in doubled])]
    assert sorted(groups) == [[place, place + 50] for place in range(50)]


def test_not_of_an_unknown_opens_nothing_in_columns_either() -> None:
    kader = replace(OLD, proposal=(replace(FITS, when=Not(condition("{kind: visit}"))),))
    found, _ = replayed(kader, kader, named([{}, {"kind": "talk"}]))
    assert found.tally.matrix == {(Outcome.HOLD, Outcome.HOLD): 1, (Outcome.TAKE_UP, Outcome.TAKE_UP): 1}

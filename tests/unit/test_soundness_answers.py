"""What the answers that do something are called, over the kader of Zuid-Holland and over numbers and days."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.kader import Assessor, Fact, Facts, FactType, Kader, Outcome, Value, load_kader
from openkader.kader.conditions import AllOf, AnyOf, Condition, Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.constraints import Constraint
from openkader.kader.model import ProposalRow
from openkader.kader.soundness import mattering
from openkader.kader.soundness.answers import Answers, Stretch
from openkader.kader.soundness.changing import Way, ways
from openkader.kader.soundness.mattering import Matter, matters, settlings
from openkader.kader.soundness.whole import whole_of
from tests.unit.kader_factories import ZUID_HOLLAND, fact, text
from tests.unit.kader_strategies import kader_of, partial_facts, values

ASSESSOR = Assessor(load_kader(ZUID_HOLLAND))
ASKED = {one.id: one for one in ASSESSOR.kader.asked}
MILD = next(scenario for scenario in ASSESSOR.kader.scenarios if scenario.outcome is Outcome.TAKE_UP).facts


def told(facts: Facts, outcome: Outcome, fixed: tuple[str, ...] = ()) -> list[dict[str, Answers]]:
    found = ASSESSOR.assess(facts)
    return [{one.fact.id: one for one in way.changes} for way in ways(found, fixed) if way.outcome is outcome]


@given(partial_facts(ASKED, answered=6), st.data())
def test_a_question_that_no_longer_matters_changes_nothing(facts: dict, data: st.DataObject) -> None:
    before = ASSESSOR.assess(facts)
    idle = [name for name, matter in matters(before).items() if matter is Matter.NOTHING]
    answers = {name: data.draw(values(ASKED[name])) for name in idle}
    after = ASSESSOR.assess({**facts, **answers})
    assert (after.outcome, after.asked_measures) == (before.outcome, before.asked_measures)
    assert (after.refer_to, after.mandates, after.messages) == (
        before.refer_to,
        before.mandates,
        before.messages,
    )
    assert (after.consultations, after.preconditions) == (before.consultations, before.preconditions)


@given(partial_facts(ASKED, answered=6))
def test_the_answers_that_settle_a_case_settle_it(facts: dict) -> None:
    for settling in settlings(ASSESSOR.assess(facts)):
        for region in settling.regions:
            chosen = {one.fact.id: one.values[0] if one.values else values_of(one) for one in region}
            after = ASSESSOR.assess({**facts, **chosen})
            assert after.outcome is settling.outcome
            assert [one.outcome for one in settlings(after)] == [settling.outcome]


def values_of(told_answers: Answers) -> Value:
    assert told_answers.others or told_answers.is_any
    return "XA"


def test_one_other_answer_is_told_with_every_answer_that_does() -> None:
    assert {"own_line": (False,)} in [values_in(way) for way in told(MILD, Outcome.REFUSE)]
    assert {"sanctions": ("hit",)} in [values_in(way) for way in told(MILD, Outcome.REFUSE)]
    assert {"sanctions": ("nobody", "possible")} in [values_in(way) for way in told(MILD, Outcome.HOLD)]


def values_in(way: dict[str, Answers]) -> dict[str, tuple[Value, ...]]:
    return {name: one.values for name, one in way.items()}


def test_of_several_options_those_come_that_are_nearest_to_what_was_chosen() -> None:
    listed = frozenset({"listed_party"})
    assert (listed,) in [way.get("abuse_findings") for way in map(values_in, told(MILD, Outcome.REFUSE))]
    backwards = told({**MILD, "abuse_findings": listed}, Outcome.TAKE_UP, ("kind",))
    assert [values_in(way) for way in backwards] == [{"abuse_findings": (frozenset(),)}]


def test_what_is_fixed_is_left_alone_and_no_answer_is_taken_back() -> None:
    assert not [way for way in told(MILD, Outcome.REFUSE, ("own_line",)) if "own_line" in way]
    everything = {**MILD, "own_line": True}
    for way in ways(ASSESSOR.assess(everything), ("kind", "country", "not_of_this_kader")):
        assert all(one.values for one in way.changes)


def test_the_gravest_outcome_comes_first() -> None:
    severities = [way.outcome.severity for way in ways(ASSESSOR.assess(MILD))]
    assert severities == sorted(severities, reverse=True)


def test_the_whole_of_a_kader_is_made_once() -> None:
    assert whole_of(ASSESSOR) is whole_of(ASSESSOR)
    before = len(whole_of(ASSESSOR).space.diagrams)
    for facts in ({}, MILD):
        found = ASSESSOR.assess(facts)
        assert matters(found)
        assert settlings(found)
        assert ways(found)
    assert len(whole_of(ASSESSOR).space.diagrams) == before  # read, and nothing added


def test_a_search_that_takes_too_long_is_ended_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mattering, "_BOUND", 3)
    told_all = settlings(Assessor(ASSESSOR.kader).assess({}))
    assert any(one.is_bounded and not one.regions for one in told_all)


NUMBER, DAY, LAND, SOME = (
    fact("n", FactType.NUMBER),
    fact("d", FactType.DATE),
    fact("l", FactType.COUNTRY),
    fact("s", FactType.SEVERAL, "a", "b", "c"),
)


def one_question(asked: Fact, *refused: Condition) -> Kader:
    rows = [ProposalRow(id="r", when=AnyOf(refused), outcome=Outcome.REFUSE, reason=text("no"))]
    rows += [
        ProposalRow(id="t", when=Not(AnyOf(refused)), outcome=Outcome.TAKE_UP, reason=text("yes")),
    ]
    return kader_of_one(asked, rows)


def kader_of_one(asked: Fact, rows: list[ProposalRow]) -> Kader:
    return replace(kader_of([], [], tuple(rows)), facts={asked.id: asked})


def way_of(kader: Kader, facts: dict, outcome: Outcome) -> Answers:
    (way,) = (one for one in ways(Assessor(kader).assess(facts)) if one.outcome is outcome)
    assert isinstance(way, Way)
    return way.changes[0]


def a_test(asked: Fact, operator: Operator, operand: object) -> FactTest:
    return FactTest(asked.id, operator, operand)  # type: ignore[arg-type]


def test_numbers_are_told_as_a_stretch() -> None:
    low = a_test(NUMBER, Operator.AT_MOST, 3)
    kader = one_question(NUMBER, low)
    assert way_of(kader, {"n": 9}, Outcome.REFUSE).stretches == (Stretch(high=3),)
    assert way_of(kader, {"n": 1}, Outcome.TAKE_UP).stretches == (Stretch(low=3, with_low=False),)
    both = one_question(
        NUMBER, AllOf((a_test(NUMBER, Operator.AT_LEAST, 1), low)), a_test(NUMBER, Operator.IS, 7)
    )
    assert way_of(both, {"n": 9}, Outcome.REFUSE).stretches == (
        Stretch(low=1, high=3),
        Stretch(low=7, high=7),
    )
    assert way_of(both, {"n": 7}, Outcome.TAKE_UP).stretches == (
        Stretch(high=1, with_high=False),
        Stretch(low=3, high=7, with_low=False, with_high=False),
        Stretch(low=7, with_low=False),
    )


def test_days_are_told_as_a_stretch() -> None:
    new_year, next_day, later = date(2025, 1, 1), date(2025, 1, 2), date(2025, 3, 1)
    kader = one_question(DAY, a_test(DAY, Operator.BEFORE, new_year))
    assert way_of(kader, {"d": later}, Outcome.REFUSE).stretches == (Stretch(high=new_year, with_high=False),)
    assert way_of(kader, {"d": date(2024, 1, 1)}, Outcome.TAKE_UP).stretches == (Stretch(low=new_year),)
    named = one_question(DAY, *(a_test(DAY, Operator.IS, one) for one in (new_year, next_day, later)))
    assert way_of(named, {"d": date(2020, 1, 1)}, Outcome.REFUSE).stretches == (
        Stretch(low=new_year, high=next_day),
        Stretch(low=later, high=later),
    )


def test_countries_are_told_by_name_or_as_all_others() -> None:
    kader = one_question(LAND, a_test(LAND, Operator.ONE_OF, frozenset({"CN", "KP"})))
    assert way_of(kader, {"l": "BE"}, Outcome.REFUSE).values == ("CN", "KP")
    away = way_of(kader, {"l": "CN"}, Outcome.TAKE_UP)
    assert (away.values, away.others, away.but) == ((), True, ("CN", "KP"))


def test_an_answer_that_is_missing_and_may_be_any_is_told_as_any() -> None:
    either: list[Condition] = [a_test(NUMBER, Operator.AT_MOST, 3), Not(a_test(NUMBER, Operator.AT_MOST, 3))]
    assert way_of(one_question(NUMBER, *either), {}, Outcome.REFUSE).is_any
    some: list[Condition] = [
        a_test(SOME, Operator.HAS_ANY, frozenset("a")),
        Not(a_test(SOME, Operator.HAS_ANY, frozenset("a"))),
    ]
    assert way_of(one_question(SOME, *some), {}, Outcome.REFUSE).is_any


def test_of_several_options_as_many_are_added_or_left_out_as_it_takes() -> None:
    kader = one_question(SOME, a_test(SOME, Operator.COUNT_AT_LEAST, 2))
    assert set(way_of(kader, {"s": frozenset("a")}, Outcome.REFUSE).values) == {
        frozenset("ab"),
        frozenset("ac"),
    }
    fewer = way_of(kader, {"s": frozenset("abc")}, Outcome.TAKE_UP).values
    assert set(fewer) == {frozenset("a"), frozenset("b"), frozenset("c")}


def test_a_settled_case_asks_for_nothing_more() -> None:
    kader = one_question(NUMBER, a_test(NUMBER, Operator.AT_MOST, 3))
    (settled,) = settlings(Assessor(kader).assess({"n": 2}))
    assert (settled.outcome, settled.regions) == (Outcome.REFUSE, ((),))


def test_an_outcome_that_only_open_questions_give_is_settled_by_no_answers() -> None:
    kader = one_question(NUMBER, a_test(NUMBER, Operator.AT_MOST, 3))
    held = {one.outcome: one.regions for one in settlings(Assessor(kader).assess({}))}
    assert held[Outcome.HOLD] == ()
    assert held[Outcome.REFUSE][0][0].stretches == (Stretch(high=3),)


def test_an_answer_that_no_constraint_allows_is_not_proposed() -> None:
    kader = one_question(NUMBER, a_test(NUMBER, Operator.AT_MOST, 3))
    never = Constraint(id="x", text=text("never"), never=a_test(NUMBER, Operator.AT_MOST, 3))
    bounded = replace(kader, constraints=(never,))
    assert ways(Assessor(bounded).assess({"n": 9})) == ()
    assert matters(Assessor(bounded).assess({})) == {"n": Matter.PROPOSAL}
    assert [one.outcome for one in settlings(Assessor(bounded).assess({}))] == [Outcome.TAKE_UP, Outcome.HOLD]

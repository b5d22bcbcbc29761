"""The pack of Zuid-Holland keeps its word, and no unknown and no finding ever makes it milder."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from openkader.kader import (
    Assessor,
    Fact,
    Facts,
    FactType,
    Outcome,
    Speaker,
    Value,
    check_kader,
    find_kader,
    load_kader,
)
from openkader.kader.model import Scenario
from openkader.kader.program import Program
from openkader.kader.sources import ListStatus, Passage
from tests.unit.kader_factories import PACKS, ZUID_HOLLAND
from tests.unit.kader_reference import Reference
from tests.unit.kader_strategies import completions, partial_facts

KADER = load_kader(ZUID_HOLLAND)
ASSESSOR = Assessor(KADER)
ASKED = {fact.id: fact for fact in KADER.asked}
WORSENING = [fact for fact in KADER.asked if fact.worsens]
# Of the answers one in five is missing: enough are there to decide, enough are not.
CASES = partial_facts(ASKED, answered=4)
# A case without any finding; what is random is drawn around it, for there the proposals turn.
MILD = next(scenario for scenario in KADER.scenarios if scenario.outcome is Outcome.TAKE_UP).facts


def answers(fact: Fact) -> list[Value]:
    """The answers to one question; of several options each alone, and the first two together."""
    codes = [option.code for option in fact.options]
    if fact.type is FactType.SEVERAL:
        return [frozenset(), *(frozenset({code}) for code in codes), frozenset(codes[:2])]
    fixed: dict[FactType, list[Value]] = {
        FactType.TRUTH: [False, True],
        FactType.COUNTRY: ["CN", "DE", "JP"],
    }
    return fixed.get(fact.type, [*codes])


def cases(seed: str, count: int = 3000) -> Iterator[dict[str, Value | None]]:
    """Many cases, the same in each run: most answers mild, some anything, some unknown."""
    random = Random(seed)  # noqa: S311 - no secret hangs on it
    for _ in range(count):
        facts = {}
        for name, fact in ASKED.items():
            drawn = random.random()
            facts[name] = MILD.get(name) if drawn < 0.6 else None
            if drawn > 0.7:
                facts[name] = random.choice(answers(fact))
        yield facts


def severity(facts: Facts) -> int:
    return ASSESSOR.assess(facts).outcome.severity


def test_the_pack_is_found_by_its_name() -> None:
    assert find_kader(PACKS, "zuid-holland/2024-01-01") == ZUID_HOLLAND


def test_the_pack_has_no_errors_and_no_warnings() -> None:
    assert check_kader(KADER) == []


@pytest.mark.parametrize("scenario", KADER.scenarios, ids=lambda scenario: scenario.id)
def test_every_example_comes_out_as_it_says(scenario: Scenario) -> None:
    found = ASSESSOR.assess(scenario.facts)
    assert found.outcome is scenario.outcome
    assert scenario.row in {row.id for row in found.deciding}
    assert set(scenario.measures) <= {measure.id for measure in found.asked_measures}


def test_every_outcome_has_an_example() -> None:
    assert {scenario.outcome for scenario in KADER.scenarios} == set(Outcome)


def test_the_pack_says_that_it_is_a_reconstruction() -> None:
    assert KADER.reconstructed is not None
    assert "gereconstrueerd" in KADER.reconstructed.nl


def test_what_is_not_public_stays_visibly_empty_and_no_rule_rests_on_it() -> None:
    slots = [listing for listing in KADER.lists.values() if listing.status is ListStatus.NOT_FOUND]
    assert slots
    assert all(not listing.items and listing.note for listing in slots)


def passages() -> Iterator[Passage]:
    rules = (KADER.proposal, KADER.preconditions, KADER.action_lines, KADER.measures)
    for part in (*rules, KADER.consultations, KADER.mandates, KADER.messages):
        for rule in part:
            yield from rule.cites


def test_every_citation_of_the_evaluation_brings_its_words() -> None:
    quotes = [passage for passage in passages() if passage.source == "EVAL24"]
    assert quotes
    for passage in quotes:
        assert passage.place
        assert passage.words is not None
        assert len(passage.words.split()) >= 3, passage


@given(CASES)
def test_the_pack_agrees_with_the_naive_reference(facts: Facts) -> None:
    found = ASSESSOR.assess(facts)
    reference = Reference(facts, list(ASSESSOR.tables.values()))
    for condition in ASSESSOR.program.places:
        assert found.truth(condition) is reference.truth(condition)


@given(st.data(), CASES)
def test_answering_never_makes_a_proposal_more_severe_than_a_settled_one(
    data: st.DataObject, facts: Facts
) -> None:
    before = ASSESSOR.assess(facts)
    after = ASSESSOR.assess(data.draw(completions(ASKED, facts)))
    if before.settled or before.outcome.severity < Outcome.HOLD.severity:
        assert after.outcome is before.outcome


@given(st.data(), CASES, st.sampled_from(sorted(ASKED)))
def test_forgetting_an_answer_never_opens_a_gate(data: st.DataObject, facts: Facts, name: str) -> None:
    complete = data.draw(completions(ASKED, facts))
    forgotten = {**complete, name: None}
    assert severity(forgotten) >= min(severity(complete), Outcome.HOLD.severity)


def graver_answers(fact: Fact, value: Value) -> list[Value]:
    """The next graver findings after this one: the next option, or one option more."""
    codes = fact.worsens
    if isinstance(value, frozenset):
        return [value | {code} for code in codes if code not in value]
    if fact.type is FactType.TRUTH:
        return [] if value else [True]
    return list(codes[codes.index(str(value)) + 1 :]) if value in codes else []


@pytest.mark.parametrize("fact", WORSENING, ids=lambda fact: fact.id)
def test_a_graver_finding_never_makes_the_proposal_milder(fact: Fact) -> None:
    random = Random(fact.id)  # noqa: S311
    for facts in cases(fact.id):
        value = random.choice(answers(fact))
        for worse in random.choices(graver_answers(fact, value) or [value], k=2):
            before, after = {**facts, fact.id: value}, {**facts, fact.id: worse}
            assert severity(after) >= severity(before), (before, worse)


ADVICE_GETS_WORSE = [
    ("positive", "positive_with_conditions"),
    ("positive_with_conditions", "negative"),
    ("not_asked", "negative"),
    ("pending", "negative"),
]


@pytest.mark.parametrize(("better", "worse"), ADVICE_GETS_WORSE)
def test_a_worse_advice_never_makes_the_proposal_milder(better: str, worse: str) -> None:
    for facts in cases(better):
        before, after = {**facts, "national_advice": better}, {**facts, "national_advice": worse}
        assert severity(after) >= severity(before), (before, worse)


def mandatory(facts: Facts) -> set[str]:
    return {item.desk for item, _ in ASSESSOR.assess(facts).consultations if item.mandatory}


@given(CASES)
def test_a_hit_on_the_risk_list_always_asks_the_national_desk(facts: Facts) -> None:
    found = ASSESSOR.assess(facts)
    assert ("nctv" in mandatory(facts)) is (found.value("risk_listed") is not False)


@given(st.data(), CASES, st.sampled_from(sorted(ASKED)))
def test_forgetting_an_answer_never_makes_mandatory_advice_disappear(
    data: st.DataObject, facts: Facts, name: str
) -> None:
    complete = data.draw(completions(ASKED, facts))
    assert mandatory(complete) <= mandatory({**complete, name: None})


@given(st.data(), CASES)
def test_an_unknown_fact_gives_nobody_a_mandate(data: st.DataObject, facts: Facts) -> None:
    after = ASSESSOR.assess(data.draw(completions(ASKED, facts)))
    assert set(ASSESSOR.assess(facts).mandates) <= set(after.mandates)


def test_what_the_evaluation_does_not_say_of_terms_and_mandates_is_marked_as_our_own() -> None:
    assert all({"EIGEN"} == {passage.source for passage in one.cites} for one in KADER.mandates)
    for one in KADER.consultations:
        if one.term_days is not None:
            assert "EIGEN" in {passage.source for passage in one.cites}


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_rule_of_the_pack_can_be_said(language: str) -> None:
    speaker = Speaker(KADER.facts, KADER.lists, language)
    assert all(speaker.say(condition) for condition in ASSESSOR.program.places)


def test_figures_can_be_counted_over_their_collection() -> None:
    for figure in KADER.figures:
        derived = [table for table in KADER.tables if table.over == figure.counts]
        trace = Program([figure.where], derived).run({})
        assert trace.truth(figure.where) in (None, True)

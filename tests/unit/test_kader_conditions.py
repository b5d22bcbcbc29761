"""Conditions as people write them: every type and operator, and every mistake with its line."""

from datetime import date

import pytest

from openkader.kader.conditions import (
    ALWAYS,
    AllOf,
    AnyOf,
    Condition,
    Not,
    Operand,
    Operator,
    facts_in,
    parts_of,
)
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.conditions import tests_in as every_test_in
from openkader.kader.program import Program
from tests.unit.kader_factories import KNOWN, condition


def one(fact: str, operator: Operator, operand: Operand, listing: str | None = None) -> FactTest:
    return FactTest(fact, operator, operand, listing)


def several(*codes: str) -> frozenset[str]:
    return frozenset(codes)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("{demand: true}", one("demand", Operator.IS, True)),
        ("{demand: false}", one("demand", Operator.IS, False)),
        (
            "{demand: [true, false]}",
            AnyOf((one("demand", Operator.IS, True), one("demand", Operator.IS, False))),
        ),
        ("{kind: talk}", one("kind", Operator.ONE_OF, several("talk"))),
        ("{kind: [talk, visit]}", one("kind", Operator.ONE_OF, several("talk", "visit"))),
        (
            "{kind: {in_list: calm_kinds}}",
            one("kind", Operator.ONE_OF, several("talk", "event"), "calm_kinds"),
        ),
        ("{topics: water}", one("topics", Operator.HAS_ANY, several("water"))),
        ("{topics: [water, robots]}", one("topics", Operator.HAS_ANY, several("water", "robots"))),
        ("{topics: {has_all: [water, seeds]}}", one("topics", Operator.HAS_ALL, several("water", "seeds"))),
        ("{topics: {at_least: 2}}", one("topics", Operator.COUNT_AT_LEAST, 2)),
        (
            "{topics: {in_list: sensitive_topics}}",
            one("topics", Operator.HAS_ANY, several("robots"), "sensitive_topics"),
        ),
        ("{jobs: 5}", one("jobs", Operator.IS, 5)),
        ("{jobs: 2.5}", one("jobs", Operator.IS, 2.5)),
        ("{jobs: [5, 6]}", AnyOf((one("jobs", Operator.IS, 5), one("jobs", Operator.IS, 6)))),
        ("{jobs: {at_least: 3}}", one("jobs", Operator.AT_LEAST, 3)),
        ("{jobs: {at_most: 7.5}}", one("jobs", Operator.AT_MOST, 7.5)),
        (
            "{jobs: {at_least: 3, at_most: 7}}",
            AllOf((one("jobs", Operator.AT_LEAST, 3), one("jobs", Operator.AT_MOST, 7))),
        ),
        ("{received_on: 2024-06-01}", one("received_on", Operator.IS, date(2024, 6, 1))),
        ("{received_on: {before: 2025-01-01}}", one("received_on", Operator.BEFORE, date(2025, 1, 1))),
        ("{received_on: {since: 2024-01-01}}", one("received_on", Operator.SINCE, date(2024, 1, 1))),
        ("{country: BE}", one("country", Operator.ONE_OF, several("BE"))),
        ("{country: [BE, CN]}", one("country", Operator.ONE_OF, several("BE", "CN"))),
        (
            "{country: {in_list: neighbours}}",
            one("country", Operator.ONE_OF, several("BE", "DE"), "neighbours"),
        ),
        (
            "{demand: true, kind: talk}",
            AllOf((one("demand", Operator.IS, True), one("kind", Operator.ONE_OF, several("talk")))),
        ),
        ("{all: [{demand: true}]}", AllOf((one("demand", Operator.IS, True),))),
        ("{any: [{demand: true}]}", AnyOf((one("demand", Operator.IS, True),))),
        ("{not: {demand: true}}", Not(one("demand", Operator.IS, True))),
        (
            "{not: {demand: true, jobs: 5}}",
            Not(AllOf((one("demand", Operator.IS, True), one("jobs", Operator.IS, 5)))),
        ),
    ],
)
def test_a_condition_is_read_as_it_is_meant(written: str, meant: Condition) -> None:
    assert condition(written) == meant


TRUE_FACTS = [
    "{demand: true}",
    "{demand: [false, true]}",
    "{kind: event}",
    "{kind: [event, visit]}",
    "{kind: {in_list: calm_kinds}}",
    "{topics: water}",
    "{topics: [robots, seeds]}",
    "{topics: {has_all: [water, seeds]}}",
    "{topics: {at_least: 2}}",
    "{jobs: 5}",
    "{jobs: 5.0}",
    "{jobs: {at_least: 5}}",
    "{jobs: {at_most: 5}}",
    "{received_on: 2024-06-01}",
    "{received_on: {before: 2024-06-02}}",
    "{received_on: {since: 2024-06-01}}",
    "{country: BE}",
    "{country: {in_list: neighbours}}",
    "{any: [{demand: false}, {jobs: 5}]}",
    "{all: [{demand: true}, {jobs: 5}]}",
    "{not: {demand: false}}",
]
FALSE_FACTS = [
    "{demand: false}",
    "{kind: visit}",
    "{kind: [talk, visit]}",
    "{topics: robots}",
    "{topics: {has_all: [water, robots]}}",
    "{topics: {at_least: 3}}",
    "{topics: {in_list: sensitive_topics}}",
    "{jobs: 6}",
    "{jobs: {at_least: 6}}",
    "{jobs: {at_most: 4}}",
    "{received_on: 2024-06-02}",
    "{received_on: {before: 2024-06-01}}",
    "{received_on: {since: 2024-06-02}}",
    "{country: CN}",
    "{any: [{demand: false}, {jobs: 6}]}",
    "{all: [{demand: true}, {jobs: 6}]}",
    "{not: {demand: true}}",
]


@pytest.mark.parametrize("written", TRUE_FACTS)
def test_a_condition_that_the_facts_meet_is_true(written: str) -> None:
    found = condition(written)
    assert Program([found], []).run(KNOWN).truth(found) is True


@pytest.mark.parametrize("written", FALSE_FACTS)
def test_a_condition_that_the_facts_miss_is_false(written: str) -> None:
    found = condition(written)
    assert Program([found], []).run(KNOWN).truth(found) is False


@pytest.mark.parametrize("written", TRUE_FACTS + FALSE_FACTS)
def test_a_condition_on_an_unanswered_question_is_unknown(written: str) -> None:
    found = condition(written)
    assert Program([found], []).run({}).truth(found) is None
    assert Program([found], []).run(dict.fromkeys(KNOWN)).truth(found) is None


def test_no_condition_at_all_is_always_true() -> None:
    assert Program([ALWAYS], []).run({}).truth(ALWAYS) is True
    assert Program([AnyOf(())], []).run({}).truth(AnyOf(())) is False


def test_a_condition_knows_its_parts_tests_and_facts() -> None:
    found = condition("{any: [{not: {demand: true}}, {all: [{jobs: 5}, {demand: false}]}]}")
    jobs, no_demand = FactTest("jobs", Operator.IS, 5), FactTest("demand", Operator.IS, False)
    demand = FactTest("demand", Operator.IS, True)
    assert parts_of(found) == (Not(demand), AllOf((jobs, no_demand)))
    assert parts_of(Not(demand)) == (demand,)
    assert parts_of(demand) == ()
    assert list(every_test_in(found)) == [demand, jobs, no_demand]
    assert facts_in(found) == {"demand", "jobs"}

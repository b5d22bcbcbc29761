"""Questions and answers: what each type accepts, how answers are said and checked at the door."""

import math
from datetime import date, datetime

import pytest

from openkader.base.errors import Invalid, Problem
from openkader.kader import FactType, check_facts
from tests.unit.kader_factories import FACTS, KNOWN, fact


def problems_of(given: dict[str, object]) -> list[Problem]:
    with pytest.raises(Invalid) as raised:
        check_facts(FACTS, given)
    return list(raised.value.problems)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("demand", True),
        ("demand", False),
        ("kind", "talk"),
        ("topics", frozenset()),
        ("topics", frozenset({"water", "robots"})),
        ("jobs", 0),
        ("jobs", -2.5),
        ("received_on", date(2024, 2, 29)),
        ("country", "CN"),
    ],
)
def test_a_question_accepts_an_answer_of_its_type(name: str, answer: object) -> None:
    assert FACTS[name].accepts(answer)


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("demand", 1),
        ("demand", "true"),
        ("kind", "war"),
        ("kind", frozenset({"talk"})),
        ("topics", "water"),
        ("topics", frozenset({"water", "war"})),
        ("jobs", True),
        ("jobs", "5"),
        ("jobs", math.nan),
        ("jobs", math.inf),
        ("received_on", "2024-01-01"),
        ("received_on", datetime(2024, 1, 1)),  # noqa: DTZ001 - it cannot be compared with a day
        ("country", "China"),
        ("country", "cn"),
        ("country", "CNX"),
        ("country", 5),
    ],
)
def test_a_question_refuses_what_it_could_not_test(name: str, answer: object) -> None:
    assert not FACTS[name].accepts(answer)


def test_a_question_finds_its_options_by_code() -> None:
    found = FACTS["kind"].option("event")
    assert found is not None
    assert found.text.nl == "event-nl"
    assert FACTS["kind"].option("war") is None


@pytest.mark.parametrize(
    ("name", "answer", "dutch", "english"),
    [
        ("demand", None, "onbekend", "unknown"),
        ("demand", True, "ja", "yes"),
        ("demand", False, "nee", "no"),
        ("kind", "talk", "talk-nl", "talk-en"),
        ("topics", frozenset(), "geen", "none"),
        ("topics", frozenset({"seeds", "water"}), "water-nl, seeds-nl", "water-en, seeds-en"),
        ("jobs", 5, "5", "5"),
        ("jobs", 0, "0", "0"),
        ("received_on", date(2024, 6, 1), "2024-06-01", "2024-06-01"),
        ("country", "CN", "CN", "CN"),
    ],
)
def test_an_answer_is_said_in_both_languages(name: str, answer: object, dutch: str, english: str) -> None:
    said = FACTS[name].say
    assert said(answer, "nl") == dutch  # type: ignore[arg-type]  # each is an answer
    assert said(answer, "en") == english  # type: ignore[arg-type]
    assert said(answer, "en-gb") == english  # type: ignore[arg-type]


def test_what_is_possible_is_the_options_or_the_type() -> None:
    assert FACTS["kind"].allowed == "talk, event, visit"
    assert FACTS["jobs"].allowed == "number"


def test_answers_that_fit_are_facts() -> None:
    assert check_facts(FACTS, dict(KNOWN)) == KNOWN


@pytest.mark.parametrize("answer", [["water", "seeds"], ("water", "seeds"), {"water", "seeds"}])
def test_several_answers_become_a_set(answer: object) -> None:
    assert check_facts(FACTS, {"topics": answer}) == {"topics": frozenset({"water", "seeds"})}


def test_unknown_is_an_answer_to_every_question() -> None:
    unknown = dict.fromkeys(FACTS)
    assert check_facts(FACTS, unknown) == unknown


def test_all_misfits_are_reported_at_once() -> None:
    assert problems_of({"wrong": 1, "kind": "war", "demand": True, "jobs": "x"}) == [
        Problem("facts.unknown-fact", "wrong", {"fact": "wrong"}),
        Problem("facts.not-an-answer", "kind", {"answer": "war", "allowed": "talk, event, visit"}),
        Problem("facts.not-an-answer", "jobs", {"answer": "x", "allowed": "number"}),
    ]


@pytest.mark.parametrize("answer", [[["water"]], [{"code": "water"}], {"code": "water"}])
def test_a_nested_answer_is_no_answer(answer: object) -> None:
    (problem,) = problems_of({"topics": answer})
    assert (problem.code, problem.where) == ("facts.not-an-answer", "topics")


def test_a_list_is_no_answer_to_a_question_with_one_answer() -> None:
    (problem,) = problems_of({"kind": ["talk"]})
    assert problem.code == "facts.not-an-answer"


def test_a_question_with_several_answers_can_have_none() -> None:
    assert check_facts({"x": fact("x", FactType.SEVERAL, "a")}, {"x": []}) == {"x": frozenset()}

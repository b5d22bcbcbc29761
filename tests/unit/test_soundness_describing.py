"""A box of cases in words says exactly those cases."""

from datetime import date
from random import Random

import pytest

from openkader.kader import Fact, FactType
from openkader.kader.conditions import Not, Operator
from openkader.kader.conditions import Test as FactTest  # pytest would collect its own name
from openkader.kader.program import Program
from openkader.kader.soundness.describing import Describer, condition_of
from openkader.kader.soundness.domains import Classes, Space
from openkader.kader.soundness.meaning import space_of
from openkader.kader.soundness.regions import Box
from tests.unit.kader_factories import fact, listing
from tests.unit.small_kaders import ANSWERS, small_kader

TOPICS = fact("s", FactType.SEVERAL, "k", "l", "m", "n")


@pytest.mark.parametrize("start", range(10))
def test_the_condition_of_some_classes_holds_for_their_answers_and_no_others(start: int) -> None:
    draw = Random(start)  # noqa: S311 - the same every time
    for seed in range(start, 400, 10):
        for name, domain in space_of(small_kader(seed)).domains.items():
            if isinstance(domain, Classes) and len(domain.members) > 1:
                known = draw.sample(range(len(domain.members)), draw.randrange(1, len(domain.members)))
                says_exactly(domain, name, known)


def says_exactly(domain: Classes, name: str, known: list[int]) -> None:
    condition = condition_of(domain, known)
    program = Program([condition], ())
    for value in ANSWERS[name]:
        place = domain.place(value)[domain.first]
        assert program.run({name: value}).truth(condition) is (place in known), (value, condition)


def said(asked: Fact, tests: list[FactTest], box: Box, language: str = "en") -> str:
    lists = {"named": listing("named", "k", "l")}
    return Describer(Space([asked], tests), lists, language).say(box)


def several(operator: Operator, operand: int | frozenset[str], listed: str | None = None) -> FactTest:
    return FactTest("s", operator, operand, listed)


ANY = several(Operator.HAS_ANY, frozenset("kl"), "named")
ALL = several(Operator.HAS_ALL, frozenset("kl"))
THREE = several(Operator.COUNT_AT_LEAST, 3)


@pytest.mark.parametrize(
    ("tests", "box", "words"),
    [
        ([ANY], {}, "in every case"),
        ([ANY], {0: {1}}, "s (en): not yet known"),
        ([ANY], {0: {0}}, "s (en): known, whatever it is"),
        ([ANY], {0: {0}, 1: {1}}, "s (en) is on the list ‘named (en)’"),
        ([ANY], {0: {0}, 1: {0}}, "s (en) is not on the list ‘named (en)’"),
        ([ALL], {0: {0}, 1: {2}}, "s (en) include ‘k-en’ and ‘l-en’"),
        ([ALL], {0: {0}, 1: {0, 1}}, "s (en) do not include ‘k-en’ and ‘l-en’"),
        ([ALL], {0: {0}, 1: {1}}, "of ‘k-en’ and ‘l-en’ exactly 1 hold"),
        ([THREE], {0: {0}, 1: {0}}, "not: s (en)"),
        ([THREE], {0: {0}, 1: {1, 2, 3}}, "s (en)"),
        ([THREE], {0: {0}, 1: {3}}, "of ‘k-en’ and ‘l-en’ and ‘m-en’ and ‘n-en’ at least 3 hold"),
        ([THREE], {0: {0}, 1: {0, 2}}, "of ‘k-en’ and ‘l-en’ and ‘m-en’ and ‘n-en’ exactly 0 or 2 hold"),
        ([THREE, ANY], {0: {0}, 1: {0}, 2: {1, 2}}, "s (en) include ‘m-en’ or ‘n-en’"),
    ],
)
def test_several_options_in_words(tests: list[FactTest], box: dict[int, set[int]], words: str) -> None:
    found = said(TOPICS, tests, {variable: frozenset(held) for variable, held in box.items()})
    assert words in found


@pytest.mark.parametrize(
    ("held", "words"),
    [
        ({2}, "c (en): not yet known"),
        ({0, 1}, "c (en): known, whatever it is"),
        ({0}, "c (en) is ‘x-en’"),
        ({1}, "c (en) is not ‘x-en’"),
        ({0, 2}, "(c (en) is ‘x-en’, or that is not yet known)"),
    ],
)
def test_a_choice_in_words(held: set[int], words: str) -> None:
    asked = fact("c", FactType.CHOICE, "x", "y", "z")
    tests = [
        FactTest("c", Operator.ONE_OF, frozenset("x"), "gone")
    ]  # a list that both do not share is not named
    assert said(asked, tests, {0: frozenset(held)}) == words


def test_numbers_and_days_from_one_to_another() -> None:
    numbers = [FactTest("n", Operator.AT_LEAST, 1), FactTest("n", Operator.AT_MOST, 5)]
    space = Space([fact("n", FactType.NUMBER)], numbers)
    box = {0: frozenset(space.place({"n": value})[0] for value in (0, 9))}
    assert Describer(space, {}, "en").say(box) == "(not: n (en) is at least 1 or not: n (en) is at most 5)"
    between = {0: frozenset([space.place({"n": 3})[0]])}
    assert Describer(space, {}, "en").say(between) == "n (en) is at least 1 and n (en) is at most 5"
    days = [FactTest("d", Operator.SINCE, date(2024, 1, 1)), FactTest("d", Operator.BEFORE, date(2025, 1, 1))]
    space = Space([fact("d", FactType.DATE)], days)
    between = {0: frozenset([space.place({"d": date(2024, 6, 1)})[0]])}
    words = Describer(space, {}, "en").say(between)
    assert words == "d (en) is on or after 2024-01-01 and d (en) is before 2025-01-01"


def test_a_country_that_no_rule_names_has_no_code() -> None:
    tests = [FactTest("l", Operator.ONE_OF, frozenset(["CN"]))]
    space = Space([fact("l", FactType.COUNTRY)], tests)
    case = space.case({0: 1})
    assert Describer(space, {}, "nl").answers(case) == ["l (nl): een ander land dan de genoemde"]
    assert Describer(space, {}, "nl").answers({"l": "CN"}) == ["l (nl): CN"]
    assert Describer(space, {}, "nl").answers({"l": None}) == []
    assert condition_of(space.domains["l"], [1]) == Not(tests[0])  # type: ignore[arg-type]  # of a country

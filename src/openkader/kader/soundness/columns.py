"""The classes of values of one fact that the rows of a table can tell apart.

Two values of a class pass and fail the same tests, so one of them stands for all. Unknown is a
class of its own, the last: a test says nothing about it. A set of classes is an integer with a bit for each.
"""

import math
import sys
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from string import ascii_uppercase
from typing import Any, TypeAlias

from openkader.kader.conditions import Operator, Test
from openkader.kader.facts import Fact, FactType, Value

Classes: TypeAlias = int
MOST_CLASSES = 4096  # of several options at once; more is left to who can do with less than all of them
# Codes that no country has come first, so that one of them stands for all that the rules do not name.
COUNTRIES = tuple(one + two for one in f"X{ascii_uppercase}" for two in ascii_uppercase)


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One fact: a value of each class, the unknown last, and of each test the classes that pass it."""

    fact: str
    samples: tuple[Value | None, ...]
    passing: Mapping[Test, Classes]
    is_ordered: bool

    @property
    def size(self) -> int:
        """How many classes there are, the unknown among them."""
        return len(self.samples)

    @property
    def every(self) -> Classes:
        """All classes."""
        return (1 << len(self.samples)) - 1

    @property
    def unknown(self) -> Classes:
        """The class of a question that nobody answered."""
        return 1 << len(self.samples) - 1


def column_of(fact: Fact, tests: Iterable[Test]) -> Column | None:
    """The column of a fact under these tests; None where they make too many classes, or a test is not meant so."""
    distinct = list(dict.fromkeys(tests))
    if not all(_is_meant(fact, test) for test in distinct):
        return None
    match fact.type:
        case FactType.NUMBER:
            return _ordered(fact, distinct, _number_between)
        case FactType.DATE:
            return _ordered(fact, distinct, _day_between)
        case FactType.SEVERAL:
            return _several(fact, distinct)
    return _separate(fact, distinct)


_ONE = frozenset({Operator.IS, Operator.ONE_OF})
_READINGS: Mapping[FactType, frozenset[Operator]] = {
    FactType.TRUTH: frozenset({Operator.IS}),
    FactType.CHOICE: _ONE,
    FactType.COUNTRY: _ONE,
    FactType.NUMBER: frozenset({Operator.IS, Operator.AT_LEAST, Operator.AT_MOST}),
    FactType.DATE: frozenset({Operator.IS, Operator.BEFORE, Operator.SINCE}),
    FactType.SEVERAL: frozenset({Operator.HAS_ANY, Operator.HAS_ALL, Operator.COUNT_AT_LEAST}),
}


def _is_meant(fact: Fact, test: Test) -> bool:
    """Whether answers to the fact can be put to the test; nothing lies between endless numbers."""
    if fact.type is FactType.NUMBER and not abs(float(str(test.operand))) <= sys.float_info.max:
        return False
    return test.operator in _READINGS[fact.type]


def _column(fact: Fact, samples: list[Value], passing: dict[Test, Classes], ordered: bool = False) -> Column:
    return Column(fact=fact.id, samples=(*samples, None), passing=passing, is_ordered=ordered)


# --- truths, choices, countries: values that stand beside each other ---------------


def _separate(fact: Fact, tests: list[Test]) -> Column:
    values: tuple[Value, ...] = (False, True)
    if fact.type is not FactType.TRUTH:
        values = tuple(option.code for option in fact.options) if fact.options else COUNTRIES
    signs: dict[Value, int] = dict.fromkeys(values, 0)
    for place, test in enumerate(tests):
        for value in _named(test):
            if value in signs:
                signs[value] |= 1 << place
    samples: dict[int, Value] = {}
    for value, sign in signs.items():
        samples.setdefault(sign, value)
    passing = {test: _bits(sign >> place & 1 for sign in samples) for place, test in enumerate(tests)}
    return _column(fact, list(samples.values()), passing)


def _named(test: Test) -> Iterable[Value]:
    return test.operand if isinstance(test.operand, frozenset) else (test.operand,)


def _bits(truths: Iterable[object]) -> Classes:
    """A bit for each truth."""
    return sum(1 << place for place, truth in enumerate(truths) if truth)


# --- numbers and days: values in a row, cut by the tests ---------------------------

# A cut lies before a value (0) or after it (1).
_Cut: TypeAlias = tuple[Any, int]
_CUTS: Mapping[Operator, tuple[int, ...]] = {
    Operator.AT_LEAST: (0,),
    Operator.SINCE: (0,),
    Operator.BEFORE: (0,),
    Operator.AT_MOST: (1,),
    Operator.IS: (0, 1),
}


def _ordered(
    fact: Fact, tests: list[Test], between: Callable[[_Cut | None, _Cut | None], Value | None]
) -> Column:
    """The stretches between the cuts; two cuts with nothing between them make no class."""
    cuts = sorted({(test.operand, side) for test in tests for side in _CUTS[test.operator]})
    ends: list[_Cut | None] = [None, *cuts, None]
    found = [between(low, high) for low, high in pairwise(ends)]
    samples = [sample for sample in found if sample is not None]
    first = [0]  # of each stretch, how many classes lie before it
    for sample in found:
        first.append(first[-1] + (sample is not None))
    known = (1 << len(samples)) - 1

    def below(value: Any, side: int) -> Classes:
        return (1 << first[bisect_left(cuts, (value, side)) + 1]) - 1

    passing = {test: _stretch(test, known, below) for test in tests}
    return _column(fact, samples, passing, ordered=True)


def _stretch(test: Test, known: Classes, below: Callable[[Any, int], Classes]) -> Classes:
    match test.operator:
        case Operator.AT_MOST:
            return below(test.operand, 1)
        case Operator.BEFORE:
            return below(test.operand, 0)
        case Operator.IS:
            return below(test.operand, 1) & ~below(test.operand, 0)
    return known & ~below(test.operand, 0)


def _number_between(low: _Cut | None, high: _Cut | None) -> Value | None:
    """A number between two cuts, a round one where there is one."""
    if low is None:
        return _number_before(high)
    start: int | float = low[0]
    if not low[1]:
        return start
    above = math.floor(start) + 1
    if high is None or above < high[0]:
        return above
    near = (start + high[0]) / 2, math.nextafter(start, math.inf)
    return next((number for number in near if start < number < high[0]), None)


def _number_before(high: _Cut | None) -> Value:
    if high is None:
        return 0
    end: int | float = high[0]
    return end if high[1] else math.ceil(end) - 1


def _day_between(low: _Cut | None, high: _Cut | None) -> Value | None:
    """A day between two cuts; days are whole, so there may be none."""
    start = date.min.toordinal() if low is None else low[0].toordinal() + low[1]
    end = date.max.toordinal() + 1 if high is None else high[0].toordinal() + high[1]
    if low is None and high is not None:
        start = max(start, end - 1)
    return date.fromordinal(start) if start < end else None


# --- several options at once --------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _State:
    """What the tests know of a set of options: which it touches, which it lacks something of, how many."""

    touched: int = 0
    lacking: int = 0
    count: int = 0


def _several(fact: Fact, tests: list[Test]) -> Column | None:
    most = max((_count(test) for test in tests if test.operator is Operator.COUNT_AT_LEAST), default=0)
    codes = {option.code for option in fact.options}
    never = _bits(test.operator is Operator.HAS_ALL and bool(_codes(test) - codes) for test in tests)
    states: dict[_State, frozenset[str]] = {_State(lacking=never): frozenset()}
    for option in fact.options:
        states = _with_or_without(states, option.code, tests, most)
        if len(states) > MOST_CLASSES:
            return None
    # One too few and two too few pass the same tests, and are one class.
    found: dict[tuple[bool, ...], frozenset[str]] = {}
    for state, held in states.items():
        found.setdefault(tuple(_holds(test, place, state) for place, test in enumerate(tests)), held)
    passing = {test: _bits(truths[place] for truths in found) for place, test in enumerate(tests)}
    return _column(fact, list(found.values()), passing)


def _with_or_without(
    states: dict[_State, frozenset[str]], code: str, tests: list[Test], most: int
) -> dict[_State, frozenset[str]]:
    """The same sets, and those with one option more."""
    touches = _bits(test.operator is Operator.HAS_ANY and code in _codes(test) for test in tests)
    needs = _bits(test.operator is Operator.HAS_ALL and code in _codes(test) for test in tests)
    found: dict[_State, frozenset[str]] = {}
    for state, held in states.items():
        found.setdefault(_State(state.touched, state.lacking | needs, state.count), held)
        count = min(state.count + 1, most)
        found.setdefault(_State(state.touched | touches, state.lacking, count), held | {code})
    return found


def _codes(test: Test) -> frozenset[str]:
    return test.operand if isinstance(test.operand, frozenset) else frozenset()


def _count(test: Test) -> int:
    return int(str(test.operand))


def _holds(test: Test, place: int, state: _State) -> bool:
    match test.operator:
        case Operator.HAS_ANY:
            return bool(state.touched >> place & 1)
        case Operator.HAS_ALL:
            return not state.lacking >> place & 1
    return state.count >= _count(test)

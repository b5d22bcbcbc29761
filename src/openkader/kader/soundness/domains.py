"""The answers to a question that a kader can tell apart, and one more: no answer.

Answers of which every test says the same are one class. So a date has as many classes as there
are stretches between the days that the rules name, and a country as many as the rules speak of
and one for all others. What is proved of the classes is proved of every answer.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain, pairwise
from typing import Any, TypeAlias

from openkader.kader.conditions import Operator, Test, Truth
from openkader.kader.facts import Fact, FactType, Value
from openkader.kader.program import tests_alone
from openkader.kader.soundness.diagrams import Assignment, Diagram, Diagrams

_ANSWERED, _UNANSWERED = 0, 1
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_OTHER_COUNTRIES = tuple(f"{first}{second}" for first in f"X{_LETTERS}" for second in _LETTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """A question with one answer: one variable, of which the last class is that nobody answered.

    `members` are the answers of each class; where there is no end of them, one that stands for all.
    """

    fact: Fact
    first: int
    tests: tuple[Test, ...]
    members: tuple[tuple[Value, ...], ...]
    places: Mapping[tuple[Truth, ...], int]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many classes each variable has."""
        return (len(self.members) + 1,)

    def value(self, case: Assignment) -> Value | None:
        """An answer of the class that the case has; where it does not matter, none."""
        place = case.get(self.first, len(self.members))
        return None if place == len(self.members) else self.members[place][0]

    def place(self, value: Value | None) -> Assignment:
        """The class of an answer."""
        if value is None:
            return {self.first: len(self.members)}
        return {self.first: self.places[_said_of(value, self.fact.id, self.tests)]}

    def answered(self, diagrams: Diagrams) -> Diagram:
        """Where somebody answered it."""
        return diagrams.within(self.first, range(len(self.members)))

    def truths(self, test: Test, diagrams: Diagrams) -> tuple[Diagram, Diagram]:
        """Where the test is true, and where it is false."""
        asked = self.tests.index(test)
        found = {place: said[asked] for said, place in self.places.items()}
        is_true = [place for place, truth in found.items() if truth]
        is_false = [place for place, truth in found.items() if truth is False]
        return diagrams.within(self.first, is_true), diagrams.within(self.first, is_false)


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """A question with several answers: a variable for whether it was answered, and one for each group of options.

    The options of a group are alike to every test, so that only counts how many of them were chosen:
    `levels` are the numbers that make a difference, each standing for all up to the next.
    """

    fact: Fact
    first: int
    tests: tuple[Test, ...]
    groups: tuple[tuple[str, ...], ...]
    levels: tuple[tuple[int, ...], ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many classes each variable has."""
        return (2, *(len(levels) for levels in self.levels))

    def value(self, case: Assignment) -> Value | None:
        """An answer of the classes that the case has; where it does not matter, none."""
        if case.get(self.first, _UNANSWERED) == _UNANSWERED:
            return None
        numbers = (levels[case.get(place, 0)] for place, levels in enumerate(self.levels, self.first + 1))
        return frozenset(
            chain.from_iterable(group[:number] for group, number in zip(self.groups, numbers, strict=True))
        )

    def place(self, value: Value | None) -> Assignment:
        """The classes of an answer."""
        if not isinstance(value, frozenset):
            return {self.first: _UNANSWERED}
        case = {self.first: _ANSWERED}
        for place, (group, levels) in enumerate(zip(self.groups, self.levels, strict=True), self.first + 1):
            number = len(value.intersection(group))
            case[place] = max(at for at, level in enumerate(levels) if level <= number)
        return case

    def truths(self, test: Test, diagrams: Diagrams) -> tuple[Diagram, Diagram]:
        """Where the test is true, and where it is false."""
        holds = self._holds(test, diagrams)
        answered = self.answered(diagrams)
        return diagrams.both(answered, holds), diagrams.both(answered, diagrams.inverse(holds))

    def answered(self, diagrams: Diagrams) -> Diagram:
        """Where somebody answered it."""
        return diagrams.within(self.first, [_ANSWERED])

    def apart(self, diagrams: Diagrams) -> Diagram:
        """Where it was answered, or nothing was chosen."""
        nothing = diagrams.always
        for place in range(self.first + 1, self.first + len(self.sizes)):
            nothing = diagrams.both(nothing, diagrams.within(place, [0]))
        return diagrams.either(self.answered(diagrams), nothing)

    def _holds(self, test: Test, diagrams: Diagrams) -> Diagram:
        if test.operator is Operator.COUNT_AT_LEAST:
            return self._at_least(int(test.operand), 0, diagrams)  # type: ignore[arg-type]  # of a count
        is_any = test.operator is Operator.HAS_ANY
        found = diagrams.never if is_any else diagrams.always
        for place, (group, levels) in enumerate(zip(self.groups, self.levels, strict=True), self.first + 1):
            if group[0] in test.operand:  # type: ignore[operator]  # options
                least = 1 if is_any else len(group)
                part = diagrams.within(place, [at for at, level in enumerate(levels) if level >= least])
                found = diagrams.either(found, part) if is_any else diagrams.both(found, part)
        return found

    def _at_least(self, number: int, group: int, diagrams: Diagrams) -> Diagram:
        """That of this group and those after it at least so many options were chosen."""
        if number <= 0:
            return diagrams.always
        if group == len(self.groups):
            return diagrams.never
        rest = (self._at_least(number - level, group + 1, diagrams) for level in self.levels[group])
        return diagrams.ask(self.first + 1 + group, tuple(rest))


Domain: TypeAlias = Classes | Groups


class Space:
    """All cases that the tests can tell apart: each question with its classes, and the diagrams over them."""

    def __init__(self, facts: Iterable[Fact], tests: Iterable[Test]) -> None:
        self._strange: frozenset[str] = frozenset()
        asked: dict[str, dict[Test, None]] = {}
        for test in tests:
            asked.setdefault(test.fact, {})[test] = None
        self.domains: dict[str, Domain] = {}
        first = 0
        for fact in facts:
            if fact.id in asked:
                domain = _domain(fact, first, tuple(asked[fact.id]))
                self.domains[fact.id] = domain
                first += len(domain.sizes)
        self.diagrams = Diagrams([size for one in self.domains.values() for size in one.sizes])
        self.facts = {
            place: name
            for name, one in self.domains.items()
            for place in range(one.first, one.first + len(one.sizes))
        }

    def answered(self) -> Diagram:
        """The cases in which every question is answered."""
        found = self.diagrams.always
        for domain in self.domains.values():
            found = self.diagrams.both(found, domain.answered(self.diagrams))
        return found

    def without(self, facts: Collection[str]) -> "Space":
        """The same cases, seen by a kader that does not understand the answers to these questions."""
        seen = copy(self)
        seen._strange = frozenset(facts)
        return seen

    def apart(self) -> Diagram:
        """Each case once: of a question with several answers that nobody answered, nothing was chosen."""
        found = self.diagrams.always
        for domain in self.domains.values():
            if isinstance(domain, Groups):
                found = self.diagrams.both(found, domain.apart(self.diagrams))
        return found

    def truths(self, test: Test) -> tuple[Diagram, Diagram]:
        """Where a test is true, and where it is false; elsewhere it is unknown."""
        if test.fact in self._strange:
            return self.diagrams.never, self.diagrams.never
        return self.domains[test.fact].truths(test, self.diagrams)

    def case(self, assignment: Assignment) -> dict[str, Value | None]:
        """A case with these classes; questions that do not matter have no answer."""
        return {name: domain.value(assignment) for name, domain in self.domains.items()}

    def place(self, facts: Mapping[str, Value | None]) -> Assignment:
        """The classes of a case; questions that it does not have are unknown."""
        found: Assignment = {}
        for name, domain in self.domains.items():
            found |= domain.place(facts.get(name))
        return found

    def classes(self, fact: str) -> int:
        """How many answers to a question can be told apart, no answer aside."""
        domain = self.domains[fact]
        if isinstance(domain, Classes):
            return len(domain.members)
        number = 1
        for levels in domain.levels:
            number *= len(levels)
        return number


def _domain(fact: Fact, first: int, tests: tuple[Test, ...]) -> Domain:
    if fact.type is FactType.SEVERAL:
        groups = _groups(fact, tests)
        levels = tuple(_levels(group, tests) for group in groups)
        return Groups(fact=fact, first=first, tests=tests, groups=groups, levels=levels)
    members: dict[tuple[Truth, ...], list[Value]] = {}
    for value in _answers(fact, tests):
        members.setdefault(_said_of(value, fact.id, tests), []).append(value)
    places = {said: place for place, said in enumerate(members)}
    return Classes(
        fact=fact, first=first, tests=tests, members=tuple(map(tuple, members.values())), places=places
    )


def _said_of(value: Value, fact: str, tests: tuple[Test, ...]) -> tuple[Truth, ...]:
    """What the evaluator says of an answer, test by test."""
    trace = tests_alone(tests).run({fact: value})
    return tuple(trace.truth(test) for test in tests)


def _answers(fact: Fact, tests: Sequence[Test]) -> Iterable[Value]:
    """Answers of which every class has at least one."""
    match fact.type:
        case FactType.TRUTH:
            return (True, False)
        case FactType.CHOICE:
            return (option.code for option in fact.options)
        case FactType.COUNTRY:
            named = sorted(set(_operands(tests)))
            other = next(one for one in _OTHER_COUNTRIES if one not in named)
            return (*named, other)
        case FactType.NUMBER:
            return _numbers(sorted(set(_operands(tests))))
    return _days(sorted(set(_operands(tests))))


def _operands(tests: Iterable[Test]) -> Iterator[Any]:
    for test in tests:
        if isinstance(test.operand, frozenset):
            yield from test.operand
        else:
            yield test.operand


def _numbers(named: Sequence[float]) -> Iterator[Value]:
    """The numbers that the rules name, one on each side of them, and one between each two; whole ones first."""
    yield from named
    yield from (number + step for number in named for step in (-1, 1))
    yield from ((one + other) / 2 for one, other in pairwise(named))


def _days(named: Sequence[date]) -> Iterator[Value]:
    day = timedelta(days=1)
    yield from named
    yield from (near for one in named for near in (one - day, one + day))


def _groups(fact: Fact, tests: Sequence[Test]) -> tuple[tuple[str, ...], ...]:
    """The options that no test tells apart."""
    sets = [test.operand for test in tests if isinstance(test.operand, frozenset)]
    groups: dict[tuple[bool, ...], list[str]] = {}
    for option in fact.options:
        groups.setdefault(tuple(option.code in one for one in sets), []).append(option.code)
    counts = any(test.operator is Operator.COUNT_AT_LEAST for test in tests)
    return tuple(tuple(group) for said, group in groups.items() if counts or any(said))


def _levels(group: Sequence[str], tests: Iterable[Test]) -> tuple[int, ...]:
    """The numbers of chosen options of one group that make a difference."""
    most, levels = 1, {0}
    for test in tests:
        if test.operator is Operator.COUNT_AT_LEAST:
            most = max(most, int(test.operand))  # type: ignore[arg-type]  # of a count
        elif test.operator is Operator.HAS_ALL and group[0] in test.operand:  # type: ignore[operator]  # options
            levels.add(len(group))
    return tuple(sorted(levels | set(range(min(len(group), most) + 1))))

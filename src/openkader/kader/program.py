"""The evaluator: many conditions and tables over one set of facts, with a full trace.

All conditions of a kader are laid out once as a list of steps in the order of
their dependence. Running them fills one truth per different condition, so the
trace is simply all truths: equal conditions are evaluated once, nothing is
skipped, and every explanation reads from the same list.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from openkader.base.errors import Invalid, Problem
from openkader.kader.conditions import AllOf, AnyOf, Condition, Not, Operator, Test, Truth, facts_in, parts_of
from openkader.kader.facts import Facts, Value
from openkader.kader.model import Table

Check: TypeAlias = Callable[[Any], bool]
Truths: TypeAlias = list[Truth]
Values: TypeAlias = dict[str, Value | None]
Step: TypeAlias = Callable[[Values, Truths], None]


@dataclass(frozen=True, slots=True)
class Trace:
    """What one run found: the truth of every condition and the value of every fact."""

    truths: Sequence[Truth]
    values: Mapping[str, Value | None]
    places: Mapping[Condition, int]

    def truth(self, condition: Condition) -> Truth:
        """The truth of a condition that belongs to the program."""
        return self.truths[self.places[condition]]


class Program:
    """The conditions and tables of a kader, ready to run over facts.

    Tables derive facts from facts; a circle of tables is refused with the names
    of the tables in it.
    """

    def __init__(self, conditions: Iterable[Condition], tables: Iterable[Table]) -> None:
        self.places: dict[Condition, int] = {}
        self._steps: list[Step] = []
        self._tests: dict[str, list[tuple[int, Check]]] = {}
        for table in in_order(tuple(tables)):
            for row in table.rows:
                self._lay(row.when)
            self._steps.append(self._derive(table))
        for condition in conditions:
            self._lay(condition)
        self._start: Truths = [None] * len(self.places)

    def run(self, facts: Facts) -> Trace:
        """Evaluate everything over `facts`; a fact that is absent is unknown."""
        truths = self._start.copy()
        values = dict(facts)
        for step in self._steps:
            step(values, truths)
        return Trace(truths, values, self.places)

    def _lay(self, condition: Condition) -> int:
        """Give the condition its place, after the places of its parts."""
        place = self.places.get(condition)
        if place is not None:
            return place
        parts = [self._lay(part) for part in parts_of(condition)]
        place = self.places[condition] = len(self.places)
        if isinstance(condition, Test):
            self._test(condition, place)
        else:
            self._steps.append(_combine(condition, parts, place))
        return place

    def _test(self, test: Test, place: int) -> None:
        """Tests on one fact share a step, so that each fact is looked up once."""
        checks = self._tests.get(test.fact)
        if checks is None:
            checks = self._tests[test.fact] = []
            self._steps.append(_look_up(test.fact, checks))
        checks.append((place, _check(test)))

    def _derive(self, table: Table) -> Step:
        fact, otherwise = table.gives, table.otherwise
        rows = [(self.places[row.when], row.value) for row in table.rows]

        def derive(values: Values, truths: Truths) -> None:
            # The first row that holds decides. A row before it that may yet hold
            # leaves the value unknown, unless all these rows give the same value.
            possible: set[Value | None] = set()
            for place, value in rows:
                truth = truths[place]
                if truth is not False:
                    possible.add(value)
                    if truth:
                        break
            else:
                possible.add(otherwise)
            values[fact] = possible.pop() if len(possible) == 1 else None

        return derive


def _look_up(fact: str, checks: list[tuple[int, Check]]) -> Step:
    def look_up(values: Values, truths: Truths) -> None:
        value = values.get(fact)
        if value is not None:
            for place, check in checks:
                truths[place] = check(value)

    return look_up


def _combine(condition: AllOf | AnyOf | Not, parts: list[int], place: int) -> Step:
    match condition:
        case AllOf():
            return _fold(parts, place, ends=False)
        case AnyOf():
            return _fold(parts, place, ends=True)
    return _negate(parts[0], place)


def _fold(parts: list[int], place: int, *, ends: bool) -> Step:
    """`all` ends at the first false, `any` at the first true; else one unknown makes it unknown."""

    def fold(_: Values, truths: Truths) -> None:
        result: Truth = not ends
        for part in parts:
            truth = truths[part]
            if truth is ends:
                result = ends
                break
            if truth is None:
                result = None
        truths[place] = result

    return fold


def _negate(part: int, place: int) -> Step:
    def negate(_: Values, truths: Truths) -> None:
        truth = truths[part]
        truths[place] = None if truth is None else not truth

    return negate


def _check(test: Test) -> Check:
    """The test as a function of a known value."""
    operand: Any = test.operand
    checks: dict[Operator, Check] = {
        Operator.IS: lambda value: bool(value == operand),
        Operator.ONE_OF: lambda value: value in operand,
        Operator.HAS_ANY: lambda value: not operand.isdisjoint(value),
        Operator.HAS_ALL: lambda value: bool(operand <= value),
        Operator.AT_LEAST: lambda value: bool(value >= operand),
        Operator.AT_MOST: lambda value: bool(value <= operand),
        Operator.BEFORE: lambda value: bool(value < operand),
        Operator.SINCE: lambda value: bool(value >= operand),
        Operator.COUNT_AT_LEAST: lambda value: len(value) >= operand,
    }
    return checks[test.operator]


def in_order(tables: tuple[Table, ...]) -> list[Table]:
    """The tables so that each comes after those that derive its facts."""
    waiting = {table.gives: table for table in tables}
    needs = {
        table.gives: {fact for row in table.rows for fact in facts_in(row.when) if fact in waiting}
        for table in tables
    }
    ordered: list[Table] = []
    while waiting:
        ready = [name for name in waiting if not needs[name] & waiting.keys()]
        if not ready:
            circle = _circle(set(waiting), needs)
            where = next(table.where for table in tables if table.gives in circle)
            raise Invalid([Problem("kader.circle", where, {"tables": ", ".join(sorted(circle))})])
        ordered += [waiting.pop(name) for name in ready]
    return ordered


def _circle(waiting: set[str], needs: Mapping[str, set[str]]) -> set[str]:
    """The tables that wait for each other, without those that only wait for them."""
    while loose := waiting - {fact for name in waiting for fact in needs[name]}:
        waiting = waiting - loose
    return waiting

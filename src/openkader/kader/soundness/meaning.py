"""What a kader says of every case at once: its conditions, derived facts and proposal as diagrams.

The evaluator (`kader.program`, `kader.assessing`) says it of one case. Both read the same
conditions; a property test holds them against each other on every case of small kaders.
"""

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from openkader.kader.assessing import conditions_of
from openkader.kader.conditions import AllOf, Condition, Not, Test, tests_in
from openkader.kader.facts import Fact, Value
from openkader.kader.model import Kader, Outcome, ProposalRow, Table
from openkader.kader.program import Program, in_order
from openkader.kader.sections import CASE
from openkader.kader.soundness.diagrams import Diagram
from openkader.kader.soundness.domains import Space


class Truths(NamedTuple):
    """Where a condition is true and where it is false; where it is neither, it is unknown."""

    true: Diagram
    false: Diagram


def space_of(*kaders: Kader) -> Space:
    """The cases that at least one of these kaders can tell apart.

    A question that two kaders ask with other options has the options of both. One of which the type
    changed is asked as the first of them asks it; the other does not understand the answer (`Space.without`).
    """
    facts: dict[str, Fact] = {}
    tests: list[Test] = []
    for kader in kaders:
        facts |= {fact.id: _asked_by_both(facts.get(fact.id, fact), fact) for fact in kader.asked}
        derived = {table.gives for table in kader.tables if table.over == CASE}
        conditions = [*conditions_of(kader), *(one.never for one in kader.constraints)]
        conditions += [row.when for table in kader.tables if table.over == CASE for row in table.rows]
        strange = {fact.id for fact in kader.asked if fact.type is not facts[fact.id].type}
        left_out = derived | strange
        tests += [test for one in conditions for test in tests_in(one) if test.fact not in left_out]
    return Space(facts.values(), tests)


def _asked_by_both(first: Fact, other: Fact) -> Fact:
    """A question with the options of two kaders."""
    if first.type is not other.type:
        return first
    known = {option.code for option in first.options}
    more = tuple(option for option in other.options if option.code not in known)
    return replace(first, options=(*first.options, *more)) if more else first


class Rules:
    """Conditions, and tables that derive facts, over a space of cases."""

    def __init__(self, space: Space, tables: Iterable[Table]) -> None:
        self.space, self._diagrams = space, space.diagrams
        self._truths: dict[Condition, Truths] = {}
        self._derived: dict[str, Diagram] = {}
        for table in in_order(tuple(tables)):
            self._derive(table)

    def truths(self, condition: Condition) -> Truths:
        """Where a condition is true, and where it is false."""
        found = self._truths.get(condition)
        if found is None:
            found = self._truths[condition] = self._truths_of(condition)
        return found

    def unknown(self, condition: Condition) -> Diagram:
        """Where a condition is neither true nor false."""
        true, false = self.truths(condition)
        return self._diagrams.inverse(self._diagrams.either(true, false))

    def somewhere(self, conditions: Iterable[Condition]) -> Diagram:
        """Where at least one of these conditions is true."""
        found = self._diagrams.never
        for condition in conditions:
            found = self._diagrams.either(found, self.truths(condition).true)
        return found

    def _truths_of(self, condition: Condition) -> Truths:
        match condition:
            case Test(fact) if fact in self._derived:
                return self._of_derived(condition)
            case Test():
                return Truths(*self.space.truths(condition))
            case Not(part):
                true, false = self.truths(part)
                return Truths(false, true)
        return self._folded(condition.parts, all_of=isinstance(condition, AllOf))

    def _folded(self, parts: Iterable[Condition], *, all_of: bool) -> Truths:
        both, either = self._diagrams.both, self._diagrams.either
        true, false = (
            (self._diagrams.always, self._diagrams.never)
            if all_of
            else (self._diagrams.never, self._diagrams.always)
        )
        for part in map(self.truths, parts):
            true = both(true, part.true) if all_of else either(true, part.true)
            false = either(false, part.false) if all_of else both(false, part.false)
        return Truths(true, false)

    def _of_derived(self, test: Test) -> Truths:
        """A test on a fact that a table gives: what the evaluator says of each of its values."""
        program = Program([test], ())

        def truth(value: Value | None) -> bool | None:
            return program.run({test.fact: value}).truth(test)

        said = self._diagrams.combine(("test", test), truth, self._derived[test.fact])
        true = self._diagrams.combine("is true", lambda value: value is True, said)
        false = self._diagrams.combine("is false", lambda value: value is False, said)
        return Truths(true, false)

    def _derive(self, table: Table) -> None:
        self._derived[table.gives] = self._value_of(table)

    def _value_of(self, table: Table) -> Diagram:
        """What a table gives: the value of the first row that holds.

        A row before it that may hold leaves it unknown, unless it gives the same.
        """
        found = self._diagrams.end(table.otherwise)
        for row in reversed(table.rows):
            true, false = self.truths(row.when)
            given = self._diagrams.end(row.value)
            open_ = self._diagrams.combine("same", _same, given, found)
            found = self._diagrams.where(true, given, self._diagrams.where(false, found, open_))
        return found

    def value(self, fact: str) -> Diagram:
        """What a derived fact is, case by case."""
        return self._derived[fact]


class Meaning(Rules):
    """One kader over a space of cases."""

    def __init__(self, kader: Kader, space: Space) -> None:
        self.kader = kader
        super().__init__(space, (table for table in kader.tables if table.over == CASE))

    @cached_property
    def possible(self) -> Diagram:
        """The cases that no constraint of the kader rules out."""
        return self._diagrams.inverse(self.somewhere(one.never for one in self.kader.constraints))

    def fired(self, rows: Iterable[ProposalRow]) -> Diagram:
        """Where at least one of these rows holds."""
        return self.somewhere(row.when for row in rows)

    def outcome(self) -> Diagram:
        """The proposed outcome, case by case, as the assessor proposes it."""
        where, end = self._diagrams.where, self._diagrams.end
        found = end(Outcome.HOLD)  # a case that no row decides
        for outcome in Outcome:
            mine = self.fired(row for row in self.kader.proposal if row.outcome is outcome)
            found = where(mine, end(outcome), found)
            if outcome is Outcome.TAKE_UP_WITH_CONDITIONS:
                found = where(self._left_open(), end(Outcome.HOLD), found)
        return found

    def _left_open(self) -> Diagram:
        """Where a row may yet hold that would make a green light more severe, or add terms to it."""
        found = self._diagrams.never
        for row in self.kader.proposal:
            if row.outcome is not Outcome.TAKE_UP:
                found = self._diagrams.either(found, self.unknown(row.when))
        return found


def _same(one: Value | None, other: Value | None) -> Value | None:
    return one if one == other and isinstance(one, bool) is isinstance(other, bool) else None

"""Conditions as boxes over the facts that they test.

A conjunction of tests, each on one fact, is a box; so is the denial of a choice between such tests. What asks two facts
in one breath, such as "this or that", is none, and is left to the diagrams.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from openkader.kader.conditions import AllOf, AnyOf, Condition, Not, Test, facts_in, tests_in
from openkader.kader.facts import Fact, Value
from openkader.kader.soundness.boxes import Box, Extent
from openkader.kader.soundness.columns import Classes, Column, column_of

# A condition on at most one fact, and whether it has to hold or has to fail.
_Claim: TypeAlias = tuple[Condition, bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The facts that some conditions test, and of each condition the box in which it holds."""

    columns: tuple[Column, ...]
    boxes: tuple[Box, ...]

    @property
    def extent(self) -> Extent:
        """All cases that the conditions can tell apart; where nothing is tested there is one."""
        if not self.columns:
            return Extent((1,), (False,))
        return Extent(
            tuple(column.size for column in self.columns), tuple(column.is_ordered for column in self.columns)
        )

    @property
    def answered(self) -> Box:
        """The cases in which every question is answered."""
        return tuple(column.every & ~column.unknown for column in self.columns) or (1,)

    def case(self, box: Box) -> dict[str, Value | None]:
        """One case in the box; a fact is unknown in it only where it has to be."""
        return {
            column.fact: column.samples[(classes & -classes).bit_length() - 1]
            for column, classes in zip(self.columns, box, strict=False)
        }


def grid_of(conditions: Sequence[Condition], facts: Mapping[str, Fact]) -> Grid | None:
    """The conditions as boxes; None when one of them is no box, or tests what is not among these facts."""
    claims = [_claims(condition, True) for condition in conditions]
    named = dict.fromkeys(fact for condition in conditions for fact in facts_in(condition))
    if None in claims or not named.keys() <= facts.keys():
        return None
    tests: dict[str, list[Test]] = {name: [] for name in facts if name in named}
    for condition in conditions:
        for test in tests_in(condition):
            tests[test.fact].append(test)
    columns = [column_of(facts[name], found) for name, found in tests.items()]
    if None in columns:
        return None
    by_name = {column.fact: (place, column) for place, column in enumerate(columns) if column}
    whole = tuple(column.every for _, column in by_name.values()) or (1,)
    boxes = tuple(_box(found or [], whole, by_name) for found in claims)
    return Grid(columns=tuple(column for _, column in by_name.values()), boxes=boxes)


def _claims(condition: Condition, holds: bool) -> list[_Claim] | None:
    """The condition as claims on one fact each that must all be met; None when it is no such thing."""
    if len(facts_in(condition)) < 2:
        return [(condition, holds)]
    match condition:
        case Not(part):
            return _claims(part, not holds)
        case AllOf(parts) if holds:
            return _together(parts, holds)
        case AnyOf(parts) if not holds or len(parts) == 1:
            return _together(parts, holds)
        case AllOf((part,)):
            return _claims(part, holds)
    return None


def _together(parts: Iterable[Condition], holds: bool) -> list[_Claim] | None:
    found: list[_Claim] = []
    for part in parts:
        claims = _claims(part, holds)
        if claims is None:
            return None
        found += claims
    return found


def _box(claims: Iterable[_Claim], whole: Box, columns: Mapping[str, tuple[int, Column]]) -> Box:
    box = list(whole)
    for condition, holds in claims:
        name = next(iter(facts_in(condition)), None)
        if name is None:
            # Without tests it is true or false of every case, the unanswered among them.
            true, _ = _truths(condition, None)
            box = box if bool(true) is holds else [0] * len(box)
        else:
            place, column = columns[name]
            true, false = _truths(condition, column)
            box[place] &= true if holds else false
    return tuple(box)


def _truths(condition: Condition, column: Column | None) -> tuple[Classes, Classes]:
    """The classes for which the condition is true, and those for which it is false; for the others it is unknown."""
    every = column.every if column else 1
    match condition:
        case Test():
            assert column is not None  # a test has a fact  # noqa: S101
            passing = column.passing[condition]
            return passing, every & ~passing & ~column.unknown
        case Not(part):
            true, false = _truths(part, column)
            return false, true
    found = [_truths(part, column) for part in condition.parts]
    ends = isinstance(condition, AnyOf)  # one part is enough to make it so
    enough, needed = 0, every
    for truths in found:
        enough |= truths[not ends]
        needed &= truths[ends]
    return (enough, needed) if ends else (needed, enough)

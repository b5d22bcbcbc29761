"""Proving a decision table whose rows are boxes: which rows meet, which never count, what no row decides.

Only what the answers themselves can be: a table that leans on what another table derives, or on a constraint that
is no box, is left to the diagrams.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from openkader.kader.conditions import AnyOf, Condition, facts_in
from openkader.kader.facts import Fact, Value
from openkader.kader.model import Kader, Table
from openkader.kader.program import in_order
from openkader.kader.sections import CASE
from openkader.kader.soundness.boxes import Box, Meetings, bits, measure, meetings, shared
from openkader.kader.soundness.gaps import MOST_REGIONS, Gaps, gaps_of, most_work
from openkader.kader.soundness.grids import Grid, grid_of
from openkader.kader.soundness.splitting import Splitter

Case = Mapping[str, Value | None]


class Inside(StrEnum):
    """How of two rows that meet the one lies in the other."""

    NEITHER = "neither"
    FIRST = "first"  # wherever the first row holds, the second does
    SECOND = "second"  # the second row holds nowhere without the first
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two rows that hold in the same cases; they disagree when they give another value."""

    first: int
    second: int
    disagree: bool
    inside: Inside
    size: int
    box: Box


class Standing(StrEnum):
    """Whether a row can be the first that holds."""

    FIRES = "fires"
    UNANSWERED_ONLY = "unanswered_only"  # only where an earlier row waits for an answer
    COVERED = "covered"  # wherever it holds, an earlier row does
    NEVER_HOLDS = "never_holds"
    UNSETTLED = "unsettled"  # too entangled to be told with the work allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Firing:
    """What became of one row, and where it can fire the case in which it does."""

    row: int
    standing: Standing
    box: Box | None = None


@dataclass(frozen=True)
class Boxed:
    """A decision table as boxes: of each row one, and those of the cases that cannot be."""

    grid: Grid
    values: tuple[Value, ...]

    @property
    def rows(self) -> tuple[Box, ...]:
        """The boxes of the rows, in their order."""
        return self.grid.boxes[: len(self.values)]

    @property
    def never(self) -> tuple[Box, ...]:
        """The boxes of what no case can be."""
        return self.grid.boxes[len(self.values) :]

    @cached_property
    def meetings(self) -> Meetings:
        """Which rows meet."""
        return meetings(self.grid.extent, self.rows)

    def case(self, box: Box) -> Case:
        """A case that shows it."""
        return self.grid.case(box)

    def overlaps(self) -> Iterator[Overlap]:
        """Every two rows that meet in a case that can be, as they stand in the table."""
        for first in range(len(self.rows)):
            for second in bits(self.meetings.meets[first] >> first + 1):
                found = self._overlap(first, first + 1 + second)
                if found is not None:
                    yield found

    def largest_overlaps(self) -> list[Overlap]:
        """The same, those with the most cases first."""
        return sorted(self.overlaps(), key=lambda found: -found.size)

    def _overlap(self, first: int, second: int) -> Overlap | None:
        common = shared(self.rows[first], self.rows[second])
        box = self.possible(common)
        if box is None:
            return None
        inside = self.meetings.inside[first] >> second & 1, self.meetings.inside[second] >> first & 1
        return Overlap(
            first=first,
            second=second,
            disagree=self.values[first] != self.values[second],
            inside=_INSIDE[inside],
            size=measure(common),
            box=box,
        )

    def firings(self) -> Iterator[Firing]:
        """Of each row whether it can be the first that holds."""
        for row, box in enumerate(self.rows):
            before = self.meetings.meets[row] & (1 << row) - 1
            yield self._firing(row, box, [*(self.rows[earlier] for earlier in bits(before)), *self.never])

    def _firing(self, row: int, box: Box, before: Sequence[Box]) -> Firing:
        try:
            answered = self._first_free(shared(box, self.grid.answered), before)
            free = answered or self._first_free(box, before)
            if free is None and self.possible(box) is None:
                return Firing(row=row, standing=Standing.NEVER_HOLDS)
        except _Entangled:
            return Firing(row=row, standing=Standing.UNSETTLED)
        standing = Standing.FIRES if answered else Standing.UNANSWERED_ONLY if free else Standing.COVERED
        return Firing(row=row, standing=standing, box=free)

    def _first_free(self, box: Box, taken: Sequence[Box]) -> Box | None:
        """The largest part of the box that the others leave; None when they leave nothing."""
        splitter = Splitter(self.grid.extent, taken)
        splitter.put(box, range(len(taken)))
        free = next(splitter.free(most_work(len(taken))), None)
        if free is None and splitter.waiting:
            raise _Entangled
        return free

    def possible(self, box: Box) -> Box | None:
        """The largest part of the box in which a case can be."""
        if not self.never:
            return box if all(box) else None
        splitter = Splitter(self.grid.extent, self.never)
        splitter.put(box, range(len(self.never)))
        return next(splitter.free(sys.maxsize), None)

    def gaps(self, *, most: int = MOST_REGIONS) -> Gaps:
        """The cases that no row decides; a case with a question open is one as well."""
        return gaps_of(self.grid.extent, self.grid.boxes, most=most)

    def answered_gaps(self, *, most: int = MOST_REGIONS) -> Gaps:
        """The cases that no row decides though every question is answered."""
        return gaps_of(self.grid.extent, self.grid.boxes, self.grid.answered, most=most)


_INSIDE = {
    (0, 0): Inside.NEITHER,
    (1, 0): Inside.FIRST,
    (0, 1): Inside.SECOND,
    (1, 1): Inside.SAME,
}


class _Entangled(Exception):
    """The work allowed was not enough."""


def boxed(
    table: Table,
    facts: Mapping[str, Fact],
    never: Sequence[Condition] = (),
    rests_on: Mapping[str, frozenset[str]] | None = None,
) -> Boxed | None:
    """The table as boxes over these facts; None when a row is no conjunction of tests, each on one fact.

    `never` are conditions that no case meets, and `rests_on` are the facts on which a derived one depends.
    """
    conditions = [row.when for row in table.rows]
    bound = _bound(frozenset().union(*map(facts_in, conditions)), never, rests_on or {})
    grid = grid_of([*conditions, *bound], facts)
    return None if grid is None else Boxed(grid, tuple(row.value for row in table.rows))


def boxed_of(kader: Kader, table: Table) -> Boxed | None:
    """A table of a kader as boxes over what is asked, within what its constraints allow; None when it is none."""
    beside = [other for other in kader.tables if other.over == table.over]
    derived = {other.gives for other in beside}
    known = kader.facts if table.over == CASE else kader.records.get(table.over, {})
    facts = {name: fact for name, fact in known.items() if name not in derived}
    if table.over != CASE:
        return boxed(table, facts)
    never = [part for constraint in kader.constraints for part in _ways(constraint.never)]
    return boxed(table, facts, never, _rests_on(beside))


def _rests_on(tables: Sequence[Table]) -> dict[str, frozenset[str]]:
    """Of each derived fact those on which it depends, also by way of other tables."""
    found: dict[str, frozenset[str]] = {}
    for table in in_order(tuple(tables)):
        facts = frozenset[str]().union(*(facts_in(row.when) for row in table.rows))
        found[table.gives] = facts.union(*(found.get(fact, frozenset()) for fact in facts))
    return found


def _ways(condition: Condition) -> tuple[Condition, ...]:
    """A choice as its parts, each of which is never so."""
    return condition.parts if isinstance(condition, AnyOf) else (condition,)


def _bound(
    facts: frozenset[str], never: Sequence[Condition], rests_on: Mapping[str, frozenset[str]]
) -> list[Condition]:
    """The constraints that bear on these facts, also by way of each other and of what a table derives from them."""
    found: list[Condition] = []
    left = [(one, _with(facts_in(one), rests_on)) for one in never]
    while near := [one for one in left if not one[1] or one[1] & facts]:
        found += [condition for condition, _ in near]
        left = [one for one in left if one not in near]
        facts = facts.union(*(named for _, named in near))
    return found


def _with(facts: frozenset[str], rests_on: Mapping[str, frozenset[str]]) -> frozenset[str]:
    return facts.union(*(rests_on.get(fact, frozenset()) for fact in facts))

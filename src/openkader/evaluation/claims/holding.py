"""What the register holds of a figure in one year, with the rows on each side of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from openkader.evaluation.counting import Count, CountedRow, Row


class Side(StrEnum):
    """Where a row stands towards a figure."""

    COUNTS = "counts"
    MAY_COUNT = "may_count"
    LEFT_OUT = "left_out"  # of the whole, and does not count
    DIFFERS = "differs"  # counts by one definition and not by another


@dataclass(frozen=True, slots=True)
class Bearing:
    """A row that bears on a claim."""

    row: Row
    side: Side


Bearings: TypeAlias = tuple[Bearing, ...]


class Held:
    """A figure over one year; `rows` is how many rows of its collection the register holds at all.

    Many claims may rest on one figure: what follows from its rows is worked out once.
    """

    def __init__(self, count: Count, rows: int) -> None:
        self.count = count
        self.rows = rows

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing of which a number could be a number: 0 of 0 says nothing."""
        whole = self.count.total
        return self.rows == 0 or (whole is not None and whole.high == 0)

    @cached_property
    def counted(self) -> Bearings:
        """The rows that count, and after them those of which that is unknown."""
        return tuple(
            sorted(map(_bearing, self.count.rows), key=lambda bearing: bearing.side is Side.MAY_COUNT)
        )

    @cached_property
    def left_out(self) -> Bearings:
        """The rows of the whole that do not count: what a zero was counted over, what an all falls short of."""
        found = {item.row.reference for item in self.count.rows}
        whole = self.count.total_rows
        return tuple(Bearing(item.row, Side.LEFT_OUT) for item in whole if item.row.reference not in found)

    @property
    def whole_is_unknown(self) -> bool:
        """Whether nobody knows of how many this is a part: a zero is then no counted zero."""
        return self.count.total is not None and self.count.total.high is None

    @cached_property
    def unsure(self) -> tuple[Row, ...]:
        """The rows of which it is unknown whether they count, or belong to the whole."""
        items = (*self.count.rows, *self.count.total_rows)
        return tuple({item.row.reference: item.row for item in items if item.counts is None}.values())

    @cached_property
    def unnumbered(self) -> tuple[Row, ...]:
        """The rows of which nobody knows how many they stand for, among what counts or its whole."""
        rows = {item.row.reference: item.row for item in (*self.count.rows, *self.count.total_rows)}
        return tuple(row for row in rows.values() if row.number is None)

    @cached_property
    def unnamed(self) -> tuple[Row, ...]:
        """The rows that stand for parties without a name, where it matters who is who."""
        if not self.count.figure.distinct or self.count.range.value is not None:
            return ()
        return tuple(item.row for item in self.count.rows if item.row.party is None)


def _bearing(item: CountedRow) -> Bearing:
    return Bearing(item.row, Side.MAY_COUNT if item.counts is None else Side.COUNTS)


def differing(one: Held, other: Held) -> Bearings:
    """The rows that count by one of two definitions and not by the other."""
    left = {(one.count.figure.counts, bearing.row.reference): bearing.row for bearing in one.counted}
    right = {(other.count.figure.counts, bearing.row.reference): bearing.row for bearing in other.counted}
    names = left.keys() ^ right.keys()
    both = {**left, **right}
    return tuple(Bearing(row, Side.DIFFERS) for name, row in both.items() if name in names)


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the register holds, figure by figure, in each year that it knows; a year that is not here it lacks."""

    years: Mapping[int, Mapping[str, Held]]

    def held(self, figure: str, year: int) -> Held | None:
        """The figure in that year; None where the register has no such year."""
        found = self.years.get(year)
        return None if found is None else found[figure]

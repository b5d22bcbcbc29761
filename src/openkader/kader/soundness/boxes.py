"""Rows of a decision table as boxes, and which of them meet.

A row whose condition is a conjunction of tests, each on one fact, holds in a box: of each fact a set of
classes of values. Unknown is a class as well, and belongs to the rows that do not test the fact.
All rows are looked at together: a set of rows is an integer with a bit for each row.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from math import prod
from operator import and_, or_
from typing import TypeAlias

Box: TypeAlias = tuple[int, ...]  # of each column the classes, a bit for each
Rows: TypeAlias = int  # a bit for each row

_FEW = 12  # so few bits are sooner taken off one by one than written out


@dataclass(frozen=True, slots=True)
class Extent:
    """All cases: of each column how many classes it has, and whether they lie in a row."""

    sizes: tuple[int, ...]
    ordered: tuple[bool, ...]

    @property
    def whole(self) -> Box:
        """The box of all cases."""
        return tuple((1 << size) - 1 for size in self.sizes)


def measure(box: Box) -> int:
    """How many combinations of classes the box holds; this is how regions are compared."""
    return prod(map(int.bit_count, box))


def shared(one: Box, other: Box) -> Box:
    """The cases that are in both; some column has no classes left when there are none."""
    return tuple(map(and_, one, other))


def bits(number: int) -> Iterator[int]:
    """The places of the bits, the lowest first."""
    if number.bit_count() < _FEW:
        while number:
            lowest = number & -number
            yield lowest.bit_length() - 1
            number ^= lowest
        return
    written = bin(number)[:1:-1]
    place = written.find("1")
    while place >= 0:
        yield place
        place = written.find("1", place + 1)


def stretches(classes: int) -> Iterator[tuple[int, int]]:
    """The runs of neighbouring classes: from, and up to."""
    while classes:
        start = (classes & -classes).bit_length() - 1
        length = (~(classes >> start) & (classes >> start) + 1).bit_length() - 1
        yield start, start + length
        classes &= -1 << start + length


def by_class(size: int, sets: Sequence[int]) -> list[Rows]:
    """Of each class the rows that have it."""
    turns = [0] * (size + 1)
    for row, classes in enumerate(sets):
        for start, end in stretches(classes):
            turns[start] ^= 1 << row
            turns[end] ^= 1 << row
    found, current = [], 0
    for turn in turns[:-1]:
        current ^= turn
        found.append(current)
    return found


@dataclass(frozen=True, slots=True)
class Meetings:
    """Of each row the rows that it meets, itself among them, and those that it lies inside of."""

    meets: list[Rows]
    inside: list[Rows]


def meetings(extent: Extent, rows: Sequence[Box]) -> Meetings:
    """Which rows have cases in common. A row without cases meets nothing, not even itself."""
    every = (1 << len(rows)) - 1
    meets = [every if all(box) else 0 for box in rows]
    inside = list(meets)
    for column, size in enumerate(extent.sizes):
        sets = [box[column] for box in rows]
        having = by_class(size, sets)
        touch, hold = _Doubled(having, or_), _Doubled(having, and_)
        known = {classes: (touch.over(classes), hold.over(classes)) for classes in {*sets} if classes}
        for row, classes in enumerate(sets):
            if meets[row]:
                touching, holding = known[classes]
                meets[row] &= touching
                inside[row] &= holding
    return Meetings(meets, inside)


class _Doubled:
    """One operation over any stretch of classes in two steps, from stretches of 1, 2, 4, 8 … classes."""

    def __init__(self, rows: list[Rows], operation: Callable[[Rows, Rows], Rows]) -> None:
        self.operation = operation
        self.levels = [rows]
        width = 1
        while 2 * width <= len(rows):
            below = self.levels[-1]
            self.levels.append(list(map(operation, below, below[width:])))
            width *= 2

    def over(self, classes: int) -> Rows:
        """The rows that have some of these classes, or all of them, as the operation says."""
        return reduce(self.operation, (self._stretch(*ends) for ends in stretches(classes)))

    def _stretch(self, start: int, end: int) -> Rows:
        level = (end - start).bit_length() - 1
        found = self.levels[level]
        return self.operation(found[start], found[end - (1 << level)])

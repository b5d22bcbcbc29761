"""What no row covers: how much it is, and the regions that it consists of, the largest first."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import reduce
from heapq import heapify, heappop, heappush
from operator import and_, or_

from openkader.kader.soundness.boxes import Box, Extent, Rows, bits, by_class, measure, stretches
from openkader.kader.soundness.splitting import Splitter

MOST_REGIONS = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Gaps:
    """The cases that no row covers.

    The regions are disjoint boxes, and each is as wide as can be: no class can be added to it that does
    not meet a row or a region made before it. `at_least` and `at_most` are the measure of all gaps together; they
    are one number unless the table is too entangled to be counted with the work allowed. `parts` is in how
    many pieces lies what the regions do not show; None when that is not known.
    """

    regions: tuple[Box, ...]
    at_least: int
    at_most: int
    of: int  # the measure of all cases
    parts: int | None

    @property
    def is_exact(self) -> bool:
        """Whether it is known how much is not covered."""
        return self.at_least == self.at_most

    @property
    def shown(self) -> int:
        """The measure of the regions."""
        return sum(map(measure, self.regions))

    @property
    def is_complete(self) -> bool:
        """Whether the regions are all there are."""
        return self.shown == self.at_most


def most_work(rows: int) -> int:
    """How many rows may be looked at in all parts together: a table that is tidy takes some sixty for each row."""
    return 300_000 + 100 * rows


def gaps_of(
    extent: Extent,
    rows: Sequence[Box],
    within: Box | None = None,
    *,
    most: int = MOST_REGIONS,
    work: int | None = None,
) -> Gaps:
    """The gaps of these rows, in a box or among all cases; at most so many regions are shown."""
    whole = within or extent.whole
    rows = [box for box in rows if all(box)]  # a row that never holds is in nobody's way
    splitter = Splitter(extent, rows)
    splitter.put(whole, range(len(rows)))
    allowed = most_work(len(rows)) if work is None else work
    free = list(splitter.free(allowed))
    if splitter.waiting:
        splitter.hurry()
        free += splitter.free(allowed + allowed // 4)
    low = sum(map(measure, free))
    high = low + sum(measure(part.box) for part in splitter.waiting)
    if low < high:
        from openkader.kader.soundness.painting import uncovered  # numpy is only fetched for it

        painted = uncovered(whole, rows)
        low, high = (low, high) if painted is None else (painted, painted)
    regions, left = _regions(_Widener(extent, rows, whole), free, most)
    return Gaps(
        regions=regions,
        at_least=low,
        at_most=high,
        of=measure(whole),
        parts=None if splitter.waiting else left,
    )


def _regions(widener: "_Widener", free: list[Box], most: int) -> tuple[tuple[Box, ...], int]:
    """The free boxes joined to regions, the largest first, and how many boxes are not in one."""
    waiting = [(-measure(box), box, 0) for box in free]  # with how many regions it was compared
    heapify(waiting)
    while waiting and len(widener.regions) < most:
        _, box, seen = heappop(waiting)
        met = widener.met(box, seen)
        if met:
            for piece in without(widener.extent, box, met):
                heappush(waiting, (-measure(piece), piece, len(widener.regions)))
        else:
            widener.widen(box)
    return tuple(sorted(widener.regions, key=measure, reverse=True)), len(waiting)


def without(extent: Extent, box: Box, taken: Sequence[Box]) -> list[Box]:
    """What is left of a box, in boxes, when others are taken out of it."""
    splitter = Splitter(extent, taken)
    splitter.put(box, range(len(taken)))
    return list(splitter.free(sys.maxsize))


class _Widener:
    """Makes free boxes as wide as the rows and the regions made before allow.

    Of each class it knows the boxes that have it, the rows first and then the regions. The newest regions are
    only entered when there are enough of them.
    """

    def __init__(self, extent: Extent, rows: Sequence[Box], within: Box) -> None:
        self.extent = extent
        self.within = within
        self.rows = len(rows)
        self.regions: list[Box] = []
        self._boxes: list[Box] = []
        self._having: list[list[Rows]] = [[0] * size for size in extent.sizes]
        self._enter(rows)

    def met(self, box: Box, seen: int) -> list[Box]:
        """The regions that have cases in common with a free box, but for the first so many."""
        entered = len(self._boxes) - self.rows
        newest = self.regions[max(entered, seen) :]
        found = [region for region in newest if all(map(and_, box, region))]
        if seen < entered:
            narrow = sorted(range(len(box)), key=lambda at: box[at].bit_count() / self.extent.sizes[at])
            near = -1
            for column in narrow[:_NARROW]:
                near &= self._meeting(column, box[column])
            near >>= self.rows + seen
            found += [region for at in bits(near) if all(map(and_, box, region := self.regions[seen + at]))]
        return found

    def widen(self, box: Box) -> None:
        """Make a region of a free box: with every class that can be added, first where most can be."""
        wide = list(box)
        meeting = [self._meeting(column, classes) for column, classes in enumerate(wide)]
        gains = [
            (self._free(column, wide, meeting).bit_count() / classes.bit_count(), column)
            for column, classes in enumerate(wide)
        ]
        for gain, column in sorted(gains, reverse=True):
            if gain > 1:
                wide[column] = self._free(column, wide, meeting)
                meeting[column] = self._meeting(column, wide[column])
        self.regions.append(tuple(wide))
        newest = self.regions[len(self._boxes) - self.rows :]
        if len(newest) == _ENOUGH:
            self._enter(newest)

    def _enter(self, boxes: Sequence[Box]) -> None:
        """Note of each class that these boxes have it."""
        for column, size in enumerate(self.extent.sizes):
            having = self._having[column]
            for place, more in enumerate(by_class(size, [box[column] for box in boxes])):
                having[place] |= more << len(self._boxes)
        self._boxes += boxes

    def _meeting(self, column: int, classes: int) -> Rows:
        """The boxes that have some of these classes."""
        if classes.bit_count() == self.extent.sizes[column]:
            return (1 << len(self._boxes)) - 1
        having = self._having[column]
        return reduce(or_, (reduce(or_, having[start:end]) for start, end in stretches(classes)))

    def _free(self, column: int, wide: list[int], meeting: list[Rows]) -> int:
        """The classes that no box has which meets this one in every other column."""
        others = -1
        for at, rows in enumerate(meeting):
            if at != column:
                others &= rows
        taken = 0
        for row in bits(others & (1 << len(self._boxes)) - 1):
            taken |= self._boxes[row][column]
        for region in self.regions[len(self._boxes) - self.rows :]:
            if all(wide[at] & classes for at, classes in enumerate(region) if at != column):
                taken |= region[column]
        return self.within[column] & ~taken


_NARROW = 4  # columns by which regions are looked up, before each is looked at
_ENOUGH = 16

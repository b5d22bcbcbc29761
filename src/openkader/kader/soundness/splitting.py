"""Dividing a box among rows, until each part is covered by one row or by none.

What a row leaves of a part is cut off at once where that takes no division; else the part is divided
where the fewest rows are in both halves. The largest part comes first, so what no row covers comes largest first.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from operator import and_

from openkader.kader.soundness.boxes import Box, Extent, measure

_DIVISIONS = 8  # how many sets of separate values are weighed at most; the commonest


@dataclass(frozen=True, slots=True)
class Part:
    """A box that is not looked at further yet, and the rows that are partly in it."""

    box: Box
    rows: list[int]


def trimmed(box: Box, rows: Sequence[int], boxes: Sequence[Box]) -> Part | None:
    """The box without what can be cut off it whole, and the rows still partly in it; None when it is covered.

    A row that has all of the box in every column but one takes its classes of that one away.
    """
    while True:
        taken = [0] * len(box)
        found = []
        for row in rows:
            short = _short(box, boxes[row])
            if short is None:
                continue
            if not short:
                return None
            if len(short) == 1:
                taken[short[0]] |= boxes[row][short[0]]
            else:
                found.append(row)
        if not any(taken):
            return Part(box, found)
        box = tuple(classes & ~less for classes, less in zip(box, taken, strict=True))
        if not all(box):
            return None
        rows = found


def _short(box: Box, row: Box) -> list[int] | None:
    """The columns in which the row has only some of the box's classes; None when it has none in one of them."""
    common = list(map(and_, box, row))
    if 0 in common:
        return None
    return [column for column, classes in enumerate(box) if common[column] != classes]


@dataclass(slots=True)
class Splitter:
    """Divides parts of a extent among boxes."""

    extent: Extent
    boxes: Sequence[Box]
    work: int = 0  # rows looked at in all parts together
    _hurries: bool = False
    _heap: list[tuple[int, int, Part]] = field(default_factory=list)

    def put(self, box: Box, rows: Sequence[int]) -> None:
        """Lay a box ready, unless it is covered or empty."""
        self.work += len(rows) + 1
        left = trimmed(box, rows, self.boxes) if all(box) else None
        if left is not None:
            heappush(self._heap, (self._rank(left), self.work, left))

    def hurry(self) -> None:
        """From here on the parts with the fewest rows come first: something is found soon, and not the largest."""
        self._hurries = True
        self._heap = [(self._rank(part), turn, part) for _, turn, part in self._heap]
        heapify(self._heap)

    def _rank(self, part: Part) -> int:
        return len(part.rows) if self._hurries else -measure(part.box)

    def free(self, most_work: int) -> Iterator[Box]:
        """Boxes that no row covers, disjoint, the largest first; stops when the work is as much as was given."""
        while self._heap and self.work <= most_work:
            part = heappop(self._heap)[2]
            if not part.rows:
                yield part.box
            for half in self._halves(part) if part.rows else ():
                self.put(half, part.rows)

    @property
    def waiting(self) -> list[Part]:
        """The parts that were not looked at."""
        return [part for _, _, part in self._heap]

    def _halves(self, part: Part) -> tuple[Box, Box]:
        column, classes = self._division(part)
        box = part.box
        rest = box[column] & ~classes
        return (*box[:column], classes, *box[column + 1 :]), (*box[:column], rest, *box[column + 1 :])

    def _division(self, part: Part) -> tuple[int, int]:
        """Of which column which classes go apart: where the fewest rows are in both halves, and these are most even."""
        best: tuple[tuple[int, int], int, int] | None = None
        for column, whole in enumerate(part.box):
            sets = [whole & self.boxes[row][column] for row in part.rows]
            some = [classes for classes in sets if classes != whole]
            if not some:
                continue
            ways = _cuts(whole, some) if self.extent.ordered[column] else _groups(whole, some)
            everywhere = len(sets) - len(some)
            for classes, one, other in ways:
                cost = 2 * everywhere + one + other, everywhere + max(one, other)
                if best is None or cost < best[0]:
                    best = cost, column, classes
        assert best is not None  # a row is only partly in the box  # noqa: S101
        return best[1], best[2]


def _cuts(whole: int, sets: list[int]) -> Iterator[tuple[int, int, int]]:
    """The places to cut values that lie in a row, and how many sets are on either side."""
    first, last = _ends(whole)
    lows: Counter[int] = Counter()
    highs: Counter[int] = Counter()
    for classes in sets:
        low, high = _ends(classes)
        lows[low] += 1
        highs[high] += 1
    starts, ends = sorted(lows), sorted(highs)
    places = sorted({place for place in (*starts, *ends) if first < place < last})
    if not places:
        yield from _groups(whole, sets)
    before, after = 0, len(sets)
    low = high = 0
    for place in places:
        while low < len(starts) and starts[low] < place:
            before += lows[starts[low]]
            low += 1
        while high < len(ends) and ends[high] <= place:
            after -= highs[ends[high]]
            high += 1
        yield whole & (1 << place) - 1, before, after


def _ends(classes: int) -> tuple[int, int]:
    return (classes & -classes).bit_length() - 1, classes.bit_length()


def _groups(whole: int, sets: list[int]) -> Iterator[tuple[int, int, int]]:
    """The commonest sets against the rest, and how many sets are on either side."""
    for chosen, _ in Counter(sets).most_common(_DIVISIONS):
        rest = whole & ~chosen
        yield (
            chosen,
            sum(1 for classes in sets if classes & chosen),
            sum(1 for classes in sets if classes & rest),
        )

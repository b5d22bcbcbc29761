"""Counting what rows leave uncovered by painting every case, where there are not too many.

For tables so entangled that dividing them would never end: rows that all test every fact, each another stretch of it.
"""

from collections.abc import Sequence
from itertools import product

import numpy as np
from numpy.typing import NDArray

from openkader.kader.soundness.boxes import Box, bits, measure, stretches

MOST_CASES = 1 << 29  # a bit each: 64 MB
_PACKED = 512  # so many combinations of the smallest columns lie in one line of bits


def uncovered(whole: Box, rows: Sequence[Box]) -> int | None:
    """How many cases of `whole` no row covers; None when there are too many cases."""
    if measure(whole) > MOST_CASES:
        return None
    order = sorted(range(len(whole)), key=lambda column: whole[column].bit_count())
    packed: list[int] = []
    width = 1
    while order and width < _PACKED:
        packed.append(order.pop(0))
        width *= whole[packed[-1]].bit_count()
    places = [{at: new for new, at in enumerate(bits(classes))} for classes in whole]
    lines = np.zeros([whole[column].bit_count() for column in order] + [(width + 7) // 8], dtype=np.uint8)
    for row in rows:
        box = [_moved(row[column] & whole[column], places[column]) for column in range(len(whole))]
        if all(box):
            line = _line([_truths(box[column], len(places[column])) for column in packed])
            for runs in product(*(stretches(box[column]) for column in order)):
                lines[tuple(slice(*run) for run in runs)] |= line
    return measure(whole) - int(np.bitwise_count(lines).sum(dtype=np.int64))


def _moved(classes: int, places: dict[int, int]) -> int:
    """The classes by their place among those of the whole."""
    return sum(1 << places[place] for place in bits(classes))


def _truths(classes: int, size: int) -> NDArray[np.bool_]:
    return np.array([bool(classes >> place & 1) for place in range(size)])


def _line(columns: list[NDArray[np.bool_]]) -> NDArray[np.uint8]:
    """All combinations of these classes, a bit for each."""
    found: NDArray[np.bool_] = np.ones(1, dtype=bool)
    for truths in columns:
        found = np.logical_and.outer(found, truths).ravel()
    return np.packbits(found)

"""Other ways to look at a large table: a sweep with numpy, two naive enumerations, and a solver."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from openkader.kader.soundness.boxes import Box, Extent, measure, stretches


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What a peer found, and in how many seconds; what took too long was stopped."""

    found: int | None
    seconds: float
    was_stopped: bool = False


def numpy_pairs(extent: Extent, rows: Sequence[Box]) -> Sought:
    """The number of overlapping pairs: each row against all later ones, in whole arrays.

    A choice is a number with a bit for each class; a stretch of numbers has two ends, and unknown apart.
    """
    started = time.process_time()
    sets = [_packed([row[column] for row in rows], size) for column, size in enumerate(extent.sizes)]
    found = 0
    for row in range(len(rows)):
        meets = np.ones(len(rows) - row - 1, dtype=bool)
        for column in sets:
            if column.ndim == 1:
                meets &= (column[row + 1 :] & column[row]) != 0
            else:
                low, high, unknown = column
                apart = (low[row + 1 :] >= high[row]) | (high[row + 1 :] <= low[row])
                meets &= ~apart | (unknown[row + 1 :] & unknown[row]).astype(bool)
        found += int(meets.sum())
    return Sought(found=found, seconds=time.process_time() - started)


def _packed(sets: list[int], size: int) -> Any:
    """Few classes as bits of one number; many as the stretch of the known ones, and whether unknown is among them."""
    if size <= 62:
        return np.array(sets, dtype=np.int64)
    known = [classes & ~(1 << size - 1) for classes in sets]
    low = [(classes & -classes).bit_length() - 1 for classes in known]
    high = [classes.bit_length() for classes in known]
    return np.array([low, high, [classes >> size - 1 & 1 for classes in sets]])


def taken_out(extent: Extent, rows: Sequence[Box], most_seconds: float) -> Sought:
    """All gap fragments by taking each row in turn out of everything that is left."""
    started = time.process_time()
    left = [extent.whole]
    for row in rows:
        left = [piece for box in left for piece in _out_of(box, row)]
        if time.process_time() - started > most_seconds:
            return Sought(found=None, seconds=time.process_time() - started, was_stopped=True)
    return Sought(found=sum(map(measure, left)), seconds=time.process_time() - started)


def _out_of(box: Box, row: Box) -> list[Box]:
    """A box without a row: in each column what the row lacks."""
    common = [classes & other for classes, other in zip(box, row, strict=True)]
    if not all(common):
        return [box]
    return [
        (*common[:column], classes & ~common[column], *box[column + 1 :])
        for column, classes in enumerate(box)
        if classes != common[column]
    ]


def swept(extent: Extent, rows: Sequence[Box], most_seconds: float) -> Sought:
    """All gap fragments column by column, as the paper does: in each stretch the rows that are still in it."""
    started = time.process_time()
    total = 0
    todo: list[tuple[int, int, list[int]]] = [(0, 1, list(range(len(rows))))]
    while todo:
        column, size, alive = todo.pop()
        if not alive:
            total += size * measure(extent.whole[column:])
        elif column < len(extent.sizes):
            groups: dict[tuple[int, ...], int] = {}
            for place in range(extent.sizes[column]):
                here = tuple(row for row in alive if rows[row][column] >> place & 1)
                groups[here] = groups.get(here, 0) + 1
            todo += [(column + 1, size * count, [*here]) for here, count in groups.items()]
        if time.process_time() - started > most_seconds:
            return Sought(found=None, seconds=time.process_time() - started, was_stopped=True)
    return Sought(found=total, seconds=time.process_time() - started)


def solved(extent: Extent, rows: Sequence[Box], within: Box) -> tuple[Sought, Box | None]:
    """One gap by z3: a class of each column so that no row holds."""
    import z3

    started = time.process_time()
    solver = z3.Solver()
    chosen = [z3.Int(f"c{column}") for column in range(len(extent.sizes))]
    for variable, classes in zip(chosen, within, strict=True):
        solver.add(_among(z3, variable, classes))
    for row in rows:
        asked = zip(chosen, row, extent.whole, strict=True)
        solver.add(
            z3.Or([z3.Not(_among(z3, one, classes)) for one, classes, every in asked if classes != every])
        )
    is_there = solver.check() == z3.sat
    model = solver.model() if is_there else None
    case = tuple(1 << model.eval(one, model_completion=True).as_long() for one in chosen) if model else None
    return Sought(found=int(is_there), seconds=time.process_time() - started), case


def _among(z3: Any, variable: Any, classes: int) -> Any:
    """The variable is one of these classes: in one of the stretches that they make."""
    return z3.Or([z3.And(variable >= start, variable < end) for start, end in stretches(classes)])

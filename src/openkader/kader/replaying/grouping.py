"""Which cases of a chunk are alike in several columns."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import numpy as np

from openkader.kader.replaying.columns import Codes, Column

Keys: TypeAlias = tuple[Codes | Column, int]  # a column of numbers from nought, and how many there can be
_MOST = 1 << 62


def alike(places: Codes, columns: Iterable[Keys]) -> Iterator[Codes]:
    """The given places of the columns in groups of which all columns are the same, each group in order."""
    if not len(places):
        return
    key, most = np.zeros(len(places), dtype=np.int64), 1
    for column, size in columns:
        if most > _MOST // size:  # too many to tell apart in one number: number those that are there anew
            _, key = np.unique(key, return_inverse=True)
            most = len(places)
        key = key * size + column[places]
        most *= size
    order = np.argsort(key, kind="stable")
    ends = np.flatnonzero(np.diff(key[order])) + 1
    yield from np.split(places[order], ends)

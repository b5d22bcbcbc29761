"""What a replay counts of all cases: outcomes, measures, and answers that one of the kaders has no use for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from openkader.kader.model import Outcome
from openkader.kader.replaying.answers import Fit
from openkader.kader.replaying.columns import TRUE, Column
from openkader.kader.replaying.why import Side

OUTCOMES = tuple(Outcome)
SAME = 1  # how a measure shifts: one less, the same, one more


@dataclass(slots=True)
class Tally:
    """What was counted so far; `matrix` by old and new outcome, the rest by fact, measure or constraint."""

    cases: int = 0
    changed: int = 0
    matrix: Counter[tuple[Outcome, Outcome]] = field(default_factory=Counter)
    added: Counter[str] = field(default_factory=Counter)
    removed: Counter[str] = field(default_factory=Counter)
    fits: dict[Side, dict[str, Counter[Fit]]] = field(default_factory=lambda: {side: {} for side in Side})
    impossible: dict[Side, Counter[str]] = field(default_factory=lambda: {side: Counter() for side in Side})
    dropped: Counter[str] = field(default_factory=Counter)  # answers that the new kader has no question for

    def count_outcomes(self, old: Column, new: Column) -> None:
        """Count a chunk of cases by their outcomes."""
        self.cases += len(old)
        size = len(OUTCOMES)
        pairs = np.bincount(old.astype(np.intp) * size + new, minlength=size * size)
        for pair in np.flatnonzero(pairs):
            self.matrix[OUTCOMES[pair // size], OUTCOMES[pair % size]] += int(pairs[pair])

    def count_measures(self, shifts: Mapping[str, Column]) -> None:
        """Count in how many cases of a chunk each measure is asked for that was not, and the other way round."""
        for measure, shift in shifts.items():
            for counts, way in ((self.added, SAME + 1), (self.removed, SAME - 1)):
                if found := int(np.count_nonzero(shift == way)):
                    counts[measure] += found

    def count_impossible(self, side: Side, constraint: str, truths: Column) -> None:
        """Count the cases of a chunk that one kader says cannot be."""
        if found := int(np.count_nonzero(truths == TRUE)):
            self.impossible[side][constraint] += found

    def count_fits(self, side: Side, name: str, found: Mapping[Fit, int]) -> None:
        """Count how the answers of a chunk fit one question of one kader."""
        self.fits[side].setdefault(name, Counter()).update(found)

"""The proposals for many cases at once, by the rules of `kader.assessing`."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from openkader.kader.assessing import HOLD, Assessor, limit_of, measure_condition
from openkader.kader.conditions import Condition
from openkader.kader.model import Outcome, ProposalRow
from openkader.kader.replaying.columns import TRUE, UNKNOWN, Codes, Column, ColumnProgram, Columns, Flags

NOTHING = -1  # no row
_LIMITS = np.array([limit_of(worst) for worst in range(NOTHING, len(Outcome))], dtype=np.int8)


class ColumnAssessor:
    """One kader made ready to assess chunks of cases."""

    def __init__(self, assessor: Assessor, same: Mapping[int, int] | None = None) -> None:
        self.program = ColumnProgram(assessor, same)
        self.rows: tuple[ProposalRow, ...] = assessor.severe_first
        self.measures = {
            measure.id: measure_condition(line, measure)
            for line in assessor.kader.action_lines
            for measure in line.measures
        }

    def assess(self, columns: Columns) -> "Verdicts":
        """The proposals for a chunk."""
        truths = self.program.run(columns)
        size = columns.size
        fired, still_open = np.full(size, NOTHING), np.full(size, NOTHING)
        for place, row in reversed(list(enumerate(self.rows))):  # the first row that holds is written last
            np.putmask(fired, truths[self.program.places[row.when]] == TRUE, place)
        severities = np.array([*(row.outcome.severity for row in self.rows), NOTHING], dtype=np.int8)
        worst = severities[fired]
        limit = _LIMITS[worst + 1]
        for place, row in reversed(list(enumerate(self.rows))):
            truth = truths[self.program.places[row.when]]
            np.putmask(still_open, (truth == UNKNOWN) & (limit < row.outcome.severity), place)
        is_held = (fired == NOTHING) | (still_open != NOTHING) & (worst < HOLD)
        outcomes = np.where(is_held, np.int8(HOLD), worst)
        causes = np.where(is_held & (fired != NOTHING), still_open, fired)
        return Verdicts(self, truths, outcomes, fired, still_open, causes, limit)


@dataclass(frozen=True, slots=True)
class Verdicts:
    """What a kader says of a chunk of cases; `fired` and `still_open` are the first such row of each, or `NOTHING`."""

    by: ColumnAssessor
    truths: Sequence[Column]
    outcomes: Column  # by severity
    fired: Codes
    still_open: Codes
    causes: Codes  # the first row that leads to the outcome, one that is open where open questions do
    limit: Column

    def truth(self, condition: Condition) -> Column:
        """The truths of a condition of the kader."""
        return self.truths[self.by.program.places[condition]]

    def has_fired(self, row: ProposalRow) -> Flags:
        """In which cases a row holds."""
        return _is(self.truth(row.when), TRUE)

    def is_open(self, row: ProposalRow) -> Flags:
        """In which cases a row may yet hold, and would matter."""
        return _is(self.truth(row.when), UNKNOWN) & (self.limit < row.outcome.severity)

    def asks(self, measure: str) -> Flags:
        """In which cases a measure is certainly asked for; one that the kader does not know in none."""
        condition = self.by.measures.get(measure)
        if condition is None:
            return np.zeros(len(self.outcomes), dtype=np.bool_)
        return _is(self.truth(condition), TRUE)

    @property
    def settled(self) -> Flags:
        """In which cases no open question can make the proposal more severe."""
        settled: Flags = (self.fired != NOTHING) & (self.still_open == NOTHING)
        return settled


def _is(truths: Column, truth: int) -> Flags:
    found: Flags = truths == truth
    return found

"""The coverage of one year: the action lines of the kader beside its activities."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Protocol

from openkader.casework.permissions import Person
from openkader.casework.vocabulary import MeasureStatus
from openkader.evaluation.covering import Cell, Cover, Kept, cover_lines, known_facts, reasons, tally
from openkader.kader import Assessment, Assessor, Value
from openkader.kader.model import ActionLine, Kader
from openkader.register import selectors
from openkader.register.kaders import assessor_of

Known = frozenset[tuple[str, Value | None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """One activity with a cell for each line; without any where it is not for the reader."""

    activity: selectors.CoveredRow
    cells: Mapping[str, Cell]


@dataclass(frozen=True, slots=True, kw_only=True)
class Matrix:
    """Everything that the register shows of the action lines in one year.

    `beside` are the activities of which the reader may not even know the name.
    """

    year: int
    kader: Kader
    source: selectors.SourceRow | None
    rows: tuple[Covered, ...]
    beside: int

    @property
    def lines(self) -> tuple[ActionLine, ...]:
        """The columns, in the order of the kader."""
        return self.kader.action_lines

    @property
    def withheld(self) -> int:
        """How many activities are in no total, since what they are asked is not for the reader."""
        return self.beside + sum(row.activity.is_withheld for row in self.rows)

    @property
    def total(self) -> dict[Cover, int]:
        """How many cells of the whole year say what."""
        return tally(cell for row in self.rows for cell in row.cells.values())

    def totals(self) -> dict[str, dict[Cover, int]]:
        """How many activities each line is so for."""
        return {line.id: tally(self._column(line)) for line in self.lines}

    def _column(self, line: ActionLine) -> Iterable[Cell]:
        return (row.cells[line.id] for row in self.rows if row.cells)


def matrix_of(year: int, *, reader: Person, today: date) -> Matrix:
    """The coverage of `year`, as far as the reader may see it; in seven questions to the database."""
    known = selectors.kader_year(year)
    assessor = assessor_of(known.kader)
    found, beside = selectors.covered(year, reader=reader, today=today)
    weigh = lru_cache(maxsize=None)(lambda facts: assessor.assess(dict(facts)))
    rows = tuple(Covered(activity=one, cells=_cells(one, assessor.kader, weigh)) for one in found)
    return Matrix(year=year, kader=assessor.kader, source=known.source, rows=rows, beside=beside)


def cells_of(activity: selectors.CoveredRow, assessor: Assessor) -> Mapping[str, Cell]:
    """The action lines of one activity."""
    return _cells(activity, assessor.kader, lambda facts: assessor.assess(dict(facts)))


def _cells(
    activity: selectors.CoveredRow, kader: Kader, weigh: Callable[[Known], Assessment]
) -> Mapping[str, Cell]:
    """The cells of an activity; those of which the same is known are weighed once."""
    if activity.is_withheld:
        return {}
    known = frozenset(known_of(activity, kader).items())
    return cover_lines(weigh(known), [_kept(row) for row in activity.measures])


class Told(Protocol):
    """An activity with the facts of its request and of itself, and what screening had found when it was weighed."""

    @property
    def facts(self) -> Mapping[str, object]:
        """Those of its request, its newest answers and what took place."""

    @property
    def screened(self) -> Mapping[str, object]:
        """The facts on which the request was last weighed."""


def known_of(activity: Told, kader: Kader) -> dict[str, Value | None]:
    """What is known of an activity in the terms of the kader; what screening found is as it was when last weighed."""
    found = {name: activity.screened.get(name) for name in selectors.screening_facts(kader)}
    told = {name: value for name, value in found.items() if value is not None}
    return known_facts(kader, {**activity.facts, **told})


def _kept(row: selectors.Row) -> Kept:
    reason = row["reason"]
    return Kept(
        reference=str(row["reference"]),
        line=str(row["line"]),
        code=str(row["code"]),
        status=MeasureStatus(str(row["status"])),
        evidence=int(str(row["evidence"])),
        reason=str(reason) if reason else None,
    )


def as_json(matrix: Matrix, language: str) -> dict[str, object]:
    """The matrix as plain data for other programs; the form is documented in the reference."""
    return {
        "year": matrix.year,
        "kader": matrix.kader.id,
        "kader_digest": matrix.kader.digest,
        "lines": [{"id": line.id, "text": line.text.in_(language)} for line in matrix.lines],
        "activities": [_row_json(row, language) for row in matrix.rows],
        "totals": matrix.totals(),
        "withheld": matrix.withheld,
    }


def _row_json(row: Covered, language: str) -> dict[str, object]:
    activity, period = row.activity, row.activity.period
    return {
        "id": activity.reference,
        "label": activity.label.in_(language),
        "kind": activity.kind,
        "number": activity.number,
        "from": period.starts_on.isoformat() if period else None,
        "until": period.ends_on.isoformat() if period else None,
        "cells": {name: _cell_json(cell, language) for name, cell in row.cells.items()},
    }


def _cell_json(cell: Cell, language: str) -> dict[str, object]:
    return {
        "state": cell.cover,
        "applies": cell.applies,
        "asked": cell.asked,
        "shown": cell.shown,
        "because": reasons(cell, language),
        "measures": [
            {
                "measure": part.code,
                "state": part.cover,
                "asked": part.asked,
                "id": part.kept.reference if part.kept else None,
                "status": part.kept.status if part.kept else None,
                "evidence": part.kept.evidence if part.kept else 0,
            }
            for part in cell.parts
        ],
    }

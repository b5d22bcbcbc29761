"""`openkader coverage YEAR`: the action lines beside the activities of a year, as a table or as data."""

import argparse
import json
import textwrap
from collections.abc import Iterator
from functools import partial

from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.casework.permissions import HOUSE
from openkader.cli.house import now
from openkader.cli.words import WIDTH, Screen, columns, indented
from openkader.evaluation.covering import Cell, Cover
from openkader.evaluation.matrix import Covered, Matrix, as_json, matrix_of
from openkader.register import selectors
from openkader.register.moments import day_of
from openkader.register.replica import read_from_replica

_columns = partial(columns, name_width=40, cell_width=6)
SIGNS = {
    Cover.OPEN: "○",
    Cover.UNKNOWN: "?",
    Cover.WAIVED: "→",
    Cover.FULL: "✓",
    Cover.NOT_APPLICABLE: "–",
}
WORDS = {
    Cover.OPEN: Text(nl="open", en="open"),
    Cover.UNKNOWN: Text(nl="onbekend", en="unknown"),
    Cover.WAIVED: Text(nl="vrijgesteld", en="waived"),
    Cover.FULL: Text(nl="vol", en="full"),
    Cover.NOT_APPLICABLE: Text(nl="niet van toepassing", en="does not apply"),
}
MEANINGS = {
    Cover.OPEN: Text(
        nl="er wordt iets gevraagd dat niet met bewijs is gedaan",
        en="something is asked that is not done with evidence",
    ),
    Cover.UNKNOWN: Text(
        nl="er ontbreken feiten om te zeggen wat wordt gevraagd", en="facts are missing to say what is asked"
    ),
    Cover.WAIVED: Text(
        nl="wat ontbreekt is met een reden vrijgesteld", en="what is missing is waived, with a reason"
    ),
    Cover.FULL: Text(
        nl="alles wat wordt gevraagd is gedaan, met bewijs", en="all that is asked is done, with evidence"
    ),
    Cover.NOT_APPLICABLE: Text(nl="er wordt hier niets gevraagd", en="nothing is asked here"),
}
NAMES = {
    "signs": Text(nl="Tekens", en="Signs"),
    "activity": Text(nl="activiteit", en="activity"),
    "lines": Text(nl="Actielijnen", en="Action lines"),
    "totals": Text(nl="Samen", en="Together"),
    "fraction": Text(
        nl="3/5  van vijf maatregelen zijn er drie gedaan, met bewijs",
        en="3/5  of five measures three are done, with evidence",
    ),
    "none": Text(
        nl="Het register kent van dit jaar geen activiteiten.",
        en="The register knows no activities of this year.",
    ),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("year", type=int)
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Print the matrix; 0 whatever it finds, since finding is its task."""
    today = day_of(now())
    matrix = read_from_replica(lambda: matrix_of(options.year, reader=HOUSE, today=today))
    if options.format == "json":
        screen.line(json.dumps(as_json(matrix, screen.language), ensure_ascii=False, indent=2))
    else:
        screen.lines(_table(matrix, screen.language))
    lost = selectors.lost_evidence(options.year)
    if lost:
        screen.complain(sentence("documents.lost", {"number": str(len(lost))}, screen.language))
    return 0


def _table(matrix: Matrix, language: str) -> Iterator[str]:
    yield f"{matrix.year} · {matrix.kader.title.in_(language)} · {matrix.kader.id}"
    if matrix.kader.reconstructed:
        yield from textwrap.wrap(matrix.kader.reconstructed.in_(language), WIDTH)
    yield ""
    if not matrix.rows:
        yield NAMES["none"].in_(language)
        return
    yield _columns(NAMES["activity"].in_(language), [line.id for line in matrix.lines])
    yield "-" * WIDTH
    for row in matrix.rows:
        yield from _row(row, matrix, language)
    yield "-" * WIDTH
    yield from _totals(matrix, language)
    yield from _legend(matrix, language)


def _row(row: Covered, matrix: Matrix, language: str) -> Iterator[str]:
    """The reference with the cells, and the name below it."""
    yield _columns(row.activity.reference, [_cell(row.cells[line.id]) for line in matrix.lines])
    yield from indented(row.activity.label.in_(language))


def _cell(cell: Cell) -> str:
    fraction = f" {cell.shown}/{cell.asked}" if cell.asked else ""
    return SIGNS[cell.cover] + fraction


def _totals(matrix: Matrix, language: str) -> Iterator[str]:
    totals = matrix.totals()
    yield NAMES["totals"].in_(language)
    for cover in Cover:
        name = f"  {SIGNS[cover]} {WORDS[cover].in_(language)}"
        yield _columns(name, [str(totals[line.id][cover]) for line in matrix.lines])


def _legend(matrix: Matrix, language: str) -> Iterator[str]:
    yield f"\n{NAMES['signs'].in_(language)}"
    for cover in Cover:
        yield f"  {SIGNS[cover]}    {WORDS[cover].in_(language)}: {MEANINGS[cover].in_(language)}"
    yield f"  {NAMES['fraction'].in_(language)}"
    yield f"\n{NAMES['lines'].in_(language)}"
    for line in matrix.lines:
        yield f"  {line.id}  {line.text.in_(language)}"

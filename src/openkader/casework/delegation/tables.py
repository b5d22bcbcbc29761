"""A list in text as rows of cells: a table between commas, semicolons or tabs, or one name a line."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.cells import MOST_COLUMNS, MOST_ROWS, Cell, Grid, Kind, Row
from openkader.casework.delegation.encodings import Decoded
from openkader.casework.delegation.headings import is_heading
from openkader.casework.delegation.sheet import Form

DELIMITERS = "\t;,"
_LOOKED_AT = 40
# A row of more cells is no row of any list; the others are not looked at.
_WIDEST = 4 * MOST_COLUMNS
# Titles stand above a table; else its rows are of one width, but for a few.
_REGULAR = 0.8
_LEAST = 0.5
# What a spreadsheet would work out: =…, and after another sign a number, a function or another program.
_FORMULA = re.compile(r"\s*(?:[=＝]|[-+@−＋－＠]\s*(?:\d|[\w.]+\(|\S*[|!]))")


@dataclass(frozen=True, slots=True)
class _Table:
    """The rows between one delimiter, how wide they should be, and where the quotes stop making sense.

    The width is that of the headings, or else the one that most rows have; 1 when they are no table.
    """

    rows: tuple[Row, ...]
    width: int
    has_headings: bool
    broken_at: int | None = None

    @property
    def rank(self) -> tuple[bool, int]:
        """The higher, the likelier that the delimiter is the right one."""
        return self.has_headings, sum(1 < len(row.cells) <= self.width for row in self.rows)


def read_text(decoded: Decoded, name: str, most: int = MOST_ROWS) -> Grid:
    """The rows of a text; the delimiter is the one that shows headings, or the most regular table."""
    tables = {delimiter: _table(decoded.text, delimiter, name, most) for delimiter in DELIMITERS}
    best = max(DELIMITERS, key=lambda delimiter: tables[delimiter].rank)
    grid = Grid(name=name, form=Form.NAMES, rows=(), encoding=decoded.encoding, doubts=_doubt(decoded, name))
    if tables[best].width < 2:
        return replace(grid, rows=_lines(decoded.text, name, most))
    rows, problems = _sound(tables[best], grid, is_whole=decoded.text.endswith(("\n", "\r")))
    return replace(grid, form=Form.TABLE, delimiter=best, rows=rows, problems=problems)


def _doubt(decoded: Decoded, name: str) -> tuple[Problem, ...]:
    if decoded.is_certain:
        return ()
    return (Problem("delegation.encoding-not-certain", name or "1", {"encoding": decoded.encoding}),)


def _sound(table: _Table, grid: Grid, *, is_whole: bool) -> tuple[tuple[Row, ...], tuple[Problem, ...]]:
    """The rows whose cells stand under their headings, and what is wrong with the others."""
    if table.width > MOST_COLUMNS:
        raise Invalid([Problem("delegation.too-many-columns", grid.name, {"limit": str(MOST_COLUMNS)})])
    last, problems = table.rows[-1], []
    for row in table.rows:
        detail = {"found": str(len(row.cells)), "usual": str(table.width)}
        if row.filled[-1][0] >= table.width:
            problems.append(Problem("delegation.row-length", grid.where(row.number), detail))
        elif row is last and not is_whole and len(row.cells) < table.width and table.broken_at is None:
            problems.append(Problem("delegation.row-cut", grid.where(row.number), detail))
    bad = {problem.where for problem in problems}
    if table.broken_at is not None:
        problems.append(Problem("delegation.broken-quotes", grid.where(table.broken_at)))
    return tuple(row for row in table.rows if grid.where(row.number) not in bad), tuple(problems)


def _table(text: str, delimiter: str, name: str, most: int) -> _Table:
    rows: list[Row] = []
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    number, broken_at = 0, None
    try:
        for number, cells in enumerate(lines, 1):
            if broken_at is None and any(_holds_a_row(cell, delimiter) for cell in cells):
                broken_at = number
            _add(rows, Row(number, tuple(map(_cell, cells[:_WIDEST]))), name, most)
    except csv.Error:
        broken_at = broken_at or number + 1
    heading = next(
        (row for row in rows[:_LOOKED_AT] if 1 < len(row.cells) < _WIDEST and is_heading(row)), None
    )
    width = _usual(rows) if heading is None else len(heading.cells)
    return _Table(tuple(rows), width, heading is not None, broken_at)


def _holds_a_row(cell: str, delimiter: str) -> bool:
    """Whether it opens where a cell ends and goes past the end of a line: two marks for ditto, with people between."""
    return cell[:1] in (delimiter, "\n", "\r") and delimiter in cell and not {"\n", "\r"}.isdisjoint(cell)


def _usual(rows: Sequence[Row]) -> int:
    widths = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    width, number = widths.most_common(1)[0] if widths else (1, 0)
    is_table = number >= _REGULAR * widths.total() and widths.total() >= _LEAST * len(rows)
    return width if is_table else 1


def _lines(text: str, name: str, most: int) -> tuple[Row, ...]:
    rows: list[Row] = []
    for number, line in enumerate(io.StringIO(text, newline=None), 1):
        _add(rows, Row(number, (_cell(line.strip()),)), name, most)
    return tuple(rows)


def _cell(text: str) -> Cell:
    """A cell of a text; a workbook says itself which of its cells are formulas."""
    return Cell(text, Kind.FORMULA if _FORMULA.match(text) else Kind.TEXT)


def _add(rows: list[Row], row: Row, name: str, most: int) -> None:
    """A row with anything in it, as long as it can be a list of people."""
    if not row.filled:
        return
    if len(rows) == most:
        raise Invalid([Problem("delegation.too-many-rows", name, {"limit": str(most)})])
    rows.append(row)

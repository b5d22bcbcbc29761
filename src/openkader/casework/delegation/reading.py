"""Reading a delegation list: the rows of a workbook, a table in text or a list of names, into delegates."""

import re
from collections.abc import Iterable
from datetime import date

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.birth_dates import Calendar
from openkader.casework.delegation.cells import MOST_TEXT, Grid, Row
from openkader.casework.delegation.cleaning import folded
from openkader.casework.delegation.columns import Choice, Field
from openkader.casework.delegation.delegates import Delegates
from openkader.casework.delegation.encodings import Decoded
from openkader.casework.delegation.forms import read_grid
from openkader.casework.delegation.headings import is_heading
from openkader.casework.delegation.layout import Layout, lay_out
from openkader.casework.delegation.sheet import DelegationSheet
from openkader.casework.delegation.tables import read_text
from openkader.casework.delegation.values import Values

_AS_RECOGNISED = Choice()
_TOTAL = re.compile(
    r"(?:sub)?tota+l\b.*|aantal\b.*|(?:grand )?total\b.*|合计.*|合計.*|总计.*|總計.*|总人数.*|共计?\s*\d+\s*人.*"
)
_TITLE = re.compile(r".*[:：]")


def read_delegation(
    content: bytes, name: str, today: date, choice: Choice = _AS_RECOGNISED
) -> DelegationSheet:
    """The delegates of a file; `name` is only used to say where something stands.

    Where it is not certain what the columns hold, there are no delegates, one problem
    says so, and a person says it by a `choice`. Raises `Invalid` for what is no list at all.
    """
    return _sheet(read_grid(content, name, choice.sheet), today, choice)


def read_pasted(text: str, today: date, choice: Choice = _AS_RECOGNISED) -> DelegationSheet:
    """The delegates of a text: rows copied from a spreadsheet or a document, or one name a line."""
    return _sheet(pasted_grid(text), today, choice)


def pasted_grid(text: str) -> Grid:
    """The rows of a text that was pasted."""
    if len(text) > MOST_TEXT:
        raise Invalid([Problem("document.too-large", "1", {"limit": f"{MOST_TEXT >> 20} MB"})])
    if not text.strip():
        raise Invalid([Problem("document.empty", "1")])
    whole = text + "\n"  # a paste does not end in the middle of a row
    return read_text(Decoded(whole, ""), "")


def _sheet(grid: Grid, today: date, choice: Choice) -> DelegationSheet:
    layout = lay_out(grid, choice, today)
    delegates = read_people(grid, layout, today)
    values = delegates.values
    return DelegationSheet(
        form=grid.form,
        encoding=grid.encoding,
        delimiter=grid.delimiter,
        sheet=grid.sheet,
        columns=layout.columns,
        delegates=tuple(delegates.found),
        problems=(*grid.problems, *on_the_whole(grid, layout, delegates), *delegates.problems),
        doubts=(*grid.doubts, *values.doubts),
        ignored=(*grid.ignored, *layout.ignored, *delegates.ignored),
    )


def read_people(grid: Grid, layout: Layout, today: date) -> Delegates:
    """Everybody in the rows of a list, once it is known what its columns are."""
    delegates = Delegates(Values(grid, layout, Calendar(today=today, day_zero=grid.day_zero)))
    for row in _candidates(layout, grid, delegates.ignored) if layout.names_somebody else ():
        delegates.read(row)
    return delegates


def on_the_whole(grid: Grid, layout: Layout, delegates: Delegates) -> Iterable[Problem]:
    """What is wrong with a list that gives nobody."""
    if not layout.names_somebody:
        yield Problem("delegation.no-name-column", grid.where())
    elif not delegates.found and not delegates.problems:
        yield Problem("delegation.nobody", grid.where())


def _candidates(layout: Layout, grid: Grid, ignored: list[Problem]) -> Iterable[Row]:
    """The rows that may be delegates; what else stands among them is noted."""
    for row in layout.rows:
        code = _kind_of_no_delegate(row, layout)
        if code is None:
            yield row
        elif code:
            ignored.append(Problem(code, grid.where(row.number), {"text": row.shown}))


def _kind_of_no_delegate(row: Row, layout: Layout) -> str | None:
    """Why a row is surely no delegate; empty for an empty one that only has its number."""
    numbering = layout.positions(Field.NUMBER)
    texts = [cell.text.strip() for position, cell in row.filled if position not in numbering]
    if not texts:
        number = "".join(cell.text for _, cell in row.filled)
        return "" if re.fullmatch(r"[\d.\s]*", number) else "delegation.remark"
    if layout.headings and is_heading(row):
        return "delegation.headings-again"
    if _TOTAL.fullmatch(folded(texts[0])) and not any(map(str.isalpha, "".join(texts[1:]))):
        return "delegation.total"
    return "delegation.title" if len(texts) == 1 and _TITLE.fullmatch(texts[0]) else None

"""Reading a delegation list of which each row says itself what is what, by the same rules as a file."""

from collections.abc import Mapping, Sequence
from datetime import date

from openkader.casework.delegation.birth_dates import Calendar
from openkader.casework.delegation.cells import Cell, Grid, Row
from openkader.casework.delegation.columns import TAKEN, Column, Field
from openkader.casework.delegation.delegates import Delegates
from openkader.casework.delegation.layout import Layout
from openkader.casework.delegation.sheet import DelegationSheet, Form
from openkader.casework.delegation.values import Values

SentRow = Mapping[Field, Sequence[str]]
_ORDER = tuple(field for field in Field if field in TAKEN)


def read_rows(rows: Sequence[SentRow], name: str, today: date) -> DelegationSheet:
    """The delegates of rows that name their values; the first row has number 1, and `name` says where it stands.

    What a row says is not guessed about, so each gives a delegate, or a problem that says why not.
    """
    widths = {field: max((len(row.get(field, ())) for row in rows), default=0) for field in _ORDER}
    fields = [field for field in _ORDER for _ in range(widths[field])]
    columns = tuple(
        Column(position=position, heading=str(field), field=field) for position, field in enumerate(fields)
    )
    cells = tuple(Row(number, _cells(row, widths)) for number, row in enumerate(rows, 1))
    grid = Grid(name=name, form=Form.TABLE, rows=cells)
    layout = Layout(headings=(), columns=columns, rows=cells, ignored=())
    delegates = Delegates(Values(grid, layout, Calendar(today=today)))
    for row in cells:
        delegates.read(row)
    return DelegationSheet(
        form=grid.form,
        encoding="",
        delimiter="",
        sheet="",
        columns=columns,
        delegates=tuple(delegates.found),
        problems=tuple(delegates.problems),
        doubts=tuple(delegates.values.doubts),
        ignored=tuple(delegates.ignored),
    )


def _cells(row: SentRow, widths: Mapping[Field, int]) -> tuple[Cell, ...]:
    """The values of a row, each under the columns of its field."""
    found: list[Cell] = []
    for field, width in widths.items():
        said = [Cell(text) for text in row.get(field, ())]
        found += [*said, *[Cell("")] * (width - len(said))]
    return tuple(found)

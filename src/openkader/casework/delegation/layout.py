"""Where a list begins, and what its columns are."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from openkader.base.errors import Problem
from openkader.casework.delegation.cells import Grid, Row
from openkader.casework.delegation.cleaning import clean
from openkader.casework.delegation.columns import Choice, Column, Field
from openkader.casework.delegation.contents import fields_by_content
from openkader.casework.delegation.headings import NAMING, field_of, is_heading
from openkader.casework.delegation.sheet import Form

# These may fill several columns, one for each script or part.
_SEVERAL = NAMING | {Field.ORGANISATION, Field.FUNCTION}
_LOOKED_AT = 40
_EXAMPLES = 3
_SHOWN = 60
_Fields = dict[int, Field]


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The columns, the rows under them, and what stands above or beside."""

    headings: tuple[Row, ...]
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    ignored: tuple[Problem, ...]

    @property
    def names_somebody(self) -> bool:
        """Whether it is known where the names are."""
        return any(column.field in NAMING for column in self.columns)

    def positions(self, field: Field) -> list[int]:
        """The columns that hold something."""
        return [column.position for column in self.columns if column.field is field]


def lay_out(grid: Grid, choice: Choice, today: date) -> Layout:
    """The columns as they are headed, or as their cells show, or as a person says."""
    heads = _headings(grid, choice)
    above, rows = _split(grid.rows, heads)
    width = max((len(row.cells) for row in grid.rows), default=0)
    texts = {position: _heading(heads, position) for position in range(width)}
    fields = _headed(texts) if heads else _by_content(grid, width, today)
    fields = _once({position: choice.fields.get(position, fields.get(position)) for position in texts})
    columns = tuple(
        _column(position, text, fields[position], rows)
        for position, text in texts.items()
        if text or any(row.at(position).is_filled for row in rows)
    )
    titles = [
        Problem("delegation.above-headings", grid.where(row.number), {"text": row.shown}) for row in above
    ]
    return Layout(headings=heads, columns=columns, rows=rows, ignored=(*titles, *_not_taken(columns, grid)))


def _headings(grid: Grid, choice: Choice) -> tuple[Row, ...]:
    """The row of headings, and the one under it when that gives them in another language."""
    if choice.has_headings is False:
        return ()
    beginning = grid.rows[:_LOOKED_AT]
    for place, row in enumerate(beginning):
        if is_heading(row):
            return beginning[
                place : place + (2 if any(map(is_heading, beginning[place + 1 : place + 2])) else 1)
            ]
    return beginning[:1] if choice.has_headings else ()


def _split(rows: tuple[Row, ...], heads: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    if not heads:
        return (), rows
    place = rows.index(heads[0])
    return rows[:place], rows[place + len(heads) :]


def _heading(heads: Sequence[Row], position: int) -> str:
    texts = [clean(row.at(position).text) for row in heads]
    return " / ".join(dict.fromkeys(text for text in texts if text))[:_SHOWN]


def _headed(texts: Mapping[int, str]) -> _Fields:
    found = {position: field_of(text) for position, text in texts.items()}
    return {position: field for position, field in found.items() if field}


def _by_content(grid: Grid, width: int, today: date) -> _Fields:
    if grid.form is Form.NAMES:
        return {0: Field.NAME}
    return fields_by_content(grid.rows, width, today)


def _once(fields: Mapping[int, Field | None]) -> _Fields:
    """A second column of what a delegate has one of is not guessed about."""
    found: _Fields = {}
    for position, field in fields.items():
        is_free = field in _SEVERAL or field not in found.values() or not (field and field.is_taken)
        found[position] = field if field and is_free else Field.OTHER
    return found


def _column(position: int, heading: str, field: Field, rows: Sequence[Row]) -> Column:
    shown = [clean(row.at(position).text)[:_SHOWN] for row in rows if row.at(position).is_filled]
    examples = tuple(shown[:_EXAMPLES]) if field.is_taken or field is Field.OTHER else ()
    return Column(position=position, heading=heading, field=field, examples=examples)


def _not_taken(columns: Sequence[Column], grid: Grid) -> list[Problem]:
    codes = {
        Field.PASSPORT: "delegation.passport-not-taken",
        Field.EMAIL: "delegation.contact-not-taken",
        Field.PHONE: "delegation.contact-not-taken",
        Field.ADDRESS: "delegation.contact-not-taken",
        Field.FORM_OF_ADDRESS: "delegation.form-of-address-not-taken",
        Field.OTHER: "delegation.column-not-recognised",
    }
    return [
        Problem(codes[column.field], grid.where(column.letter), {"heading": column.heading or column.letter})
        for column in columns
        if column.field in codes
    ]

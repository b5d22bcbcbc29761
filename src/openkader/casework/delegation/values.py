"""What a row says of a delegate beside the name; what cannot be read is left out, and said."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from openkader.base.errors import Problem
from openkader.casework.delegation.birth_dates import Calendar, read_birth_date
from openkader.casework.delegation.cells import Cell, Grid, Kind, Row
from openkader.casework.delegation.cleaning import clean, has_hidden_order, is_placeholder
from openkader.casework.delegation.columns import Column, Field
from openkader.casework.delegation.countries import country_of
from openkader.casework.delegation.genders import gender_of
from openkader.casework.delegation.headings import is_month_first
from openkader.casework.delegation.layout import Layout
from openkader.casework.delegation.scripts import parted

LONGEST = 300
_SHOWN = 40


@dataclass(slots=True)
class Values:
    """Reads them row by row, and keeps the doubts."""

    grid: Grid
    layout: Layout
    calendar: Calendar
    doubts: list[Problem] = field(default_factory=list)

    def organisation(self, row: Row) -> tuple[str, ...]:
        """The names of the organisation, one for each script."""
        found = [name for text in self._texts(row, Field.ORGANISATION) for name in parted(text)]
        return tuple(dict.fromkeys(found))

    def function(self, row: Row) -> str:
        """The function, in all words that the list has for it."""
        return " / ".join(dict.fromkeys(self._texts(row, Field.FUNCTION)))

    def birth_date(self, row: Row) -> str:
        """The birth date as exactly as it is certain."""
        for column, cell in self._filled(row, Field.BIRTH_DATE):
            found = read_birth_date(
                cell, replace(self.calendar, is_month_first=is_month_first(column.heading))
            )
            if not found.is_whole:
                detail = {"value": _shown(cell), "kept": found.value}
                code = "delegation.date-in-part" if found.value else "delegation.date-left-out"
                self.doubts.append(Problem(code, self.grid.where(row.number), detail))
            return found.value
        return ""

    def country(self, row: Row) -> str:
        """The code of the country."""
        for _, cell in self._filled(row, Field.COUNTRY):
            return country_of(clean(cell.text)) or self._left_out("delegation.country-left-out", row, cell)
        return ""

    def gender(self, row: Row) -> str:
        """The gender that is stated."""
        for _, cell in self._filled(row, Field.GENDER):
            return gender_of(clean(cell.text)) or self._left_out("delegation.gender-left-out", row, cell)
        return ""

    def _left_out(self, code: str, row: Row, cell: Cell) -> str:
        self.doubts.append(Problem(code, self.grid.where(row.number), {"value": _shown(cell)}))
        return ""

    def _texts(self, row: Row, wanted: Field) -> list[str]:
        """What the columns of a field say, as far as it can be kept."""
        found = []
        for column, cell in self._filled(row, wanted):
            if len(cell.text) > LONGEST or has_hidden_order(cell.text):
                self._doubt("delegation.text-left-out", row, column)
            else:
                found.append(clean(cell.text))
        return found

    def _filled(self, row: Row, wanted: Field) -> Iterator[tuple[Column, Cell]]:
        """The cells of a field that say something; a formula or a mistake says nothing that stays."""
        for column in self.layout.columns:
            cell = row.at(column.position)
            if column.field is not wanted or not cell.is_filled:
                continue
            if cell.kind in (Kind.FORMULA, Kind.MISTAKE):
                self._doubt("delegation.formula-left-out", row, column)
            elif not is_placeholder(cell.text):
                yield column, cell

    def _doubt(self, code: str, row: Row, column: Column) -> None:
        where = self.grid.where(row.number)
        self.doubts.append(Problem(code, where, {"heading": column.heading or column.letter}))


def _shown(cell: Cell) -> str:
    return clean(cell.text)[:_SHOWN]

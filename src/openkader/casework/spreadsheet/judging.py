"""Judging the cells of a row one by one: a value, unknown where the cell is empty, or a problem with its place."""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Named

from openkader.base.errors import Problem
from openkader.casework.delegation.cells import Cell, Kind, Row
from openkader.casework.delegation.cleaning import clean, folded, is_placeholder
from openkader.casework.delegation.countries import country_of
from openkader.casework.period import Period
from openkader.casework.spreadsheet.dates import period_of, year_of
from openkader.casework.spreadsheet.fields import Field
from openkader.casework.spreadsheet.layout import Column, Mapping, SheetLayout
from openkader.casework.spreadsheet.rows import Listed, Standard
from openkader.casework.spreadsheet.words import truth_of

LONGEST: Named[Field, int] = {
    Field.NUMBER: 80,
    Field.TITLE: 200,  # so that the number fits beside it
    Field.PLACE: 200,
    Field.REQUESTER: 300,
    Field.COUNTERPART: 300,
    Field.OWN_PARTY: 300,
}
_LONGEST_TEXT = 10_000
_MOST_PARTIES = 9_999
_SHOWN = 60
_BETWEEN = re.compile(r"[;\n]")
_UNREAD = {
    Kind.FORMULA: "spreadsheet.formula",
    Kind.MISTAKE: "spreadsheet.mistake",
    Kind.COVERED: "spreadsheet.joined",
}


class Judged:
    """One row with the columns that are taken over: asked for a field it gives a value, and notes what is wrong."""

    def __init__(self, row: Row, layout: SheetLayout, mapping: Mapping, standard: Standard) -> None:
        self.row, self.layout, self.mapping, self.standard = row, layout, mapping, standard
        self.problems: list[Problem] = []
        self.cells: list[tuple[Column, Cell]] = []  # those with anything in them
        self.by_field: dict[Field, list[tuple[Column, Cell]]] = {}
        for column in layout.taken:
            cell = row.at(column.position)
            if cell.kind in _UNREAD:
                self.report(_UNREAD[cell.kind], column)
            elif cell.is_filled:
                self.cells.append((column, cell))
                if not is_placeholder(cell.text):
                    self.by_field.setdefault(column.field, []).append((column, cell))

    def report(self, code: str, column: Column | None = None, **detail: str) -> None:
        """Note what is wrong, with the cell that it is about."""
        named = {"heading": column.heading or column.letter} if column else {}
        self.problems.append(Problem(code, self._place(column), named | detail))

    def is_wrong(self, column: Column) -> bool:
        """Whether something is wrong with the cell of this column already."""
        return any(one.where == self._place(column) for one in self.problems)

    def _place(self, column: Column | None) -> str:
        return f"{column.letter if column else ''}{self.row.number}"

    def text(self, field: Field) -> str | None:
        """The words of a field on one line; what only says that nothing is known is unknown."""
        found = [text for _, text in self._texts(field)]
        return "; ".join(found) or None

    def period(self, field: Field, year: int | None) -> Period | None:
        """When something was."""
        for column, cell in self._filled(field):
            found = period_of(cell, year, self.standard.day_zero)
            if found is None:
                self._misread("spreadsheet.no-date", column, cell)
            return found
        return None

    def year(self) -> int | None:
        """The year that has a column of its own."""
        for column, cell in self._filled(Field.YEAR):
            found = year_of(cell)
            if found is None:
                self._misread("spreadsheet.no-year-in", column, cell)
            return found
        return None

    def code(self, field: Field, words: Named[str, str], wrong: str) -> str | None:
        """The code of a word that is known here, or that the person said."""
        for column, cell in self._filled(field):
            said = {folded(word): code for word, code in self.mapping.words.get(field, {}).items()}
            found = said.get(folded(cell.text)) or words.get(folded(cell.text))
            if found is None:
                self._misread(wrong, column, cell)
            return found
        return None

    def country(self) -> str | None:
        """The country, as ISO 3166 writes it."""
        for column, cell in self._filled(Field.COUNTRY):
            said = {folded(word): code for word, code in self.mapping.words.get(Field.COUNTRY, {}).items()}
            found = country_of(said.get(folded(cell.text), cell.text))
            if found is None:
                self._misread("spreadsheet.no-country", column, cell)
            return found.upper() if found else None
        return None

    def truth(self, field: Field) -> bool | None:
        """Yes or no."""
        for column, cell in self._filled(field):
            found = truth_of(cell.text)
            if found is None:
                self._misread("spreadsheet.no-truth", column, cell)
            return found
        return None

    def listed(self) -> Listed:
        """Who is named, and how many there were."""
        own = self._names(Field.OWN_PARTY)
        return Listed(
            requesters=self._names(Field.REQUESTER),
            counterparts=self._names(Field.COUNTERPART),
            own=own,
            own_number=self._number(len(own)),
        )

    def words(self) -> str:
        """The cells that are taken over, each under its heading, as they stand there."""
        return " · ".join(
            f"{column.heading or column.letter}: {clean(cell.text)}" for column, cell in self.cells
        )

    def _names(self, field: Field) -> tuple[str, ...]:
        found: list[str] = []
        for column, cell in self._filled(field):
            for part in _BETWEEN.split(clean(cell.text, lines=True)):
                name = part.strip(" ,")
                if len(name) > LONGEST[field]:
                    self.report("spreadsheet.too-long", column, limit=str(LONGEST[field]))
                elif name and not is_placeholder(name) and name not in found:
                    found.append(name)
        return tuple(found)

    def _number(self, named: int) -> int | None:
        for column, cell in self._filled(Field.OWN_NUMBER):
            text = folded(cell.text)
            number = int(text) if re.fullmatch(r"\d{1,4}", text, re.ASCII) else None
            if number is None:
                self._misread("spreadsheet.no-number", column, cell)
            elif number < named:
                self.report("spreadsheet.fewer-than-named", column, number=text, named=str(named))
            return number
        return None

    def _filled(self, field: Field) -> Sequence[tuple[Column, Cell]]:
        """The cells of a field that say anything."""
        return self.by_field.get(field, ())

    def _texts(self, field: Field) -> Iterator[tuple[Column, str]]:
        most = LONGEST.get(field, _LONGEST_TEXT)
        for column, cell in self._filled(field):
            text = clean(cell.text)
            if len(text) > most:
                self.report("spreadsheet.too-long", column, limit=str(most))
            elif text:
                yield column, text

    def _misread(self, code: str, column: Column, cell: Cell) -> None:
        self.report(code, column, value=clean(cell.text)[:_SHOWN])

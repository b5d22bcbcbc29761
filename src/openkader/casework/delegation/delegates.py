"""One row of a list as one delegate, or the reason why it is none."""

from dataclasses import dataclass, field, replace
from itertools import zip_longest

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.cells import EMPTY, Cell, Kind, Row
from openkader.casework.delegation.cleaning import folded, is_placeholder
from openkader.casework.delegation.columns import Field
from openkader.casework.delegation.headings import NAMING
from openkader.casework.delegation.names import read_names
from openkader.casework.delegation.scripts import has_han
from openkader.casework.delegation.sheet import Delegate
from openkader.casework.delegation.values import Values

# What stands in a cell instead of the words above it.
_DITTO = frozenset({'"', "''", "”", "〃", "idem", "id.", "ditto", "同上", "同前", "as above", "zie boven"})


@dataclass(slots=True)
class Delegates:
    """Those that were read so far, and the rows that gave none."""

    values: Values
    found: list[Delegate] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    ignored: list[Problem] = field(default_factory=list)
    _above: dict[int, Cell] = field(default_factory=dict)
    _rows: dict[str, int] = field(default_factory=dict)

    def read(self, row: Row) -> None:
        """Take the delegate of a row, or say why there is none."""
        row = self._without_dittos(row)
        try:
            names, role = self._names(row, self.values.grid.where(row.number))
        except Invalid as error:
            self.problems += error.problems
        else:
            self._take(self._delegate(row, names, role))

    def _delegate(self, row: Row, names: tuple[str, ...], role: str) -> Delegate:
        return Delegate(
            row=row.number,
            names=names,
            organisation_names=self.values.organisation(row),
            function=self.values.function(row) or role,
            birth_date=self.values.birth_date(row),
            country=self.values.country(row),
            gender=self.values.gender(row),
        )

    def _take(self, delegate: Delegate) -> None:
        """Once, however often the list has it."""
        first = self._rows.setdefault(delegate.fingerprint, delegate.row)
        if first == delegate.row:
            self.found.append(delegate)
        else:
            where = self.values.grid.where(delegate.row)
            self.ignored.append(Problem("delegation.same-as", where, {"row": str(first)}))

    def _without_dittos(self, row: Row) -> Row:
        """The row with every ‘idem’ replaced by what it stands for."""
        cells = list(row.cells)
        for position, cell in enumerate(cells):
            if folded(cell.text) in _DITTO:
                cells[position] = self._above.get(position, EMPTY)
            self._above[position] = cells[position]
        return replace(row, cells=tuple(cells))

    def _names(self, row: Row, where: str) -> tuple[tuple[str, ...], str]:
        cells = [row.at(position) for name in NAMING for position in self.values.layout.positions(name)]
        if any(cell.kind is Kind.FORMULA for cell in cells):
            raise Invalid([Problem("delegation.formula", where)])
        if any(cell.kind is Kind.MISTAKE for cell in cells):
            raise Invalid([Problem("delegation.no-name", where)])
        read = [
            read_names(text, where)
            for text in (*self._texts(row, Field.NAME), *self._joined(row))
            if not is_placeholder(text)
        ]
        if not read:
            raise Invalid([Problem("delegation.no-name", where)])
        names: dict[str, str] = {}
        for name in (name for found, _ in read for name in found):
            names.setdefault(folded(name), name)
        return tuple(names.values()), next((role for _, role in read if role), "")

    def _joined(self, row: Row) -> list[str]:
        """Family and given names put together, in the order of their script."""
        parts = zip_longest(
            *(self._texts(row, name) for name in (Field.FAMILY_NAME, Field.GIVEN_NAME)), fillvalue=""
        )
        return [
            f"{family}{given}" if has_han(family) and has_han(given) else f"{given} {family}"
            for family, given in parts
        ]

    def _texts(self, row: Row, name: Field) -> list[str]:
        """What the columns of a field say; ‘to be announced’ is nothing yet."""
        cells = [row.at(position) for position in self.values.layout.positions(name)]
        return ["" if is_placeholder(cell.text) else cell.text.strip() for cell in cells]

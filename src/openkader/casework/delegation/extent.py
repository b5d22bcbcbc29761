"""How large the sheets of a workbook are, and where their formulas stand, before a library reads them.

A sheet of a few bytes may say that it has a cell in row 10,000,000,000; the library would make them all.
"""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.cells import MOST_COLUMNS, OF_PEOPLE, Bounds

# Of styles and the like, of which the library makes objects one by one.
MOST_OTHERS = 50_000
_OF_CELLS = frozenset({"worksheet", "sst"})
# Between the rows of a list some may be empty, but not more than this many times as many as it has.
_MOSTLY_EMPTY = 4
# As many rows and columns as Excel has.
_LAST_ROW = 1 << 20
_LAST_COLUMN = 1 << 14
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})", re.ASCII)
_HOLDS = frozenset({"v", "is", "f"})


class Extent:
    """Watches the elements of one part of a workbook go by, and stops what cannot be a list."""

    def __init__(self, name: str, bounds: Bounds = OF_PEOPLE) -> None:
        self.name = name
        self.bounds = bounds
        self.formulas: set[tuple[int, int]] = set()
        self.covered: set[tuple[int, int]] = set()  # by the cell that they are joined with
        self.last_filled = 0
        self.elements = self.row = self.column = 0
        self.root = ""

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of one element."""
        self.root = self.root or tag
        self.elements += 1
        most = self.bounds.elements if self.root in _OF_CELLS else MOST_OTHERS
        if self.elements > most:
            raise self._too_much("delegation.too-many-cells", most)
        if self.root == "worksheet":
            self._see_in_sheet(tag, attributes)

    def _see_in_sheet(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "row":
            self.row, self.column = self._next(attributes.get("r"), self.row, _LAST_ROW), 0
        elif tag == "c":
            place = attributes.get("r")
            number = None if place is None else str(column_number(place.rstrip("0123456789")))
            self.column = self._next(number, self.column, _LAST_COLUMN)
        elif tag in _HOLDS:
            self._see_content(tag, attributes)
        elif tag == "mergeCell":
            self.covered |= self._joined(attributes.get("ref", ""))

    def _see_content(self, tag: str, attributes: Mapping[str, str]) -> None:
        self.last_filled = self.row
        if self.column > MOST_COLUMNS:
            raise self._too_much("delegation.too-many-columns", MOST_COLUMNS)
        if self.row > _MOSTLY_EMPTY * self.bounds.rows:
            raise self._too_much("delegation.too-many-rows", self.bounds.rows)
        if tag == "f":
            self.formulas |= {(self.row, self.column), *self._filled_by(attributes.get("ref", ""))}

    def _filled_by(self, ref: str) -> Iterator[tuple[int, int]]:
        """The cells that a formula fills beside its own; they hold a value and no formula."""
        match = _RANGE.fullmatch(ref)
        if match is None:
            return
        rows = range(int(match[2]), int(match[4]) + 1)
        columns = range(column_number(match[1]), column_number(match[3]) + 1)
        self.elements += len(rows) * len(columns)
        if self.elements > self.bounds.elements:
            raise self._too_much("delegation.too-many-cells", self.bounds.elements)
        yield from product(rows, columns)

    def _joined(self, ref: str) -> set[tuple[int, int]]:
        """The cells that are joined with the first of them, as far as the list goes."""
        match = _RANGE.fullmatch(ref)
        if match is None:
            return set()
        top, left = int(match[2]), column_number(match[1])
        rows = range(top, min(int(match[4]), self.last_filled) + 1)
        columns = range(left, min(column_number(match[3]), MOST_COLUMNS) + 1)
        self.elements += len(rows) * len(columns)
        if self.elements > self.bounds.elements:
            raise self._too_much("delegation.too-many-cells", self.bounds.elements)
        return set(product(rows, columns)) - {(top, left)}

    def _next(self, given: str | None, former: int, last: int) -> int:
        """Rows and cells come in order; the library drops what does not."""
        if given is None:
            return former + 1
        number = int(given) if given.isascii() and given.isdecimal() and len(given) < 8 else 0
        if not former < number <= last:
            raise Invalid([Problem("document.packed-otherwise", self.name)])
        return number

    def _too_much(self, code: str, limit: int) -> Invalid:
        return Invalid([Problem(code, self.name, {"limit": f"{limit:,}".replace(",", " ")})])


def column_number(letters: str) -> int:
    """The number of a column by its letters: A is 1, AA is 27; 0 for what is no column."""
    number = 0
    for letter in letters if len(letters) <= 3 else "":
        if not "A" <= letter <= "Z":
            return 0
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

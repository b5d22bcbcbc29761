"""How large the sheets of a workbook are, and where their formulas stand, before a library reads them.

A sheet of a few bytes may say that it has a cell in row 10,000,000,000; the library would make them all.
"""

from collections.abc import Mapping

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.cells import MOST_COLUMNS

MOST_ELEMENTS = 500_000
# As many rows and columns as Excel has.
_LAST_ROW = 1 << 20
_LAST_COLUMN = 1 << 14
_HOLDS = frozenset({"v", "is", "f"})


class Extent:
    """Watches the elements of one part of a workbook go by, and stops what cannot be a list."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.formulas: set[tuple[int, int]] = set()
        self.elements = self.row = self.column = 0
        self._is_sheet: bool | None = None

    def see(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Take note of one element."""
        self.elements += 1
        if self.elements > MOST_ELEMENTS:
            raise self._too_much("delegation.too-many-cells", MOST_ELEMENTS)
        if self._is_sheet is None:
            self._is_sheet = tag == "worksheet"
        if self._is_sheet:
            self._see_in_sheet(tag, attributes)

    def _see_in_sheet(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "row":
            self.row, self.column = self._next(attributes.get("r"), self.row, _LAST_ROW), 0
        elif tag == "c":
            place = attributes.get("r")
            number = None if place is None else str(column_number(place.rstrip("0123456789")))
            self.column = self._next(number, self.column, _LAST_COLUMN)
        elif tag in _HOLDS and self.column > MOST_COLUMNS:
            raise self._too_much("delegation.too-many-columns", MOST_COLUMNS)
        elif tag == "f":
            self.formulas.add((self.row, self.column))

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

"""A delegation list as rows of cells, before anyone knows what its columns are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from openkader.base.errors import Problem
from openkader.casework.delegation.cleaning import clean
from openkader.casework.delegation.sheet import Form

MOST_BYTES = 8 << 20
# Of a file that somebody hands in, in the browser or through a program.
MOST_HANDED_IN = 5_000_000
# Of text; a workbook may hold a picture as well.
MOST_TEXT = 4 << 20
# Five thousand people, with what stands above and between them.
MOST_ROWS = 5_050
MOST_COLUMNS = 60
# Of the parts of a workbook: rows, cells and what is in them.
MOST_ELEMENTS = 500_000
MOST_UNPACKED = 32 << 20
# The day before the first one that Excel counts; on an old Macintosh it counts from 1904.
DAY_ZERO = date(1899, 12, 30)
DAY_ZERO_1904 = date(1904, 1, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much a file may hold before it is refused: bytes, letters of text, bytes unpacked, rows, and parts."""

    content: int = MOST_BYTES
    text: int = MOST_TEXT
    unpacked: int = MOST_UNPACKED
    rows: int = MOST_ROWS
    elements: int = MOST_ELEMENTS


OF_PEOPLE = Bounds()  # a list of a delegation


class Kind(StrEnum):
    """What sort of value a cell holds; of a text file every cell is text."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    FORMULA = "formula"
    MISTAKE = "mistake"  # such as #REF!
    COVERED = "covered"  # joined with another cell, which alone holds the value


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell as text; a date is written as in 1962-05-23."""

    text: str
    kind: Kind = Kind.TEXT

    @property
    def is_filled(self) -> bool:
        """Whether anything can be seen in it; a formula counts, whatever it yields."""
        return bool(self.text.strip()) or self.kind is Kind.FORMULA


EMPTY = Cell("")


@dataclass(frozen=True, slots=True)
class Row:
    """One row with its number in the spreadsheet."""

    number: int
    cells: tuple[Cell, ...]

    @property
    def filled(self) -> list[tuple[int, Cell]]:
        """The cells that hold anything, each with its position."""
        return [(position, cell) for position, cell in enumerate(self.cells) if cell.is_filled]

    @property
    def shown(self) -> str:
        """The beginning of the row, to show which one is meant."""
        return clean(" ".join(cell.text[:80] for _, cell in self.filled))[:80]

    def at(self, position: int) -> Cell:
        """The cell in a column; a row may be shorter than the others."""
        return self.cells[position] if position < len(self.cells) else EMPTY


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """All rows with anything in them, how they came in, and what was noted on the way."""

    name: str
    form: Form
    rows: tuple[Row, ...]
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    day_zero: date = DAY_ZERO
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Problem, ...] = ()
    ignored: tuple[Problem, ...] = ()

    def where(self, place: int | str = "") -> str:
        """A place in the list: the number of a row, or the letter of a column."""
        return ":".join(part for part in (self.name, str(place)) if part) or "1"

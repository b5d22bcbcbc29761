"""A register that was kept in a spreadsheet: what its columns are, and what each row says.

Nothing is made up: what a cell does not say with certainty is a problem of its row, with the place of the cell, and
what no cell says stays unknown.
"""

from openkader.casework.spreadsheet.fields import SEVERAL, TAKEN_ONCE, Field
from openkader.casework.spreadsheet.layout import Column, Mapping, SheetLayout, lay_out, letter_of
from openkader.casework.spreadsheet.mapping_file import read_mapping
from openkader.casework.spreadsheet.reading import BOUNDS, Read, open_sheet, read_rows
from openkader.casework.spreadsheet.rows import Listed, TakenRow
from openkader.casework.spreadsheet.rules import WorkedOn, may_take_over, may_undo

__all__ = [
    "BOUNDS",
    "SEVERAL",
    "TAKEN_ONCE",
    "Column",
    "Field",
    "Listed",
    "Mapping",
    "Read",
    "SheetLayout",
    "TakenRow",
    "WorkedOn",
    "lay_out",
    "letter_of",
    "may_take_over",
    "may_undo",
    "open_sheet",
    "read_mapping",
    "read_rows",
]

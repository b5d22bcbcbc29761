"""A workbook of Excel (.xlsx) as rows of cells.

The file is checked by our own guard first: unpacked in bounds, no document types, no
macros, no sheets without end. A cell with a formula yields no value, although Excel
kept one: it was reckoned on another day, from other cells, and can be another after the
list was screened.
"""

import io
import warnings
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator
from datetime import datetime
from typing import Protocol, cast

from openpyxl import load_workbook
from openpyxl.utils.datetime import MAC_EPOCH
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook.workbook import Workbook

from openkader.base.errors import Invalid, Problem
from openkader.base.packed import open_packed
from openkader.casework.delegation.cells import (
    DAY_ZERO,
    DAY_ZERO_1904,
    EMPTY,
    MOST_COLUMNS,
    MOST_ROWS,
    Cell,
    Grid,
    Kind,
    Row,
)
from openkader.casework.delegation.extent import Extent
from openkader.casework.delegation.sheet import Form
from openkader.screening.lists.xml_records import check_xml

MOST_UNPACKED = 32 << 20
_XML = (".xml", ".rels", ".vml")
# What the library lets out when the inside of a workbook is not what it should be; found by fuzzing.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    ET.ParseError,
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
)
_Formulas = frozenset[tuple[int, int]]


class _Shown(Protocol):
    """What the library gives for a cell, empty or not."""

    @property
    def value(self) -> object: ...

    @property
    def data_type(self) -> str: ...


class _Sheet(Protocol):
    """A sheet as the library reads it without keeping it; only it knows which part of the file it is."""

    _worksheet_path: str

    def reset_dimensions(self) -> None: ...

    def iter_rows(self, *, max_col: int) -> Iterator[tuple[_Shown, ...]]: ...


def read_workbook(content: bytes, name: str, wanted: str | None) -> Grid:
    """The rows of one sheet: the one that is wanted, or else the first that is shown and holds anything."""
    with open_packed(io.BytesIO(content), name, MOST_UNPACKED) as archive:
        formulas = _checked(archive, name)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _read(content, name, wanted, formulas)
    except _BROKEN as error:
        raise Invalid([Problem("document.packed-otherwise", name)]) from error


def _checked(archive: zipfile.ZipFile, name: str) -> dict[str, _Formulas]:
    """Where the formulas are, of each part; `Invalid` when any part may do harm."""
    parts = archive.namelist()
    if any(part.endswith("vbaProject.bin") for part in parts):
        raise Invalid([Problem("delegation.macros", name)])
    found: dict[str, _Formulas] = {}
    for part in parts:
        if part.endswith(_XML):
            extent = Extent(name)
            with archive.open(part) as content:
                check_xml(content, name, extent.see)
            found[part] = frozenset(extent.formulas)
    return found


def _read(content: bytes, name: str, wanted: str | None, formulas: dict[str, _Formulas]) -> Grid:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        return _grid(book, name, wanted, formulas)
    finally:
        book.close()


def _grid(book: Workbook, name: str, wanted: str | None, formulas: dict[str, _Formulas]) -> Grid:
    chosen, others = "", []
    rows: tuple[Row, ...] = ()
    for sheet in book.worksheets:
        found = tuple(_rows(cast(_Sheet, sheet), name, formulas))
        if not found:
            continue
        if not rows and (sheet.title == wanted if wanted else sheet.sheet_state == "visible"):
            chosen, rows = sheet.title, found
        else:
            others.append(Problem("delegation.other-sheet", name, {"sheet": sheet.title}))
    if wanted and not chosen:
        raise Invalid([Problem("delegation.no-such-sheet", name, {"sheet": wanted})])
    return Grid(
        name=name,
        form=Form.XLSX,
        rows=rows,
        sheet=chosen,
        day_zero=DAY_ZERO_1904 if book.epoch == MAC_EPOCH else DAY_ZERO,
        ignored=tuple(others),
    )


def _rows(sheet: _Sheet, name: str, formulas: dict[str, _Formulas]) -> Iterator[Row]:
    here = formulas[sheet._worksheet_path]
    sheet.reset_dimensions()  # what a sheet says of its own size is not believed
    filled = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), 1):
        row = Row(number, tuple(_cell(cell, number, place, here) for place, cell in enumerate(cells, 1)))
        if row.filled:
            filled += 1
            if filled > MOST_ROWS:
                raise Invalid([Problem("delegation.too-many-rows", name, {"limit": str(MOST_ROWS)})])
            yield row


def _cell(cell: _Shown, row: int, column: int, formulas: _Formulas) -> Cell:
    if (row, column) in formulas:
        return Cell("", Kind.FORMULA)
    value = cell.value
    if value is None:
        return EMPTY
    if cell.data_type == "e":
        return Cell(str(value), Kind.MISTAKE)
    if isinstance(value, datetime):
        return Cell(value.date().isoformat(), Kind.DATE)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(_number(value), Kind.NUMBER)
    return Cell(str(value))


def _number(value: float) -> str:
    return str(int(value)) if value == value // 1 and abs(value) < 1e15 else str(value)

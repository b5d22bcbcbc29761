"""A workbook of Excel (.xlsx) as rows of cells.

The file is checked by our own guard first: unpacked in bounds, no document types, no
macros, no sheets without end. A cell with a formula yields no value, although Excel
kept one: it was reckoned on another day, from other cells, and can be another after the
list was screened.
"""

import io
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
    OF_PEOPLE,
    Bounds,
    Cell,
    Grid,
    Kind,
    Row,
)
from openkader.casework.delegation.extent import Extent
from openkader.casework.delegation.sheet import Form
from openkader.screening.lists.xml_records import check_xml

_XML = (".xml", ".rels", ".vml")
# What the library lets out when the inside of a workbook is not what it should be; found by fuzzing.
_BROKEN = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    SyntaxError,  # XML that is none: whichever parser openpyxl found on this machine says it so
    InvalidFileException,
    LookupError,
    NotImplementedError,
    OSError,
    RecursionError,
    TypeError,
    ValueError,
    zipfile.BadZipFile,
)
_Extents = dict[str, Extent]
COVERED = Cell("", Kind.COVERED)


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

    def iter_rows(self, *, max_col: int, max_row: int) -> Iterator[tuple[_Shown, ...]]: ...


def read_workbook(content: bytes, name: str, wanted: str | None, bounds: Bounds = OF_PEOPLE) -> Grid:
    """The rows of one sheet: the one that is wanted, or else the first that is shown and holds anything."""
    with open_packed(io.BytesIO(content), name, bounds.unpacked) as archive:
        extents = _checked(archive, name, bounds)
    try:
        return _read(content, name, wanted, extents)
    except _BROKEN as error:
        raise Invalid([Problem("document.packed-otherwise", name)]) from error


def _checked(archive: zipfile.ZipFile, name: str, bounds: Bounds) -> _Extents:
    """How far each part goes, and where its formulas are; `Invalid` when any may do harm."""
    parts = archive.namelist()
    if any(part.endswith("vbaProject.bin") for part in parts):
        raise Invalid([Problem("delegation.macros", name)])
    found: _Extents = {}
    for part in parts:
        if part.endswith(_XML):
            found[part] = Extent(name, bounds)
            with archive.open(part) as content:
                check_xml(content, name, found[part].see)
    return found


def _read(content: bytes, name: str, wanted: str | None, extents: _Extents) -> Grid:
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    try:
        return _grid(book, name, wanted, extents)
    finally:
        book.close()


def _grid(book: Workbook, name: str, wanted: str | None, extents: _Extents) -> Grid:
    chosen, others = "", []
    rows: tuple[Row, ...] = ()
    for sheet in book.worksheets:
        found = tuple(_rows(cast(_Sheet, sheet), name, extents))
        if not found:
            continue
        if not rows and (sheet.title == wanted if wanted else sheet.sheet_state == "visible"):
            chosen, rows = sheet.title, found
        else:
            others.append(Problem("delegation.other-sheet", name, {"sheet": sheet.title}))
    if wanted and not chosen:
        raise Invalid([Problem("delegation.no-such-sheet", name, {"sheet": wanted})])
    if not rows:
        raise Invalid([Problem("document.empty", name)])
    return Grid(
        name=name,
        form=Form.XLSX,
        rows=rows,
        sheet=chosen,
        day_zero=DAY_ZERO_1904 if book.epoch == MAC_EPOCH else DAY_ZERO,
        ignored=tuple(others),
    )


def _rows(sheet: _Sheet, name: str, extents: _Extents) -> Iterator[Row]:
    extent = extents[sheet._worksheet_path]
    if not extent.last_filled:
        return
    sheet.reset_dimensions()  # what a sheet says of its own size is not believed
    filled = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, max_row=extent.last_filled), 1):
        row = Row(
            number,
            tuple(_cell(cell, (number, place), extent) for place, cell in enumerate(cells, 1)),
        )
        if row.filled:
            filled += 1
            most = extent.bounds.rows
            if filled > most:
                raise Invalid([Problem("delegation.too-many-rows", name, {"limit": str(most)})])
            yield row


def _cell(cell: _Shown, place: tuple[int, int], extent: Extent) -> Cell:
    if place in extent.formulas:
        return Cell("", Kind.FORMULA)
    value = cell.value
    if value is None:
        return COVERED if place in extent.covered else EMPTY
    if cell.data_type == "e":
        return Cell(str(value), Kind.MISTAKE)
    if isinstance(value, datetime):
        return Cell(value.date().isoformat(), Kind.DATE)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return Cell(_number(value), Kind.NUMBER)
    return Cell(str(value))


def _number(value: float) -> str:
    return str(int(value)) if value == value // 1 and abs(value) < 1e15 else str(value)

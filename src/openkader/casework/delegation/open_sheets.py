"""A workbook of LibreOffice (.ods) as rows of cells.

It is unpacked in bounds and read record by record; document types, macros and passwords are refused. As in other
workbooks, a cell with a formula yields no value.
"""

import io
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Iterator

from openkader.base.errors import Invalid, Problem
from openkader.base.packed import open_packed
from openkader.casework.delegation.cells import EMPTY, MOST_COLUMNS, MOST_ROWS, Cell, Grid, Kind, Row
from openkader.casework.delegation.sheet import Form
from openkader.screening.lists.xml_records import xml_records

MOST_UNPACKED = 32 << 20
KIND = b"application/vnd.oasis.opendocument.spreadsheet"
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_MOST_REPEATED = 1 << 20


def read_open_sheet(content: bytes, name: str, wanted: str | None) -> Grid:
    """The rows of one sheet: the one that is wanted, or else the first that holds anything."""
    with open_packed(io.BytesIO(content), name, MOST_UNPACKED) as archive:
        _refuse_what_harms(archive, name)
        sheets = dict(_sheets(archive, name))
    filled = {title: rows for title, rows in sheets.items() if rows}
    if wanted and wanted not in filled:
        raise Invalid([Problem("delegation.no-such-sheet", name, {"sheet": wanted})])
    if not filled:
        raise Invalid([Problem("document.empty", name)])
    chosen = wanted or next(iter(filled))
    others = [
        Problem("delegation.other-sheet", name, {"sheet": title}) for title in filled if title != chosen
    ]
    return Grid(name=name, form=Form.ODS, rows=tuple(filled[chosen]), sheet=chosen, ignored=tuple(others))


def _refuse_what_harms(archive: zipfile.ZipFile, name: str) -> None:
    parts = archive.namelist()
    if any(part.startswith(("Basic/", "Scripts/")) for part in parts):
        raise Invalid([Problem("delegation.macros", name)])
    if "META-INF/manifest.xml" in parts and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Invalid([Problem("document.password", name)])


def _sheets(archive: zipfile.ZipFile, name: str) -> Iterator[tuple[str, list[Row]]]:
    with archive.open("content.xml") as content:
        for table, _ in xml_records(content, name, "document-content", ("table",)):
            yield _attribute(table, "name"), list(_rows(table, name))


def _rows(table: ET.Element, name: str) -> Iterator[Row]:
    """The rows with anything in them, numbered as the spreadsheet does: a run of equal ones is written once."""
    number = filled = 0
    for element in table.iter("table-row"):
        repeated = _times(element, "number-rows-repeated")
        row = Row(number + 1, _cells(element, name))
        for place in range(number + 1, number + 1 + (repeated if row.filled else 0)):
            filled += 1
            if filled > MOST_ROWS:
                raise Invalid([Problem("delegation.too-many-rows", name, {"limit": str(MOST_ROWS)})])
            yield Row(place, row.cells)
        number += repeated


def _cells(row: ET.Element, name: str) -> tuple[Cell, ...]:
    cells: list[Cell] = []
    for element in row:
        if element.tag in _CELLS:
            cell, times = _cell(element), _times(element, "number-columns-repeated")
            if cell.is_filled and len(cells) + times > MOST_COLUMNS:
                detail = {"limit": str(MOST_COLUMNS)}
                raise Invalid([Problem("delegation.too-many-columns", name, detail)])
            cells += [cell] * min(times, MOST_COLUMNS)
    return tuple(cells[:MOST_COLUMNS])


def _cell(element: ET.Element) -> Cell:
    if _attribute(element, "formula"):
        return Cell("", Kind.FORMULA)
    day = _attribute(element, "date-value")
    if day:
        return Cell(day.partition("T")[0], Kind.DATE)
    number = _attribute(element, "value")
    # A remark beside a cell has paragraphs as well, deeper down.
    text = "\n".join("".join(part.itertext()) for part in element.findall("p")).strip()
    if not text:
        return EMPTY
    return Cell(text, Kind.NUMBER if number else Kind.TEXT)


def _times(element: ET.Element, name: str) -> int:
    """How often something is repeated; what is no number is once."""
    said = _attribute(element, name)
    return min(int(said[:9]), _MOST_REPEATED) if said.isascii() and said.isdecimal() else 1


def _attribute(element: ET.Element, name: str) -> str:
    """An attribute by the last part of its name; the prefix may be any."""
    return next((value for key, value in element.attrib.items() if key.rpartition(":")[2] == name), "")

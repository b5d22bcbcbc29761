"""Spreadsheets of the OpenDocument sort: their rows, and nothing that could do harm.

Formulas are not evaluated: what counts is the value that is shown.
"""

import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.base.packed import open_packed
from openkader.screening.lists.xml_records import xml_records

_WIDEST = 256
_CELLS = frozenset({"table-cell", "covered-table-cell"})
_CONTENT = "content.xml"
Cell = tuple[str, str]


def read_ods(path: Path) -> Iterator[tuple[list[Cell], str]]:
    """The rows of all sheets: each cell as its text and, where it has one, its address."""
    with open_packed(path, path.name) as archive:
        if _CONTENT not in archive.namelist():
            raise Invalid([Problem("list.not-a-sheet", path.name)])
        with archive.open(_CONTENT) as content:
            rows = xml_records(content, path.name, "document-content", ("table-row",))
            for number, (row, _) in enumerate(rows, 1):
                cells = _cells(row)
                if any(text for text, _ in cells):
                    yield cells, f"{path.name}:row {number}"


def _cells(row: ET.Element) -> list[Cell]:
    """The cells of a row; a run of equal ones is written once, with a number."""
    cells: list[Cell] = []
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        count = _attribute(cell, "number-columns-repeated")
        repeated = int(count[:9]) if count.isdecimal() else 1
        cells += [_cell(cell)] * min(repeated, _WIDEST - len(cells))
    while cells and not cells[-1][0]:
        cells.pop()
    return cells


def _cell(cell: ET.Element) -> Cell:
    link = cell.find(".//a")
    text = "\n".join("".join(paragraph.itertext()) for paragraph in cell.iter("p"))
    value = _attribute(cell, "date-value") or text
    return value.strip(), "" if link is None else _attribute(link, "href")


def _attribute(element: ET.Element, name: str) -> str:
    """An attribute by the last part of its name; the prefix may be any."""
    return next((value for key, value in element.attrib.items() if key.rpartition(":")[2] == name), "")

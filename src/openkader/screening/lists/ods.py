"""Spreadsheets of the OpenDocument sort: their rows, and nothing that could do harm.

A file of this sort is a zip; one that unpacks to more than a list can hold is refused
before it does. Formulas are not evaluated: what counts is the value that is shown.
"""

import xml.etree.ElementTree as ET
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from openkader.base.errors import Invalid, Problem
from openkader.screening.lists.xml_records import xml_records

MOST_BYTES = 64 << 20
_WIDEST = 256
_CELLS = frozenset({"table-cell", "covered-table-cell"})
Cell = tuple[str, str]


def read_ods(path: Path) -> Iterator[tuple[list[Cell], str]]:
    """The rows of all sheets: each cell as its text and, where it has one, its address."""
    try:
        with zipfile.ZipFile(path) as archive, archive.open("content.xml") as content:
            bounded = _Bounded(content, path.name)
            for number, (row, _) in enumerate(
                xml_records(bounded, path.name, "document-content", ("table-row",)), 1
            ):
                cells = _cells(row)
                if any(text for text, _ in cells):
                    yield cells, f"{path.name}:row {number}"
    except (zipfile.BadZipFile, zlib.error, EOFError) as error:
        raise Invalid([Problem("list.cut", path.name)]) from error
    except (KeyError, NotImplementedError, RuntimeError) as error:  # no content, unknown packing, a password
        raise Invalid([Problem("list.not-a-sheet", path.name)]) from error


class _Bounded:
    """A file that ends the reading when it turns out to be a bomb."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self.file = file
        self.name = name
        self.left = MOST_BYTES

    def read(self, size: int, /) -> bytes:
        """Some more bytes, as long as there may be more."""
        chunk = self.file.read(size)
        self.left -= len(chunk)
        if self.left < 0:
            raise Invalid([Problem("document.too-large", self.name, {"limit": f"{MOST_BYTES >> 20} MB"})])
        return chunk


def _cells(row: ET.Element) -> list[Cell]:
    """The cells of a row; a run of equal ones is written once, with a number."""
    cells: list[Cell] = []
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        count = _attribute(cell, "number-columns-repeated")
        repeated = int(count) if count.isdecimal() else 1
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

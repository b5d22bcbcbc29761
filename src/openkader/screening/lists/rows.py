"""Tables in CSV, row by row and strictly: a row that is not whole is named, not guessed."""

import codecs
import csv
import re
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.screening.lists.drafts import Reading

_BLOCK = 1 << 20
_PREAMBLE = 20
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


@dataclass(frozen=True, slots=True)
class Row:
    """One row under its headings; these are folded, so that capitals and blanks do not matter."""

    cells: Mapping[str, str]
    where: str

    def get(self, *headings: str) -> str:
        """The first of some cells that holds anything."""
        return next((found for name in headings if (found := self.cells.get(folded(name), "").strip())), "")


def folded(heading: str) -> str:
    """A heading as it is compared."""
    return " ".join(heading.split()).casefold()


def read_rows(path: Path, needed: Collection[str], reading: Reading, delimiter: str = ",") -> Iterator[Row]:
    """The rows under the first line that has all `needed` headings."""
    lines = read_cells(path, reading, delimiter)
    headings, short = _headings(path.name, lines, needed), ""
    for cells, where in lines:
        short = where if len(cells) < len(headings) else ""
        if len(cells) != len(headings):
            reading.report("list.row-length", where, found=str(len(cells)), wanted=str(len(headings)))
            continue
        yield Row(dict(zip(headings, cells, strict=True)), where)
    if short and not _ends_its_line(path):
        raise Invalid([Problem("list.cut", short)])


def _headings(name: str, lines: Iterator[tuple[list[str], str]], needed: Collection[str]) -> list[str]:
    wanted = {folded(heading) for heading in needed}
    for _, (cells, _where) in zip(range(_PREAMBLE), lines, strict=False):
        headings = [folded(cell) for cell in cells]
        if wanted <= set(headings):
            return headings
    raise Invalid([Problem("list.no-headings", f"{name}:1", {"wanted": ", ".join(sorted(needed))})])


def read_cells(path: Path, reading: Reading, delimiter: str = ",") -> Iterator[tuple[list[str], str]]:
    """The cells of every row that is not empty, with its place."""
    with path.open(encoding=_encoding(path), newline="") as file:
        rows = csv.reader(file, delimiter=delimiter, strict=True)
        while True:
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error as error:
                where = f"{path.name}:{rows.line_num}"
                if "unexpected end" in str(error):
                    raise Invalid([Problem("list.cut", where)]) from error
                reading.report("list.row-form", where, reason=str(error))
                continue
            if any(cell.strip() for cell in cells):
                yield cells, f"{path.name}:{rows.line_num}"


def _ends_its_line(path: Path) -> bool:
    """Whether the last line has an end; a short row on one that has none was cut off."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2))
        return b"\n" in file.read()


def _encoding(path: Path) -> str:
    """UTF-8; UTF-16 where the file says so, as Excel does; or the Western code page that some offices still write."""
    with path.open("rb") as file:
        is_wide = file.read(2) in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
    try:
        _decode(path, "utf-16" if is_wide else "utf-8", lambda _: None)
    except UnicodeDecodeError:
        return _western(path)
    return "utf-16" if is_wide else "utf-8-sig"


def _western(path: Path) -> str:
    """The code page, if it is one: nearly any bytes can be read so, and Chinese ones would make names of nobody."""
    alone = together = 0

    def count(text: str) -> None:
        nonlocal alone, together
        for run in _BEYOND_ASCII.findall(text):
            alone, together = alone + (len(run) == 1), together + (len(run) if len(run) > 1 else 0)

    try:
        _decode(path, "cp1252", count)
    except UnicodeDecodeError as error:
        raise Invalid([Problem("document.not-utf8", path.name)]) from error
    # In a Western language a letter with an accent stands among letters without; elsewhere all are beyond ASCII.
    if together > alone:
        raise Invalid([Problem("document.not-utf8", path.name)])
    return "cp1252"


def _decode(path: Path, encoding: str, take: Callable[[str], None]) -> None:
    """All of a file; one that ends halfway a character was cut off."""
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as file:
        while block := file.read(_BLOCK):
            take(decoder.decode(block))
    if decoder.getstate()[0]:
        raise Invalid([Problem("list.cut", path.name)])

"""Tables in CSV, row by row and strictly: a row that is not whole is named, not guessed."""

import codecs
import csv
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.screening.lists.drafts import Reading

_BLOCK = 1 << 20
_PREAMBLE = 20


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
    headings = _headings(path.name, lines, needed)
    for cells, where in lines:
        if len(cells) != len(headings):
            _refuse_if_cut(path, where, is_short=len(cells) < len(headings))
            reading.report("list.row-length", where, found=str(len(cells)), wanted=str(len(headings)))
            continue
        yield Row(dict(zip(headings, cells, strict=True)), where)


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


def _refuse_if_cut(path: Path, where: str, *, is_short: bool) -> None:
    """A short row at the very end of a file that does not end its last line was cut off."""
    with path.open("rb") as file:
        text = file.read()
    if is_short and not text.endswith(b"\n") and text.count(b"\n") + 1 == int(where.rpartition(":")[2]):
        raise Invalid([Problem("list.cut", where)])


def _encoding(path: Path) -> str:
    """UTF-8, or the Western code page that some offices still write."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
        except UnicodeDecodeError:
            return _western(path)
    if decoder.getstate()[0]:
        raise Invalid([Problem("list.cut", path.name)])
    return "utf-8-sig"


def _western(path: Path) -> str:
    decoder = codecs.getincrementaldecoder("cp1252")()
    with path.open("rb") as file:
        try:
            while block := file.read(_BLOCK):
                decoder.decode(block)
        except UnicodeDecodeError as error:
            raise Invalid([Problem("document.not-utf8", path.name)]) from error
    return "cp1252"

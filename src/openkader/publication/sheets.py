"""A table as a file for a spreadsheet, which shows its words and never calculates them.

In a workbook every word is a word; in a CSV what a spreadsheet would calculate gets an apostrophe before it, as OWASP
advises.
"""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice

from openkader.publication.sheet_packages import EXCEL, OPEN_DOCUMENT, written_as_ods, written_as_xlsx

MEDIA_TYPES: Mapping[str, str] = {"xlsx": EXCEL, "ods": OPEN_DOCUMENT, "csv": "text/csv; charset=utf-8"}
Line = Sequence[str]
_AT_ONCE = 200  # lines that are sent together; one by one costs more than to write them
# Some of these begin a formula only in other languages of the spreadsheet.
_CALCULATES = ("=", "+", "-", "@", "\t", "\r", "\n", "|", "%", "＝", "＋", "－", "＠")


def harmless(words: str) -> str:
    """The words; what would be calculated gets an apostrophe before it."""
    return f"'{words}" if words.startswith(_CALCULATES) else words


def written_sheet(form: str, lines: Iterable[Line]) -> Iterator[bytes]:
    """The table in one of the forms, written while it is read."""
    return _WRITERS[form](lines)


def _csv(lines: Iterable[Line]) -> Iterator[bytes]:
    """With the mark by which Excel knows UTF-8, and semicolons, as a Dutch one expects; some lines at a time."""
    yield "\ufeff".encode()
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        sheet = io.StringIO()
        writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
        writer.writerows([harmless(word) for word in line] for line in some)
        yield sheet.getvalue().encode()


_WRITERS: Mapping[str, Callable[[Iterable[Line]], Iterator[bytes]]] = {
    "csv": _csv,
    "xlsx": written_as_xlsx,
    "ods": written_as_ods,
}

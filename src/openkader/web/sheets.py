"""A list as a file: CSV, XLSX or ODS, written as it is read, with what was chosen stated in it.

No cell can become a formula: in a workbook every word is a word, and in a CSV what a spreadsheet
would calculate gets an apostrophe before it, as OWASP advises.
"""

import csv
import io
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from itertools import chain, islice
from typing import IO, Any
from xml.sax.saxutils import escape

from django.http import FileResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from openkader.casework.life_cycle_words import STATES
from openkader.casework.role_words import LEVELS
from openkader.publication.sheets import harmless
from openkader.register.selectors import CaseRow, Choice
from openkader.web.marks import find_mark
from openkader.web.presenters.names import country_name, name_of
from openkader.web.presenters.parties import CASE_KINDS
from openkader.web.presenters.work_list import ORDERS, SCOPES
from openkader.web.shell import said, shown_moment

FORMS: Mapping[str, str] = {"xlsx": "Excel", "ods": "ODS", "csv": "CSV"}
_TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
}
_Line = Sequence[str]
_AT_ONCE = 200  # lines that are sent together; one by one costs more than to write them


def file_of(form: str, rows: Iterable[CaseRow], choice: Choice, now: datetime) -> HttpResponseBase:
    """The list of work as a file."""
    return sheet(form, chain(_head(choice, now), (_line(row) for row in rows)), "", now)


def sheet(form: str, lines: Iterable[_Line], what: str, now: datetime) -> HttpResponseBase:
    """The file, under a name that says what it is and of when."""
    name = "-".join(filter(None, ("open-kader", what, f"{now:%Y-%m-%d}"))) + f".{form}"
    if form == "csv":
        response: HttpResponseBase = StreamingHttpResponse(_csv(lines), content_type=_TYPES[form])
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
    return FileResponse(
        _written(_WRITERS[form], lines), as_attachment=True, filename=name, content_type=_TYPES[form]
    )


def _head(choice: Choice, now: datetime) -> Iterator[_Line]:
    """What this file is, what was chosen, and the names of the columns."""
    yield (_("Work list"), shown_moment(now))
    yield from _chosen(choice)
    yield ()
    yield (
        _("Case"),
        _("Title"),
        _("Kind"),
        _("Country"),
        _("State"),
        _("Decision"),
        _("Came in"),
        _("Due"),
        _("Worked on by"),
        _("Team"),
        _("Confidentiality"),
        _("Made up"),
    )


def _chosen(choice: Choice) -> Iterator[_Line]:
    said_of: Sequence[tuple[str, str | None]] = (
        (_("Whose work"), name_of(SCOPES, choice.scope)),
        (_("Searched for"), choice.text or None),
        (_("Kind"), name_of(CASE_KINDS, choice.kind)),
        (_("Country"), country_name(choice.country)),
        (_("Area"), choice.sector),
        (_("State"), said(STATES[choice.state]) if choice.state else None),
        (_("Decision"), str(find_mark("outcome", choice.outcome).word) if choice.outcome else None),
        (_("Year"), str(choice.year) if choice.year else None),
        (_("Order"), name_of(ORDERS, choice.order)),
    )
    yield from ((label, value) for label, value in said_of if value)


def _line(row: CaseRow) -> _Line:
    return (
        row.reference,
        said(row.title) or "",
        name_of(CASE_KINDS, row.kind) or "",
        country_name(row.country) or "",
        said(STATES[row.state]) or "",
        str(find_mark("outcome", row.outcome).word) if row.outcome else "",
        row.received_on.isoformat(),
        row.due_on.isoformat() if row.due_on else "",
        row.assignee or "",
        row.team or "",
        said(LEVELS[row.confidentiality]) or "",
        _("yes") if row.is_fictional else "",
    )


def _csv(lines: Iterable[_Line]) -> Iterator[bytes]:
    """With the mark by which Excel knows UTF-8, and semicolons, as a Dutch one expects; some lines at a time."""
    yield "\ufeff".encode()
    rest = iter(lines)
    while some := list(islice(rest, _AT_ONCE)):
        sheet = io.StringIO()
        writer = csv.writer(sheet, delimiter=";", lineterminator="\r\n")
        writer.writerows([harmless(word) for word in line] for line in some)
        yield sheet.getvalue().encode()


def _written(write: Callable[[Iterable[_Line], IO[bytes]], None], lines: Iterable[_Line]) -> IO[bytes]:
    """A file that is gone once it is sent."""
    file = tempfile.TemporaryFile()  # noqa: SIM115 - the response closes it
    write(lines, file)
    file.seek(0)
    return file


def _xlsx(lines: Iterable[_Line], file: IO[bytes]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Open Kader")
    for line in lines:
        sheet.append([_word(sheet, word) for word in line])
    book.save(file)


def _word(sheet: Any, word: str) -> Any:
    """A cell that is a word, whatever it begins with."""
    cell = WriteOnlyCell(sheet, value=_clean(word))
    cell.data_type = "s"
    return cell


def _clean(text: str) -> str:
    """Without the characters that no XML can hold."""
    return "".join(
        letter for letter in text if letter in "\t\n\r" or (letter >= " " and letter not in "\ufffe\uffff")
    )


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
    '<office:body><office:spreadsheet><table:table table:name="Open Kader">'
)
_ODS_TAIL = "</table:table></office:spreadsheet></office:body></office:document-content>"
_ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{_TYPES["ods"]}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)


def _ods(lines: Iterable[_Line], file: IO[bytes]) -> None:
    """As OpenDocument 1.3 wants it: first what it is, uncompressed, then the rows, of which each cell is a word."""
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", _TYPES["ods"], zipfile.ZIP_STORED)
        with package.open("content.xml", "w") as content:
            content.write(_ODS_HEAD.encode())
            for line in lines:
                cells = "".join(map(_ods_cell, line)) or "<table:table-cell/>"
                content.write(f"<table:table-row>{cells}</table:table-row>".encode())
            content.write(_ODS_TAIL.encode())
        package.writestr("META-INF/manifest.xml", _ODS_MANIFEST)


def _ods_cell(word: str) -> str:
    said_so = escape(_clean(word))
    return f'<table:table-cell office:value-type="string"><text:p>{said_so}</text:p></table:table-cell>'


_WRITERS = {"xlsx": _xlsx, "ods": _ods}

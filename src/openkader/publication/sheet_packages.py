"""A table as a workbook of Excel or OpenDocument, sent while it is written: nothing of it is kept.

Both are packages of XML, so that every cell is a word, whatever it begins with. A library that writes workbooks
hands them over when they are whole; of a hundred thousand rows that is after more than a minute, and whoever waits
for the first byte, or a server between, has given up by then.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, islice
from typing import IO, Any
from xml.sax.saxutils import escape

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument.spreadsheet"
_Line = Sequence[str]
_AT_ONCE = 200  # rows that are sent together
# A sheet of Excel or LibreOffice has room for so many; what is more goes on the next.
_MOST_ROWS = 1_048_576
_LONGEST = 32_767  # characters that a cell of Excel has room for
_IN_NO_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NAME = "Open Kader"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_BOOK = f'xmlns="{_SHEETS}" xmlns:r="{_LINKS}"'
_RELS = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'


class _Unsent(io.RawIOBase):
    """What was written since something was sent; a package in it cannot go back to what it wrote."""

    def __init__(self) -> None:
        super().__init__()
        self._parts: list[bytes] = []
        self._size = 0

    def tell(self) -> int:
        """How much was written in all."""
        return self._size

    def writable(self) -> bool:
        """It takes what is written."""
        return True

    def write(self, content: Any, /) -> int:
        """Keep it until it is sent."""
        self._parts.append(bytes(content))
        self._size += len(self._parts[-1])
        return len(self._parts[-1])

    def take(self) -> bytes:
        """All of it, to be sent now."""
        found = b"".join(self._parts)
        self._parts.clear()
        return found


def written_as_xlsx(lines: Iterable[_Line]) -> Iterator[bytes]:
    """A workbook of Excel (ISO 29500), piece by piece."""
    unsent = _Unsent()
    names: list[str] = []
    with zipfile.ZipFile(unsent, "w", zipfile.ZIP_DEFLATED) as package:
        for rows in _by_sheet(lines):
            names.append(f"sheet{len(names) + 1}")
            with package.open(f"xl/worksheets/{names[-1]}.xml", "w") as part:
                part.write(f'{_XML}<worksheet xmlns="{_SHEETS}"><sheetData>'.encode())
                yield from _sent(rows, _excel_row, part, unsent)
                part.write(b"</sheetData></worksheet>")
        for name, content in _excel_parts(names):
            package.writestr(name, content)
    yield unsent.take()


def written_as_ods(lines: Iterable[_Line]) -> Iterator[bytes]:
    """A spreadsheet of OpenDocument 1.3, piece by piece: first what it is, uncompressed, then its tables."""
    unsent = _Unsent()
    first = _what_it_is(unsent)
    with zipfile.ZipFile(unsent, "w", zipfile.ZIP_DEFLATED) as package:
        package.infolist().append(first)
        with package.open("content.xml", "w") as part:
            part.write(_ODS_HEAD.encode())
            for number, rows in enumerate(_by_sheet(lines), 1):
                part.write(f'<table:table table:name="{_title(number)}">'.encode())
                yield from _sent(rows, _open_row, part, unsent)
                part.write(b"</table:table>")
            part.write(_ODS_TAIL.encode())
        package.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
    yield unsent.take()


def _what_it_is(unsent: _Unsent) -> zipfile.ZipInfo:
    """The first part, with its size before it: LibreOffice reads no uncompressed part of which that comes after."""
    content = OPEN_DOCUMENT.encode()
    part = zipfile.ZipInfo("mimetype")
    part.file_size = part.compress_size = len(content)
    part.CRC = zlib.crc32(content)
    part.header_offset = 0
    unsent.write(part.FileHeader() + content)
    return part


def _sent(
    rows: Iterator[_Line], as_row: Callable[[_Line], str], part: IO[bytes], unsent: _Unsent
) -> Iterator[bytes]:
    """The rows of a sheet, some at a time."""
    while some := list(islice(rows, _AT_ONCE)):
        part.write("".join(map(as_row, some)).encode())
        yield unsent.take()


def _by_sheet(lines: Iterable[_Line]) -> Iterator[Iterator[_Line]]:
    """The lines of one sheet after another; each has to be read before the next."""
    for _number, lot in groupby(enumerate(lines), lambda one: one[0] // _MOST_ROWS):
        yield (line for _place, line in lot)


def _title(number: int) -> str:
    return _NAME if number == 1 else f"{_NAME} {number}"


def _clean(text: str) -> str:
    """As XML can hold it, with what means something in XML written as itself."""
    return escape(_IN_NO_XML.sub("", text), {"\r": "&#13;"})


def _excel_row(line: _Line) -> str:
    cells = "".join(
        f'<c t="inlineStr"><is><t xml:space="preserve">{_clean(word[:_LONGEST])}</t></is></c>'
        for word in line
    )
    return f"<row>{cells}</row>"


def _excel_parts(names: Sequence[str]) -> Iterator[tuple[str, str]]:
    """What leads a reader to the sheets."""
    kinds = "".join(
        f'<Override PartName="/xl/worksheets/{name}.xml" ContentType="{_PARTS}.worksheet+xml"/>'
        for name in names
    )
    book = f'<Override PartName="/xl/workbook.xml" ContentType="{_PARTS}.sheet.main+xml"/>'
    links = "".join(_link(name, "worksheet", f"worksheets/{name}.xml") for name in names)
    sheets = "".join(
        f'<sheet name="{_title(number)}" sheetId="{number}" r:id="{name}"/>'
        for number, name in enumerate(names, 1)
    )
    yield "[Content_Types].xml", f'{_XML}<Types xmlns="{_PACKAGE}/content-types">{_RELS}{book}{kinds}</Types>'
    yield "_rels/.rels", _links(_link("book", "officeDocument", "xl/workbook.xml"))
    yield "xl/_rels/workbook.xml.rels", _links(links)
    yield "xl/workbook.xml", f"{_XML}<workbook {_BOOK}><sheets>{sheets}</sheets></workbook>"


def _links(links: str) -> str:
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{links}</Relationships>'


def _link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_LINKS}/{kind}" Target="{target}"/>'


def _open_row(line: _Line) -> str:
    cells = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{_clean(word)}</text:p></table:table-cell>'
        for word in line
    )
    return f"<table:table-row>{cells or '<table:table-cell/>'}</table:table-row>"


_ODS_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.3" '
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
_ODS_TAIL = "</office:spreadsheet></office:body></office:document-content>"
_ODS_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest manifest:version="1.3" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{OPEN_DOCUMENT}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
)

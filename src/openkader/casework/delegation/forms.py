"""What sort of file a delegation list is; its content tells, whatever its name says."""

import io
import re

from openkader.base.errors import Invalid, Problem
from openkader.base.packed import open_packed
from openkader.casework.delegation.cells import OF_PEOPLE, Bounds, Grid
from openkader.casework.delegation.encodings import decode
from openkader.casework.delegation.open_sheets import KIND as OPEN_SHEET
from openkader.casework.delegation.open_sheets import read_open_sheet
from openkader.casework.delegation.tables import read_text

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# An old container holds an old workbook, or a new one with a password, which says so in its table of contents.
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_BEGINNINGS = {
    b"MZ": "program",
    b"\x7fELF": "program",
    b"%PDF": "pdf",
    b"{\\rtf": "document",
    b"\xff\xd8\xff": "picture",
    b"\x89PNG": "picture",
}
_INSIDE = {
    "xl/workbook.bin": "old-workbook",
    "word/document.xml": "document",
    "content.xml": "document",
}
_MARKUP = re.compile(r"\s*<(?:!doctype|\?xml|html|table|head|meta|body|script)", re.IGNORECASE)
_KIND = "mimetype"
_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1f]")


def read_grid(content: bytes, name: str, sheet: str | None, bounds: Bounds = OF_PEOPLE) -> Grid:
    """The rows of a file of any form that can be read; `Invalid` says what another is."""
    if len(content) > bounds.content:
        raise Invalid([Problem("document.too-large", name, {"limit": f"{bounds.content >> 20} MB"})])
    if content.startswith(_ZIP):
        if _is_open_sheet(content, name):
            return read_open_sheet(content, name, sheet)
        # Here, because its library brings numpy along, and every command would wait for both.
        from openkader.casework.delegation.workbooks import read_workbook

        return read_workbook(content, name, sheet, bounds)
    if content.startswith(_OLD):
        raise Invalid(
            [Problem("document.password", name)] if _LOCKED in content else [_another(name, "old-workbook")]
        )
    for beginning, found in _BEGINNINGS.items():
        if content.startswith(beginning):
            raise Invalid([_another(name, found)])
    return _read_text(content, name, bounds)


def _read_text(content: bytes, name: str, bounds: Bounds) -> Grid:
    if len(content) > bounds.text:
        raise Invalid([Problem("document.too-large", name, {"limit": f"{bounds.text >> 20} MB"})])
    decoded = decode(content, name)
    if not decoded.text.strip():
        raise Invalid([Problem("document.empty", name)])
    if _MARKUP.match(decoded.text):
        raise Invalid([_another(name, "web-page")])
    if _UNPRINTED.search(decoded.text):
        raise Invalid([_another(name, "no-text")])
    return read_text(decoded, name, bounds.rows)


def _is_open_sheet(content: bytes, name: str) -> bool:
    """Whether it is a workbook of LibreOffice and not of Excel; other programs pack their files in a zip too."""
    with open_packed(io.BytesIO(content), name) as archive:
        parts = archive.namelist()
        if _KIND in parts and archive.read(_KIND).strip() == OPEN_SHEET:
            return True
    for part, found in _INSIDE.items():
        if part in parts:
            raise Invalid([_another(name, found)])
    if "[Content_Types].xml" not in parts:
        raise Invalid([_another(name, "zip")])
    return False


def _another(name: str, found: str) -> Problem:
    return Problem("delegation.another-form", name, {"found": found})

"""What a document is: its content tells, whatever its name says.

What is two things at once is refused, and so is what carries a program. This is no
virus scanner: it keeps out what no letter, list or picture has to be.
"""

import re

from openkader.base.errors import Invalid, Problem
from openkader.casework.delegation.encodings import decode
from openkader.casework.documents.forms import DocumentForm
from openkader.casework.documents.names import clean_name
from openkader.casework.documents.office import recognise_office

_ZIP = b"PK\x03\x04"
_ZIP_ENDS = b"PK\x05\x06"
_TAIL = 1 << 16
_PNG = b"\x89PNG\r\n\x1a\n"
_PNG_ENDS = b"IEND\xaeB`\x82"
_JPEG = b"\xff\xd8\xff"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = {
    b"MZ": "program",
    b"\x7fELF": "program",
    b"#!": "program",
    b"PK\x05\x06": "zip",
    b"Rar!": "zip",
    b"7z\xbc\xaf": "zip",
    b"\x1f\x8b": "zip",
    b"{\\rtf": "rich-text",
    b"GIF8": "another-picture",
    b"RIFF": "another-picture",
}
# A picture or a PDF in which a browser could be made to see a page.
_PAGE_INSIDE = re.compile(rb"<(?:script|html|svg|\?php)\b", re.IGNORECASE)
_RUNS = re.compile(rb"/(?:JavaScript|Launch)\b")
# An address between brackets, <anna@example.nl>, is no mark of a page.
_MARKUP = re.compile(
    r"\s*<(?:!|\?xml|[a-z](?![\w.+-]{0,63}@[\w.-]{1,190}>))|<(?:script|svg|iframe)\b", re.IGNORECASE
)
_UNPRINTED = re.compile(r"[\x00-\x08\x0e-\x1f]")
# What a spreadsheet would calculate, and could send elsewhere; a telephone number or an amount it would not.
_FORMULA = re.compile(r"""(?:^|[,;\t\n])["' ]*(?:[=@]|[+\-](?=[A-Za-z(@]))""")
_HEAD = 4_000


def recognise(content: bytes, name: str) -> DocumentForm:
    """The form of a document; `Invalid` says why it is not taken in."""
    if not content.strip():
        raise refused("attachment.empty", name)
    if content.startswith(_ZIP):
        return recognise_office(content, name)
    if content.startswith(b"%PDF-"):
        return _pdf(content, name)
    if content.startswith((_PNG, _JPEG)):
        return _picture(content, name)
    if content.startswith(_OLD_OFFICE):
        raise refused("attachment.not-taken", name, "old-office")
    for beginning, found in _OTHERS.items():
        if content.startswith(beginning):
            raise refused("attachment.not-taken", name, found)
    return _text(content, name)


def refused(code: str, name: str, found: str = "") -> Invalid:
    """The refusal of one document, by the name its sender knows."""
    return Invalid([Problem(code, clean_name(name), {"found": found} if found else {})])


def _pdf(content: bytes, name: str) -> DocumentForm:
    if b"%%EOF" not in content[-_TAIL:]:
        raise refused("attachment.damaged", name)
    if _ZIP_ENDS in content[-_TAIL:]:
        raise refused("attachment.two-in-one", name)
    if _RUNS.search(content):
        raise refused("attachment.runs", name)
    return DocumentForm.PDF


def _picture(content: bytes, name: str) -> DocumentForm:
    is_png = content.startswith(_PNG)
    if (_PNG_ENDS if is_png else b"\xff\xd9") not in content[-_TAIL:]:
        raise refused("attachment.damaged", name)
    if _ZIP_ENDS in content[-_TAIL:] or b"%PDF-" in content[:1024] or _PAGE_INSIDE.search(content):
        raise refused("attachment.two-in-one", name)
    return DocumentForm.PNG if is_png else DocumentForm.JPEG


def _text(content: bytes, name: str) -> DocumentForm:
    try:
        text = decode(content, name).text
    except Invalid:
        raise refused("attachment.not-taken", name, "no-text") from None
    if _UNPRINTED.search(text):
        raise refused("attachment.not-taken", name, "no-text")
    if _MARKUP.match(text) or _MARKUP.search(text, 0, _HEAD):
        raise refused("attachment.not-taken", name, "web-page")
    if text.lower().startswith(("received:", "return-path:", "mime-version:", "delivered-to:")):
        raise refused("attachment.not-taken", name, "mail")
    if not name.lower().endswith(DocumentForm.CSV.endings):
        return DocumentForm.TEXT
    if _FORMULA.search(text):
        raise refused("attachment.formula", name)
    return DocumentForm.CSV

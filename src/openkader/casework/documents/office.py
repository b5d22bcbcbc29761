"""Documents of Word, Excel, PowerPoint and LibreOffice: a zip, of which every part is looked at before it is kept."""

import html
import io
import re
import zipfile

from openkader.base.errors import Invalid, Problem
from openkader.base.packed import open_packed
from openkader.casework.documents.forms import DocumentForm
from openkader.casework.documents.names import clean_name

MOST_UNPACKED = 100 << 20
_TYPES = "[Content_Types].xml"
_MAIN = {
    "wordprocessingml.document.main+xml": DocumentForm.DOCX,
    "spreadsheetml.sheet.main+xml": DocumentForm.XLSX,
    "presentationml.presentation.main+xml": DocumentForm.PPTX,
}
_OPEN = {str(form): form for form in (DocumentForm.ODT, DocumentForm.ODS)}
_MACROS = re.compile(r"vbaproject|vbadata|macroenabled|macrosheet|activex|ole-?object", re.IGNORECASE)
_OPEN_MACROS = ("basic/", "scripts/")
_PROGRAMS = (
    ".exe",
    ".dll",
    ".com",
    ".scr",
    ".bat",
    ".cmd",
    ".ps1",
    ".js",
    ".vbs",
    ".jar",
    ".lnk",
    ".hta",
    ".msi",
)
# A template or object that lies elsewhere is fetched when the document is opened; a link is not.
_FETCHED = re.compile(
    r"<relationship\b(?=[^>]*(?:attachedtemplate|oleobject|subdocument|/frame)\b)[^>]*\bexternal\b",
    re.IGNORECASE,
)
_SAID = {"document.too-large": "attachment.bomb", "document.password": "attachment.password"}


def recognise_office(content: bytes, name: str) -> DocumentForm:
    """The form of an office document without macros; `Invalid` says what else it is."""
    try:
        with open_packed(io.BytesIO(content), name, MOST_UNPACKED) as archive:
            code, form = _looked_at(archive)
    except Invalid as error:
        raise _refused(_SAID.get(error.problems[0].code, "attachment.damaged"), name) from None
    if form is None:
        raise _refused(code, name)
    return form


def _looked_at(archive: zipfile.ZipFile) -> tuple[str, DocumentForm | None]:
    """The form, or the code of what is wrong."""
    if min((part.header_offset for part in archive.infolist()), default=1):
        return "attachment.two-in-one", None
    names = [part.filename for part in archive.infolist()]
    form = _form(archive, names)
    if form is None:
        return "attachment.not-taken", None
    if any(_carries_program(name) for name in names) or _MACROS.search(_read(archive, names, _TYPES)):
        return "attachment.macros", None
    links = "".join(_read(archive, names, name) for name in names if name.lower().endswith(".rels"))
    if "vbaproject" in links.lower():
        return "attachment.macros", None
    return ("attachment.reaches-out", None) if _FETCHED.search(links) else ("", form)


def _form(archive: zipfile.ZipFile, names: list[str]) -> DocumentForm | None:
    if names[0] == "mimetype":
        return _OPEN.get(archive.read("mimetype").decode("ascii", "replace").strip())
    types = _read(archive, names, _TYPES)
    if "<!" in types.replace("<!--", ""):  # names of its own making could hide what a part is
        return None
    return next((form for word, form in _MAIN.items() if word in types), None) or _enabled(types)


def _enabled(types: str) -> DocumentForm | None:
    """What a document with macros would be without them; it is refused for the macros, by that name."""
    words = {
        "ms-excel.sheet": DocumentForm.XLSX,
        "ms-powerpoint": DocumentForm.PPTX,
        "ms-word": DocumentForm.DOCX,
    }
    return (
        next((form for word, form in words.items() if word in types), None) if _MACROS.search(types) else None
    )


def _carries_program(name: str) -> bool:
    lower = name.lower()
    return bool(_MACROS.search(lower)) or lower.startswith(_OPEN_MACROS) or lower.endswith(_PROGRAMS)


def _read(archive: zipfile.ZipFile, names: list[str], name: str) -> str:
    """A part as text, with characters that are written as numbers read as they stand; empty when there is none."""
    return html.unescape(archive.read(name).decode("utf-8", "replace")) if name in names else ""


def _refused(code: str, name: str) -> Invalid:
    detail = {"found": "zip"} if code == "attachment.not-taken" else {}
    return Invalid([Problem(code, clean_name(name), detail)])

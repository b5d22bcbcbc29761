"""PDF documents: written anew from what can be seen, so that former versions and what programs noted are gone.

Text under a black bar is text: it is not blacked out, and it is not found here unless it is the name of a person whom
the dossier knows.
"""

import io
from collections.abc import Iterator
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.errors import PyPdfError
from pypdf.generic import DictionaryObject, StreamObject

from openkader.register.publishing.cleaning.pictures import clean_jpeg
from openkader.register.publishing.cleaning.refusing import Hides

_SEEN = {"/Link", "/Widget"}  # annotations that are part of the page
_NOTED = ("/Metadata", "/PieceInfo", "/LastModified", "/Thumb", "/Private")
_MOST_PAGES = 2_000


def clean_pdf(content: bytes) -> tuple[bytes, str]:
    """The document without its metadata, and the words in it; what it hides is a `Hides`."""
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted:
            raise Hides("publication.locked")
        if len(reader.pages) > _MOST_PAGES:
            raise Hides("publication.many-pages")
        _look(reader)
        writer = PdfWriter(clone_from=reader)
        writer.pdf_header = reader.pdf_header
        _strip(writer)
        out = io.BytesIO()
        writer.write(out)
        return out.getvalue(), _opened(out.getvalue(), len(reader.pages))
    except (PyPdfError, RecursionError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        raise Hides("publication.damaged") from None  # whatever a broken file makes the library do


def _look(reader: PdfReader) -> None:
    root: Any = reader.root_object
    names = root.get("/Names", DictionaryObject()).get_object()
    form = root.get("/AcroForm", DictionaryObject()).get_object()
    if "/EmbeddedFiles" in names or "/AF" in root or "/Collection" in root:
        raise Hides("publication.file-inside")
    if "/JavaScript" in names or "/AA" in root or "/JS" in _action(root):
        raise Hides("publication.runs")
    if "/XFA" in form or int(form.get("/SigFlags", 0)) or "/Perms" in root:
        raise Hides("publication.signed")
    if "/OCProperties" in root:
        raise Hides("publication.hidden")
    for page in reader.pages:
        for one in page.get("/Annots", None) or ():
            kind = one.get_object().get("/Subtype")
            if kind not in _SEEN:
                raise Hides(
                    "publication.file-inside" if kind == "/FileAttachment" else "publication.comments"
                )


def _action(root: Any) -> Any:
    found = root.get("/OpenAction", DictionaryObject()).get_object()
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _strip(writer: PdfWriter) -> None:
    writer.metadata = None
    for one in _objects(writer):
        for key in _NOTED:
            if key in one:
                del one[key]
        if isinstance(one, StreamObject) and _is_photo(one.get("/Filter")):
            one._data = clean_jpeg(one._data)[0]
    # What nothing leads to any more, such as the metadata themselves.
    writer.compress_identical_objects(remove_duplicates=False, remove_unreferenced=True)


def _is_photo(packing: object) -> bool:
    return packing == "/DCTDecode" or (isinstance(packing, list) and packing == ["/DCTDecode"])


def _objects(writer: PdfWriter) -> Iterator[DictionaryObject]:
    for one in writer._objects:
        if isinstance(one, DictionaryObject):
            yield one


def _opened(content: bytes, pages: int) -> str:
    """The words in what was written; it has to open, with as many pages."""
    again = PdfReader(io.BytesIO(content))
    if len(again.pages) != pages or again.metadata or again.xmp_metadata is not None:
        raise Hides("publication.not-cleaned")
    return " ".join(" ".join(page.extract_text() for page in again.pages).split())

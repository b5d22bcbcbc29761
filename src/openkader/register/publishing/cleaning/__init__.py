"""A document as it may leave the house: without what its programs wrote in it unseen, or refused for what it hides.

What was handed in is kept beside it. Refused is what a reader would not see and a program would: comments, tracked
changes, hidden text, sheets and slides, notes of a speaker, files within the file, layers of a PDF, signatures.
"""

from dataclasses import dataclass

from openkader.base.errors import Invalid, Problem
from openkader.casework.documents import DocumentForm, clean_name, recognise
from openkader.register.publishing.cleaning.office import clean_office
from openkader.register.publishing.cleaning.open_document import clean_open
from openkader.register.publishing.cleaning.pdf import clean_pdf
from openkader.register.publishing.cleaning.pictures import clean_jpeg, clean_png
from openkader.register.publishing.cleaning.refusing import Hides

_CLEAN = {
    DocumentForm.PDF: clean_pdf,
    DocumentForm.DOCX: clean_office,
    DocumentForm.XLSX: clean_office,
    DocumentForm.PPTX: clean_office,
    DocumentForm.ODT: clean_open,
    DocumentForm.ODS: clean_open,
    DocumentForm.PNG: clean_png,
    DocumentForm.JPEG: clean_jpeg,
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A document that may leave: its form, its content, and the words in it that can be read."""

    form: DocumentForm
    content: bytes
    text: str


def cleaned(content: bytes, name: str) -> Cleaned:
    """The document as it may leave; `Invalid` says what it hides, or that it could not be read.

    What comes out was opened again, is of the same form, and changes no more when it is cleaned a second time.
    """
    form = recognise(content, name)
    clean = _CLEAN.get(form)
    if clean is None:  # plain text holds what can be read, and nothing else
        return Cleaned(form, content, content.decode("utf-8", "replace"))
    try:
        first, text = clean(content)
        again, same = clean(first)
    except Hides as found:
        raise Invalid([Problem(found.code, clean_name(name))]) from None
    if recognise(first, name) is not form or text != same or len(again) > len(first) + _SLACK:
        raise Invalid([Problem("publication.not-cleaned", clean_name(name))])
    return Cleaned(form, first, text)


_SLACK = 4_096  # bytes that a PDF that is written twice may differ

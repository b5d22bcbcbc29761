"""The forms of document that are taken in; everything else is refused with a sentence.

A form is here when officials can open it without a program inside it starting to run.
An e-mail as a file (`.eml`, `.msg`) is not: it can hold anything, in any form.
"""

from enum import StrEnum


class DocumentForm(StrEnum):
    """What a document turned out to be; the value is the media type it is handed out with."""

    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    ODT = "application/vnd.oasis.opendocument.text"
    ODS = "application/vnd.oasis.opendocument.spreadsheet"
    PNG = "image/png"
    JPEG = "image/jpeg"
    CSV = "text/csv"
    TEXT = "text/plain"

    @property
    def endings(self) -> tuple[str, ...]:
        """The endings that a name of this form may have, the usual one first."""
        return _ENDINGS[self]


_ENDINGS = {
    DocumentForm.PDF: (".pdf",),
    DocumentForm.DOCX: (".docx",),
    DocumentForm.XLSX: (".xlsx",),
    DocumentForm.PPTX: (".pptx",),
    DocumentForm.ODT: (".odt",),
    DocumentForm.ODS: (".ods",),
    DocumentForm.PNG: (".png",),
    DocumentForm.JPEG: (".jpg", ".jpeg"),
    DocumentForm.CSV: (".csv", ".tsv"),
    DocumentForm.TEXT: (".txt",),
}

"""Which document is asked for: with the texts that the reader may see, and as it was adopted where it was."""

from collections.abc import Mapping
from datetime import date, datetime
from urllib.parse import urlsplit

from babel.dates import format_date
from django.conf import settings

from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.evaluation.counting import Range
from openkader.evaluation.document import Document
from openkader.publication.yearly.html import MEDIA_TYPE as HTML
from openkader.publication.yearly.html import html_of
from openkader.publication.yearly.parts import adopted_parts
from openkader.publication.yearly.pdf import MEDIA_TYPE as PDF
from openkader.publication.yearly.pdf import pdf_of
from openkader.publication.yearly.source import LOCALES, Asked
from openkader.publication.yearly.style import FILE, Edition, HouseStyle, read_style
from openkader.publication.yearly.word import MEDIA_TYPE as DOCX
from openkader.publication.yearly.word import docx_of
from openkader.register import selectors
from openkader.register.moments import day_of
from openkader.register.pack_files import folder_with

FORMS: Mapping[str, str] = {"docx": DOCX, "pdf": PDF, "html": HTML}
_HERE = ("localhost", "127.0.0.1", "::1")
_ADOPTED = Text(nl="Vastgesteld op", en="Adopted on")
_DIGEST = Text(nl="Controlegetal van wat is vastgesteld", en="Digest of what was adopted")


def asked_for(year: int, language: str, *, reader: Person, writer: Person, today: date) -> Asked:
    """The document of a year; `reader` decides what of the register is in it, `writer` which drafts of texts."""
    adopted = selectors.adopted_evaluation(year)
    about: tuple[tuple[str, str], ...] = ()
    if adopted is not None:
        day = format_date(day_of(adopted.at), "d MMMM y", locale=LOCALES[language])
        about = ((_ADOPTED.in_(language), day), (_DIGEST.in_(language), adopted.sha256))
    return Asked(
        year=year,
        language=language,
        reader=reader,
        today=today,
        texts=selectors.evaluation_texts(year, language, reader=writer),
        adopted=about,
        frozen=_frozen(adopted.figures) if adopted is not None else {},
        parts=adopted_parts(year, adopted.content, language) if adopted is not None else {},
        errata=tuple(one for one in selectors.errata_of(year) if one.language == language),
    )


def _frozen(figures: Mapping[str, Mapping[str, object]]) -> Mapping[str, Range]:
    """What each figure said when it was adopted."""
    found = {}
    for name, reading in figures.items():
        low, high = reading.get("low"), reading.get("high")
        if isinstance(low, int) and (high is None or isinstance(high, int)):
            found[name] = Range(low, high)
    return found


def edition_of(now: datetime) -> Edition:
    """How the documents of this installation look, and where their links lead."""
    folder = folder_with(FILE)
    return Edition(
        made_on=day_of(now),
        address=_address(),
        style=read_style(folder / FILE) if folder else HouseStyle(),
    )


def _address() -> str:
    """That of the register; none where only this machine would know it."""
    said = str(settings.OPENKADER_ADDRESS)
    return "" if urlsplit(said).hostname in _HERE else said


def written(document: Document, form: str, edition: Edition) -> bytes:
    """The document as a file in one of the forms."""
    match form:
        case "docx":
            return docx_of(document, edition)
        case "pdf":
            return pdf_of(document, edition)
        case _:
            return html_of(document, edition).encode()

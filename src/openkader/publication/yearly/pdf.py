"""The evaluation as a PDF to keep and to read aloud: PDF/A-3a and PDF/UA-1, as its writer checks both."""

import json
from collections.abc import Sequence
from pathlib import Path

import typst

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.evaluation.document import (
    Attachment,
    Block,
    Chapter,
    Document,
    Heading,
    Notice,
    Number,
    Paragraph,
    Picture,
    Points,
    Quote,
    Run,
    Table,
    Words,
)
from openkader.publication.charts.svg import fixed
from openkader.publication.yearly.style import FONTS, OWN_FONT, Edition, broken

MEDIA_TYPE = "application/pdf"
_TEMPLATE = Path(__file__).with_name("yearly.typ")
_NO_FONT = "could not be displayed"
WIDE = 620  # points of a drawing, which becomes as wide as the text
_FONTS = (OWN_FONT, "Libertinus Serif")
_SHORT = 900  # letters of a table that stays on one page
_REGIONS = {"nl": "NL", "en": "GB"}
_CONTENTS = Text(nl="Inhoud", en="Contents")
_ATTACHED = Text(nl="Bijgevoegd in dit bestand: {0}.", en="Attached in this file: {0}.")


def pdf_of(document: Document, edition: Edition) -> bytes:
    """The file; the same document is always the same file on one machine.

    `Invalid` where no font here shows a character of it.
    """
    language, style, day = document.language, edition.style, edition.made_on
    files = "; ".join(f"{one.name} ({one.description})" for one in document.attachments)
    said = {
        "language": language,
        "region": _REGIONS[language],
        "organisation": broken(document.organisation),
        "title": broken(document.title),
        "date": [day.year, day.month, day.day],
        "accent": style.accent,
        "fonts": [*style.text, *_FONTS],
        "headings": [*style.heading, *style.text, *_FONTS],
        "contents": _CONTENTS.in_(language),
        "notices": [broken(one) for one in document.notices],
        "about": [[broken(label), broken(value)] for label, value in document.about],
        "chapters": [_Writer(edition).chapter(one) for one in document.chapters],
        "attachments": [_attachment(one) for one in document.attachments],
        "attached": _ATTACHED.in_(language).format(files),
    }
    return _compiled(json.dumps(said), document.title)


def _compiled(said: str, title: str) -> bytes:
    try:
        found = typst.compile(
            str(_TEMPLATE),
            root=str(_TEMPLATE.parent),
            format="pdf",
            pdf_standards=["a-3a", "ua-1"],
            font_paths=[str(FONTS)],
            sys_inputs={"paper": said},
        )
    except typst.TypstError as error:
        if _NO_FONT in str(error):
            raise Invalid([Problem("evaluation.no-font", title)]) from error
        raise
    assert isinstance(found, bytes)  # noqa: S101 - one file, and no path to write it to
    return found


def _attachment(one: Attachment) -> dict[str, str]:
    return {
        "name": one.name,
        "media_type": one.media_type,
        "description": broken(one.description),
        "content": one.content.decode(),
    }


class _Writer:
    """The parts of the document as the template takes them."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def chapter(self, chapter: Chapter) -> dict[str, object]:
        """A chapter with all that is in it."""
        return {
            "title": broken(chapter.title),
            "blocks": [self.block(one) for one in chapter.blocks],
            "chapters": [self.chapter(one) for one in chapter.chapters],
        }

    def block(self, block: Block) -> dict[str, object]:
        """One block by its name."""
        match block:
            case Heading() | Paragraph():
                found: dict[str, object] = {"runs": self.runs(block.runs)}
            case Points():
                found = {"items": [self.runs(runs) for runs in block.items]}
            case Notice():
                found = {"text": broken(block.text)}
            case Table():
                found = {"table": self.table(block)}
            case Quote():
                found = {"text": broken(block.text), "said_by": broken(block.said_by)}
                found |= {"url": self.edition.url(block.path), "language": block.language}
            case Picture():
                found = {"title": broken(block.title), "description": broken(block.description)}
                found["svg"] = fixed(self.edition.style.drawn(block.svg), WIDE, OWN_FONT)
                found["table"] = self.table(block.table)
        return {"sort": type(block).__name__.lower(), **found}

    def runs(self, runs: Sequence[Run]) -> list[dict[str, object]]:
        """A sentence, apart in words and numbers."""
        return [self.run(one) for one in runs]

    def run(self, run: Run) -> dict[str, object]:
        """Words, a number with its link, or a gap."""
        found: dict[str, object] = {"sort": type(run).__name__.lower(), "text": broken(run.text)}
        if not isinstance(run, Words):
            note = self.edition.note(run)
            found["note"] = broken(note) if note else None
        if isinstance(run, Number):
            found["url"] = self.edition.url(run.path)
        return found

    def table(self, table: Table) -> dict[str, object]:
        """A table with its rows."""
        return {
            "caption": broken(table.caption),
            "columns": [
                {"label": broken(one.label), "share": one.share, "is_number": one.is_number}
                for one in table.columns
            ],
            "rows": [
                [
                    {
                        "lines": [broken(line) for line in cell.text.splitlines() or [""]],
                        "url": self.edition.url(cell.path),
                    }
                    for cell in row
                ]
                for row in table.rows
            ],
            "note": broken(table.note) if table.note else None,
            "empty": broken(table.empty),
            "is_short": sum(len(cell.text) for row in table.rows for cell in row) < _SHORT,
        }

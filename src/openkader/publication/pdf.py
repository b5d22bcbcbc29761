"""A letter or a paper as a PDF that a screen reader can read (PDF/UA-1, as its writer checks it), set by a template."""

import json
from datetime import date
from pathlib import Path

import typst

from openkader.base.errors import Invalid, Problem
from openkader.publication.letters import Letter, Paragraph, Table

MEDIA_TYPE = "application/pdf"
_TEMPLATE = Path(__file__).with_name("paper.typ")
# So that a name is shown in whichever of its scripts it is written; what no font shows is refused and not left out.
_NO_FONT = "could not be displayed"


def pdf_of(letter: Letter) -> bytes:
    """The paper; the same paper is always the same file. `Invalid` where no font here shows a character of it."""
    return _compiled(_said(letter), letter.subject)


def archival_pdf_of(letter: Letter, day: date) -> bytes:
    """The same to be kept for ever, which PDF/A-2a asks the day of."""
    said = {**_said(letter), "day": [day.year, day.month, day.day]}
    return _compiled(said, letter.subject, is_kept=True)


def _said(letter: Letter) -> dict[str, object]:
    return {
        "language": letter.language,
        "organisation": _plain(letter.organisation),
        "subject": _plain(letter.subject),
        "made_up": _plain(letter.made_up) if letter.made_up else None,
        "about": [[_plain(label), _plain(value)] for label, value in letter.about],
        "paragraphs": [_paragraph(one) for one in letter.paragraphs],
    }


def _compiled(said: dict[str, object], subject: str, *, is_kept: bool = False) -> bytes:
    try:
        found = typst.compile(
            str(_TEMPLATE),
            root=str(_TEMPLATE.parent),
            format="pdf",
            pdf_standards=["a-2a", "ua-1"] if is_kept else ["ua-1"],
            sys_inputs={"paper": json.dumps(said)},
        )
    except typst.TypstError as error:
        if _NO_FONT in str(error):
            raise Invalid([Problem("paper.no-font", subject)]) from error
        raise
    assert isinstance(found, bytes)  # noqa: S101 - one file, and no path to write it to
    return found


def _paragraph(one: Paragraph) -> dict[str, object]:
    return {
        "text": _lines(one.text),
        "points": [_lines(point) for point in one.points],
        "is_heading": one.is_heading,
        "table": _table(one.table) if one.table else None,
    }


def _table(table: Table) -> dict[str, object]:
    return {
        "columns": [_plain(name) for name in table.columns],
        "shares": list(table.shares),
        "rows": [[_lines(text) for text in row] for row in table.rows],
    }


def _lines(text: str) -> list[str]:
    return [_plain(line) for line in text.splitlines() or [""]]


def _plain(text: str) -> str:
    """Text without what cannot be seen: half characters, controls, and signs that turn the order of reading."""
    return "".join(letter if letter.isprintable() else " " for letter in text)

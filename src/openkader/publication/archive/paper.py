"""The same dossier as PDF/A-2a and PDF/UA-1, to be read without any program of ours."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from openkader.base.errors import Invalid
from openkader.publication.archive.shown import Grid, Section
from openkader.publication.letters import Letter, Paragraph, Table
from openkader.publication.pdf import archival_pdf_of

# Beside the Latin, Greek and Cyrillic letters and the signs that the fonts of the paper have.
_OTHER_SCRIPTS = re.compile(
    r"[^\n -\u024f\u0370-\u03ff\u0400-\u045f\u2010-\u2027\u2030-\u203a\u20ac\u2190-\u2193\u2260-\u2265]"
)
_SAID = (
    "Dit dossier heeft tekens die geen lettertype hier kan tonen, zoals Chinese. Hier staat □ op hun plaats; "
    "index.html en data/dossier.json hebben ze."
)


def paper_of(organisation: str, title: str, about: str, sections: Sequence[Section], day: date) -> bytes:
    """The paper. Where no font here shows a script, its letters are squares, and the paper begins with that."""
    paragraphs = tuple(_paragraphs(sections))
    letter = Letter(
        language="nl",
        organisation=organisation,
        subject=title,
        about=(("Dossier", about),),
        paragraphs=paragraphs,
    )
    try:
        return archival_pdf_of(letter, day)
    except Invalid:
        squares = tuple(map(_in_squares, paragraphs))
        said = (Paragraph(text=_SAID), *squares)
        return archival_pdf_of(replace(letter, subject=_squares(title), paragraphs=said), day)


def _in_squares(one: Paragraph) -> Paragraph:
    table = one.table
    if table is None:
        return replace(one, text=_squares(one.text))
    rows = tuple(tuple(map(_squares, row)) for row in table.rows)
    return replace(one, table=replace(table, rows=rows))


def _squares(text: str) -> str:
    return _OTHER_SCRIPTS.sub("□", text)


def _paragraphs(sections: Sequence[Section]) -> Iterator[Paragraph]:
    for section in sections:
        yield Paragraph(text=section.title, is_heading=True)
        yield from (Paragraph(text=note) for note in section.notes)
        for grid in section.grids:
            if grid.caption:
                yield Paragraph(text=grid.caption)
            yield Paragraph(table=_table(grid))


def _table(grid: Grid) -> Table:
    return Table(columns=grid.columns, rows=grid.rows, shares=grid.shares)

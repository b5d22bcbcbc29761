"""The same dossier as PDF/A-2a and PDF/UA-1, to be read without any program of ours."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from openkader.publication.archive.shown import Grid, Section
from openkader.publication.letters import Letter, Paragraph, Table
from openkader.publication.pdf import archival_pdf_of

_LONG = re.compile(r"\S{17,}")
_PIECE = 16  # letters of a digest that stay together: a longer word fits in no narrow column


def paper_of(organisation: str, title: str, about: str, sections: Sequence[Section], day: date) -> bytes:
    """The paper; `Invalid` where no font here shows a character of it."""
    letter = Letter(
        language="nl",
        organisation=organisation,
        subject=title,
        about=(("Dossier", about),),
        paragraphs=tuple(_paragraphs(sections)),
    )
    return archival_pdf_of(letter, day)


def _paragraphs(sections: Sequence[Section]) -> Iterator[Paragraph]:
    for section in sections:
        yield Paragraph(text=section.title, is_heading=True)
        yield from (Paragraph(text=note) for note in section.notes)
        for grid in section.grids:
            if grid.caption:
                yield Paragraph(text=grid.caption)
            yield Paragraph(table=_table(grid))


def _table(grid: Grid) -> Table:
    rows = tuple(tuple(_LONG.sub(_parted, cell) for cell in row) for row in grid.rows)
    return Table(columns=grid.columns, rows=rows, shares=grid.shares)


def _parted(found: re.Match[str]) -> str:
    word = found[0]
    return "\n".join(word[start : start + _PIECE] for start in range(0, len(word), _PIECE))

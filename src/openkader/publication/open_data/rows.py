"""The rows of each file as they come: those of the register for whoever has no account, and those of the figures."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TypeAlias

from openkader.casework.permissions import NOBODY
from openkader.evaluation.account import Account
from openkader.evaluation.reading import GROUNDS
from openkader.publication.open_data.fields import PublicFile
from openkader.register.selectors import counted_rows

Cell: TypeAlias = str | int | bool | date | Sequence[str] | None
Line: TypeAlias = tuple[Cell, ...]


def register_rows(file: PublicFile, year: int) -> Iterator[Line]:
    """The rows of a collection; a withheld one has its name, its content and its dossier taken away."""
    shown = [field.name for field in file.fields if field.withheld is None]
    for row in counted_rows.rows_to_count(file.name, year, shown, reader=NOBODY):
        ground = GROUNDS[row.is_hidden, row.is_withheld]
        answers = dict(zip(shown, row.answers, strict=True)) if ground is None else {}
        cells = (answers.get(field.name) for field in file.fields)
        yield row.reference, row.dossier, row.number, ground, *cells


def figures(account: Account) -> Iterator[Line]:
    """One line for each figure."""
    for name, figure in account.figures.items():
        spec, found, total = figure.count.figure, figure.count.range, figure.count.total
        yield (
            name,
            account.version_of(name),
            spec.counts,
            *(spec.text.nl, spec.text.en, spec.definition.nl, spec.definition.en),
            *(found.low, found.high),
            *((None, None) if total is None else (total.low, total.high)),
            figure.declared,
            str(figure.status),
        )


def figure_rows(account: Account) -> Iterator[Line]:
    """Which rows count for which figure, or may count."""
    for name, figure in account.figures.items():
        for item in figure.count.rows:
            yield name, item.row.reference, item.counts

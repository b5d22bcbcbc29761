"""``openkader import`` of a register in a spreadsheet: what it would come to, taking it over, and undoing that."""

import argparse
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from django.utils import timezone

from openkader.base.errors import Invalid, Problem, Refused
from openkader.base.messages import sentence, sentences
from openkader.base.text import Text
from openkader.casework.permissions import HouseHand
from openkader.casework.spreadsheet import BOUNDS, Field, Mapping, Read, open_sheet, read_mapping
from openkader.casework.spreadsheet.rows import fingerprints
from openkader.casework.spreadsheet.summary import summary_of
from openkader.cli.house import now
from openkader.cli.words import Screen
from openkader.register.selectors.spreadsheets import rows_here, why_not_undone
from openkader.register.services import import_spreadsheet, undo_spreadsheet
from openkader.register.spreadsheet_reading import entry_of, read_here

TAKEN = Text(
    nl="{reference}: {rows} dossiers overgenomen uit {file}; {known} stonden er al, {left_out} rijen bleven er buiten.",
    en="{reference}: {rows} dossiers taken over from {file}; {known} were here already, {left_out} rows stayed out.",
)
UNDONE = Text(
    nl="{reference}: ongedaan gemaakt, {number} dossiers zijn weg.",
    en="{reference}: undone, {number} dossiers are gone.",
)
COLUMN = Text(nl="kolom {letter} ‘{heading}’: {field}", en="column {letter} ‘{heading}’: {field}")
DRY = Text(
    nl="Proef, er is niets geschreven. Blad ‘{sheet}’: {cases} dossiers, {known} daarvan staan er al; {bad} rijen zijn "
    "niet goed.",
    en="Dry run, nothing was written. Sheet ‘{sheet}’: {cases} dossiers, of which {known} are here already; {bad} rows "
    "are wrong.",
)
FIGURES = Text(
    nl="Uitgevoerd: {held}. Zonder uitkomst, dus open: {undecided}. Zonder relatie: {without}. Organisaties: {names}. "
    "Overeenkomsten: {agreements}, zonder vorm en dus zelf nog vast te leggen: {unnoted}. Per jaar: {years}.",
    en="Took place: {held}. Without an outcome, so open: {undecided}. Without a relation: {without}. Organisations: "
    "{names}. Agreements: {agreements}, without a form and so still to be noted: {unnoted}. By year: {years}.",
)


def take_over_sheet(options: argparse.Namespace, screen: Screen, by: HouseHand) -> None:
    """Read the sheet and take it over, or say what that would come to; every bad row is named."""
    content = _content(options.file)
    grid = open_sheet(content, options.file.name, options.sheet)
    mapping = (
        read_mapping(_content(options.mapping), options.mapping.name, grid) if options.mapping else Mapping()
    )
    moment = now()
    read = read_here(grid, mapping, timezone.localdate(moment))
    screen.lines(_columns(read, screen.language))
    if read.columns_wrong:
        raise Invalid(_placed(read, read.columns_wrong))
    if options.dry_run:
        screen.lines(_figures(read, screen.language))
    if read.problems and (options.dry_run or options.leave_out):
        screen.complain("\n".join(sentences(Invalid(_placed(read, read.problems)), screen.language)))
    elif read.problems:
        raise Invalid(_placed(read, read.problems))
    if not options.dry_run:
        entry = entry_of(read, mapping, content, leaves_out=options.leave_out)
        done = import_spreadsheet(entry, by=by, now=moment)
        words = {"file": entry.file_name, "reference": done.reference, "rows": done.rows}
        counts = {"known": done.known, "left_out": done.left_out}
        screen.line(TAKEN.in_(screen.language).format(**words, **counts))


def undo(reference: str, screen: Screen, by: HouseHand) -> None:
    """Undo it as one act; what was worked on since is named row by row, and then nothing is undone."""
    try:
        number = undo_spreadsheet(reference, by=by, now=now())
    except Refused:
        for one in why_not_undone(reference)[0]:
            words = {"row": str(one.row), "dossier": one.dossier, "action": one.action, "by": one.by}
            screen.complain(sentence("spreadsheet.worked-on-row", words, screen.language))
        raise
    screen.line(UNDONE.in_(screen.language).format(reference=reference, number=number))


def _content(path: Path) -> bytes:
    """The whole of a file that is not too large."""
    try:
        if path.stat().st_size > BOUNDS.content:
            limit = f"{BOUNDS.content >> 20} MB"
            raise Invalid([Problem("document.too-large", path.name, {"limit": limit})])
        return path.read_bytes()
    except OSError as error:
        reason = {"reason": error.strerror or ""}
        raise Invalid([Problem("document.unreadable", path.name, reason)]) from error


def _placed(read: Read, problems: tuple[Problem, ...]) -> list[Problem]:
    """The problems with the file in front of the cell."""
    return [replace(one, where=f"{read.name}:{one.where}") for one in problems]


def _columns(read: Read, language: str) -> Iterator[str]:
    for column in read.layout.columns:
        field = column.field if column.field is not Field.IGNORED else "-"
        yield COLUMN.in_(language).format(letter=column.letter, heading=column.heading, field=field)


def _figures(read: Read, language: str) -> Iterator[str]:
    found = summary_of(read.rows)
    yield DRY.in_(language).format(
        sheet=read.sheet or read.name,
        cases=found.cases,
        known=rows_here(fingerprints(read.rows)),
        bad=len(read.bad),
    )
    yield FIGURES.in_(language).format(
        held=found.held,
        undecided=found.undecided,
        without=found.without_relation,
        names=found.organisations,
        agreements=found.agreements,
        unnoted=found.unnoted,
        years=", ".join(f"{year} {number}" for year, number in found.by_year.items()) or "-",
    )

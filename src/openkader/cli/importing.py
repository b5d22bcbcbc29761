"""``openkader import``: a year file, or a register in a spreadsheet, enters the register."""

import argparse
import getpass
from pathlib import Path

from django.db import transaction

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.casework.permissions import HouseHand
from openkader.cli.house import bring_up_to_date, now
from openkader.cli.spreadsheets import take_over_sheet, undo
from openkader.cli.words import Screen
from openkader.register.kaders import assessor_of
from openkader.register.services import apply_kader, import_year
from openkader.register.yearfile import check_codes, read_year_file

YEAR_FILES = (".yaml", ".yml")
TAKEN = Text(nl="{source}: {records} records overgenomen.", en="{source}: {records} records taken over.")
ASSESSED = Text(
    nl="Met het kader {kader} zijn {requests} verzoeken getoetst en {measures} maatregelen uitgezet.",
    en="With the kader {kader} {requests} requests were assessed and {measures} measures set out.",
)
AGAIN = Text(
    nl="{source} stond al in het register; er is niets veranderd.",
    en="{source} was in the register already; nothing was changed.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("file", type=Path, nargs="?", metavar="FILE")
    parser.add_argument("--sheet", metavar="NAME")
    parser.add_argument("--mapping", type=Path, metavar="FILE")
    parser.add_argument("--dry-run", action="store_true")
    parser.add_argument("--leave-out", action="store_true")
    parser.add_argument("--undo", metavar="NR")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Read, check, take over; nothing is written when anything is wrong."""
    if (options.file is None) is (options.undo is None):
        raise Invalid([Problem("import.one-of", "openkader import")])
    bring_up_to_date()
    if options.undo:
        undo(options.undo, screen, whoever())
    elif options.file.suffix.lower() in YEAR_FILES:
        screen.line(take_over(options.file, by=whoever(), language=screen.language))
    else:
        take_over_sheet(options, screen, whoever())
    return 0


def take_over(path: Path, *, by: str, language: str) -> str:
    """Import a year file and apply the kader it names, whole or not at all; says what was done."""
    file = read_year_file(path)
    assessor = assessor_of(file.source.kader) if file.source.kader else None
    if assessor is not None:
        check_codes(file, assessor.kader)
    moment = now()
    with transaction.atomic():
        done = import_year(file, by=by, now=moment)
        if not done.records:
            return AGAIN.in_(language).format(source=done.source)
        said = TAKEN.in_(language).format(source=done.source, records=done.records)
        if assessor is None:
            return said
        applied = apply_kader(done.source, assessor=assessor, by=by, now=moment)
    return f"{said} " + ASSESSED.in_(language).format(
        kader=assessor.kader.id, requests=applied.requests, measures=applied.measures
    )


def whoever() -> HouseHand:
    """The account that gives the command, as the trail names it."""
    try:
        return HouseHand(f"cli:{getpass.getuser()}")
    except (KeyError, OSError):
        return HouseHand("cli:unknown")  # an account without a name, as in some containers

"""``openkader cases lines``: where every case stands, written down anew for the work list."""

import argparse

from django.utils import timezone

from openkader.base.text import Text
from openkader.cli.house import now
from openkader.cli.words import Screen
from openkader.register.case_lines import keep_all_lines

MADE = Text(
    nl="De regels van {cases} zaken in de werklijst zijn opnieuw gemaakt.",
    en="The lines of {cases} cases in the work list were made anew.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_subparsers(dest="verb", required=True, metavar="lines").add_parser("lines")


def run(_options: argparse.Namespace, screen: Screen) -> int:
    """Make all lines anew."""
    moment = now()
    cases = keep_all_lines(moment, timezone.localdate(moment))
    screen.line(MADE.in_(screen.language).format(cases=cases))
    return 0

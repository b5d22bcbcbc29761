"""``openkader documents verify``: is every file that the register keeps still there, and still what it was?"""

import argparse

from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.cli.words import Screen
from openkader.register import selectors
from openkader.register.shelf import FileState

BROKEN = 3
WHOLE = Text(
    nl="Alle {number} bestanden zijn er nog, en zijn wat zij waren.",
    en="All {number} files are there, and are what they were.",
)
STATES = {
    FileState.GONE: Text(nl="weg", en="gone"),
    FileState.CHANGED: Text(nl="veranderd", en="changed"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify")
    verbs.add_parser("verify")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Read each file and name those that are gone or changed."""
    number, lost = selectors.lost_files()
    if not lost:
        screen.line(WHOLE.in_(screen.language).format(number=number))
        return 0
    for one in lost:
        screen.line(f"{one.place}  {one.name}  {STATES[one.state].in_(screen.language)}  {one.digest}")
    screen.complain(sentence("documents.lost", {"number": str(len(lost))}, screen.language))
    return BROKEN

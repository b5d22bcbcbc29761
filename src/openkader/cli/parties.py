"""``openkader parties find|words``: who is found by a name in any script, and the words that it takes."""

import argparse
from collections.abc import Iterator

from openkader.base.text import Text
from openkader.casework.permissions import HOUSE
from openkader.cli.words import Screen
from openkader.register import selectors
from openkader.register.searching import keep_all_words
from openkader.register.selectors import FoundBy, PartyLine

NOBODY = Text(nl="Niemand gevonden.", en="Nobody was found.")
MADE = Text(
    nl="De zoekwoorden van {parties} partijen zijn opnieuw gemaakt.",
    en="The search words of {parties} parties were made anew.",
)
HOW = {
    FoundBy.NUMBER: Text(nl="op nummer", en="by number"),
    FoundBy.WRITTEN: Text(nl="zoals geschreven", en="as written"),
    FoundBy.READ: Text(nl="in een andere spelling", en="in another spelling"),
    FoundBy.NEARLY: Text(nl="bijna zo geschreven", en="written nearly so"),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="find|words")
    verbs.add_parser("find").add_argument("text", metavar="TEXT")
    verbs.add_parser("words")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Show who is found, or make all words anew."""
    if options.verb == "words":
        screen.line(MADE.in_(screen.language).format(parties=keep_all_words()))
        return 0
    found = selectors.parties_named(options.text, reader=HOUSE)
    screen.lines(_line(line, screen.language) for line in found)
    if not found:
        screen.line(NOBODY.in_(screen.language))
    return 0


def _line(line: PartyLine, language: str) -> str:
    how = HOW[line.found_by].in_(language) if line.found_by is not None else ""
    return "  ".join((line.reference, " · ".join(_told(line, language)), f"({how})"))


def _told(line: PartyLine, language: str) -> Iterator[str]:
    """Everything that tells two of the same name apart."""
    function = line.function.in_(language) if line.function else None
    told = (line.name, function, line.organisation, line.country, line.region, line.birth_date, line.dossier)
    yield from filter(None, told)

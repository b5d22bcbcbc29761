"""``openkader audit verify``: does the trail of every change still hold?"""

import argparse

from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.cli.words import Screen
from openkader.register.chain import Break, Damage

HOLDS = Text(
    nl="De keten klopt: {events} gebeurtenissen, de laatste met teken {digest}.\n"
    "Bewaar dit teken buiten het register; dan is later ook te zien of de hele keten is vervangen.",
    en="The chain holds: {events} events, the last with mark {digest}.\n"
    "Keep this mark outside the register; then it shows later even if the whole chain was replaced.",
)
BROKEN = 3
DAMAGES = {
    Damage.CHANGED: Text(nl="zij is gewijzigd", en="it was changed"),
    Damage.MISSING: Text(nl="zij is verdwenen", en="it is gone"),
    Damage.OUT_OF_ORDER: Text(nl="zij staat niet op haar plaats", en="it is not in its place"),
    Damage.CUT_OFF: Text(
        nl="vanaf hier is het einde van de keten weggenomen", en="from here on the chain was taken away"
    ),
    Damage.BEYOND_HEAD: Text(
        nl="zij is buiten het register om toegevoegd", en="it was added behind the register's back"
    ),
    Damage.NO_HEAD: Text(
        nl="na haar is het einde van de keten niet meer vastgelegd",
        en="after it the end of the chain is no longer kept",
    ),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="verify")
    verbs.add_parser("verify")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Walk the chain and name the first event that is wrong."""
    from openkader.register import audit, selectors

    found = audit.verify()
    if found is not None:
        return said_of(found, screen)
    gone = sorted(audit.missing_guards())
    if gone:
        return _alarm(screen, "audit.unguarded", guards=", ".join(gone))
    events, digest = selectors.head()
    screen.line(HOLDS.in_(screen.language).format(events=events, digest=digest))
    return 0


def said_of(found: Break, screen: Screen) -> int:
    """The first event that is wrong, and what is wrong with it."""
    damage = DAMAGES[found.damage].in_(screen.language)
    return _alarm(screen, "audit.broken", sequence=str(found.sequence), damage=damage)


def _alarm(screen: Screen, code: str, **detail: str) -> int:
    screen.complain(sentence(code, detail, screen.language))
    return BROKEN

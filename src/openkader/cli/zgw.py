"""``openkader zgw check|connect|list|send-again``: cases in the case system of the organisation."""

import argparse
from collections.abc import Iterator
from time import monotonic

from django.conf import settings

from openkader.base.errors import Refusal, Refused, Unavailable
from openkader.base.messages import sentence
from openkader.base.text import Text
from openkader.casework.subscription_words import answer_words
from openkader.cli.house import now
from openkader.cli.importing import whoever
from openkader.cli.words import Screen
from openkader.register.answering import Trouble
from openkader.register.case_system.calling import Calls
from openkader.register.case_system.checking import lacking
from openkader.register.case_system.connection import CaseSystem
from openkader.register.case_system.filed import FilingRow, refused_filings
from openkader.register.moments import day_of
from openkader.register.services import connect_case_system, file_cases_again

REMARKS = 1
_SECONDS = 120.0
WHOLE = Text(
    nl="De catalogus heeft alles wat de koppeling noemt.", en="The catalogue has all that the mapping names."
)
CONNECTED = Text(
    nl="Wat er vanaf nu gebeurt met de zaken die {account} mag zien, gaat naar het zaaksysteem. "
    "Wat er al is, gaat met: openkader zgw send-again --all",
    en="What happens from now on with the cases that {account} may see goes to the case system. "
    "What is there already goes by: openkader zgw send-again --all",
)
AGAIN = Text(
    nl="{number} zaken wachten nu op het zaaksysteem.", en="{number} cases wait for the case system now."
)
NONE = Text(nl="Geen zaak is geweigerd.", en="No case was refused.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="check|connect|list|send-again")
    verbs.add_parser("check")
    verbs.add_parser("connect").add_argument("account", metavar="ACCOUNT")
    verbs.add_parser("list")
    verbs.add_parser("send-again").add_argument("--all", action="store_true")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Do what was asked; a mapping that names what the catalogue lacks, or a case that was refused, is a remark."""
    match options.verb:
        case "check":
            return _check(screen)
        case "connect":
            connect_case_system(options.account, by=whoever(), now=now())
            screen.line(CONNECTED.in_(screen.language).format(account=options.account))
        case "send-again":
            number = file_cases_again(everything=options.all, by=whoever(), now=now())
            screen.line(AGAIN.in_(screen.language).format(number=number))
        case _:
            rows = refused_filings()
            screen.lines(_lines(rows, screen.language))
            return REMARKS if rows else 0
    return 0


def _check(screen: Screen) -> int:
    system: CaseSystem | None = settings.CASE_SYSTEM
    if system is None:
        raise Refused(Refusal("filing.not-set-up"))
    mapping = system.read_mapping()
    try:
        found = lacking(Calls(system=system, at=now(), end=monotonic() + _SECONDS), mapping, day_of(now()))
    except Trouble as error:
        answer = answer_words(error.answer, screen.language)
        raise Unavailable("filing.away", {"answer": answer}) from error
    words = [sentence(one.code, one.detail, screen.language) for one in found]
    screen.lines(words or [WHOLE.in_(screen.language)])
    return REMARKS if found else 0


def _lines(rows: list[FilingRow], language: str) -> Iterator[str]:
    for row in rows:
        if row.refusal is not None:
            yield f"{row.case}  {sentence(row.refusal.code, row.refusal.detail, language)}"
    if not rows:
        yield NONE.in_(language)

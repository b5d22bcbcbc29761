"""``openkader webhook open|list|withdraw|send-again``: which other systems hear what happens with cases."""

import argparse

from openkader.base.text import Text
from openkader.casework.case_events import CaseEvent
from openkader.casework.subscribing import host_of
from openkader.casework.subscription_words import answer_words
from openkader.cli.house import now
from openkader.cli.importing import whoever
from openkader.cli.words import Screen
from openkader.register.services import open_subscription, send_events_again, withdraw_subscription
from openkader.register.subscriptions import SubscriptionEntry, SubscriptionRow, subscriptions

OPENED = Text(
    nl="Abonnement ‘{name}’ van {account}. Met dit geheim herkent de ontvanger ons; het is alleen nu te lezen:",
    en="Subscription ‘{name}’ of {account}. By this secret the receiver knows us; it can be read only now:",
)
WITHDRAWN = Text(
    nl="De ontvanger van ‘{name}’ van {account} hoort niets meer.",
    en="The receiver of ‘{name}’ of {account} hears nothing more.",
)
AGAIN = Text(
    nl="{number} ontvangers worden nu opnieuw geprobeerd.", en="{number} receivers are tried again now."
)
ONE = Text(
    nl="{account}  {name}  {host}  {waiting} wachten  {answer}{state}",
    en="{account}  {name}  {host}  {waiting} wait  {answer}{state}",
)
ANSWERED = Text(nl="laatste antwoord: {answer} ({moment})", en="last answer: {answer} ({moment})")
UNASKED = Text(nl="nog niets verteld", en="nothing told yet")
HELD = Text(nl="  staat stil", en="  held")
GONE = Text(nl="  ingetrokken", en="  withdrawn")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="open|list|withdraw|send-again")
    for verb in ("open", "withdraw"):
        found = verbs.add_parser(verb)
        found.add_argument("account", metavar="ACCOUNT")
        found.add_argument("name", metavar="NAME")
        if verb == "open":
            found.add_argument("address", metavar="ADDRESS")
            found.add_argument("--kind", action="append", choices=list(CaseEvent), metavar="KIND")
    verbs.add_parser("list")
    verbs.add_parser("send-again")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Do what was asked; the secret is printed once, and stands nowhere else."""
    match options.verb:
        case "open":
            kinds = tuple(CaseEvent(word) for word in options.kind or CaseEvent)
            entry = SubscriptionEntry(
                account=options.account, name=options.name, address=options.address, kinds=kinds
            )
            secret = open_subscription(entry, by=whoever(), now=now())
            screen.line(OPENED.in_(screen.language).format(name=options.name, account=options.account))
            screen.line(secret)
        case "withdraw":
            withdraw_subscription(options.account, options.name, by=whoever(), now=now())
            screen.line(WITHDRAWN.in_(screen.language).format(name=options.name, account=options.account))
        case "send-again":
            screen.line(AGAIN.in_(screen.language).format(number=send_events_again(by=whoever(), now=now())))
        case _:
            screen.lines(_line(row, screen.language) for row in subscriptions())
    return 0


def _line(row: SubscriptionRow, language: str) -> str:
    moment = row.answered_at.isoformat(timespec="minutes") if row.answered_at else ""
    said = (ANSWERED if moment else UNASKED).in_(language)
    state = GONE if row.withdrawn_at else HELD if row.is_held else Text(nl="", en="")
    return ONE.in_(language).format(
        account=row.account,
        name=row.name,
        host=host_of(row.address),
        waiting=row.waiting,
        answer=said.format(answer=answer_words(row.answer, language), moment=moment),
        state=state.in_(language),
    )

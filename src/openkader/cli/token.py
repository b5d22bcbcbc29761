"""``openkader token open|list|withdraw``: which programs come in, under whose name and for what."""

import argparse
from datetime import timedelta

from openkader.base.text import Text
from openkader.casework.token_words import SCOPES
from openkader.casework.tokens import LONGEST_DAYS, TokenScope
from openkader.cli.house import now
from openkader.cli.importing import whoever
from openkader.cli.words import Screen
from openkader.register.moments import day_of
from openkader.register.services import open_token, withdraw_token
from openkader.register.tokens import TokenEntry, TokenRow, tokens

_DAYS = 90
OPENED = Text(
    nl="Dit is de toegangssleutel ‘{name}’ van {account}. Hij is alleen nu te lezen, en geldt tot en met {day}:",
    en="This is the token ‘{name}’ of {account}. It can be read only now, and holds up to and including {day}:",
)
WITHDRAWN = Text(
    nl="Met ‘{name}’ van {account} komt geen programma meer binnen.",
    en="No program comes in with ‘{name}’ of {account} any more.",
)
ONE = Text(
    nl="{account}  {name}  {scopes}  tot en met {day}  {used}{withdrawn}",
    en="{account}  {name}  {scopes}  up to and including {day}  {used}{withdrawn}",
)
USED = Text(nl="laatst gebruikt op {day}", en="last used on {day}")
UNUSED = Text(nl="nog niet gebruikt", en="not used yet")
GONE = Text(nl="  ingetrokken", en="  withdrawn")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="open|list|withdraw")
    for verb in ("open", "withdraw"):
        found = verbs.add_parser(verb)
        found.add_argument("account", metavar="ACCOUNT")
        found.add_argument("name", metavar="NAME")
        if verb == "open":
            found.add_argument("--scope", action="append", choices=list(TokenScope), required=True)
            found.add_argument(
                "--days", type=int, default=_DAYS, metavar="N", help=f"{_DAYS}; at most {LONGEST_DAYS}"
            )
    verbs.add_parser("list")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Do what was asked; the secret is printed once, and stands nowhere else."""
    match options.verb:
        case "open":
            _open(options, screen)
        case "withdraw":
            withdraw_token(options.account, options.name, by=whoever(), now=now())
            screen.line(WITHDRAWN.in_(screen.language).format(name=options.name, account=options.account))
        case _:
            screen.lines(_line(row, screen.language) for row in tokens())
    return 0


def _open(options: argparse.Namespace, screen: Screen) -> None:
    moment = now()
    last = day_of(moment) + timedelta(days=min(max(options.days, -1), 10 * LONGEST_DAYS))
    scopes = tuple(TokenScope(word) for word in options.scope)
    entry = TokenEntry(account=options.account, name=options.name, scopes=scopes, ends_on=last)
    secret = open_token(entry, by=whoever(), now=moment)
    said = OPENED.in_(screen.language)
    screen.line(said.format(name=options.name, account=options.account, day=last.isoformat()))
    screen.line(secret)


def _line(row: TokenRow, language: str) -> str:
    return ONE.in_(language).format(
        account=row.account,
        name=row.name,
        scopes=", ".join(SCOPES[scope].in_(language) for scope in row.scopes),
        day=row.ends_on.isoformat(),
        used=(USED if row.last_used_on else UNUSED).in_(language).format(day=row.last_used_on),
        withdrawn=GONE.in_(language) if row.withdrawn_at else "",
    )

"""``openkader account add|password|roles|close|reopen|list|reseal``: who may sign in, and as what."""

import argparse
import getpass
import sys

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.casework.role_words import ROLES
from openkader.casework.vocabulary import AccountRole
from openkader.cli.house import now
from openkader.cli.importing import whoever
from openkader.cli.words import Screen
from openkader.register.accounts import AccountRow, Post, account_named, accounts
from openkader.register.services import (
    change_password,
    change_roles,
    close_account,
    open_account,
    reopen_account,
    reseal_second_steps,
)

ASK = Text(nl="Wachtwoord voor {name}: ", en="Password for {name}: ")
ASK_AGAIN = Text(nl="Nog een keer: ", en="Once more: ")
OPENED = Text(nl="Het account {name} is er.", en="The account {name} is there.")
CHANGED = Text(nl="{name} heeft een ander wachtwoord.", en="{name} has another password.")
GIVEN = Text(nl="{name} heeft nu deze rollen: {roles}.", en="{name} now has these roles: {roles}.")
CLOSED = Text(nl="Met {name} kan niemand meer aanmelden.", en="Nobody can sign in as {name} any more.")
REOPENED = Text(
    nl="Met {name} kan weer iemand aanmelden, met deze rollen: {roles}.",
    en="One can sign in as {name} again, with these roles: {roles}.",
)
OPEN_ONE = Text(nl="{name}  open  {roles}{team}", en="{name}  open  {roles}{team}")
CLOSED_ONE = Text(nl="{name}  gesloten  {roles}{team}", en="{name}  closed  {roles}{team}")
RESEALED = Text(
    nl=(
        "{done} geheimen (tweede stappen, de sleutel voor kaders) zitten nu op slot met de sleutel van nu; {lost} "
        "opent geen enkele sleutel."
    ),
    en=(
        "{done} secrets (second steps, the key for kaders) are locked with the present key now; {lost} are opened by "
        "none of the keys."
    ),
)
UNOPENED = 1
NO_ROLE = Text(nl="geen rol", en="no role")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(
        dest="verb", required=True, metavar="add|password|roles|close|reopen|list|reseal"
    )
    for verb in ("add", "password", "roles", "reopen"):
        found = verbs.add_parser(verb)
        found.add_argument("name", metavar="NAME")
        if verb != "roles":
            found.add_argument("--password-from-stdin", action="store_true")
        if verb != "password":
            found.add_argument("--role", action="append", choices=list(AccountRole), default=[])
            found.add_argument("--team", metavar="TEAM")
    verbs.add_parser("close").add_argument("name", metavar="NAME")
    verbs.add_parser("list")
    verbs.add_parser("reseal")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Do what was asked; a password is never an argument, where others could read it."""
    match options.verb:
        case "add":
            password = _password(options, screen)
            open_account(options.name, password, post=_post(options), by=whoever(), now=now())
            said = OPENED
        case "password":
            account_named(options.name)  # before anybody types a password for nothing
            change_password(options.name, _password(options, screen), by=whoever(), now=now())
            said = CHANGED
        case "roles":
            change_roles(options.name, _post(options), by=whoever(), now=now())
            said = GIVEN
        case "close":
            close_account(options.name, by=whoever(), now=now())
            said = CLOSED
        case "reopen":
            account_named(options.name)
            password = _password(options, screen)
            reopen_account(options.name, password, post=_post(options), by=whoever(), now=now())
            said = REOPENED
        case "reseal":
            done = reseal_second_steps(by=whoever(), now=now())
            screen.line(RESEALED.in_(screen.language).format(done=done.done, lost=done.lost))
            return UNOPENED if done.lost else 0
        case _:
            screen.lines(_line(row, screen.language) for row in accounts())
            return 0
    roles = _said(getattr(options, "role", ()), screen.language)
    screen.line(said.in_(screen.language).format(name=options.name, roles=roles))
    return 0


def _post(options: argparse.Namespace) -> Post:
    return Post(roles=[AccountRole(role) for role in options.role], team=options.team)


def _said(roles: list[AccountRole] | tuple[AccountRole, ...], language: str) -> str:
    return ", ".join(ROLES[AccountRole(role)].in_(language) for role in roles) or NO_ROLE.in_(language)


def _line(row: AccountRow, language: str) -> str:
    words = OPEN_ONE if row.is_open else CLOSED_ONE
    team = f"  ({row.team})" if row.team else ""
    return words.in_(language).format(name=row.name, roles=_said(row.roles, language), team=team)


def _password(options: argparse.Namespace, screen: Screen) -> str:
    """Typed twice where nobody sees it, or the first line of standard input."""
    if options.password_from_stdin:
        return sys.stdin.readline().rstrip("\r\n")
    if not sys.stdin.isatty():
        raise Invalid([Problem("account.not-a-terminal", options.name)])
    typed = getpass.getpass(ASK.in_(screen.language).format(name=options.name))
    if getpass.getpass(ASK_AGAIN.in_(screen.language)) != typed:
        raise Invalid([Problem("account.passwords-differ", options.name)])
    return typed

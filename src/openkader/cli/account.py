"""``openkader account add|password|close|list``: who may sign in."""

import argparse
import getpass
import sys

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.cli.house import now
from openkader.cli.importing import whoever
from openkader.cli.words import Screen
from openkader.register.accounts import account_named, account_names
from openkader.register.services import change_password, close_account, open_account

ASK = Text(nl="Wachtwoord voor {name}: ", en="Password for {name}: ")
ASK_AGAIN = Text(nl="Nog een keer: ", en="Once more: ")
OPENED = Text(nl="Het account {name} is er.", en="The account {name} is there.")
CHANGED = Text(nl="{name} heeft een ander wachtwoord.", en="{name} has another password.")
CLOSED = Text(nl="Met {name} kan niemand meer aanmelden.", en="Nobody can sign in as {name} any more.")
OPEN_ONE = Text(nl="{name}  open", en="{name}  open")
CLOSED_ONE = Text(nl="{name}  gesloten", en="{name}  closed")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="add|password|close|list")
    for verb in ("add", "password"):
        found = verbs.add_parser(verb)
        found.add_argument("name", metavar="NAME")
        found.add_argument("--password-from-stdin", action="store_true")
    verbs.add_parser("close").add_argument("name", metavar="NAME")
    verbs.add_parser("list")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Do what was asked; a password is never an argument, where others could read it."""
    match options.verb:
        case "add":
            open_account(options.name, _password(options, screen), by=whoever(), now=now())
            said = OPENED
        case "password":
            account_named(options.name)  # before anybody types a password for nothing
            change_password(options.name, _password(options, screen), by=whoever(), now=now())
            said = CHANGED
        case "close":
            close_account(options.name, by=whoever(), now=now())
            said = CLOSED
        case _:
            screen.lines(_line(name, is_open, screen.language) for name, is_open in account_names())
            return 0
    screen.line(said.in_(screen.language).format(name=options.name))
    return 0


def _line(name: str, is_open: bool, language: str) -> str:
    return (OPEN_ONE if is_open else CLOSED_ONE).in_(language).format(name=name)


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

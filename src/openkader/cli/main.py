"""``openkader``: finds the command, runs it, and turns every error into a sentence and an exit code."""

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from typing import NoReturn

from openkader import __version__
from openkader.base.errors import Invalid, NotFound, OpenKaderError, Problem, Refused, Unavailable
from openkader.base.messages import sentences
from openkader.base.text import Language, Text
from openkader.cli import failures
from openkader.cli.commands import COMMANDS
from openkader.cli.words import Screen

EXIT_CODES: dict[type[OpenKaderError], int] = {Invalid: 2, Refused: 3, NotFound: 4, Unavailable: 5}
STOPPED = 130  # what a shell gives for Ctrl-C
ABOUT = Text(
    nl="Open Kader: een kader voor internationale betrekkingen, van verzoek tot evaluatie.",
    en="Open Kader: a framework for international relations, from request to evaluation.",
)
STOPPED_BY_HAND = Text(nl="Gestopt.", en="Stopped.")


class Parser(ArgumentParser):
    """Says what it did not understand as every other error is said."""

    def error(self, message: str) -> NoReturn:
        """A command that cannot be read is bad input like any other."""
        detail = {"reason": message, "help": f"{self.prog} --help"}
        raise Invalid([Problem("command.misread", "openkader", detail)])


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit code says how it went."""
    screen = Screen(speaking())
    try:
        return _run(list(sys.argv[1:] if arguments is None else arguments), screen)
    except OpenKaderError as error:
        return _fail(error, screen)
    except KeyboardInterrupt:
        screen.complain(STOPPED_BY_HAND.in_(screen.language))
        return STOPPED
    except BrokenPipeError:
        return _reader_went_away()
    except Exception as error:
        known = failures.translated(error)
        if known is None:
            raise
        return _fail(known, screen)


def speaking() -> str:
    """The language of the installation; a word that means nothing is reported by the settings."""
    chosen = os.environ.get("OPENKADER_LANGUAGE", "")
    return chosen if chosen in list(Language) else Language.NL


def _run(arguments: list[str], screen: Screen) -> int:
    name = next((word for word in arguments if word in COMMANDS), None)
    parser = Parser(prog="openkader", description=ABOUT.in_(screen.language))
    parser.add_argument("--version", action="version", version=f"Open Kader {__version__}")
    parsers = parser.add_subparsers(dest="command", metavar="", parser_class=Parser)
    for other, command in COMMANDS.items():
        summary = command.summary.in_(screen.language)
        found = parsers.add_parser(other, help=summary, description=summary)
        if other == name:
            module = command.load()
            module.arguments(found)
    options = parser.parse_args(arguments)
    if name is None or options.command is None:
        parser.print_help()
        return 0
    code = int(module.run(options, screen, *COMMANDS[name].more()))
    sys.stdout.flush()  # here and not at the very end: a reader that went away is no traceback
    return code


def _fail(error: OpenKaderError, screen: Screen) -> int:
    for line in sentences(error, screen.language):
        screen.complain(line)
    return next(code for kind, code in EXIT_CODES.items() if isinstance(error, kind))


def _reader_went_away() -> int:
    """As `| head` does; nobody is left to tell, and the interpreter must not try to at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0

"""`openkader evaluate YEAR --format docx|pdf|html --output FILE`: the evaluation of a year as a document."""

import argparse
from pathlib import Path

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.base.text import Text
from openkader.casework.permissions import HOUSE, NOBODY
from openkader.cli.house import now
from openkader.cli.whole_files import written_whole
from openkader.cli.words import Screen
from openkader.publication.yearly.asking import asked_for, edition_of, written
from openkader.publication.yearly.composing import document_of
from openkader.register.moments import day_of
from openkader.register.replica import read_from_replica

_FILES = ("docx", "pdf")
_WRITTEN = Text(nl="{0} geschreven: {1} kB.", en="{0} written: {1} kB.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What a document takes beside the year and the form."""
    parser.add_argument("--output", type=Path, metavar="FILE")
    parser.add_argument("--language", choices=("nl", "en"))


def is_asked(options: argparse.Namespace) -> bool:
    """Whether a document is asked for; a page without a file is the account that is printed."""
    return options.format in _FILES or getattr(options, "output", None) is not None


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Write the document; it is made to be sent on, so it holds of the register what everybody may see."""
    if options.output is None or options.format not in (*_FILES, "html"):
        raise Invalid([Problem("evaluation.no-output", "--output", {"format": options.format})])
    if not options.output.parent.is_dir():
        raise Unavailable("evaluation.no-folder", {"folder": str(options.output.parent)})
    moment, language = now(), options.language or screen.language
    today = day_of(moment)
    document = read_from_replica(
        lambda: document_of(asked_for(options.year, language, reader=NOBODY, writer=HOUSE, today=today))
    )
    content = written(document, options.format, edition_of(moment))
    with written_whole(options.output, "evaluation.not-written") as file:
        file.write(content)
    screen.line(_WRITTEN.in_(screen.language).format(options.output, -(-len(content) // 1000)))
    return 0

"""``openkader handbook``: the handbook for officials as a folder of pages that needs no server."""

import argparse
from pathlib import Path

from openkader.base.text import Text
from openkader.cli.words import Screen
from openkader.publication.handbook.site import write_site

WRITTEN = Text(
    nl="{pages} bladzijden staan in {folder}; begin bij index.html.",
    en="{pages} pages stand in {folder}; begin at index.html.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Write the folder; what stood in it under other names stays."""
    pages = write_site(options.to)
    screen.line(WRITTEN.in_(screen.language).format(pages=pages, folder=options.to))
    return 0

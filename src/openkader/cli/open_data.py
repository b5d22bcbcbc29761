"""`openkader evaluate YEAR --open-data FOLDER`: the public part of the register of a year, as files."""

import argparse
from pathlib import Path

from openkader.base.text import Text
from openkader.cli.words import Screen
from openkader.publication.open_data.package import write_folder
from openkader.register import selectors
from openkader.register.replica import read_from_replica

_WRITTEN = Text(nl="{0} bestanden geschreven in {1}.", en="{0} files written in {1}.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the export takes beside the year."""
    parser.add_argument("--open-data", type=Path, metavar="FOLDER")


def is_asked(options: argparse.Namespace) -> bool:
    """Whether the export is asked for."""
    return getattr(options, "open_data", None) is not None


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Write the files; they are for everybody, so they hold what everybody may see."""
    written = read_from_replica(lambda: _write(options.year, options.open_data))
    screen.line(_WRITTEN.in_(screen.language).format(written, options.open_data))
    return 0


def _write(year: int, folder: Path) -> int:
    adopted = selectors.adopted_evaluation(year)
    return write_folder(year, folder, adopted=adopted.sha256 if adopted else None)

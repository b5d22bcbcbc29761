"""``openkader migrate``: the database is created, or brought up to this version."""

import argparse

from openkader.base.text import Text
from openkader.cli.house import bring_up_to_date
from openkader.cli.words import Screen

DONE = Text(
    nl="De database is bijgewerkt ({steps} stappen).", en="The database is up to date ({steps} steps)."
)
NOTHING = Text(nl="De database was al bijgewerkt.", en="The database was up to date already.")


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes: nothing."""


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Do what is still to be done, and say so."""
    steps = bring_up_to_date()
    screen.line((DONE if steps else NOTHING).in_(screen.language).format(steps=steps))
    return 0

"""``openkader person NAME|--party REF``: all that the register holds about one person or party, in a folder."""

import argparse
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.cli.house import now
from openkader.cli.importing import whoever
from openkader.cli.whole_files import written_whole
from openkader.cli.words import Screen
from openkader.publication.disclosure import disclosure_json, disclosure_letter
from openkader.publication.docx import written
from openkader.register import services
from openkader.register.selectors.disclosing import held_about

DONE = Text(
    nl="{rows} regels over {parties} partijen staan in {data} en {paper}. Kijk na of er gegevens van anderen in staan.",
    en="{rows} rows about {parties} parties are in {data} and {paper}. See whether they say anything of others.",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("name", nargs="?", default="", metavar="NAME")
    parser.add_argument("--party", default="", metavar="REF")
    parser.add_argument("--out", type=Path, default=Path(), metavar="FOLDER")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Write the data and the paper; that it was done stands in the trail."""
    if bool(options.name.strip()) == bool(options.party):
        raise Invalid([Problem("person.one-of-two", "NAME")])
    found = held_about(options.name, options.party)
    reference = services.note_disclosure(len(found.parties), found.rows, by=whoever(), now=now())
    data, paper = (options.out / f"{reference}.{form}" for form in ("json", "docx"))
    with written_whole(data, "data.not-writable") as file:
        file.write(disclosure_json(found, reference))
    with written_whole(paper, "data.not-writable") as file:
        file.write(written(disclosure_letter(found, reference, "", screen.language), None))
    words = {"rows": found.rows, "parties": len(found.parties), "data": data, "paper": paper}
    screen.line(DONE.in_(screen.language).format(**words))
    return 0

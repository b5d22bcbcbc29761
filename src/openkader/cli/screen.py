"""`openkader screen QUERIES`: many names against lists, as one file of answers."""

import argparse
import gc
import json
import sys
from codecs import StreamWriter, getwriter
from pathlib import Path
from typing import IO

from openkader.base.text import Text
from openkader.cli import list_folder
from openkader.cli.house import open_house
from openkader.cli.list_folder import of_folder
from openkader.cli.progress import Progress
from openkader.cli.whole_files import written_whole
from openkader.cli.words import Screen
from openkader.screening.entities import read_entities
from openkader.screening.evidence import Band, Compared, Evidence, Hit, Screening, Screens

SCREENED = Text(
    nl="{asked} namen vergeleken: {match} overeenkomst, {check} nakijken, {clear} geen treffer.",
    en="{asked} names compared: {match} match, {check} to check, {clear} clear.",
)

NAMELESS = Text(
    nl="Zonder naam die te lezen is, en dus niet vergeleken: {number}. Dat is iets anders dan geen treffer.",
    en="Without a name that can be read, and so not compared: {number}. That is something else than clear.",
)

_SELDOM = 50_000


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("queries", type=Path, metavar="QUERIES")
    list_folder.arguments(parser)
    parser.add_argument("--output", type=Path, metavar="FILE")
    parser.add_argument("--limit", type=_limit, default=10, metavar="N")


def _limit(word: str) -> int:
    if not 1 <= int(word) <= 1000:
        raise ValueError
    return int(word)


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Screen every query in the order of the file; without a folder of lists, against the lists in force."""
    screener = of_folder(options, screen) if options.lists else _in_force()
    # What was made ready stays until the end, and what is made for one name goes with it: looking through
    # all of it again and again takes time.
    gc.freeze()
    gc.set_threshold(_SELDOM)
    counts = dict.fromkeys(("match", "check", "clear", "nameless"), 0)
    if options.output is None:
        _write_all(options, screener, sys.stdout, counts)
    else:
        _write_beside(options, screener, counts)
        asked = counts["match"] + counts["check"] + counts["clear"]
        screen.line(SCREENED.in_(screen.language).format(asked=asked, **counts))
    if counts["nameless"]:
        screen.complain(NAMELESS.in_(screen.language).format(number=counts["nameless"]))
    return 0


def _write_beside(options: argparse.Namespace, screener: Screens, counts: dict[str, int]) -> None:
    """The answers in a file: all of them, or the file stays as it was."""
    with written_whole(options.output, "data.not-writable") as file:
        _write_all(options, screener, getwriter("utf-8")(file), counts)


def _in_force() -> Screens:
    """The lists of the installation, or the server that it compares with."""
    open_house()
    from openkader.register.screeners import screener

    return screener()


def _write_all(
    options: argparse.Namespace, screener: Screens, out: IO[str] | StreamWriter, counts: dict[str, int]
) -> None:
    with Progress(options.queries.name) as bar:
        for number, party in enumerate(read_entities(options.queries), start=1):
            found = screener.screen(party, options.limit)
            counts[found.band if Compared.NAME in found.compared else "nameless"] += 1
            out.write(json.dumps(_answer(found), ensure_ascii=False) + "\n")
            bar.show(number, None)


def _answer(found: Screening) -> dict[str, object]:
    """One line; `compared` without a name means that nothing was compared, which is not the same as clear."""
    matches = [_match(hit) for hit in found.hits]
    return {"query": found.query, "band": found.band, "compared": found.compared, "matches": matches}


def _match(hit: Hit) -> dict[str, object]:
    """One entity; the evidence of those that somebody has to look at."""
    found: dict[str, object] = {
        "entity": hit.entity,
        "list": hit.list,
        "score": hit.score,
        "band": hit.band,
        "listed": hit.listed,
    }
    if hit.band is not Band.CLEAR:
        found |= {"asked": hit.asked, "evidence": [_piece(piece) for piece in hit.evidence]}
        found |= {"missing": hit.missing}
    return found


def _piece(piece: Evidence) -> dict[str, object]:
    return {"feature": piece.feature, "weight": piece.weight, "asked": piece.asked, "listed": piece.listed}

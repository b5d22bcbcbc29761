"""`openkader effect YEAR`: what participants say came of the activities of a year, as a table or as data."""

import argparse
import json
import textwrap
from collections.abc import Iterator
from functools import partial

from openkader.base.text import Text
from openkader.casework.effect import Reach
from openkader.casework.permissions import HOUSE
from openkader.cli.house import now
from openkader.cli.words import WIDTH, Screen, columns, indented
from openkader.evaluation.effects import (
    ActivityEffect,
    Effects,
    WaveEffect,
    WaveTotal,
    as_json,
    chosen,
    effects_of,
)
from openkader.register.moments import day_of
from openkader.register.replica import read_from_replica

_columns = partial(columns, name_width=42, cell_width=22)
NAMES = {
    "activity": Text(nl="activiteit", en="activity"),
    "total": Text(nl="Samen", en="Together"),
    "unknown": Text(nl="onbekend", en="unknown"),
    "share": Text(nl="{answered} van {whole}", en="{answered} of {whole}"),
    "at_least": Text(nl="ten minste {known}", en="at least {known}"),
    "outcome": Text(
        nl="{text}: {number} van {answered} ({wave})", en="{text}: {number} of {answered} ({wave})"
    ),
    "meaning": Text(
        nl="Hoeveel deelnemers antwoordden, van hoeveel die meededen. Onbekend: niemand is gevraagd.",
        en="How many participants answered, of how many that took part. Unknown: nobody was asked.",
    ),
    "none": Text(
        nl="Het register kent van dit jaar geen activiteiten die zijn gehouden.",
        en="The register knows no activities of this year that were held.",
    ),
}


def arguments(parser: argparse.ArgumentParser) -> None:
    """What the command takes."""
    parser.add_argument("year", type=int)
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Print what came of the year; 0 whatever it is."""
    today = day_of(now())
    found = read_from_replica(lambda: effects_of(options.year, reader=HOUSE, today=today))
    if options.format == "json":
        screen.line(json.dumps(as_json(found, screen.language), ensure_ascii=False, indent=2))
    else:
        screen.lines(_table(found, screen.language))
    return 0


def _table(found: Effects, language: str) -> Iterator[str]:
    yield f"{found.year} · {found.question.text.in_(language)}"
    yield from textwrap.wrap(found.form.own_form.in_(language), WIDTH)
    yield ""
    if not found.rows:
        yield NAMES["none"].in_(language)
        return
    yield _columns(NAMES["activity"].in_(language), [wave.text.in_(language) for wave in found.form.waves])
    yield "-" * WIDTH
    for row in found.rows:
        yield from _row(row, language)
    yield "-" * WIDTH
    totals = found.totals()
    yield _columns(NAMES["total"].in_(language), [_share(one, language) for one in totals])
    for one in totals:
        yield from _outcomes(one, language)
    yield ""
    yield NAMES["meaning"].in_(language)


def _row(row: ActivityEffect, language: str) -> Iterator[str]:
    """The reference with how many answered, and below it the name and what came of it."""
    yield _columns(row.activity.reference, [_share(one.reach, language) for one in row.waves])
    yield from indented(row.activity.label.in_(language))
    if row.newest is not None:
        yield from _outcomes(row.newest, language)


def _outcomes(one: WaveEffect | WaveTotal, language: str) -> Iterator[str]:
    """What came of it, where that is told."""
    count, words = one.outcome, NAMES["outcome"].in_(language)
    if count is None:
        return
    for text, number in chosen(count):
        told = {"text": text.in_(language), "number": number, "wave": one.wave.text.in_(language)}
        yield from indented(words.format(answered=count.answered, **told))


def _share(one: Reach | WaveTotal, language: str) -> str:
    if not one.is_asked:
        return NAMES["unknown"].in_(language)
    least = NAMES["at_least"].in_(language).format(known=one.known)
    whole = str(one.took_part) if one.took_part is not None else least
    return NAMES["share"].in_(language).format(answered=one.answered, whole=whole)

"""`openkader evaluate compare [YEAR …]`: years side by side, as a table or as data."""

import argparse
import json
import textwrap
from collections.abc import Iterator

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.cli.words import WIDTH, Screen, indented
from openkader.evaluation.comparing import Column, Comparison, Line
from openkader.evaluation.comparing_json import as_json
from openkader.evaluation.comparison_words import say_cell, say_difference, say_year
from openkader.evaluation.definition_words import say_definition
from openkader.evaluation.explaining import STATUS_NAMES
from openkader.evaluation.years import years_of
from openkader.register.replica import read_from_replica
from openkader.register.selectors.known_years import known_years

_YEARS = range(1900, 2201)
NAMES = {
    "title": Text(nl="Jaren naast elkaar", en="Years side by side"),
    "none": Text(nl="Het register kent nog geen jaren.", en="The register knows no years yet."),
    "also": Text(nl="ook geteld als {names}", en="also counted as {names}"),
    "definition": Text(nl="Definitie in {years}: {said}", en="Definition in {years}: {said}"),
    "kader": Text(nl="{year}: geteld met {kader}", en="{year}: counted by {kader}"),
    "no_register": Text(
        nl="{year}: het register kent dit jaar niet", en="{year}: the register does not know this year"
    ),
}


def run(options: argparse.Namespace, screen: Screen) -> int:
    """Print the years; 0 whatever they show."""
    years = [_year(word) for word in options.more]
    found = read_from_replica(lambda: _compared(years))
    match options.format:
        case "json":
            screen.line(json.dumps(as_json(found, screen.language), ensure_ascii=False, indent=2))
        case "table":
            screen.lines(_table(found, screen.language))
        case other:
            raise misread(f"compare --format {other}")
    return 0


def _compared(years: list[int]) -> Comparison:
    """The years that were named, or all that the register knows."""
    known = known_years()
    return years_of(years or [one.year for one in known], known).comparison()


def misread(reason: str) -> Invalid:
    """A command that cannot be read."""
    return Invalid([Problem("command.misread", "openkader", {"reason": reason, "help": _HELP})])


_HELP = "openkader evaluate --help"


def _year(word: str) -> int:
    year = int(word) if word.isascii() and word.isdecimal() else 0
    if year not in _YEARS:
        raise misread(f"compare {word}")
    return year


def _table(found: Comparison, language: str) -> Iterator[str]:
    yield NAMES["title"].in_(language)
    if not found.columns:
        yield NAMES["none"].in_(language)
        return
    yield from (_head(column, language) for column in found.columns)
    for line in found.lines:
        yield ""
        yield from textwrap.wrap(line.figure.text.in_(language), WIDTH)
        yield "-" * WIDTH
        yield from _line(line, found, language)


def _head(column: Column, language: str) -> str:
    year = say_year(column.year, column.origin, language)
    if column.kader is None:
        return NAMES["no_register"].in_(language).format(year=year)
    return NAMES["kader"].in_(language).format(year=year, kader=column.kader.id)


def _line(line: Line, found: Comparison, language: str) -> Iterator[str]:
    for column, cell in zip(found.columns, line.cells, strict=True):
        year = say_year(column.year, column.origin, language)
        status = STATUS_NAMES[cell.status].in_(language) if cell.status else ""
        yield f"  {year:<24}{say_cell(cell, language):<28}{status}".rstrip()
        if cell.difference:
            yield f"{'':<26}{say_difference(cell.difference, language)}"
    if line.other_names:
        yield from indented(NAMES["also"].in_(language).format(names=", ".join(line.other_names)))
    for one in line.definitions if line.is_changed else ():
        years = ", ".join(map(str, one.years))
        said = say_definition(one.figure, one.kader, language)
        yield from indented(NAMES["definition"].in_(language).format(years=years, said=said))

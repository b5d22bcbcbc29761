"""Invented names by origin: harmless people, to see whom screening bothers.

A name is a common family name with a common given name. Somebody will have it; nobody is
meant. The parts and where they come from stand in `parts.tsv` and `README.md`.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openkader.screening.entities import Entity, ListedName

EACH = 240
_PARTS = Path(__file__).with_name("parts.tsv")
_ORDERS = {
    "given family": "{given} {family}",
    "family given": "{family} {given}",
    "familygiven": "{family}{given}",
}


@dataclass(frozen=True, slots=True)
class Named:
    """A harmless person or organisation, and where the name comes from."""

    origin: str
    party: Entity


def invented_names(each: int = EACH) -> Iterator[Named]:
    """So many names of every origin, always the same ones."""
    with _PARTS.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)):
            for place, name in zip(range(each), _combined(row), strict=False):
                yield Named(row["origin"], _person(f"{row['origin']}-{number}-{place}", name))


def _combined(row: dict[str, str]) -> Iterator[str]:
    """Every family name with every given name once; the first ones already have all parts."""
    families, givens, order = row["family"].split(", "), row["given"].split(", "), _ORDERS[row["order"]]
    for turn in range(len(givens)):
        for place, family in enumerate(families):
            yield order.format(family=family, given=givens[(place + turn) % len(givens)])


def _person(identity: str, name: str) -> Entity:
    return Entity(
        id=identity,
        schema="Person",
        dataset="invented",
        names=(ListedName(name),),
        properties={"name": (name,)},
    )

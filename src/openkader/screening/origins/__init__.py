"""Invented names by origin: harmless people, to see whom screening bothers.

A name is a common family name with a common given name. Somebody will have it; nobody is
meant. The parts and where they come from stand in `parts.tsv` and `README.md`.
"""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.base.text import Text
from openkader.screening.entities import Entity, ListedName, read_entities

EACH = 240
_PARTS = Path(__file__).with_name("parts.tsv")
_ORDERS = {
    "given family": "{given} {family}",
    "family given": "{family} {given}",
    "familygiven": "{family}{given}",
}

TITLES: dict[str, Text] = {
    "dutch": Text(nl="Nederlands", en="Dutch"),
    "english": Text(nl="Engels", en="English"),
    "spanish": Text(nl="Spaans", en="Spanish"),
    "turkish": Text(nl="Turks", en="Turkish"),
    "arabic": Text(nl="Arabisch", en="Arabic"),
    "persian": Text(nl="Perzisch", en="Persian"),
    "russian": Text(nl="Russisch", en="Russian"),
    "indian": Text(nl="Indiaas", en="Indian"),
    "chinese": Text(nl="Chinees", en="Chinese"),
    "hong-kong": Text(nl="Hongkongs", en="Hong Kong"),
    "korean": Text(nl="Koreaans", en="Korean"),
    "vietnamese": Text(nl="Vietnamees", en="Vietnamese"),
    "indonesian": Text(nl="Indonesisch", en="Indonesian"),
}
SCRIPTS: dict[str, Text] = {
    "latin": Text(nl="Latijns schrift", en="Latin script"),
    "han": Text(nl="Chinese karakters", en="Chinese characters"),
    "hangul": Text(nl="Koreaans schrift", en="Korean script"),
    "kana": Text(nl="Japans schrift", en="Japanese script"),
    "cyrillic": Text(nl="Cyrillisch schrift", en="Cyrillic script"),
    "arabic": Text(nl="Arabisch schrift", en="Arabic script"),
    "greek": Text(nl="Grieks schrift", en="Greek script"),
    "hebrew": Text(nl="Hebreeuws schrift", en="Hebrew script"),
    "other": Text(nl="ander schrift", en="other script"),
    "mixed": Text(nl="meer dan één schrift", en="more than one script"),
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


def read_names(folder: Path) -> Iterator[Named]:
    """The names of a folder with a file for each origin, one FollowTheMoney object a line."""
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise Invalid([Problem("screening.no-names", str(folder))])
    for path in files:
        for party in read_entities(path):
            if not any(name.value.strip() for name in party.names):
                # Nothing was compared then; that is no harmless person who was left alone.
                raise Invalid(
                    [Problem("screening.bad-entity", f"{path.name} {party.id}", {"reason": "name"})]
                )
            yield Named(path.stem, party)


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

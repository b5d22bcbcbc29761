"""What a Han character can be: its simplified form and its readings; each table is read when first asked for."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
Readings = Mapping[str, tuple[str, ...]]


def simplify(text: str) -> str:
    """The text in the characters of mainland China; variants of Hong Kong and Taiwan included."""
    return text.translate(_simplified())


def pinyin_of(character: str) -> tuple[str, ...]:
    """The toneless readings of a simplified character, the usual one first; ü is written v."""
    return table("pinyin").get(character, ())


@cache
def table(name: str) -> Readings:
    """One table of readings: under each character its readings, the usual one first."""
    found: dict[str, tuple[str, ...]] = {}
    others: list[tuple[str, str]] = []
    for row in rows(name):
        reading, first, other = row.split("\t")
        found.update(dict.fromkeys(first, (reading,)))
        others.extend((character, reading) for character in other)
    for character, reading in others:
        found[character] = (*found[character], reading)
    return found


@cache
def frequency(name: str) -> Mapping[str, float]:
    """How common a surname or a character of a given name is, per million people."""
    return {key: float(number) for key, number in (row.split("\t") for row in rows(name))}


def rows(name: str) -> list[str]:
    """The rows of one table of this room."""
    return (DATA / f"{name}.tsv").read_text(encoding="utf-8").splitlines()


@cache
def _simplified() -> dict[int, str]:
    return {ord(old): new for new, olds in (row.split("\t") for row in rows("simplified")) for old in olds}

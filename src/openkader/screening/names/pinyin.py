"""Hanyu Pinyin, with or without tones; ü may be written v, yu or u."""

from collections.abc import Iterable
from functools import cache

from openkader.screening.names.han import pinyin_of, table
from openkader.screening.names.surnames import known_surnames
from openkader.screening.names.syllabary import Syllabary, frozen
from openkader.screening.names.vocabulary import Reason

# In the name of an organisation these are read otherwise than the tables have it first.
_OF_BRANDS = {
    "长": "chang",
    "拓": "tuo",
    "都": "du",
    "地": "di",
    "佛": "fo",
    "晟": "sheng",
    "什": "shi",
    "厦": "xia",
}
# Interjections and signs of measure: no names.
_NO_NAMES = frozenset(
    {"m", "n", "ng", "hm", "hng", "tunwa", "o", "ei", "dei", "tei", "zhei", "kei", "dia", "chua", "rua"}
)


@cache
def syllables() -> frozenset[str]:
    """Every syllable that a name can hold, ü as v."""
    return frozenset(reading for readings in table("pinyin").values() for reading in readings) - _NO_NAMES


@cache
def pinyin() -> Syllabary:
    """The syllabary of pinyin."""
    spellings, surnames = _turned(syllables()), _turned(known_surnames())
    letters = {letter: frozenset(letter) for letter in "abcdefghjklmnopqrstwxyz"}
    return Syllabary(Reason.PINYIN, frozen(spellings), frozen(surnames), letters, joins=True)


def _turned(meanings: Iterable[str]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for meaning in meanings:
        for spelling in written(meaning):
            found.setdefault(spelling, set()).add(meaning)
    return found


def written(syllable: str) -> tuple[str, ...]:
    """How a syllable is spelt: with ü it is also written lv, lyu and lu."""
    if "v" not in syllable:
        return (syllable,)
    return syllable, syllable.replace("v", "yu"), syllable.replace("v", "u"), syllable.replace("v", "ue")


def plain(syllable: str) -> str:
    """A syllable as most lists write it: without the dots on the u."""
    return syllable.replace("v", "u")


def spelt(characters: str) -> str:
    """Characters as one word of pinyin; what is no character stays."""
    return "".join(
        plain(_OF_BRANDS.get(character) or next(iter(pinyin_of(character)), character))
        for character in characters
    )

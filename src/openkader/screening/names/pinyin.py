"""Hanyu Pinyin, with or without tones; ü may be written v, yu or u."""

from collections.abc import Iterable, Mapping
from functools import cache

from openkader.screening.names.han import table
from openkader.screening.names.surnames import known_surnames
from openkader.screening.names.syllabary import Meanings, Syllabary
from openkader.screening.names.vocabulary import Reason

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
    spellings: dict[str, set[str]] = {}
    for syllable in syllables():
        for spelling in written(syllable):
            spellings.setdefault(spelling, set()).add(syllable)
    surnames = {spelling: {name} for name in known_surnames() for spelling in written(name)}
    return Syllabary(
        Reason.PINYIN, frozen(spellings), frozen(surnames), {letter: frozenset(letter) for letter in _LETTERS}
    )


def written(syllable: str) -> tuple[str, ...]:
    """How a syllable is spelt: with ü it is also written lv, lyu and lu."""
    if "v" not in syllable:
        return (syllable,)
    return syllable, syllable.replace("v", "yu"), syllable.replace("v", "u"), syllable.replace("v", "ue")


def plain(syllable: str) -> str:
    """A syllable as most lists write it: without the dots on the u."""
    return syllable.replace("v", "u")


def frozen(spellings: Mapping[str, Iterable[str]]) -> dict[str, Meanings]:
    """The same spellings, with meanings that no longer change."""
    return {spelling: frozenset(meanings) for spelling, meanings in spellings.items()}


_LETTERS = "abcdefghjklmnopqrstwxyz"

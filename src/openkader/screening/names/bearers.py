"""How much a Chinese name tells: how unlikely it is that somebody else has one that is read so.

Wang Wei is the name of hundreds of thousands, Dou Xuanli of hardly anybody. The chances are those of the tables
`surnames` and `given_characters`; the parts of a name are taken to be independent, which is near enough here.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from openkader.screening.names.han import frequency, pinyin_of
from openkader.screening.names.surnames import COMPOUND_SURNAMES, surname_readings

# How many have one syllable for a given name, and how many have two; about so in the cities of China since 1950.
_OF_ONE, _OF_TWO = 0.17, 0.83
# What no table knows is rarer than what it knows.
_RAREST = 1e-6


def telling(surname: Iterable[str], given: Sequence[Iterable[str]]) -> float:
    """What a surname and some syllables of a given name tell together, in nats.

    Each part holds what it may stand for in pinyin; a single letter stands for all syllables that begin with it.
    """
    chances = [_together(surname, _surnames()), *(_together(part, _syllables()) for part in given)]
    length = {1: _OF_ONE, 2: _OF_TWO}.get(len(given), 1.0)
    return -math.log(length) - sum(math.log(chance) for chance in chances)


def _together(meanings: Iterable[str], chances: Mapping[str, float]) -> float:
    return max(sum(chances.get(meaning, 0.0) for meaning in meanings), _RAREST)


@cache
def _surnames() -> Mapping[str, float]:
    found: dict[str, float] = defaultdict(float)
    counts = frequency("surnames")
    total = sum(counts.values())
    for surname, number in counts.items():
        readings = (
            (COMPOUND_SURNAMES[surname],) if surname in COMPOUND_SURNAMES else surname_readings(surname)
        )
        for reading in readings[:1]:
            found[reading] += number / total
    return found


@cache
def _syllables() -> Mapping[str, float]:
    """The chance of each syllable in a given name, and under its first letter that of all that begin so."""
    found: dict[str, float] = defaultdict(float)
    counts = frequency("given_characters")
    total = sum(counts.values())
    for character, number in counts.items():
        chance = number / total
        for syllable in pinyin_of(character)[:1]:
            found[syllable] += chance
            if len(syllable) > 1:
                found[syllable[0]] += chance
    return found

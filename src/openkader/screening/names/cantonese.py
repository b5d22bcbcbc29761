"""Cantonese as people spell it themselves: Yale, Jyutping and mixtures, beside what the government of Hong Kong writes.

A spelling here stands for more than one of the government does, so it is asked only where a name is no pinyin.
"""

from collections.abc import Iterable, Mapping
from functools import cache

from openkader.screening.names.dialects import dialect_surnames
from openkader.screening.names.han import frequency, pinyin_of, table
from openkader.screening.names.hong_kong import (
    given_characters,
    hong_kong,
    hong_kong_of,
    shape,
)
from openkader.screening.names.surnames import surname_readings
from openkader.screening.names.syllabary import Syllabary, frozen, initials
from openkader.screening.names.vocabulary import Reason

# Rarer surnames, per million, are not meant: most would be read into Korean names.
_COMMON_SURNAME = 80.0
_INITIALS: Mapping[str, tuple[str, ...]] = {
    "b": ("b", "p"), "d": ("d", "t"), "g": ("g", "k"), "gw": ("gw", "kw"), "z": ("j", "z", "ch", "ts"),
    "c": ("ch", "c", "ts"), "s": ("s", "sh"), "j": ("y", "j"), "ng": ("ng", ""), "n": ("n", "l"),
}  # fmt: skip
_FINALS: Mapping[str, tuple[str, ...]] = {
    "aa": ("a", "aa", "ah"), "eoi": ("eoi", "eui", "ui"), "eon": ("eon", "eun", "un"), "eot": ("eot", "eut", "ut"),
    "oeng": ("oeng", "eung", "eong"), "oek": ("oek", "euk"), "o": ("o", "oh"), "ou": ("ou", "o", "ow"),
    "u": ("u", "oo"), "ui": ("ui", "ooi"), "un": ("un", "oon"), "uk": ("uk", "ook"),
    "yu": ("yu", "u", "ue"), "yun": ("yun", "uen", "un"),
    "i": ("i", "ee"), "ei": ("ei", "ay", "ee", "ey"), "at": ("at", "ut"), "an": ("an", "un"),
    "am": ("am", "um"), "ap": ("ap", "up"), "ak": ("ak", "uk"), "au": ("au", "ow"), "oi": ("oi", "oy"),
    "aai": ("aai", "ai"), "aau": ("aau", "au"), "aam": ("aam", "am"), "aan": ("aan", "an"), "aang": ("aang", "ang"),
    "aap": ("aap", "ap"), "aat": ("aat", "at"), "aak": ("aak", "ak"), "e": ("e", "eh"), "ing": ("ing", "eng"),
    "ut": ("ut", "oot"), "ung": ("ung", "oong"),
    "iu": ("iu", "iew", "ew"), "ik": ("ik", "ick"), "yut": ("yut", "uet", "ut"),
}  # fmt: skip


@cache
def spellings_of(jyutping: str) -> tuple[str, ...]:
    """How people write a syllable of Jyutping, the government's ways first."""
    initial, final = shape(jyutping)
    heads, tails = _INITIALS.get(initial, (initial,)), _FINALS.get(final, (final,))
    return tuple(dict.fromkeys((*hong_kong_of(jyutping), *(head + tail for tail in tails for head in heads))))


@cache
def cantonese() -> Syllabary:
    """The syllabary of informal Cantonese, with every surname that is known outside the mainland."""
    given = {one: pinyin_of(one)[:1] for one in given_characters()}
    named = {
        one: surname_readings(one)
        for one, number in frequency("surnames").items()
        if len(one) == 1 and number >= _COMMON_SURNAME
    }
    spellings, surnames = _spelt(given), _spelt(named)
    for known in (hong_kong().surnames, dialect_surnames()):
        for spelling, meanings in known.items():
            surnames.setdefault(spelling, set()).update(meanings)
    return Syllabary(Reason.HONG_KONG, frozen(spellings), frozen(surnames), initials(spellings))


def _spelt(characters: Mapping[str, Iterable[str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for character, meanings in characters.items():
        for reading in table("jyutping").get(character, ()):
            for spelling in spellings_of(reading):
                found.setdefault(spelling, set()).update(meanings)
    return found

"""A name in letters understood as a Chinese one: which words are the surname, which syllables the given name."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain, islice, product
from typing import NamedTuple

from openkader.screening.names.cantonese import cantonese
from openkader.screening.names.dialects import cantonese_given, dialect_surnames, dialects
from openkader.screening.names.folding import has_tone_marks, pinyin_letters
from openkader.screening.names.hong_kong import hong_kong
from openkader.screening.names.palladius import palladius, sloppy
from openkader.screening.names.particles import SONS_AND_PARENTS
from openkader.screening.names.pinyin import pinyin
from openkader.screening.names.syllabary import MOST_SYLLABLES, Meanings, Syllabary, needs_apostrophe
from openkader.screening.names.vocabulary import Reading, Reason
from openkader.screening.names.wade_giles import loose, strict

_MOST_WORDS = 6
_MOST_READINGS = 12
_MOST_WAYS = 4
_MOST_OTHERS = 2
_WORDS = re.compile(r"[^\s,;/.·()\"]+")
_DIGIT = re.compile(r"[a-züv][1-5](?![0-9])", re.IGNORECASE)
_ASPIRATED = re.compile(r"(?:\b|-)(?:ch|k|p|t|ts|tz)'[a-zü]", re.IGNORECASE)
_HYPHENATED = re.compile("[a-z]-[a-z]")
_INITIALS = re.compile(r"^(?:[A-Za-z]|[A-Z]-?[A-Z])$")
Way = tuple[Meanings, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Writing:
    """How words are taken apart before one system splits them."""

    syllabary: Syllabary
    letters: Callable[[str], str]
    pieces: re.Pattern[str]

    def surname(self, words: tuple[str, ...]) -> Meanings | None:
        """What some words can stand for as a surname."""
        return self.syllabary.surnames.get("".join(self.pieces.findall(self.letters("-".join(words)))))

    def ways(self, word: str) -> list[Way]:
        """All ways to read one word of a given name."""
        if len(word) == 1:
            # In Wade-Giles I is yi and O is e; any letter may be an initial.
            meant = (self.syllabary.spellings.get(word.lower(), frozenset()), self._initial(word))
            return [(meanings,) for meanings in dict.fromkeys(meant) if meanings]
        pieces = self.pieces.findall(self.letters(word))
        options = [self._splits(piece) for piece in pieces]
        found = [
            self.syllabary.meanings(tuple(chain.from_iterable(way)))
            for way in islice(product(*options), _MOST_WAYS)
            if way
        ]
        if not found and _INITIALS.match(word):
            letters = [self._initial(letter) for letter in word if letter != "-"]
            return [tuple(letters)] if all(letters) else []
        return found

    def _splits(self, piece: str) -> tuple[tuple[str, ...], ...]:
        """All ways to split a piece; chiang is one syllable of another system, and not chi and ang in pinyin."""
        found = self.syllabary.splits(piece)
        if self.syllabary.joins and piece in _single_elsewhere() and all(map(needs_apostrophe, found)):
            return ()
        return found

    def _initial(self, letter: str) -> Meanings:
        """With which letters the syllable can begin; none when no syllable of a name begins so."""
        return self.syllabary.initials.get(letter.lower(), frozenset())


class Spelt(NamedTuple):
    """The words of a name in letters, whether a comma closes the surname, and what stands beside the name."""

    words: tuple[str, ...]
    comma: bool
    other: tuple[str, ...] = ()


@lru_cache(maxsize=1024)
def latin_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a name in letters, at most a dozen; pinyin first, then the systems that leave more open."""
    spelt = _spelt(text)
    if not 1 <= len(spelt.words) <= _MOST_WORDS:
        return ()
    others = tuple(word for word in spelt.words if not _readable(word))
    if others and any(word.lower() in SONS_AND_PARENTS for word in spelt.words):
        return ()  # Osama bin Laden is no Mr Bin
    if others:
        spelt = _without(spelt, others)
    found = _read(spelt, _writings(text))
    if any(reading.system is Reason.PINYIN for reading in found) or _writings(text) is not _plain():
        return found
    return tuple(dict.fromkeys((*found, *_read(spelt, _informal()))))[:_MOST_READINGS]


def palladius_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a name in Cyrillic letters."""
    spelt = _spelt(text)
    return _read(spelt, (_palladius(),)) if 1 <= len(spelt.words) <= _MOST_WORDS else ()


def _spelt(text: str) -> Spelt:
    before, comma, after = text.partition(",")
    surname, rest = _WORDS.findall(before), _WORDS.findall(after)
    return Spelt((*surname, *rest), comma=bool(comma and len(surname) == 1))


def _read(spelt: Spelt, writings: tuple[Writing, ...]) -> tuple[Reading, ...]:
    found: dict[tuple[object, ...], Reading] = {}
    for writing in writings:
        for reading in islice(_readings(spelt, writing), _MOST_READINGS):
            found.setdefault((reading.surname, reading.given, reading.surname_first), reading)
    return tuple(islice(found.values(), _MOST_READINGS))


def _readings(spelt: Spelt, writing: Writing) -> Iterator[Reading]:
    words = spelt.words
    if len(words) == 1:
        yield from _joined(words[0], writing)
    for length in range(1, min(len(words), 3)):
        yield from _placed(words[:length], words[length:], writing, spelt.other)
        if not spelt.comma:
            yield from _placed(words[-length:], words[:-length], writing, spelt.other, first=False)


def _placed(
    surname: tuple[str, ...],
    given: tuple[str, ...],
    writing: Writing,
    other: tuple[str, ...],
    *,
    first: bool = True,
) -> Iterator[Reading]:
    meaning = writing.surname(surname)
    if meaning:
        hyphenated = any(map(_HYPHENATED.search, given))
        for way in islice(product(*map(writing.ways, given)), _MOST_WAYS):
            syllables = tuple(chain.from_iterable(way))
            # Beside a foreign name only a full Chinese one is believed: Jan de Vries is not Ran De.
            if (2 if other else 1) <= len(syllables) <= MOST_SYLLABLES:
                yield Reading(
                    meaning,
                    syllables,
                    writing.syllabary.system,
                    surname_first=first,
                    other=other,
                    hyphenated=hyphenated,
                )


def _joined(word: str, writing: Writing) -> Iterator[Reading]:
    """A whole name in one word: the surname is in front."""
    syllabary = writing.syllabary
    for piece in writing.pieces.findall(writing.letters(word))[:1]:
        for split in syllabary.splits(piece):
            for length in range(min(2, len(split) - 1), 0, -1):
                meaning = syllabary.surnames.get("".join(split[:length]))
                if meaning:
                    given = syllabary.meanings(split[length:])
                    yield Reading(meaning, given, syllabary.system, surname_first=True)


def _without(spelt: Spelt, others: tuple[str, ...]) -> Spelt:
    """The name without words that no system reads, such as an English given name."""
    chinese = tuple(word for word in spelt.words if word not in others)
    # A foreign word and an initial are half a foreign name; what is left is too little to go by.
    enough = len(chinese) > 1 and len(others) <= _MOST_OTHERS and min(map(len, chinese)) > 1
    return Spelt(chinese if enough else (), comma=False, other=others)


@lru_cache(maxsize=65536)
def _readable(word: str) -> bool:
    """Whether any system knows the word, as a surname or as part of a given name."""
    return any(
        writing.surname((word,)) or writing.ways(word) for writing in (*_plain(), *_aspirated(), *_informal())
    )


def _writings(text: str) -> tuple[Writing, ...]:
    if has_tone_marks(text) or _DIGIT.search(text):
        return _plain()[:1]
    return _aspirated() if "'" in text and _ASPIRATED.search(text) else _plain()


@cache
def _plain() -> tuple[Writing, ...]:
    systems = (pinyin(), loose(), hong_kong(), dialects(), cantonese_given())
    return tuple(Writing(system, pinyin_letters, _LETTERS) for system in systems)


@cache
def _aspirated() -> tuple[Writing, ...]:
    return (Writing(strict(), pinyin_letters, _WITH_APOSTROPHES),)


@cache
def _informal() -> tuple[Writing, ...]:
    return (Writing(cantonese(), pinyin_letters, _LETTERS),)


@cache
def _single_elsewhere() -> frozenset[str]:
    """What is one syllable in a system other than pinyin."""
    return frozenset(
        chain(loose().spellings, hong_kong().spellings, cantonese().spellings, dialect_surnames())
    )


@cache
def _palladius() -> Writing:
    return Writing(palladius(), sloppy, _CYRILLIC)


_LETTERS = re.compile("[a-z]+")
_WITH_APOSTROPHES = re.compile("[a-z']+")
_CYRILLIC = re.compile("[а-я]+")

"""A name in letters understood as a Chinese one: which words are the surname, which syllables the given name."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, product

from openkader.screening.names.folding import pinyin_letters
from openkader.screening.names.pinyin import pinyin
from openkader.screening.names.syllabary import MOST_SYLLABLES, Meanings, Syllabary
from openkader.screening.names.vocabulary import Reading

_MOST_WORDS = 6
_MOST_READINGS = 12
_MOST_WAYS = 4
_WORDS = re.compile(r"[^\s,;/.·]+")
_PIECES = re.compile(r"[a-z]+")
_INITIALS = re.compile(r"^(?:[A-Z]|[A-Z]-?[A-Z])$")
Way = tuple[Meanings, ...]


@dataclass(frozen=True, slots=True)
class Spelt:
    """The words of a name in letters, and whether a comma closes the surname."""

    words: tuple[str, ...]
    comma: bool


def latin_readings(text: str) -> tuple[Reading, ...]:
    """The readings of a name in letters, at most a dozen."""
    before, comma, after = text.partition(",")
    words = tuple(_WORDS.findall(f"{before} {after}"))
    if not 1 <= len(words) <= _MOST_WORDS:
        return ()
    spelt = Spelt(words, bool(comma))
    found = dict.fromkeys(islice(_readings(spelt, pinyin()), _MOST_READINGS))
    return tuple(found)


def _readings(spelt: Spelt, syllabary: Syllabary) -> Iterator[Reading]:
    words = spelt.words
    if len(words) == 1:
        yield from _joined(words[0], syllabary)
        return
    yield from _placed(words[:1], words[1:], syllabary, first=True)
    if not spelt.comma:
        yield from _placed(words[-1:], words[:-1], syllabary, first=False)
    if len(words) > 2:
        yield from _placed(words[:2], words[2:], syllabary, first=True)
        yield from _placed(words[-2:], words[:-2], syllabary, first=False)


def _placed(
    surname: tuple[str, ...], given: tuple[str, ...], syllabary: Syllabary, *, first: bool
) -> Iterator[Reading]:
    meaning = syllabary.surnames.get("".join(_PIECES.findall(pinyin_letters(" ".join(surname)))))
    if not meaning:
        return
    for way in _given(given, syllabary):
        yield Reading(meaning, way, syllabary.system, surname_first=first)


def _joined(word: str, syllabary: Syllabary) -> Iterator[Reading]:
    letters = pinyin_letters(word)
    for split in syllabary.splits(letters):
        for length in (2, 1):
            meaning = syllabary.surnames.get("".join(split[:length]))
            if meaning and length < len(split):
                yield Reading(
                    meaning, syllabary.meanings(split[length:]), syllabary.system, surname_first=True
                )


def _given(words: tuple[str, ...], syllabary: Syllabary) -> Iterator[Way]:
    options = [_ways(word, syllabary) for word in words]
    for chosen in islice(product(*options), _MOST_WAYS):
        way = tuple(meaning for part in chosen for meaning in part)
        if len(way) <= MOST_SYLLABLES:
            yield way


def _ways(word: str, syllabary: Syllabary) -> list[Way]:
    if _INITIALS.match(word):
        return [
            tuple(
                syllabary.initials.get(letter, frozenset(letter)) for letter in word.lower() if letter != "-"
            )
        ]
    pieces = _PIECES.findall(pinyin_letters(word))
    options = [[syllabary.meanings(split) for split in syllabary.splits(piece)] for piece in pieces]
    return [
        tuple(meaning for part in chosen for meaning in part)
        for chosen in islice(product(*options), _MOST_WAYS)
    ]

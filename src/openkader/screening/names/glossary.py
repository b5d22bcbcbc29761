"""The words of organisations: which English words mean the same, which are places or industries, which say nothing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import groupby

from openkader.screening.names.english_words import KEPT_PLURALS, SAME, STOPWORDS, TELLING
from openkader.screening.names.han import rows
from openkader.screening.names.legal_forms import legal_words, shortened
from openkader.screening.names.meanings import part_of
from openkader.screening.names.pinyin import pinyin, spelt
from openkader.screening.names.transliterated_words import meaning_of
from openkader.screening.names.vocabulary import Labelled, Part

_ORDINAL = re.compile("^([0-9]+)(?:st|nd|rd|th)$")


@dataclass(frozen=True, slots=True)
class Entry:
    """A word in characters: what it does in a name, and the English words for it, the usual ones first."""

    part: Part
    options: tuple[tuple[str, ...], ...]


@cache
def han_words() -> Mapping[str, Entry]:
    """The words in characters that the tables know."""
    found: dict[str, Entry] = {}
    for row in rows("places"):
        name, english = row.split("\t")
        found[name] = Entry(Part.PLACE, (_english(english) or (spelt(name),),))
    for row in rows("glossary"):
        name, english, part = row.split("\t")
        found[name] = Entry(Part(part), tuple(dict.fromkeys(map(_english, english.split("|")))))
    return found


@cache
def han_lengths() -> Mapping[str, tuple[int, ...]]:
    """How long the words are that begin with a character, the longest first."""
    found: dict[str, set[int]] = {}
    for word in han_words():
        found.setdefault(word[0], set()).add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in found.items()}


def labelled(tokens: Sequence[str]) -> Iterator[Labelled]:
    """English words in groups that do the same in a name; the words come out canonical."""
    for part, group in _grouped(shortened([word for token in tokens for word in canonical(token)])):
        yield part, (_joined(group) if part is Part.BRAND else group)


def kind(token: str, before: Sequence[str], after: Sequence[str]) -> Part:
    """What a canonical word does in a name, between the word before it and the word after it."""
    if (token, *after) in _places() or (*before, token) in _places():
        return Part.PLACE
    if token in legal_words():
        return Part.LEGAL_FORM
    if token in part_of():
        return part_of()[token]
    return Part.PLACE if token in _places() else Part.INDUSTRY if token in _industry() else Part.BRAND


@lru_cache(maxsize=65536)
def canonical(word: str) -> tuple[str, ...]:
    """The word of the glossary for a word that others write otherwise: in the plural, as an adjective, in Russian."""
    ordinal = _ORDINAL.match(word)
    meant = ordinal[1] if ordinal else SAME.get(word) or _singular(word) or meaning_of(word) or word
    return tuple(SAME.get(part, part) for part in meant.split() if part not in STOPWORDS)


def _singular(word: str) -> str | None:
    """The word without the ending of the plural, when the glossary has that."""
    if not word.endswith("s") or word in KEPT_PLURALS or len(word) < 5:
        return None
    singles = (word[:-3] + "y", word[:-2]) if word.endswith(("ies", "ches", "shes", "sses", "xes")) else ()
    known = next((one for one in (*singles, word[:-1]) if one in _known() or one in SAME), None)
    return SAME.get(known, known) if known else None


@cache
def _known() -> frozenset[str]:
    """Every English word of the glossary as it stands there."""
    return frozenset(
        word for row in rows("glossary") for word in row.split("\t")[1].replace("|", " ").split()
    )


def _english(text: str) -> tuple[str, ...]:
    return tuple(word for token in text.split() for word in canonical(token))


def _grouped(tokens: Sequence[str]) -> Iterator[Labelled]:
    """Words of one kind that stand beside each other, as one group."""
    group: list[str] = []
    last = Part.BRAND
    for number, token in enumerate(tokens):
        part = kind(token, tokens[max(0, number - 1) : number], tokens[number + 1 : number + 2])
        if part is not last and group:
            yield last, tuple(group)
            group = []
        last = part
        group.append(token)
    if group:
        yield last, tuple(group)


def _joined(brand: tuple[str, ...]) -> tuple[str, ...]:
    """Bi Guang is Biguang: single syllables of pinyin that stand beside each other are one word."""
    found: list[str] = []
    for is_syllable, group in groupby(brand, key=pinyin().spellings.__contains__):
        words = tuple(group)
        found += ("".join(words),) if is_syllable else words
    return tuple(found)


@cache
def _places() -> frozenset[str | tuple[str, ...]]:
    spelt = [entry.options[0] for entry in han_words().values() if entry.part is Part.PLACE]
    return frozenset(
        (*(name[0] for name in spelt if len(name) == 1), *(name for name in spelt if len(name) > 1))
    )


@cache
def _industry() -> frozenset[str]:
    """The words that many organisations have; a word that people choose for a name is none."""
    spelt = (entry.options for entry in han_words().values() if entry.part is Part.INDUSTRY)
    return frozenset(word for options in spelt for words in options for word in words) - TELLING

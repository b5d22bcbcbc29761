"""A name of an organisation taken apart: place, brand, industry, legal form, in English words and pinyin.

深圳市比广贸易有限公司 and Shenzhen Biguang Trading Co., Ltd. come out the same.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from openkader.screening.names.cleaning import clean
from openkader.screening.names.english_words import LEGAL_FORMS, SAME, STOPWORDS
from openkader.screening.names.folding import words
from openkader.screening.names.han import pinyin_of, rows, simplify
from openkader.screening.names.pinyin import pinyin, plain
from openkader.screening.names.scripts import script_of_character
from openkader.screening.names.vocabulary import Script

_MOST_WORDS = 24
_MOST_CHARACTERS = 60
_LONGEST_ENTRY = 9
_SHORTEST_ACRONYM = 3
_GIVEN_ACRONYM = re.compile(r"[(]([A-Z]{3,10})[)]")
_DIVISIONS = ("特别行政区", "自治区", "自治州", "地区", "省", "市", "县", "区")


class Part(StrEnum):
    """What a word does in the name of an organisation."""

    PLACE = "place"
    BRAND = "brand"
    INDUSTRY = "industry"
    LEGAL_FORM = "legal_form"


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The parts of a name of an organisation, in English words and pinyin; acronyms are of three letters or more."""

    place: tuple[str, ...] = ()
    brand: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    legal_form: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()


Labelled = tuple[Part, tuple[str, ...]]


def organisation_words(value: str) -> OrganisationName:
    """The parts of a name of an organisation, in characters or in letters."""
    text = clean(value)
    tokens = tuple(word for word in words(text)[:_MOST_WORDS] if word not in STOPWORDS)
    han = any(script_of_character(character) is Script.HAN for character in text)
    labelled = list(_from_han(simplify(text)[:_MOST_CHARACTERS]) if han else _from_latin(tokens))
    spelt = [word for _, group in labelled for word in group] if han else list(tokens)
    found = {
        part: tuple(word for label, group in labelled if label is part for word in group) for part in Part
    }
    return OrganisationName(
        place=tuple(dict.fromkeys(found[Part.PLACE])),
        brand=found[Part.BRAND],
        industry=found[Part.INDUSTRY],
        legal_form=found[Part.LEGAL_FORM],
        acronyms=tuple(dict.fromkeys((*map(str.lower, _GIVEN_ACRONYM.findall(text)), *_acronyms(spelt)))),
    )


def parts_of(tokens: tuple[str, ...]) -> tuple[Part, ...]:
    """What each word of a name in canonical words does in it."""
    return tuple(
        _kind(token, tokens[number - 1 : number], tokens[number + 1 : number + 2])[0]
        for number, token in enumerate(tokens)
    )


def _acronyms(spelt: list[str]) -> tuple[str, ...]:
    """First letters of all words, and of all but the legal form and the word group."""
    every = [word for word in spelt if LEGAL_FORMS.get(word) not in ("co", "ltd")]
    bare = [word for word in spelt if word not in LEGAL_FORMS and word != "group"]
    letters = ("".join(word[0] for word in chosen) for chosen in (every, bare))
    return tuple(dict.fromkeys(short for short in letters if len(short) >= _SHORTEST_ACRONYM))


# --- characters -------------------------------------------------------------------


def _from_han(text: str) -> Iterator[Labelled]:
    place, unknown = 0, ""
    while place < len(text):
        length, labelled = _entry_at(text, place)
        if labelled is None:
            unknown += text[place]
        else:
            yield from _brand(unknown)
            # A name of its own, such as Peking University, is labelled word by word like any English name.
            yield from _from_latin(labelled[1]) if labelled[0] is Part.BRAND else (labelled,)
            unknown = ""
        place += length
    yield from _brand(unknown)


def _entry_at(text: str, place: int) -> tuple[int, Labelled | None]:
    """The longest word of the glossary or the places that begins here, with the name of its division."""
    for length in range(min(_LONGEST_ENTRY, len(text) - place), 0, -1):
        labelled = _han_words().get(text[place : place + length])
        if labelled is not None:
            after = text[place + length :]
            division = next((name for name in _DIVISIONS if after.startswith(name)), "")
            return length + (len(division) if labelled[0] is Part.PLACE else 0), labelled
    return 1, None


def _brand(unknown: str) -> Iterator[Labelled]:
    """Characters that no table knows are the brand: one word of pinyin; a town before 市 is a place."""
    for piece in "".join(letter if letter.isalnum() else " " for letter in unknown).split():
        town, division, rest = piece.partition("市")
        if division and 1 < len(town) <= 4:
            yield Part.PLACE, words(_spelt(town))
            piece = rest  # noqa: PLW2901
        if piece:
            yield Part.BRAND, words(_spelt(piece))


def _spelt(characters: str) -> str:
    return "".join(plain(next(iter(pinyin_of(character)), character)) for character in characters)


@cache
def _han_words() -> Mapping[str, Labelled]:
    found: dict[str, Labelled] = {}
    for row in rows("places"):
        name, english = row.split("\t")
        found[name] = (Part.PLACE, tuple((english or _spelt(name)).split()))
    for row in rows("glossary"):
        name, english, part = row.split("\t")
        found[name] = (Part(part), tuple(SAME.get(word, word) for word in english.split()))
    return found


# --- letters ----------------------------------------------------------------------


def _from_latin(tokens: tuple[str, ...]) -> Iterator[Labelled]:
    meant = [word for token in tokens for word in SAME.get(token, token).split()]
    for part, group in _grouped(meant):
        yield part, (_joined(group) if part is Part.BRAND else group)


def _grouped(tokens: list[str]) -> Iterator[Labelled]:
    """Words of one kind that stand beside each other, as one group."""
    group: list[str] = []
    kind = Part.BRAND
    for number, token in enumerate(tokens):
        part, word = _kind(token, tokens[number - 1 : number], tokens[number + 1 : number + 2])
        if part is not kind and group:
            yield kind, tuple(group)
            group = []
        kind = part
        group.append(word)
    if group:
        yield kind, tuple(group)


def _kind(token: str, before: Sequence[str], after: Sequence[str]) -> tuple[Part, str]:
    places = _places()
    if token in places or (token, *after) in places or (*before, token) in places:
        return Part.PLACE, token
    if token in LEGAL_FORMS:
        return Part.LEGAL_FORM, LEGAL_FORMS[token]
    return (Part.INDUSTRY if token in _industry() else Part.BRAND), token


def _joined(brand: tuple[str, ...]) -> tuple[str, ...]:
    """Bi Guang is Biguang: a brand of single syllables of pinyin is one word."""
    single = len(brand) > 1 and all(word in pinyin().spellings for word in brand)
    return ("".join(brand),) if single else brand


@cache
def _places() -> frozenset[str | tuple[str, ...]]:
    spelt = [words for part, words in _han_words().values() if part is Part.PLACE]
    return frozenset(
        (*(name[0] for name in spelt if len(name) == 1), *(name for name in spelt if len(name) > 1))
    )


@cache
def _industry() -> frozenset[str]:
    spelt = (words for part, words in _han_words().values() if part is Part.INDUSTRY)
    return frozenset(word for group in spelt for word in group) | frozenset(SAME.values())

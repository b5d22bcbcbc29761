"""A name of an organisation taken apart: place, brand, industry, legal form, in English words and pinyin.

深圳市比广贸易有限公司 and Shenzhen Biguang Trading Co., Ltd. come out the same.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from openkader.screening.names.cleaning import clean
from openkader.screening.names.english_words import STOPWORDS
from openkader.screening.names.folding import words
from openkader.screening.names.glossary import canonical, kind, labelled
from openkader.screening.names.han import simplify
from openkader.screening.names.han_organisations import from_han
from openkader.screening.names.legal_forms import joined_letters, legal_words, shortened
from openkader.screening.names.scripts import script_of_character
from openkader.screening.names.vocabulary import Labelled, Part, Script

_MOST_WORDS = 24
_MOST_CHARACTERS = 60
_SHORTEST_ACRONYM = 3
_GIVEN_ACRONYM = re.compile(r"[(]([A-Z]{3,10})[)]")


@dataclass(frozen=True, slots=True)
class OrganisationName:
    """The parts of a name of an organisation, in English words and pinyin; acronyms are of three letters or more."""

    place: tuple[str, ...] = ()
    brand: tuple[str, ...] = ()
    industry: tuple[str, ...] = ()
    legal_form: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words, the legal form last."""
        return (*self.place, *self.brand, *self.industry, *self.legal_form)


def organisation_words(value: str) -> OrganisationName:
    """The parts of a name of an organisation, in characters or in letters."""
    return organisation_readings(value)[0]


@lru_cache(maxsize=1024)
def organisation_readings(value: str) -> tuple[OrganisationName, ...]:
    """The parts of a name in the usual words, then in others that translators use."""
    text = clean(value)
    given = map(str.lower, _GIVEN_ACRONYM.findall(text))
    if not text.isascii() and any(script_of_character(character) is Script.HAN for character in text):
        usual, *others = from_han(simplify(text)[:_MOST_CHARACTERS])
        spelt = [word for _, group in usual for word in group]
        first = _named(usual, (*given, *_acronyms(spelt)))
        return first, *map(_named, others)
    tokens = [word for word in words(joined_letters(text))[:_MOST_WORDS] if word not in STOPWORDS]
    return (_named(tuple(labelled(tokens)), (*given, *_acronyms(shortened(tokens)))),)


def parts_of(tokens: tuple[str, ...]) -> tuple[Part | None, ...]:
    """What each word of a name does in it, also when it is not the usual word; None when it says nothing."""
    usual = tuple(" ".join(canonical(token)) or token for token in tokens)
    return tuple(
        None
        if token in STOPWORDS
        else kind(usual[number], usual[max(0, number - 1) : number], usual[number + 1 : number + 2])
        for number, token in enumerate(tokens)
    )


def _named(groups: tuple[Labelled, ...], acronyms: Sequence[str] = ()) -> OrganisationName:
    found = {part: tuple(word for label, group in groups if label is part for word in group) for part in Part}
    return OrganisationName(
        place=tuple(dict.fromkeys(found[Part.PLACE])),
        brand=found[Part.BRAND],
        industry=found[Part.INDUSTRY],
        legal_form=tuple(dict.fromkeys(found[Part.LEGAL_FORM])),
        acronyms=tuple(dict.fromkeys(acronyms)),
    )


def _acronyms(spelt: Sequence[str]) -> Iterator[str]:
    """First letters of all words, and of all but the legal form and the word group."""
    every = [word for word in spelt if word not in ("co", "ltd")]
    bare = [word for word in spelt if word not in legal_words() and word != "group"]
    for chosen in (every, bare):
        if len(chosen) >= _SHORTEST_ACRONYM:
            yield "".join(word[0] for word in chosen)

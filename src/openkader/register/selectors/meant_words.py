"""What was typed to find a case or a party, in the words that the register knows; and who has those words."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice
from typing import Any, TypeAlias, TypeVar

from django.db import connection
from django.db.models import Exists, Model, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Length

from openkader.casework.name_words import is_near, near_forms, sound_of, ways_to_look
from openkader.register.models import CasePartyWord, CaseWord, NameWord, PartyWord
from openkader.register.prepared import rounded
from openkader.register.visibility import there_is

_LONGEST = 300
_SHORTEST_BEGINNING = 2
_MOST_BEGINNINGS = 200
_MOST_PARTED = 14  # as many as there are of four words
# One way to read what was typed: for each of its words, the words of the register that it may stand for.
Way: TypeAlias = Sequence[Sequence[int]]
# Whose a word is, by the columns of its table: a case finds by its own words, and by those of each party in it.
_OWNERS: Mapping[type[Model], tuple[str, ...]] = {
    CaseWord: ("request",),
    CasePartyWord: ("request", "party"),
    PartyWord: ("party",),
}
W = TypeVar("W", PartyWord, CaseWord, CasePartyWord)
_Words = list[frozenset[int]]
_Ordered = list[list[int]]


@dataclass(frozen=True, slots=True)
class _Meant:
    """The words of the register that a word which was typed may stand for."""

    exact: frozenset[int] = frozenset()
    nearly: frozenset[int] = frozenset()


def typed_words(text: str) -> str:
    """What somebody typed, as far as it is looked at."""
    return " ".join(text[:_LONGEST].replace("\0", " ").split())


def ways(typed: str, *, is_name: bool = True) -> tuple[list[_Words], list[_Words]]:
    """What was typed in words of the register: exactly, in every spelling, and nearly, as it was typed."""
    spelt = ways_to_look(typed, is_name=is_name)
    if not spelt:
        return [], []
    meant = _meanings(spelt)
    exact = [[meant[word].exact for word in way] for way in spelt]
    nearly = [meant[word].exact | meant[word].nearly for word in spelt[0]]
    whole = [way for way in exact if all(way)]
    return whole, [nearly] if all(nearly) and nearly not in whole else []


def rarest_first(possible: Sequence[_Words]) -> list[_Ordered]:
    """The same ways, but for those that ask all that another asks, and more, and so find nobody more.

    A word that came in late is a rare one, and with it first there is least to go through.
    """
    needed = [way for way in possible if not any(_asks_less(other, way) for other in possible)]
    return [[sorted(words) for words in sorted(way, key=min, reverse=True)] for way in needed]


def _asks_less(one: _Words, other: _Words) -> bool:
    return len(one) < len(other) and all(any(words <= asked for words in other) for asked in one)


def fewer_ways(ways: Sequence[Way]) -> list[Way]:
    """The same with all ways of one word in one, so that they are looked up at once."""
    alone = [word for way in ways if len(way) == 1 for word in way[0]]
    return [*([[alone]] if alone else []), *(way for way in ways if len(way) > 1)]


def laid_out(ways: Sequence[Way]) -> tuple[list[Sequence[int]], tuple[int, ...]]:
    """The lists of words of all ways in a row, of lengths of which there are few; and how many lists each way has."""
    lists = [words if len(words) == 1 else rounded(words) for way in ways for words in way]
    return lists, tuple(map(len, ways))


def laid_in_ways(lists: Iterable[Sequence[int]], lengths: Iterable[int]) -> list[Way]:
    """The ways that were laid out so."""
    words = iter(lists)
    return [list(islice(words, number)) for number in lengths]


def question(table: type[W], possible: Sequence[Way]) -> QuerySet[W]:
    """The rows of whoever has every word of one of the ways."""
    if len(possible) == 1 and connection.vendor == "postgresql":
        # PostgreSQL counted how common each word is, and begins with the rarest by itself. Beside another way, behind
        # an ``OR``, it could not, and would go through all that have a word.
        ((first, *others),) = possible
        return table._default_manager.filter(among(first), *(Exists(_beside(table, x)) for x in others))
    chosen = Q()
    for first, *others in possible:
        chosen |= Q(among(first), *(there_is(_beside(table, x)) for x in others))
    return table._default_manager.filter(chosen)


def questions_of_both(possible: Iterable[Way]) -> list[QuerySet[CasePartyWord]]:
    """The cases of which some words are of the title, and all others of one party: a delegation of Huawei.

    A question for each manner in which the words can be parted, so that each begins with what is rarest.
    """
    parted = (parts for way in possible for parts in _parted(way))
    return [
        question(CasePartyWord, [named]).filter(*(Exists(_beside(CaseWord, words)) for words in titled))
        for titled, named in islice(parted, _MOST_PARTED)
    ]


def _parted(way: Way) -> Iterator[tuple[Way, Way]]:
    """The words of a way in two; the manners that leave fewest words to the title first."""
    places = range(len(way))
    for number in places[1:]:
        for titled in combinations(places, number):
            yield [way[x] for x in titled], [way[x] for x in places if x not in titled]


def _beside(table: type[W], words: Sequence[int]) -> QuerySet[W]:
    """Another word of the same owner, one of these."""
    return table._default_manager.filter(among(words), **{name: OuterRef(name) for name in _OWNERS[table]})


def among(words: Sequence[int]) -> Q:
    """The word is one of these."""
    return Q(word__in=words)


def _meanings(spelt: Sequence[Sequence[str]]) -> dict[str, _Meant]:
    """What each typed word may stand for, in one question however many there are."""
    typed = list(dict.fromkeys(word for way in spelt for word in way))
    sounds = {word: sound_of(word) for word in typed}
    begun = spelt[0][-1]  # whoever is still typing has not finished this one
    rows = list(_alike(typed, sounds.values()).union(_begun(begun), _slips(typed), all=True))
    known = [(key, name, sound) for key, name, sound, is_slip in rows if not is_slip]
    slips = [(key, name) for key, name, _, is_slip in rows if is_slip]
    return {
        word: _Meant(
            exact=frozenset(key for key, name, _ in known if name == word),
            nearly=frozenset(key for key, _, sound in known if sound and sound == sounds[word])
            | frozenset(key for key, name in slips if is_near(word, name))
            | (_beginnings(known, begun) if word == begun else frozenset()),
        )
        for word in typed
    }


_Known = list[tuple[int, str, str]]


def _alike(typed: Sequence[str], sounds: Iterable[str]) -> QuerySet[NameWord, tuple[Any, ...]]:
    """The words that are the typed ones, or sound like them."""
    alike = Q(word__in=typed) | Q(sound__in=[sound for sound in sounds if sound])
    return NameWord.objects.filter(alike).values_list("pk", "word", "sound", Value(0))


def _begun(begun: str) -> QuerySet[NameWord, tuple[Any, ...]]:
    """The shortest words that begin like the one that is still being typed; every reference may begin alike."""
    rows = (
        NameWord.objects.filter(_begins(begun))
        if len(begun) >= _SHORTEST_BEGINNING
        else NameWord.objects.none()
    )
    few = rows.order_by(Length("word"), "pk").values("pk")[:_MOST_BEGINNINGS]
    return NameWord.objects.filter(pk__in=few).values_list("pk", "word", "sound", Value(0))


def _begins(begun: str) -> Q:
    """The words that begin so; SQLite would read every word to find them, but orders them byte by byte."""
    if connection.vendor == "sqlite":
        return Q(word__gte=begun, word__lt=begun + chr(sys.maxunicode))
    return Q(word__startswith=begun)


def _beginnings(known: _Known, begun: str) -> frozenset[int]:
    """The shortest words that begin so."""
    found = sorted({(len(name), key) for key, name, _ in known if name.startswith(begun)})
    return frozenset(key for _, key in found[:_MOST_BEGINNINGS] if len(begun) >= _SHORTEST_BEGINNING)


def _slips(typed: Iterable[str]) -> QuerySet[NameWord, tuple[Any, ...]]:
    """Words that share a form with a typed one; one form may be shared without being near."""
    forms = frozenset[str]().union(*map(near_forms, typed))
    shared = NameWord.objects.filter(forms__form__in=forms)
    return shared.distinct().values_list("pk", "word", "sound", Value(1))

"""Parties found by a name in any script or spelling, by a function, or by a number; the surest first."""

import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import BooleanField, Case, F, Func, OuterRef, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Length
from django.db.models.lookups import IsNull

from openkader.casework.name_words import is_near, near_forms, sound_of, ways_to_look
from openkader.register.models import CaseWord, Delegate, NameWord, Participation, Party, PartyWord
from openkader.register.prepared import ask_again, inside_another, one_of, rounded
from openkader.register.selectors.answering_lines import Way, fewer_ways, which_answer
from openkader.register.visibility import there_is

MOST_FOUND = 50
_LONGEST = 300
_SHORTEST_BEGINNING = 2
_MOST_BEGINNINGS = 200
_MOST_CASES = 1000  # as many keys as a question can do with
_MOST_SAMPLED = 300
_MOST_PARTS = 40  # of one question: to write a longer one down takes more than it saves
# The key of a line as no index knows it: the database then goes through a list in its own order until a page
# is full, where it would else fetch all that are meant and put them in order first.
KEY = "key_as_such"
AS_SUCH = {KEY: F("pk") + 0}


class FoundBy(IntEnum):
    """How a party was found; the lower, the surer."""

    NUMBER = 0
    WRITTEN = 1
    READ = 2
    NEARLY = 3  # it begins so, sounds so, or differs in one letter


@dataclass(frozen=True, slots=True)
class _Meant:
    """The words of the register that a word which was typed may stand for."""

    exact: frozenset[int] = frozenset()
    nearly: frozenset[int] = frozenset()


W = TypeVar("W", PartyWord, CaseWord)
_Words = list[frozenset[int]]
_Ordered = list[list[int]]
_Rows = QuerySet[PartyWord]


def party_keys_named(text: str, most: int = MOST_FOUND) -> dict[int, FoundBy]:
    """The parties that answer to a text, each with how it was found, the surest first."""
    typed = _typed(text)
    found = dict.fromkeys(_numbered(typed, most), FoundBy.NUMBER)
    # The surest are asked alone: of a common word the first are then in the index, and nothing has to be put in order.
    for parts, how in _questions(typed):
        if len(found) < most:
            found |= dict.fromkeys(_first_of(parts, found, most), how)
    return dict(islice(found.items(), most))


def _first_of(parts: Sequence[_Rows], but: Collection[int], most: int) -> list[int]:
    """The first parties of these questions together, at most so many, without those that were found already."""
    asked = [
        rows.exclude(party__in=list(but)).order_by("party").values_list("party", flat=True).distinct()[:most]
        for rows in parts
    ]
    first, *others = asked
    return sorted(set(first.union(*others, all=True) if others else first))[:most]


@dataclass(frozen=True, slots=True)
class Named:
    """Which lines of cases answer to a text.

    Of what many answer to, `some` are a part, to be counted instead of all of them, `every` goes by the key as
    such, and `each` says of some hundreds of cases which of them answer.
    """

    every: Q
    some: Q
    each: Callable[[Sequence[int]], set[int]] | None = None  # there are more than the part


def cases_named(text: str) -> Named:
    """The cases that answer to a text: by their title, their reference, or somebody who takes part.

    Slips of the pen count only where nothing has the very words. The cases are looked up once, unless
    there are so many that the list had better be gone through with the question beside it.
    """
    whole, loose = _ways(_typed(text))
    possible = _rarest_first(whole or loose)
    if not possible:
        return Named(Q(pk__in=[]), Q(pk__in=[]))
    lists = [words if len(words) == 1 else rounded(words) for way in possible for words in way]
    lengths = tuple(map(len, possible))
    found = ask_again(_cases, *lists, alike=(lengths, 2 * _MOST_CASES))  # many a case is found twice
    keys = {key for (key,) in found}
    if len(found) < 2 * _MOST_CASES:
        few = Q(pk__in=one_of(sorted(keys))) if keys else Q(pk__in=[])
        return Named(few, few)
    among = When(**{f"{KEY}__in": inside_another(_cases, *lists, alike=(lengths, None))}, then=Value(1))
    # Inside a case the keys are found once and hashed; as a plain condition PostgreSQL walks along them for each row.
    every = Q(IsNull(Case(among), False))
    each = partial(which_answer, ways=fewer_ways(possible))
    return Named(every, Q(pk__in=one_of(sorted(keys)[:_MOST_SAMPLED])), each)


def _cases(*asked: Any) -> QuerySet[Any, Any]:
    """The keys of cases that answer to the words of some ways, each so many lists of words long, at most so many."""
    *lists, lengths, most = asked
    words = iter(lists)
    ways = [list(islice(words, n)) for n in lengths]
    sources = [rows.order_by() for rows in _sources(ways, is_whole=most is None)]
    if connection.vendor == "postgresql":
        # Told of each how many are wanted, it begins to hand them out; else it makes ready for all of them first.
        sources = [rows[:most] for rows in sources]
    first, *others = sources
    return first.union(*others, all=True)[:most]


def _sources(ways: Sequence[Way], *, is_whole: bool) -> list[QuerySet[Any, Any]]:
    """Requests by their own words; with a party in them, in the activity that came of them, or on their list."""
    first, *others = _holders(PartyWord, "party", ways)
    parties = first.union(*others, all=True) if others else first
    # A part is one of a request, or of the activity that came of it; the parties are gone through once for both.
    among = _in_a_row(parties) if is_whole and connection.vendor == "postgresql" else Q(party__in=parties)
    part = Participation.objects.filter(among).annotate(case=Coalesce("request", "activity__request"))
    listed = (Delegate.objects.filter(party__in=parties), Delegate.objects.filter(organisation__in=parties))
    return [
        *_holders(CaseWord, "request", ways),
        part.filter(case__isnull=False).values_list("case"),
        *(rows.values_list("delegation_list__request") for rows in listed),
    ]


def _in_a_row(parties: QuerySet[Any, Any]) -> Func:
    """The party is one of these, found first and then looked up one by one.

    PostgreSQL thinks that two common words are had by far more parties than have both, and would go through all
    parts that anybody ever took.
    """
    # Asks for psycopg, which an installation on SQLite does without.
    from django.contrib.postgres.expressions import ArraySubquery

    either = {"arg_joiner": " = ANY(", "template": "%(expressions)s)"}
    return Func(F("party"), ArraySubquery(parties), output_field=BooleanField(), **either)


def _holders(table: type[W], owner: str, ways: Sequence[Way]) -> list[QuerySet[Any, Any]]:
    """Who has every word of one of the ways: a question for all ways of one word, and one for each longer way.

    Each is answered by the index alone. Ways behind an ``OR`` would have the rows themselves fetched, of a common
    word ten thousand.
    """
    return [_question(table, owner, [way]).order_by().values_list(owner) for way in fewer_ways(ways)]


def _typed(text: str) -> str:
    return " ".join(text[:_LONGEST].replace("\0", " ").split())


def _numbered(typed: str, most: int) -> list[int]:
    """Who has this number, or this reference in the register."""
    if not any(map(str.isdecimal, typed)):
        return []
    values = {typed, typed.upper().replace(" ", ""), typed.replace(".", "").replace(" ", "")}
    chosen = Q(identifiers__value__in=values) | Q(reference=typed.upper())
    return list(Party.objects.filter(chosen).values_list("pk", flat=True).distinct()[:most])


def _questions(typed: str) -> Iterator[tuple[list[_Rows], FoundBy]]:
    """Who has the very words as they were typed, in one of their spellings, and nearly; the surest first."""
    whole, loose = _ways(typed)
    if whole:
        parts = _apart(_rarest_first(whole))
        written = _among(sorted(whole[0][0]))
        yield [rows.filter(written, is_written=True) for rows in parts], FoundBy.WRITTEN
        yield parts, FoundBy.READ
    if loose:
        yield _apart(_rarest_first(loose)), FoundBy.NEARLY


def _apart(ways: Sequence[Way]) -> list[_Rows]:
    """A question for each way, and for each word of a way of one, of which the first parties stand in the index.

    Behind one ``OR`` PostgreSQL would fetch all who have any of the words, of a common one a hundred thousand, and put
    them in order before it takes the first. SQLite takes no part of a union in an order of its own.
    """
    if connection.vendor != "postgresql":
        return [_question(PartyWord, "party", ways)]
    single = sorted({word for way in ways if len(way) == 1 for word in way[0]})
    alone = [[[word]] for word in single] if len(single) <= _MOST_PARTS else [[single]]
    longer = [way for way in ways if len(way) > 1]
    return [_question(PartyWord, "party", [way]) for way in (*alone, *longer)]


def _ways(typed: str) -> tuple[list[_Words], list[_Words]]:
    """What was typed in words of the register: exactly, in every spelling, and nearly, as it was typed."""
    ways = ways_to_look(typed)
    if not ways:
        return [], []
    meant = _meanings(ways)
    exact = [[meant[word].exact for word in way] for way in ways]
    nearly = [meant[word].exact | meant[word].nearly for word in ways[0]]
    whole = [way for way in exact if all(way)]
    return whole, [nearly] if all(nearly) and nearly not in whole else []


def _rarest_first(ways: Iterable[_Words]) -> list[_Ordered]:
    """The same ways; a word that came in late is a rare one, and with it first there is least to go through."""
    return [[sorted(words) for words in sorted(way, key=min, reverse=True)] for way in ways]


def _question(table: type[W], owner: str, ways: Sequence[Way]) -> QuerySet[W]:
    """The rows of whoever has every word of one of the ways."""
    if len(ways) == 1 and connection.vendor == "postgresql":
        return _joined(table, owner, *ways[0])
    chosen = Q()
    for first, *others in ways:
        beside = (table._default_manager.filter(_among(x), **{owner: OuterRef(owner)}) for x in others)
        chosen |= Q(_among(first), *map(there_is, beside))
    return table._default_manager.filter(chosen)


def _joined(table: type[W], owner: str, first: Sequence[int], *others: Sequence[int]) -> QuerySet[W]:
    """The same for one way. PostgreSQL counted how common each word is, and begins with the rarest by itself.

    Beside another way, behind an ``OR``, it could not, and would go through all that have a word.
    """
    rows = table._default_manager.filter(_among(first))
    for words in others:
        rows = rows.filter(**{f"{owner}__in": table._default_manager.filter(_among(words)).values(owner)})
    return rows


def _among(words: Sequence[int]) -> Q:
    return Q(word__in=words)


def _meanings(ways: Sequence[Sequence[str]]) -> dict[str, _Meant]:
    """What each typed word may stand for, in one question however many there are."""
    typed = list(dict.fromkeys(word for way in ways for word in way))
    sounds = {word: sound_of(word) for word in typed}
    begun = ways[0][-1]  # whoever is still typing has not finished this one
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

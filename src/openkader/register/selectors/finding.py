"""Parties found by a name in any script or spelling, by a function, or by a number; the surest first."""

from collections.abc import Collection, Iterator, Sequence
from enum import IntEnum
from itertools import islice

from django.db import connection
from django.db.models import Q, QuerySet

from openkader.register.models import Party, PartyWord
from openkader.register.selectors.meant_words import Way, among, question, rarest_first, typed_words, ways

MOST_FOUND = 50
_MOST_PARTS = 40  # of one question: to write a longer one down takes more than it saves


class FoundBy(IntEnum):
    """How a party was found; the lower, the surer."""

    NUMBER = 0
    WRITTEN = 1
    READ = 2
    NEARLY = 3  # it begins so, sounds so, or differs in one letter


_Rows = QuerySet[PartyWord]


def party_keys_named(text: str, most: int = MOST_FOUND) -> dict[int, FoundBy]:
    """The parties that answer to a text, each with how it was found, the surest first."""
    typed = typed_words(text)
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


def _numbered(typed: str, most: int) -> list[int]:
    """Who has this number, or this reference in the register."""
    if not any(map(str.isdecimal, typed)):
        return []
    values = {typed, typed.upper().replace(" ", ""), typed.replace(".", "").replace(" ", "")}
    chosen = Q(identifiers__value__in=values) | Q(reference=typed.upper())
    return list(Party.objects.filter(chosen).values_list("pk", flat=True).distinct()[:most])


def _questions(typed: str) -> Iterator[tuple[list[_Rows], FoundBy]]:
    """Who has the very words as they were typed, in one of their spellings, and nearly; the surest first."""
    whole, loose = ways(typed)
    if whole:
        parts = _apart(rarest_first(whole))
        written = among(sorted(whole[0][0]))
        yield [rows.filter(written, is_written=True) for rows in parts], FoundBy.WRITTEN
        yield parts, FoundBy.READ
    if loose:
        yield _apart(rarest_first(loose)), FoundBy.NEARLY


def _apart(possible: Sequence[Way]) -> list[_Rows]:
    """A question for each way, and for each word of a way of one, of which the first parties stand in the index.

    Behind one ``OR`` PostgreSQL would fetch all who have any of the words, of a common one a hundred thousand, and put
    them in order before it takes the first. SQLite takes no part of a union in an order of its own.
    """
    if connection.vendor != "postgresql":
        return [question(PartyWord, possible)]
    single = sorted({word for way in possible if len(way) == 1 for word in way[0]})
    alone = [[[word]] for word in single] if len(single) <= _MOST_PARTS else [[single]]
    longer = [way for way in possible if len(way) > 1]
    return [question(PartyWord, [way]) for way in (*alone, *longer)]

"""Cases found by their title or reference, or by who takes part in them, in any script or spelling."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from django.db import connection
from django.db.models import Case, Q, QuerySet, Value, When
from django.db.models.lookups import IsNull

from openkader.register.models import CasePartyWord, CaseWord
from openkader.register.prepared import different, inside_another, one_of
from openkader.register.selectors.answering_lines import which_answer
from openkader.register.selectors.meant_words import (
    fewer_ways,
    laid_in_ways,
    laid_out,
    question,
    questions_of_both,
    rarest_first,
    typed_words,
    ways,
)
from openkader.register.selectors.pages import KEY

_MOST = 2000  # cases that are looked up at once
_MOST_SAMPLED = 300
_MOST_MORE = 16  # times as many rows, the second time


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
    """The cases that answer to a text: by their title, their reference, somebody who takes part, or one of each.

    Slips of the pen count only where nothing has the very words, and some words of a title with the others of a party
    only where nothing has all of them. The cases are looked up once, unless there are so many that the list had better
    be gone through with the question beside it.
    """
    whole, loose = ways(typed_words(text), is_name=False)
    possible = rarest_first(whole or loose)
    if not possible:
        return Named(Q(pk__in=[]), Q(pk__in=[]))
    lists, lengths = laid_out(possible)
    keys, are_many = _holding(lists, lengths)
    if of_both := not keys and max(lengths) > 1 and _is_in_a_title(chain.from_iterable(lists)):
        keys, are_many = _holding(lists, lengths, of_both)
    if not are_many:
        few = _one_of(keys)
        return Named(few, few)
    rows = inside_another(_having, *lists, alike=(lengths, of_both, None))
    # Inside a case the keys are found once and hashed; as a plain condition PostgreSQL walks along them for each row.
    every = Q(IsNull(Case(When(**{f"{KEY}__in": rows}, then=Value(1))), False))
    each = partial(which_answer, ways=fewer_ways(possible), of_both=of_both)
    return Named(every, _one_of(keys[:_MOST_SAMPLED]), each)


def _is_in_a_title(words: Iterable[int]) -> bool:
    return CaseWord.objects.filter(word__in=set(words)).exists()


def _one_of(keys: Collection[int]) -> Q:
    return Q(pk__in=one_of(keys) if keys else [])


def _holding(
    lists: Sequence[Sequence[int]], lengths: tuple[int, ...], of_both: bool = False
) -> tuple[list[int], bool]:
    """The cases that have the words, as many as are looked up at once; and whether there may be more.

    A case is found by each of its parties and by each word that one word may stand for: so where the first rows were
    of few cases, there is a second look at many more.
    """
    keys: list[int] = []
    for most in (_MOST, _MOST * _MOST_MORE):
        rows = different(_having, *lists, alike=(lengths, of_both, most))
        keys = sorted(key for key, _times in rows)
        if sum(times for _, times in rows) < most:
            return keys, len(keys) >= _MOST
        if 2 * len(keys) > _MOST:
            break  # of so many the list is gone through for less than it takes to look each of them up
    return keys, True


def _having(*asked: Any) -> QuerySet[Any, Any]:
    """The cases that have the words of some ways, each so many lists of words long: at most so many, or all."""
    *lists, lengths, of_both, most = asked
    possible = fewer_ways(laid_in_ways(lists, lengths))
    # A question for each way, which the index alone answers: of ways behind an ``OR`` all rows would be fetched.
    of_title = (question(CaseWord, [way]) for way in possible)
    of_party = (question(CasePartyWord, [way]) for way in possible)
    mixed = questions_of_both(possible) if of_both else []
    parts = [rows.order_by().values_list("request") for rows in (*of_title, *of_party, *mixed)]
    if most is not None and connection.vendor == "postgresql":
        # Told of each how many are wanted, PostgreSQL begins to hand them out; else it makes all of them ready first.
        parts = [rows[:most] for rows in parts]
    first, *others = parts
    every = first.union(*others, all=True)
    return every if most is None else every[:most]

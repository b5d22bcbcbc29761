"""Cases found by their title or reference, or by who takes part in them, in any script or spelling."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import (
    BigIntegerField,
    BooleanField,
    Case,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.expressions import RawSQL
from django.db.models.functions import Coalesce
from django.db.models.lookups import IsNull

from openkader.register.models import Activity, CaseWord, Delegate, Participation, PartyWord
from openkader.register.prepared import ask_again, different, inside_another, one_of, rounded
from openkader.register.selectors.answering_lines import Way, fewer_ways, which_answer
from openkader.register.selectors.meant_words import question, rarest_first, typed_words, ways
from openkader.register.selectors.pages import KEY

W = TypeVar("W", PartyWord, CaseWord)
_MOST = 2000  # cases, or parties, that are looked up at once
_MOST_SAMPLED = 300
_MOST_ASKED = 3 * _MOST_SAMPLED  # parties, of whom some took no part in anything
_MEANT = "meant"  # the parties, inside a question about cases
_MOST_PARTIES = 200  # that are handed beside the words of a question; more are written out in it


@dataclass(frozen=True, slots=True)
class Named:
    """Which lines of cases answer to a text.

    Of what many answer to, `some` are a part, to be counted instead of all of them, `every` goes by the key as
    such, and `each` says of some hundreds of cases which of them answer.
    """

    every: Q
    some: Q
    each: Callable[[Sequence[int]], set[int]] | None = None  # there are more than the part


@dataclass(frozen=True, slots=True)
class _Holding:
    """The cases and the parties that have the words of a text; `are_many` when they may not be all."""

    cases: set[int]
    parties: set[int]
    are_many: bool


def cases_named(text: str) -> Named:
    """The cases that answer to a text: by their title, their reference, or somebody who takes part.

    Slips of the pen count only where nothing has the very words. The cases are looked up once, unless
    there are so many that the list had better be gone through with the question beside it.
    """
    whole, loose = ways(typed_words(text))
    possible = rarest_first(whole or loose)
    if not possible:
        return Named(Q(pk__in=[]), Q(pk__in=[]))
    lists = [words if len(words) == 1 else rounded(words) for way in possible for words in way]
    lengths = tuple(map(len, possible))
    holding = _holding(possible, lists, lengths)
    parties = sorted(holding.parties)
    part = _taken_part(parties[:_MOST_ASKED] if holding.are_many else parties) if parties else []
    keys = sorted(holding.cases.union(key for (key,) in part))
    if not holding.are_many and len(part) < _MOST:
        few = _one_of(keys)
        return Named(few, few)
    among = When(**{f"{KEY}__in": _every_case(lists, lengths)}, then=Value(1))
    # Inside a case the keys are found once and hashed; as a plain condition PostgreSQL walks along them for each row.
    every = Q(IsNull(Case(among), False))
    each = partial(which_answer, ways=fewer_ways(possible))
    return Named(every, _one_of(keys[:_MOST_SAMPLED]), each)


def _one_of(keys: Collection[int]) -> Q:
    return Q(pk__in=one_of(keys) if keys else [])


def _holding(possible: Sequence[Way], lists: Sequence[list[int]], lengths: tuple[int, ...]) -> _Holding:
    """Who has the words themselves: all of them, or as many as are looked up at once.

    Who has several words that one word may stand for is found as often: so where it was too often and not too many,
    there is a second look.
    """
    found: tuple[set[int], set[int]] = (set(), set())
    as_often = sum(len(way[0]) for way in fewer_ways(possible))
    is_cut = are_too_many = False
    for most in sorted({_MOST, _MOST * as_often}):
        rows = different(_having, *lists, alike=(lengths, most))
        for key, is_party, _times in rows:
            found[is_party].add(key)
        is_cut = sum(times for *_, times in rows) >= most
        are_too_many = max(map(len, found)) >= _MOST
        if not is_cut or are_too_many:
            break
    return _Holding(*found, are_many=is_cut or are_too_many)


def _having(*asked: Any) -> QuerySet[Any, Any]:
    """Who has the words of some ways, each so many lists of words long: cases, and parties with a 1 beside them."""
    *lists, lengths, most = asked
    possible = _again(lists, lengths)
    parts = [
        *(rows.values_list("request", Value(0)) for rows in _holders(CaseWord, "request", possible)),
        *(rows.values_list("party", Value(1)) for rows in _holders(PartyWord, "party", possible)),
    ]
    return _at_most(parts, most)


def _taken_part(parties: Sequence[int]) -> list[tuple[int]]:
    """The cases that these parties have a part in, at most so many."""
    if len(parties) <= _MOST_PARTIES:
        return ask_again(_taking_part, rounded(parties), alike=(_MOST,))
    return list(_taking_part(one_of(parties), _MOST))


def _taking_part(parties: Any, most: int) -> QuerySet[Any, Any]:
    return _at_most(_parts(lambda who: Q(**{f"{who}__in": parties})), most)


def _every_case(lists: Sequence[list[int]], lengths: tuple[int, ...]) -> RawSQL:
    """The keys of all cases that answer to the words of some ways; the parties are looked up once for all parts."""
    parties = inside_another(_parties, *lists, alike=(lengths,))
    cases = inside_another(_cases, *lists, alike=(lengths,))
    both = f"WITH {_MEANT} (party) AS ({parties.sql}) {cases.sql}"
    return RawSQL(both, [*parties.params, *cases.params])  # noqa: S611 - our own words, and the values beside them


def _parties(*asked: Any) -> QuerySet[Any, Any]:
    """Who has the words, in order: PostgreSQL then goes along two indexes, which is far less than to hash one."""
    *lists, lengths = asked
    parts = _holders(PartyWord, "party", _again(lists, lengths))
    if connection.vendor == "postgresql":
        parts = [rows.order_by("party") for rows in parts]
    first, *others = parts
    return first.union(*others, all=True) if others else first


def _cases(*asked: Any) -> QuerySet[Any, Any]:
    *lists, lengths = asked
    own, *more = _holders(CaseWord, "request", _again(lists, lengths))
    return own.union(*more, *_parts(_is_meant), all=True)


def _is_meant(who: str) -> Q | Func:
    """This party is one of those that were looked up.

    Of two common words PostgreSQL thinks that by far more parties have them than do, and would go through all parts
    that anybody ever took; a row of keys it looks up one by one.
    """
    among = f"SELECT party FROM {_MEANT}"  # noqa: S608 - our own words
    if connection.vendor != "postgresql":
        return Q(**{f"{who}__in": RawSQL(among, ())})  # noqa: S611 - our own words
    row = RawSQL(f"ARRAY({among})", ())  # noqa: S611 - our own words
    return Func(F(who), row, output_field=BooleanField(), arg_joiner=" = ANY(", template="%(expressions)s)")


def _parts(is_meant: Callable[[str], Any]) -> list[QuerySet[Any, Any]]:
    """Requests with a party in them, in the activity that came of them, or on their list."""
    # Looked up for each: beside a limit PostgreSQL would rather read all activities there are.
    then = Subquery(
        Activity.objects.filter(pk=OuterRef("activity")).values("request"), output_field=BigIntegerField()
    )
    taken = Participation.objects.filter(is_meant("party")).annotate(
        case=Coalesce("request", then, output_field=BigIntegerField())
    )
    listed = (Delegate.objects.filter(is_meant(who)) for who in ("party", "organisation"))
    return [
        taken.filter(case__isnull=False).values_list("case"),
        *(rows.values_list("delegation_list__request") for rows in listed),
    ]


def _at_most(parts: Sequence[QuerySet[Any, Any]], most: int) -> QuerySet[Any, Any]:
    """The first rows of these questions together."""
    # Told of each how many are wanted, PostgreSQL begins to hand them out; else it makes ready for all of them first.
    first, *others = (rows[:most] for rows in parts) if connection.vendor == "postgresql" else parts
    return first.union(*others, all=True)[:most]


def _again(lists: Iterable[list[int]], lengths: Iterable[int]) -> list[Way]:
    """The ways that were laid out in a row."""
    words = iter(lists)
    return [list(islice(words, n)) for n in lengths]


def _holders(table: type[W], owner: str, ways: Sequence[Way]) -> list[QuerySet[Any, Any]]:
    """Who has every word of one of the ways: a question for all ways of one word, and one for each longer way.

    Each is answered by the index alone. Ways behind an ``OR`` would have the rows themselves fetched, of a common
    word ten thousand.
    """
    return [question(table, owner, [way]).order_by().values_list(owner) for way in fewer_ways(ways)]

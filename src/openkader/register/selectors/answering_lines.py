"""Which lines of the work list answer to what was typed, looked up for each of them alone."""

from collections.abc import Callable, Sequence
from itertools import islice
from math import ceil
from typing import Any, TypeAlias

from django.db.models import Model, OuterRef, Q, QuerySet

from openkader.register.models import CaseLine, CaseWord, Delegate, Participation, PartyWord
from openkader.register.prepared import ask_again, rounded
from openkader.register.visibility import there_is

# One way to read what was typed: for each of its words, the words of the register that it may stand for.
Way: TypeAlias = Sequence[Sequence[int]]
# So many lines are asked one by one at first, and at most, which takes less than to look up all that answer.
_ASKED, _MOST_ASKED = 100, 1000
_AND_A_LITTLE_MORE = 1.2


def first_answering(
    lines: QuerySet[CaseLine], each: Callable[[Sequence[int]], set[int]], most: int
) -> list[int] | None:
    """The first cases that answer, at most so many; None where too many would have to be asked for that.

    How many are asked next follows from how many of those before answered.
    """
    found: list[int] = []
    asked, next_asked = 0, _ASKED
    while asked + next_asked <= _MOST_ASKED:
        keys = list(lines.values_list("request_id", flat=True)[asked : asked + next_asked])
        answering = each(keys)
        found += [key for key in keys if key in answering]
        if len(found) >= most or len(keys) < next_asked:
            return found[:most]
        asked += next_asked
        missing = most - len(found)
        next_asked = ceil(_AND_A_LITTLE_MORE * missing * asked / len(found)) if found else _MOST_ASKED
    return None


def which_answer(keys: Sequence[int], ways: Sequence[Way]) -> set[int]:
    """Those of these cases that answer; there are a few hundred at most."""
    if not keys:
        return set()
    lists = [words if len(words) == 1 else rounded(words) for way in ways for words in way]
    lengths = tuple(map(len, ways))
    return {key for (key,) in ask_again(_answering, rounded(keys), *lists, alike=(lengths,))}


def _answering(*asked: Any) -> QuerySet[Any, Any]:
    keys, *lists, lengths = asked
    words = iter(lists)
    ways = [list(islice(words, number)) for number in lengths]
    return CaseLine.objects.filter(answers_to(ways), pk__in=keys).values_list("request")


def answers_to(ways: Sequence[Way]) -> Q:
    """Whether the case has every word of one of the ways: itself, or one of the parties in it.

    Some rows of an index for each line, however many cases have the words: for lines of which most will answer.
    """
    party = there_is(_with_all(PartyWord, "party", "party", ways))
    organisation = there_is(_with_all(PartyWord, "party", "organisation", ways))
    case = OuterRef("request")
    return (
        there_is(_with_all(CaseWord, "request", "request", ways))
        | there_is(Participation.objects.filter(party, request=case))
        | there_is(Participation.objects.filter(party, activity__request=case, request=None))
        | there_is(Delegate.objects.filter(party | organisation, delegation_list__request=case))
    )


def fewer_ways(ways: Sequence[Way]) -> list[Way]:
    """The same with all ways of one word in one, so that they are looked up at once."""
    alone = [word for way in ways if len(way) == 1 for word in way[0]]
    return [*([[alone]] if alone else []), *(way for way in ways if len(way) > 1)]


def _with_all(table: type[Model], owner: str, outer: str, ways: Sequence[Way]) -> QuerySet[Any]:
    """The words of this owner by which it has every word of one of the ways."""
    rows = table._default_manager
    chosen = Q()
    for first, *others in ways:
        beside = (rows.filter(word__in=words, **{owner: OuterRef(owner)}) for words in others)
        chosen |= Q(*map(there_is, beside), word__in=first)
    return rows.filter(chosen, **{owner: OuterRef(outer)})

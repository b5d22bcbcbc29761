"""Which lines of the work list answer to what was typed, looked up for each of them alone."""

from collections.abc import Callable, Sequence
from functools import reduce
from math import ceil
from operator import or_
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from openkader.register.models import CaseLine, CasePartyWord, CaseWord
from openkader.register.prepared import ask_again, rounded
from openkader.register.selectors.meant_words import Way, laid_in_ways, laid_out, question, questions_of_both
from openkader.register.visibility import there_is

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


def which_answer(keys: Sequence[int], ways: Sequence[Way], *, of_both: bool) -> set[int]:
    """Those of these cases that answer, `of_both` also by some words of their title and others of a party.

    There are a few hundred at most.
    """
    if not keys:
        return set()
    lists, lengths = laid_out(ways)
    return {key for (key,) in ask_again(_answering, rounded(keys), *lists, alike=(lengths, of_both))}


def _answering(*asked: Any) -> QuerySet[Any, Any]:
    keys, *lists, lengths, of_both = asked
    answering = answers_to(laid_in_ways(lists, lengths), of_both=of_both)
    return CaseLine.objects.filter(answering, pk__in=keys).values_list("request")


def answers_to(ways: Sequence[Way], *, of_both: bool) -> Q:
    """Whether the case has every word of one of the ways: itself, one of the parties in it, or it and one of them.

    Some rows of an index for each line, however many cases have the words: for lines of which most will answer.
    """
    mixed = questions_of_both(ways) if of_both else []
    asked = (question(CaseWord, ways), question(CasePartyWord, ways), *mixed)
    return reduce(or_, (there_is(rows.filter(request=OuterRef("request"))) for rows in asked))

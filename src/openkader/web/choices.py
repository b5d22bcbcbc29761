"""What somebody chose from the list of work, read from the address; a word that means nothing chooses nothing."""

from enum import StrEnum
from typing import TypeVar

from django.http import QueryDict

from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import DecisionOutcome, Kind
from openkader.casework.work_list import Order, Scope
from openkader.register.selectors import Choice
from openkader.web.numbers import year_in
from openkader.web.presenters.work_list import FILTERS, ORDER, SCOPE, TEXT

W = TypeVar("W", bound=StrEnum)
_LONGEST_TEXT, _LONGEST_CODE = 200, 60


def choice_of(words: QueryDict) -> Choice:
    """The choice in an address."""
    country = words.get(FILTERS["country"][0], "")
    sector = words.get(FILTERS["sector"][0], "")
    return Choice(
        scope=_one_of(Scope, words.get(SCOPE, "")) or Scope.MINE,
        text=words.get(TEXT, "")[:_LONGEST_TEXT].strip(),
        kind=_one_of(Kind, words.get(FILTERS["kind"][0], "")),
        country=country if len(country) == 2 and country.isascii() and country.isalpha() else None,
        sector=sector if sector and len(sector) <= _LONGEST_CODE else None,
        outcome=_one_of(DecisionOutcome, words.get(FILTERS["outcome"][0], "")),
        year=year_in(words.get(FILTERS["year"][0], "")),
        state=_one_of(State, words.get(FILTERS["state"][0], "")),
        order=_one_of(Order, words.get(ORDER, "")) or Order.DUE,
    )


def _one_of(words: type[W], word: str) -> W | None:
    return words(word) if word in list(words) else None

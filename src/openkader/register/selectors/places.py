"""A place in a long list as it stands in an address or a cursor; a word that means none is no place."""

from collections.abc import Callable
from datetime import date, datetime

from openkader.base.numbers import number_in
from openkader.casework.work_list import Order
from openkader.register.selectors.pages import Place

_BETWEEN = "~"


def place_word(place: Place | None) -> str:
    """The place, to be put in an address."""
    return f"{place.value.isoformat()}{_BETWEEN}{place.key}" if place else ""


def place_in(word: str, read: Callable[[str], date] = date.fromisoformat) -> Place | None:
    """The place in a word; `read` makes of its first part what the list is ordered by."""
    value, _, key = word.partition(_BETWEEN)
    number = number_in(key.removeprefix("-"))
    if number is None:
        return None
    try:
        return Place(read(value), -number if key.startswith("-") else number)
    except ValueError:
        return None


def place_of(word: str, order: Order) -> Place | None:
    """A place in the list of work; one of another order is none."""
    return place_in(word, _moment if order is Order.CHANGED else date.fromisoformat)


def _moment(word: str) -> datetime:
    moment = datetime.fromisoformat(word)
    if moment.tzinfo is None:
        raise ValueError(word)
    return moment

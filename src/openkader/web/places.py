"""A place in a long list as it stands in an address; a word that means none is the beginning."""

from collections.abc import Callable
from datetime import date

from openkader.register.selectors import Place
from openkader.web.numbers import number_in

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

"""A place in a list as an opaque word, and the links from one page to those beside it."""

import base64
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest

from openkader.base.errors import Invalid, Problem
from openkader.casework.work_list import Order
from openkader.register.selectors import ListPage, Place
from openkader.register.selectors.pages import PER_PAGE
from openkader.register.selectors.places import place_of, place_word

_AFTER, _BEFORE, _ROW = "n", "v", "r"
_BETWEEN = "~"
K = TypeVar("K")
R = TypeVar("R")


def places_in(cursor: str | None, order: Order) -> tuple[Place | None, Place | None]:
    """After and before which place the page lies; a cursor that was made up, or is of another order, is refused."""
    if cursor is None:
        return None, None
    way, _, word = _told(cursor).partition(_BETWEEN)
    place = place_of(word, order)
    if way not in (_AFTER, _BEFORE) or place is None or place.key < 0:
        raise Invalid([Problem("interface.bad-cursor", "cursor")])
    return (place, None) if way == _AFTER else (None, place)


def links_of(request: HttpRequest, page: ListPage[Any]) -> dict[str, dict[str, str]]:
    """The addresses of this page and of those beside it, as far as there are any (HAL)."""
    beside = {"volgende": (_AFTER, page.after), "vorige": (_BEFORE, page.before)}
    words = {name: (way, place_word(place)) for name, (way, place) in beside.items() if place is not None}
    return _links(request, words)


def after_in(cursor: str | None, read: Callable[[str], K | None]) -> K | None:
    """Behind which row the page begins, in a list that is read one way; None: at the beginning."""
    if cursor is None:
        return None
    way, _, word = _told(cursor).partition(_BETWEEN)
    key = read(word) if way == _ROW else None
    if key is None:
        raise Invalid([Problem("interface.bad-cursor", "cursor")])
    return key


def links_after(request: HttpRequest, last: object | None) -> dict[str, dict[str, str]]:
    """The addresses of this page and of the one behind its last row; None: there is no other."""
    return _links(request, {} if last is None else {"volgende": (_ROW, str(last))})


def page_of(
    rows: Sequence[R], named: Callable[[R], str], cursor: str | None
) -> tuple[Sequence[R], str | None]:
    """A page out of a list that is there as a whole, by the names of its rows; and the last name, if more follow.

    What comes or goes meanwhile moves nothing.
    """
    after = after_in(cursor, lambda word: word or None) or ""
    rest = sorted((row for row in rows if named(row) > after), key=named)
    return rest[:PER_PAGE], named(rest[PER_PAGE - 1]) if len(rest) > PER_PAGE else None


def _links(request: HttpRequest, words: Mapping[str, tuple[str, str]]) -> dict[str, dict[str, str]]:
    found = {"self": {"href": request.build_absolute_uri()}}
    for name, (way, word) in words.items():
        packed = base64.urlsafe_b64encode(f"{way}{_BETWEEN}{word}".encode()).decode().rstrip("=")
        asked = {**request.GET.dict(), "cursor": packed}
        found[name] = {"href": request.build_absolute_uri(f"{request.path}?{urlencode(asked)}")}
    return found


def _told(cursor: str) -> str:
    """What is in it; of one that is no such word nothing, which is no place."""
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError:
        return ""

"""A place in a list as an opaque word, and the links from one page to those beside it."""

import base64
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from openkader.base.errors import Invalid, Problem
from openkader.casework.work_list import Order
from openkader.register.selectors import ListPage, Place
from openkader.register.selectors.places import place_of, place_word

_AFTER, _BEFORE = "n", "v"
_BETWEEN = "~"


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
    found = {"self": {"href": request.build_absolute_uri()}}
    for name, way, place in (("volgende", _AFTER, page.after), ("vorige", _BEFORE, page.before)):
        if place is not None:
            asked = {**request.GET.dict(), "cursor": _word(way, place)}
            found[name] = {"href": request.build_absolute_uri(f"{request.path}?{urlencode(asked)}")}
    return found


def _word(way: str, place: Place) -> str:
    text = f"{way}{_BETWEEN}{place_word(place)}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _told(cursor: str) -> str:
    """What is in it; of one that is no such word nothing, which is no place."""
    try:
        return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError:
        return ""

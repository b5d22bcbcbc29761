"""A place in a list as an opaque word, and the links from one page to those beside it."""

import base64
import binascii
from collections.abc import Callable
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from openkader.base.errors import Invalid, Problem
from openkader.register.selectors import ListPage, Place

_AFTER, _BEFORE = "n", "v"
_LONGEST = 120


def places_in(cursor: str | None, read: Callable[[str], date]) -> tuple[Place | None, Place | None]:
    """After and before which place the page lies; `read` makes of the first part what the list is ordered by."""
    if cursor is None:
        return None, None
    try:
        way, value, key = _told(cursor).split("~")
        place = Place(read(value), _key(key))
    except (ValueError, binascii.Error) as error:
        raise Invalid([Problem("interface.bad-cursor", "cursor")]) from error
    if way not in (_AFTER, _BEFORE):
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
    text = f"{way}~{place.value.isoformat()}~{place.key}"
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _key(word: str) -> int:
    """The key of a row; no database has one of more than eight bytes."""
    key = int(word)
    if not 0 <= key < 1 << 63:
        raise ValueError(word)
    return key


def _told(cursor: str) -> str:
    if len(cursor) > _LONGEST:
        raise ValueError(cursor)
    return base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()

"""A page of a long list: its rows, how many there are in all, and where the pages beside it lie."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, TypeVar

from django.db.models import F, QuerySet

PER_PAGE = 50
MOST_COUNTED = 1000
# The key of a line as no index knows it: the database then goes through a list in its own order until a page
# is full, where it would else fetch all that are meant and put them in order first.
KEY = "key_as_such"
AS_SUCH = {KEY: F("pk") + 0}
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins or ends: the day or moment by which the list is ordered, and the row among those of it."""

    value: date
    key: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(Generic[R]):
    """Some rows; `before` and `after` are where the pages beside it lie, if there are any."""

    rows: tuple[R, ...]
    total: int  # counted up to MOST_COUNTED
    is_least: bool  # there may be more than were counted
    before: Place | None = None
    after: Place | None = None


@dataclass(frozen=True, slots=True)
class Cut(Generic[R]):
    """The rows of a page, and whether it is the first and the last of its list."""

    rows: list[R]
    is_first: bool
    is_last: bool


def cut(found: list[R], most: int, place: Place | None, *, backwards: bool) -> Cut[R]:
    """The page of `most` rows of what was found beyond a place, which is one row more where more lie there."""
    has_more, rows = len(found) > most, found[:most]
    if backwards:
        return Cut(rows[::-1], is_first=not has_more, is_last=False)
    return Cut(rows, is_first=place is None, is_last=not has_more)


def how_many(*parts: QuerySet[Any, Any]) -> tuple[int, bool]:
    """How many rows a list has in its parts together, as far as they are counted, and whether there are more."""
    total = sum(rows.order_by()[: MOST_COUNTED + 1].count() for rows in parts)
    return min(total, MOST_COUNTED), total > MOST_COUNTED

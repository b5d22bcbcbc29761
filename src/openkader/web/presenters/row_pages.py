"""The rows behind a number, a page at a time, so that a figure over a hundred thousand rows is read as one over six."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest
from django.utils.translation import gettext as _

from openkader.base.numbers import number_in

PER_PAGE = 100
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RowPage(Generic[T]):
    """Some of the rows, and which page of how many they are."""

    items: Sequence[T]
    number: int
    pages: int
    total: int

    @property
    def first(self) -> int:
        """The place of its first row among all rows."""
        return (self.number - 1) * PER_PAGE + 1

    @property
    def activities_said(self) -> str:
        """Which activities of a year these are of how many, and what the totals are of; empty where all are here."""
        if self.pages == 1:
            return ""
        return _(
            "Activities %(first)s to %(last)s of %(total)s, by date. The totals are of all %(total)s."
        ) % {
            "first": self.first,
            "last": self.first + len(self.items) - 1,
            "total": self.total,
        }

    def links(self, request: HttpRequest, word: str) -> dict[str, object]:
        """The pages beside it; another list on the same page stays where it is."""
        return {
            "number": self.number,
            "pages": self.pages,
            "before": _address(request, word, self.number - 1) if self.number > 1 else None,
            "after": _address(request, word, self.number + 1) if self.number < self.pages else None,
        }


def row_page(items: Sequence[T], request: HttpRequest, word: str) -> RowPage[T]:
    """The page that the address asks for; a page that is not there is the nearest one."""
    number, pages = page_at(len(items), request, word)
    return RowPage(items[(number - 1) * PER_PAGE : number * PER_PAGE], number, pages, len(items))


def page_at(total: int, request: HttpRequest, word: str) -> tuple[int, int]:
    """Which page of how many the address asks for."""
    pages = max(1, -(-total // PER_PAGE))
    return min(max(number_in(request.GET.get(word, "")) or 1, 1), pages), pages


def _address(request: HttpRequest, word: str, number: int) -> str:
    return "?" + urlencode({**request.GET.dict(), word: number}) + f"#{word}"

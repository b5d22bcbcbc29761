"""What somebody typed in a form when their session had ended, on its way past the page where one signs in.

It travels in the forms themselves: nothing of it is stored, and only the person at this browser sees it.
"""

from collections.abc import Iterable

from django.http import HttpRequest, QueryDict

_MARK = "kept-"
_OURS = frozenset({"csrfmiddlewaretoken"})
_MOST_LETTERS = 1_200_000

Kept = list[tuple[str, str]]


def typed(request: HttpRequest) -> Kept:
    """The fields of a form that came too late; a file cannot be kept, and without it the rest says nothing."""
    found = [] if request.FILES else list(_pairs(request.POST))
    fits = sum(len(value) for _, value in found) <= _MOST_LETTERS
    return [(name, value) for name, value in found if name not in _OURS] if fits else []


def carried(request: HttpRequest) -> Kept:
    """The fields that come along with signing in."""
    return [
        (name.removeprefix(_MARK), value) for name, value in _pairs(request.POST) if name.startswith(_MARK)
    ]


def marked(kept: Kept) -> Kept:
    """The same, under names that no field of the page where one signs in has."""
    return [(_MARK + name, value) for name, value in kept]


def _pairs(data: QueryDict) -> Iterable[tuple[str, str]]:
    return ((name, str(value)) for name, values in data.lists() for value in values)

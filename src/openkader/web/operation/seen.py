"""The request at hand, as the house watches it: its number, its route, and what it took."""

import re
import secrets
import time
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Final

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from openkader.register.watched_queries import Questions

HEADER: Final = "X-Request-ID"
NO_ROUTE, STATIC = "none", "static"
# What a proxy in front may call a request; anything else could be a line of its own in a log.
_WELL_FORMED = re.compile(r"[A-Za-z0-9._-]{8,64}")
_KEY = "openkader.seen"
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})


@dataclass(slots=True)
class Seen:
    """One request while it is answered."""

    request: HttpRequest
    number: str
    questions: Questions
    started: float = field(default_factory=time.perf_counter)

    @property
    def method(self) -> str:
        """What was asked, in one of the words that there are."""
        given = self.request.method or ""
        return given if given in _METHODS else "OTHER"

    @property
    def route(self) -> str:
        """Which page it is, by name; an address can hold what opens a file, and a name never does."""
        match = self.request.resolver_match
        if match is not None:
            return match.view_name or NO_ROUTE
        return STATIC if self.request.path_info.startswith(settings.STATIC_URL) else NO_ROUTE

    @property
    def account(self) -> int | None:
        """The number of the account that is signed in, as far as the page asked who that is."""
        user = getattr(self.request, "_cached_user", None) or getattr(self.request, "user", None)
        # To look into a lazy one would ask the database, which a line in a log never does.
        return None if type(user) is SimpleLazyObject else getattr(user, "pk", None)

    def took(self) -> float:
        """How many seconds since it came in."""
        return time.perf_counter() - self.started


CURRENT: ContextVar[Seen | None] = ContextVar("openkader.seen", default=None)


def look_at(request: HttpRequest) -> Seen:
    """Begin to watch a request; its number is that of the proxy in front, or made up."""
    given = request.headers.get(HEADER, "")
    number = given if _WELL_FORMED.fullmatch(given) else made_up_number()
    seen = Seen(request, number, Questions(settings.OPENKADER_SLOW_MS))
    request.META[_KEY] = seen
    return seen


def seen_of(request: object) -> Seen | None:
    """How a request is watched; None where there is none."""
    found = getattr(request, "META", {}).get(_KEY)
    return found if isinstance(found, Seen) else None


def number_of(request: HttpRequest) -> str:
    """The number by which somebody can name a request on the telephone."""
    seen = seen_of(request)
    return seen.number if seen else ""


def made_up_number() -> str:
    """Three groups of four, so that it can be read out."""
    drawn = secrets.token_hex(6)
    return "-".join((drawn[:4], drawn[4:8], drawn[8:]))

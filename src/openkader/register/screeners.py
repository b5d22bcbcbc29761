"""What this installation compares names with: its own lists, or a server that it runs."""

import time
from collections.abc import Callable, Collection
from datetime import datetime
from functools import lru_cache

from django.conf import settings

from openkader.base.errors import Unavailable
from openkader.register.house_lists import house_lists
from openkader.register.readiness import list_states
from openkader.register.wire import Wire
from openkader.screening.engine import KeptEngine, Opened, open_engine
from openkader.screening.evidence import ListUsed, Screens
from openkader.screening.lists import RENEWED_WITHIN, Lists, ListState
from openkader.screening.yente import Patience, Terms, YenteScreener

# How long somebody who opens a page waits for the server, in seconds.
_GLANCE = 5.0


def screener() -> Screens:
    """The screener that the settings choose; `SCREENING_URL` names a yente server."""
    if settings.SCREENING_URL:
        return _server(Wire(settings.SCREENING_URL, _authorization(settings.SCREENING_API_KEY)), time.sleep)
    return open_engine(house_lists())


def own_lists() -> tuple[ListState, ...]:
    """How the lists of the house stand; where a server screens it has none, and says so."""
    _require_own()
    return tuple(list_states())


def kept_engine() -> Opened:
    """Our own engine, opened once in this process and anew when a list changed; no list, no screening."""
    _require_own()
    return _engine(house_lists()).now()


def require_recent(lists: Collection[str], now: datetime) -> None:
    """Stop when one of these lists is too old to be a ground for *clear* in a program that looks at no page."""
    for state in own_lists():
        if state.id in lists and not state.is_recent(now):
            days = str(RENEWED_WITHIN.days)
            raise Unavailable("screening.list-overdue", {"list": state.id, "days": days})


def _require_own() -> None:
    if settings.SCREENING_URL:
        raise Unavailable("matching.elsewhere")


@lru_cache(maxsize=1)
def _engine(lists: Lists) -> KeptEngine:
    return KeptEngine(lists)


def server_lists() -> tuple[ListUsed, ...]:
    """The lists that the server searches now, at a glance: it gets little time, and no patience."""
    wire = Wire(settings.SCREENING_URL, _authorization(settings.SCREENING_API_KEY), seconds=_GLANCE)

    def give_up(_: float) -> None:
        raise Unavailable("screening.server-busy", {"server": wire.server})

    return _server(wire, give_up).lists


def _server(wire: Wire, wait: Callable[[float], None]) -> YenteScreener:
    terms = Terms(
        dataset=settings.SCREENING_DATASET,
        check_from=settings.SCREENING_CHECK_FROM,
        match_from=settings.SCREENING_MATCH_FROM,
    )
    return YenteScreener(terms, wire, Patience(clock=time.monotonic, wait=wait))


def _authorization(key: str) -> str:
    """The header for a key: that of OpenSanctions, unless the key says itself of which sort it is (``Bearer …``)."""
    return key if " " in key or not key else f"ApiKey {key}"

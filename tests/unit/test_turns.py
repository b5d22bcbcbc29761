"""Pages take turns in a process, and a long one holds up nobody for long."""

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any
from wsgiref.types import StartResponse

import pytest

from openkader.conf.turns import Turns

LONG = 30  # seconds that no test waits for


def _start(_status: str, _headers: Any, _failure: Any = None) -> Any:
    return None


class _Pages:
    """Pages of which each says that it has begun, and ends when it is let go."""

    def __init__(self) -> None:
        self.begun: dict[str, Event] = {name: Event() for name in ("first", "second")}
        self.let_go: dict[str, Event] = {name: Event() for name in ("first", "second")}

    def __call__(self, environ: dict[str, Any], _start: StartResponse) -> Iterable[bytes]:
        name = environ["PATH_INFO"]
        self.begun[name].set()
        assert self.let_go[name].wait(LONG)
        return [name.encode()]


def _ask(application: Turns, name: str) -> list[bytes]:
    return list(application({"PATH_INFO": name}, _start))


def test_the_second_begins_when_the_first_is_ready() -> None:
    pages = _Pages()
    turns = Turns(pages, patience=LONG)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(_ask, turns, "first")
        assert pages.begun["first"].wait(LONG)
        second = pool.submit(_ask, turns, "second")
        began_beside = pages.begun["second"].wait(0.2)
        pages.let_go["first"].set()
        assert first.result(LONG) == [b"first"]
        assert pages.begun["second"].wait(LONG)
        pages.let_go["second"].set()
        assert second.result(LONG) == [b"second"]
    assert not began_beside


def test_who_has_waited_long_enough_goes_ahead_and_takes_no_turn_away() -> None:
    pages = _Pages()
    turns = Turns(pages, patience=0.01)
    with ThreadPoolExecutor() as pool:
        first = pool.submit(_ask, turns, "first")
        assert pages.begun["first"].wait(LONG)
        pages.let_go["second"].set()
        assert pool.submit(_ask, turns, "second").result(LONG) == [b"second"]
        pages.begun["second"].clear()
        pages.let_go["second"].clear()
        # The first still holds the turn: nobody gave back one that they did not have.
        assert not turns._turn.acquire(blocking=False)
        pages.let_go["first"].set()
        assert first.result(LONG) == [b"first"]
    assert turns._turn.acquire(blocking=False)


def test_a_page_that_breaks_gives_its_turn_back() -> None:
    def breaks(_environ: dict[str, Any], _start: StartResponse) -> Iterable[bytes]:
        raise RuntimeError("broken")

    turns = Turns(breaks, patience=LONG)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="broken"):
            _ask(turns, "first")
    assert turns._turn.acquire(blocking=False)

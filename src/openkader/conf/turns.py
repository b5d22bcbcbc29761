"""Pages take turns in a process, so that a short one is not held up by all that began with it."""

from collections.abc import Iterable
from threading import Semaphore
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication

# How long a page waits, in seconds: one that takes longer than this is a report or an upload, and holds up nobody.
PATIENCE = 0.25


class Turns:
    """A web application of which one page at a time is made in each process.

    A page is mostly arithmetic, and a process of Python does one sum at a time: of four pages that are made at
    once each is there only when all four nearly are. In turn, the first is there after a quarter of the time and
    the last no later. Who has waited for `patience` seconds goes ahead beside the one before. A body that is
    written out bit by bit is sent when the turn is over.
    """

    def __init__(self, application: WSGIApplication, patience: float = PATIENCE) -> None:
        self._application = application
        self._patience = patience
        self._turn = Semaphore()

    def __call__(self, environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        """The page, made in its turn."""
        has_turn = self._turn.acquire(timeout=self._patience)
        try:
            return self._application(environ, start_response)
        finally:
            if has_turn:
                self._turn.release()

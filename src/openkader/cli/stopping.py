"""Stopping when asked: at once, except while the register is written."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Stop:
    """Somebody's wish that work ends, by a signal or from another thread.

    It comes as a `KeyboardInterrupt`, the one exception that nothing on the way takes for a failure.
    """

    def __init__(self) -> None:
        self._told = Event()
        # Apart from the event: whoever waits for that may hold its lock when a signal comes.
        self._signalled = False
        self._holds_off = False

    def ask(self) -> None:
        """Ask it from another thread, which is heard between two pieces of work."""
        self._told.set()

    @contextmanager
    def on_signals(self) -> Iterator[None]:
        """Let SIGTERM and Ctrl-C ask it."""
        former = {one: signal.signal(one, self._hear) for one in SIGNALS}
        try:
            yield
        finally:
            for one, handler in former.items():
                signal.signal(one, handler)

    @contextmanager
    def held_off(self) -> Iterator[None]:
        """A piece of work that a signal does not break off; it is heard when it is done."""
        self._holds_off = True
        try:
            yield
        finally:
            self._holds_off = False
        self._heed()

    def pause(self, seconds: float) -> None:
        """Wait a while, unless somebody asks to stop."""
        self._told.wait(seconds)
        self._heed()

    def _hear(self, *_: object) -> None:
        self._signalled = True
        if not self._holds_off:
            raise KeyboardInterrupt

    def _heed(self) -> None:
        if self._signalled or self._told.is_set():
            raise KeyboardInterrupt

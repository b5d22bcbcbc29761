"""A bar for work that takes long: on standard error, and only where somebody is watching."""

import sys
import time
from typing import Self, TextIO

_WIDTH = 24
_EVERY = 0.1


class Progress:
    """How far a piece of work is; without a known end it only counts."""

    def __init__(self, name: str, out: TextIO | None = None) -> None:
        self.name = name
        self.out = sys.stderr if out is None else out
        self.is_shown = self.out.isatty()
        self.last = 0.0
        self.written = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Wipe the bar, so that what follows starts on a clean line."""
        if self.written:
            self.out.write("\r" + " " * self.written + "\r")
            self.out.flush()

    def called(self, name: str) -> Self:
        """The same bar for the next part of the work, which is shown as soon as it begins."""
        if name != self.name:
            self.name, self.last = name, 0.0
        return self

    def show(self, done: int, end: int | None) -> None:
        """Show how much is done, though not more often than an eye can follow."""
        moment = time.monotonic()
        if not self.is_shown or moment - self.last < _EVERY:
            return
        self.last = moment
        words = self._bar(done, end)
        self.out.write("\r" + words.ljust(self.written))
        self.out.flush()
        self.written = max(self.written, len(words))

    def _bar(self, done: int, end: int | None) -> str:
        if not end:
            return f"{self.name}  {done}"
        share = min(done / end, 1)
        return f"{self.name}  [{'#' * round(share * _WIDTH):{_WIDTH}}] {share:4.0%}"

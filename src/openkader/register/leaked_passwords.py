"""Passwords that leaked elsewhere, in a file of this installation; nobody outside is ever asked about one.

The file is the one that Have I Been Pwned hands out: the SHA-1 of each password in hexadecimal, in order, one a line,
with a colon and how often it was seen behind it or without. It is searched where it lies, whatever its size: of the
hundred thousand millions of letters of a thousand million hashes some forty lines are read.
"""

import hashlib
import logging
import os
import re
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Unavailable

logger = logging.getLogger(__name__)
_LINE = re.compile(rb"([0-9A-Fa-f]{40})(:[0-9]{1,12})?\r?(\n|$)")
_LONGEST = 64  # of a line, with its end
_FIRST, _LAST = "0" * 40, "F" * 40


@dataclass(frozen=True, slots=True)
class LeakedPasswords:
    """The file, where there is one."""

    path: Path

    def holds(self, password: str) -> bool:
        """Whether it leaked; `Unavailable` when the file cannot say, for what was not looked at is not clean."""
        return self._find(hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper())

    def is_fit(self) -> bool:
        """Whether it can be searched: it opens, its lines are hashes, and where one looks they are in order."""
        try:
            for first in "0123456789ABCDEF":
                self._find(first + "8" * 39)
        except Unavailable:
            return False
        return self.path.stat().st_size > 0

    def _find(self, wanted: str) -> bool:
        try:
            descriptor = os.open(self.path, os.O_RDONLY)
            try:
                return _search(descriptor, wanted)
            finally:
                os.close(descriptor)
        except OSError as error:
            logger.exception("the leaked passwords cannot be read")
            raise Unavailable("account.leaked-unreadable") from error


def _search(descriptor: int, wanted: str) -> bool:
    """Halve what is left until a line is found or nothing is left; a line out of place is said, not believed."""
    low, high = 0, os.fstat(descriptor).st_size
    before, after = _FIRST, _LAST
    while low < high:
        middle = (low + high) // 2
        start = _line_at(descriptor, low, middle)
        found, end = _read(descriptor, start)
        if not before <= found <= after:
            raise OSError(0, f"the line at {start} is not in order")
        if found == wanted:
            return True
        if found < wanted:
            low, before = end, found
        else:
            high, after = start, found
    return False


def _line_at(descriptor: int, low: int, place: int) -> int:
    """Where the line begins in which this place lies; `low` is the beginning of one."""
    start = max(low, place - _LONGEST)
    passed = os.pread(descriptor, place - start, start)
    end = passed.rfind(b"\n")
    if end < 0 and start > low:
        raise OSError(0, f"the line at {place} is too long")
    return start + end + 1 if end >= 0 else low


def _read(descriptor: int, start: int) -> tuple[str, int]:
    """The hash of a line, and where the next one begins."""
    line = _LINE.match(os.pread(descriptor, _LONGEST, start))
    if line is None:
        raise OSError(0, f"the line at {start} is no hash")
    return line[1].decode().upper(), start + line.end()

"""Lists made ready for questions, each stored once in a folder of its own and found by what it was made of.

    .index/3f0c…/      the arrays of one set of lists, made by one version of this code

The name is a checksum of the lists and of the code that made them ready, so what is
found is never out of date. What was damaged counts as not there. Only the ones used
last stay; whoever reads an older one meanwhile keeps it until the end.
"""

import hashlib
import os
import platform
import shutil
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from openkader.base.errors import Unavailable
from openkader.screening.evidence import ListUsed
from openkader.screening.matching.tables import Damaged
from openkader.screening.screener import Screener

_HERE = Path(__file__).resolve().parent
# What decides how a name is read and where it stands.
_CODE = ("*.py", "names/**/*.py", "names/**/*.tsv", "matching/*.py")
# A draft that is so much older, in seconds, than the index made last belongs to a process that was killed.
_ABANDONED = 3600


def index_key(lists: Iterable[ListUsed]) -> str:
    """The name of the index of some lists, each in the form in which it is now."""
    said = (f"{one.id} {one.snapshot}" for one in lists)
    return hashlib.sha256("\n".join((_code(), *said)).encode()).hexdigest()[:24]


@cache
def _code() -> str:
    """The fingerprint of the code that makes entities ready, and of the Python whose tables of letters it uses."""
    paths = sorted(path for pattern in _CODE for path in _HERE.glob(pattern))
    content = b"".join(path.read_bytes() for path in paths)
    return hashlib.sha256(platform.python_version().encode() + content).hexdigest()


@dataclass(frozen=True, slots=True)
class Indexes:
    """A folder with stored indexes: at most so many, of at most so many bytes together."""

    folder: Path
    most: int = 1
    most_bytes: int = 4 << 30

    def find(self, key: str, lists: Sequence[ListUsed] = ()) -> Screener | None:
        """The screener that was stored; None when it was not, or when it is not what was written."""
        place = self.folder / key
        try:
            found = Screener.stored(place, lists)
        except Damaged:
            return None
        with suppress(OSError):  # whoever may only read it uses it no less
            os.utime(place)
        return found

    def keep(self, key: str, made: Screener) -> Screener:
        """Store a screener, whole or not at all; the stored one, of which all who read it share the memory."""
        try:
            self._store(key, made)
        except OSError as error:
            if self.find(key) is None:  # another process may have been first
                raise Unavailable("data.not-writable", {"folder": str(self.folder)}) from error
        self._forget_others(self.folder / key)
        found = self.find(key, made.lists)
        return made if found is None else found

    def _store(self, key: str, made: Screener) -> None:
        """Write beside the place and then into it, in the stead of one that was damaged."""
        place, draft = self.folder / key, self.folder / f".{key}.{os.getpid()}"
        shutil.rmtree(draft, ignore_errors=True)
        try:
            draft.mkdir(parents=True)
            made.write(draft)
            if self.find(key) is None:
                shutil.rmtree(place, ignore_errors=True)
                draft.rename(place)
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _forget_others(self, place: Path) -> None:
        """Remove those that were used longest ago, until the others are few and small enough."""
        number, size = 1, _size(place)
        for other in sorted(self._others(place), key=_used, reverse=True):
            number, size = number + 1, size + _size(other)
            if number > self.most or size > self.most_bytes:
                shutil.rmtree(other, ignore_errors=True)

    def _others(self, place: Path) -> Iterable[Path]:
        """The other indexes, and drafts that nobody writes any more."""
        last = _used(place) - _ABANDONED
        others = (other for other in self.folder.iterdir() if other != place)
        return [other for other in others if not other.name.startswith(".") or _used(other) < last]


def _used(place: Path) -> float:
    """When an index was used last; one that has gone meanwhile long ago."""
    try:
        return place.stat().st_mtime
    except OSError:
        return 0.0


def _size(place: Path) -> int:
    try:
        return sum(path.stat().st_size for path in place.glob("*.npy"))
    except OSError:
        return 0

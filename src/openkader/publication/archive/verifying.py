"""Whether the folder of an archived dossier is still what it was: asked without a database and without settings.

The manifest has the digest of every file, and each event of the trail has the digest of what it says.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import Any

from openkader.base.errors import Invalid, Problem
from openkader.base.on_disk import digest_of
from openkader.register.chain import Link

MANIFEST = "manifest-sha256.txt"
EVENTS = "data/gebeurtenissen.json"
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_MOST = 64 << 20  # bytes of a manifest


class Wrong(StrEnum):
    """What is wrong with a part."""

    GONE = "gone"
    CHANGED = "changed"
    ADDED = "added"
    OUTSIDE = "outside"
    EVENT = "event"


@dataclass(frozen=True, slots=True)
class Found:
    """A part that does not agree with the manifest."""

    path: str
    wrong: Wrong


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """How many files and events there are, the digest of the manifest, and all that is wrong."""

    files: int
    events: int
    digest: str
    wrong: tuple[Found, ...]


def verify(folder: Path) -> Verified:
    """Read every file and compare; `Invalid` where there is no manifest to compare with."""
    written = _manifest(folder)
    named = _named(written, folder)
    wrong = [*_compared(folder, named), *_added(folder, named)]
    events = [] if wrong else _events(folder)
    wrong += [Found(f"{EVENTS}: {one.sequence}", Wrong.EVENT) for one in events if one.digest() != one.hash]
    digest = hashlib.sha256(written).hexdigest()
    return Verified(files=len(named), events=len(events), digest=digest, wrong=tuple(wrong))


def _manifest(folder: Path) -> bytes:
    path = folder / MANIFEST
    try:
        if path.is_symlink() or path.stat().st_size > _MOST:
            raise _none(folder)
        return path.read_bytes()
    except OSError as error:
        raise _none(folder) from error


def _named(written: bytes, folder: Path) -> Mapping[str, str]:
    """The digest of each path; a manifest with a line that is none, or names a path twice, is no manifest."""
    try:
        lines = [_LINE.fullmatch(line) for line in written.decode().removesuffix("\n").split("\n")]
    except UnicodeDecodeError as error:
        raise _none(folder) from error
    found = {line[2]: line[1] for line in lines if line}
    if len(found) < len(lines):
        raise _none(folder)
    return found


def _none(folder: Path) -> Invalid:
    return Invalid([Problem("archive.no-manifest", MANIFEST, {"folder": str(folder)})])


def _compared(folder: Path, named: Mapping[str, str]) -> Iterator[Found]:
    for path, digest in named.items():
        if not _lies_within(folder, path):
            yield Found(path, Wrong.OUTSIDE)
        elif not (folder / path).is_file():
            yield Found(path, Wrong.GONE)
        elif digest_of(folder / path) != digest:
            yield Found(path, Wrong.CHANGED)


def _lies_within(folder: Path, path: str) -> bool:
    """Whether a path leads to a place in the folder, not by way of a link or of the folder above."""
    if "\x00" in path or "\\" in path or PurePosixPath(path).is_absolute():
        return False
    return (folder / path).resolve() == folder.resolve() / path


def _added(folder: Path, named: Mapping[str, str]) -> Iterator[Found]:
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if (path.is_symlink() or not path.is_dir()) and place not in named and place != MANIFEST:
            yield Found(place, Wrong.ADDED)


def _events(folder: Path) -> list[Link]:
    """The events as they were exported; a file that says otherwise was made by somebody else."""
    try:
        return [_link(row) for row in json.loads((folder / EVENTS).read_bytes())]
    except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise _none(folder) from error


def _link(row: dict[str, Any]) -> Link:
    return Link(**{**row, "at": datetime.fromisoformat(row["at"])})

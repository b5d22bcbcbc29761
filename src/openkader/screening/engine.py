"""The lists in force as one screener, made ready once and stored beside them.

    lists/.index/3f0c…/      the arrays of one set of snapshots, made by one version of this code

What is stored is known by the snapshots and by the code that made it; when either is
another, it is made again. Whoever reads an older one meanwhile keeps it until the end.
"""

import hashlib
import os
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from openkader.base.errors import Unavailable
from openkader.screening.entities import Entity, read_entities
from openkader.screening.evidence import ListUsed
from openkader.screening.lists.snapshots import ListFolder, Lists, Snapshot
from openkader.screening.screener import Screener

_FOLDER = ".index"
_HERE = Path(__file__).resolve().parent
# What decides how a name is read and where it stands; a change in it makes what was stored out of date.
_CODE = ("entities.py", "names/**/*.py", "names/**/*.tsv", "matching/*.py")


def open_engine(lists: Path) -> Screener:
    """The screener of all lists in force; no list, no screening."""
    used = [_in_force(folder) for folder in Lists(lists).all()]
    if not used:
        raise Unavailable("screening.no-list")
    said = [_said(folder, snapshot) for folder, snapshot in used]
    key = _key(f"{one.id} {one.snapshot}" for one in said)
    place = lists / _FOLDER / key
    if not place.exists():
        build_engine(_entities(used), place)
        _forget_others(place)
    return Screener.stored(place, said)


def build_engine(entities: Iterable[Entity], place: Path) -> None:
    """Make entities ready and store that in a folder, whole or not at all."""
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    shutil.rmtree(draft, ignore_errors=True)
    try:
        draft.mkdir(parents=True)
        Screener.of(entities).write(draft)
        if not place.exists():
            draft.rename(place)
    except OSError as error:
        if not place.exists():  # another process may have been first
            raise Unavailable("data.not-writable", {"folder": str(place.parent)}) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def _in_force(folder: ListFolder) -> tuple[ListFolder, Snapshot]:
    """A list that is known here but was never read would be missed by nobody; that is no screening."""
    snapshot = folder.current()
    if snapshot is None:
        raise Unavailable("screening.list-unread", {"list": folder.id})
    return folder, snapshot


def _said(folder: ListFolder, snapshot: Snapshot) -> ListUsed:
    return ListUsed(
        id=folder.id, snapshot=snapshot.name, read_at=snapshot.read_at, entities=snapshot.entities
    )


def _entities(used: list[tuple[ListFolder, Snapshot]]) -> Iterator[Entity]:
    """The entities of all lists; each is of the list that it was read from, whatever it calls itself."""
    for folder, snapshot in used:
        folder.check(snapshot)
        for entity in read_entities(folder.entities(snapshot)):
            yield replace(entity, dataset=folder.id)


def _key(snapshots: Iterable[str]) -> str:
    return hashlib.sha256("\n".join((_code(), *snapshots)).encode()).hexdigest()[:24]


@cache
def _code() -> str:
    """The fingerprint of the code that makes entities ready."""
    paths = sorted(path for pattern in _CODE for path in _HERE.glob(pattern))
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()


def _forget_others(place: Path) -> None:
    for other in place.parent.iterdir():
        if other != place and not other.name.startswith("."):
            shutil.rmtree(other, ignore_errors=True)

"""The lists in force as one screener, made ready once and stored beside them (see `indexes.py`)."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from openkader.base.errors import Unavailable
from openkader.screening.entities import Entity, read_entities
from openkader.screening.entity_places import EntityPlaces
from openkader.screening.evidence import ListUsed
from openkader.screening.indexes import Indexes, index_key
from openkader.screening.lists.snapshots import ListFolder, Lists, Snapshot
from openkader.screening.screener import Screener

_FOLDER = ".index"
_InForce = Sequence[tuple[ListFolder, Snapshot]]


def open_engine(lists: Lists) -> Screener:
    """The screener of all lists in force; no list, no screening."""
    return _opened(lists, _all_in_force(lists))


@dataclass(frozen=True, slots=True)
class Opened:
    """The lists as they are now: what compares names with them, and where each entity stands in them."""

    screener: Screener
    places: EntityPlaces


class KeptEngine:
    """The same for a process that goes on: opened at the first question, and anew when a list in force changed."""

    def __init__(self, lists: Lists) -> None:
        self._lists = lists
        self._turn = threading.Lock()
        self._key = ""
        self._kept: Opened | None = None

    def now(self) -> Opened:
        """What is in force at this moment; whoever asks while it is being opened waits for that."""
        used = _all_in_force(self._lists)
        key = index_key([_said(*one) for one in used])
        with self._turn:
            if self._kept is None or self._key != key:
                files = [(folder.id, folder.entities(snapshot)) for folder, snapshot in used]
                self._kept, self._key = Opened(_opened(self._lists, used), EntityPlaces(files)), key
            return self._kept


def _all_in_force(lists: Lists) -> _InForce:
    used = [_in_force(folder) for folder in lists.all()]
    if not used:
        raise Unavailable("screening.no-list")
    return used


def _opened(lists: Lists, used: _InForce) -> Screener:
    said = [_said(folder, snapshot) for folder, snapshot in used]
    indexes, key = Indexes(lists.path / _FOLDER), index_key(said)
    found = indexes.find(key, said)
    return indexes.keep(key, Screener.of(_entities(used), said)) if found is None else found


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


def _entities(used: _InForce) -> Iterator[Entity]:
    """The entities of all lists; each is of the list that it was read from, whatever it calls itself."""
    for folder, snapshot in used:
        folder.check(snapshot)
        for entity in read_entities(folder.entities(snapshot)):
            yield replace(entity, dataset=folder.id)

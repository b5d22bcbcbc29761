"""The lists in force as one screener, made ready once and stored beside them (see `indexes.py`)."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from openkader.base.errors import Unavailable
from openkader.screening.entities import Entity, read_entities
from openkader.screening.evidence import ListUsed
from openkader.screening.indexes import Indexes, index_key
from openkader.screening.lists.snapshots import ListFolder, Lists, Snapshot
from openkader.screening.screener import Screener

_FOLDER = ".index"


def open_engine(lists: Path) -> Screener:
    """The screener of all lists in force; no list, no screening."""
    used = [_in_force(folder) for folder in Lists(lists).all()]
    if not used:
        raise Unavailable("screening.no-list")
    said = [_said(folder, snapshot) for folder, snapshot in used]
    indexes, key = Indexes(lists / _FOLDER), index_key(said)
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


def _entities(used: list[tuple[ListFolder, Snapshot]]) -> Iterator[Entity]:
    """The entities of all lists; each is of the list that it was read from, whatever it calls itself."""
    for folder, snapshot in used:
        folder.check(snapshot)
        for entity in read_entities(folder.entities(snapshot)):
            yield replace(entity, dataset=folder.id)

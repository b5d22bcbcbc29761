"""The lists that a former release, or a house without a database yet, kept in the folder of one machine."""

from pathlib import Path

from django.db import transaction

from openkader.base.errors import Unavailable
from openkader.register.house_lists import are_shared
from openkader.register.shared_lists import SharedLists, keep_snapshot
from openkader.screening.lists import Attempt, ListFolder, Lists, Snapshot

# What changes is said by the database from now on; what never changes stays, so that it need not be fetched.
_CHANGING = ("list.json", "current", "last.json")


def take_over_lists(data: Path) -> None:
    """Let the database know them, unless it knows lists of that name; whoever is killed does the rest again."""
    here = data / "lists"
    if not are_shared():
        return
    known = {folder.id for folder in SharedLists(here).all()}
    for folder in Lists(here).all():
        if folder.id not in known:
            _take_over(folder, SharedLists(here).folder(folder.id))
        for name in reversed(_CHANGING):
            (folder.path / name).unlink(missing_ok=True)


def _take_over(folder: ListFolder, shared: ListFolder) -> None:
    """What is damaged stays behind: where that is in force, nobody is screened until the list is renewed."""
    current = _whole(folder, _current(folder))
    shared.propose(folder.definition())
    for snapshot in folder.readable():
        if _whole(folder, snapshot):
            place = folder.path / snapshot.name
            keep_snapshot(folder.id, place, snapshot, is_current=snapshot == current)
    last = _last(folder)
    with transaction.atomic():
        if last is not None:
            shared.note(last)
        shared.adopt()


def _current(folder: ListFolder) -> Snapshot | None:
    try:
        return folder.current()
    except Unavailable:
        return None


def _last(folder: ListFolder) -> Attempt | None:
    try:
        return folder.last()
    except Unavailable:
        return None


def _whole(folder: ListFolder, snapshot: Snapshot | None) -> Snapshot | None:
    try:
        if snapshot is not None:
            folder.check(snapshot)
    except Unavailable:
        return None
    return snapshot

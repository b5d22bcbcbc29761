"""Which lists were renewed since the register last compared its parties with them."""

import hashlib
import json
import logging
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from openkader.base.errors import NotFound, Unavailable
from openkader.register.models import ListRenewal
from openkader.register.screening_entries import Renewal
from openkader.screening.evidence import ListUsed
from openkader.screening.lists import ListFolder, Lists, Snapshot, compare

logger = logging.getLogger(__name__)
_DAY = timedelta(hours=20)  # so that a daily task on a drifting clock does not skip a day


def renewals(lists: Lists) -> Iterator[Renewal]:
    """One for each list of which the register does not know the snapshot in force yet.

    Nothing is lost when a process ends between renewing a list and comparing: whoever
    asks next finds the same difference.
    """
    for folder in lists.all():
        present, known = _current(folder), known_snapshot(folder.id)
        if present is None or present.name == known:
            continue
        try:
            found = _renewal(folder, known, present)
        except Unavailable as away:
            logger.warning("%s: what changed is not known yet: %s", folder.id, away)
            continue
        yield found


def server_renewals(dataset: str, used: Sequence[ListUsed], now: datetime) -> Iterator[Renewal]:
    """The same for all lists of a server together, of which nobody here knows what changed; once a day at most."""
    text = json.dumps(sorted((one.id, one.snapshot) for one in used))
    present = hashlib.sha256(text.encode()).hexdigest()
    newest = ListRenewal.objects.filter(list=dataset).order_by("number").last()
    if newest is None or (newest.present != present and now - newest.at >= _DAY):
        yield Renewal(list=dataset, former=newest.present if newest else None, present=present, whole=True)


def known_snapshot(name: str) -> str | None:
    """The snapshot of a list that the register looked at last."""
    newest = ListRenewal.objects.filter(list=name).order_by("-number")
    return newest.values_list("present", flat=True).first()


def _renewal(folder: ListFolder, known: str | None, present: Snapshot) -> Renewal:
    former = _kept(folder, known)
    if former is None:
        return Renewal(list=folder.id, former=known, present=present.name, whole=True)
    difference = compare(folder.entities(former), folder.entities(present))
    return Renewal(
        list=folder.id,
        former=known,
        present=present.name,
        new=tuple(sorted(difference.touched)),
        gone=tuple(sorted(difference.removed)),
    )


def _current(folder: ListFolder) -> Snapshot | None:
    """The snapshot in force; of a list that is damaged nothing can be said until it is mended."""
    try:
        return folder.current()
    except Unavailable:
        return None


def _kept(folder: ListFolder, name: str | None) -> Snapshot | None:
    """The former snapshot, if it is still there to compare with."""
    try:
        return folder.snapshot(name) if name else None
    except (NotFound, Unavailable):
        return None

"""Somebody asks for a screening."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act
from openkader.casework.screening import Cause
from openkader.register.asked import asked_of
from openkader.register.hand import Hand, require, writing
from openkader.register.models import Party
from openkader.register.screenings import dossier_of, enter_tasks, parties_for_update


def request_screening(parties: Sequence[str], *, by: str, now: datetime, cause: Cause = Cause.ASKED) -> int:
    """Put parties in the queue; how many were not waiting there already."""
    with writing(by=by, now=now, act=Act.SCREEN) as hand:
        rows = parties_for_update(parties, hand)
        require(_all_named(rows))
        new = enter_tasks(rows, cause, hand)
        _log(new, cause, hand)
    return len(new)


def _log(new: list[Party], cause: Cause, hand: Hand) -> None:
    """One event for each dossier."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    for party in new:
        places[dossier_of(party.reference)].append(party.reference)
    for dossier, parties in places.items():
        hand.log("screening.requested", "dossier", dossier, dossier, parties=parties, cause=cause)


def _all_named(rows: list[Party]) -> Refusal | None:
    asked = asked_of(rows)
    nameless = [row.reference for row in rows if asked[row.pk] is None]
    return Refusal("screening.nameless", {"party": ", ".join(nameless)}) if nameless else None

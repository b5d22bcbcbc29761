"""Somebody read something confidential."""

from collections.abc import Mapping
from datetime import datetime

from openkader.casework.vocabulary import Confidentiality
from openkader.register.hand import writing
from openkader.register.models import Request


def note_reading(
    dossier: str, what: str, *, by: str, now: datetime, level: Confidentiality | None = None
) -> None:
    """Note who read what of a case that is confidential; of one that is not, nothing is noted.

    It is the house that notes, whoever reads. `level` is where the page read it already.
    """
    level = level or _level_of(dossier)
    note_readings({} if level is None else {dossier: level}, what, by=by, now=now)


def note_readings(levels: Mapping[str, Confidentiality], what: str, *, by: str, now: datetime) -> None:
    """The same of a page on which several cases stand: an event for each that is confidential, all of them or none."""
    told = {dossier: level for dossier, level in levels.items() if level.is_confidential}
    if not told:
        return
    with writing(by=by, now=now, act=None) as hand:
        hand.is_closing = True
        hand.keeps_lines = False  # who looks at a case changes nothing of it
        for dossier, level in told.items():
            hand.log("dossier.read", "request", dossier, dossier, level=level, what=what)


def _level_of(dossier: str) -> Confidentiality | None:
    found = Request.objects.filter(reference=dossier).values_list("confidentiality", flat=True).first()
    return Confidentiality(found) if found else None

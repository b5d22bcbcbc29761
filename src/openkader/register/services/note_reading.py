"""Somebody read something confidential."""

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
    if level is None or not level.is_confidential:
        return
    with writing(by=by, now=now, act=None) as hand:
        hand.is_closing = True
        hand.keeps_lines = False  # who looks at a case changes nothing of it
        hand.log("dossier.read", "request", dossier, dossier, level=level, what=what)


def _level_of(dossier: str) -> Confidentiality | None:
    found = Request.objects.filter(reference=dossier).values_list("confidentiality", flat=True).first()
    return Confidentiality(found) if found else None

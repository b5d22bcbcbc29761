"""Somebody read something confidential."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.vocabulary import Confidentiality
from openkader.register.hand import writing
from openkader.register.models import Request


def note_reading(dossier: str, what: str, *, by: str, now: datetime) -> None:
    """Note who read what of a case that is confidential; of one that is not, nothing is noted."""
    level = Request.objects.filter(reference=dossier).values_list("confidentiality", flat=True).first()
    if level is None or not Confidentiality(level).is_confidential:
        return
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        hand.log("dossier.read", "request", dossier, dossier, level=level, what=what)

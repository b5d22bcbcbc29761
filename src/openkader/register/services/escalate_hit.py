"""A hit is put before somebody else, such as the embassy; that refuses nobody."""

from datetime import datetime

from openkader.casework import screening
from openkader.casework.permissions import Act
from openkader.casework.screening import HitState
from openkader.register.cases import hit_for_update
from openkader.register.hand import digest, require, writing
from openkader.register.models import Escalation
from openkader.register.screening_entries import EscalationEntry
from openkader.register.screenings import dossier_of


def escalate_hit(entry: EscalationEntry, *, by: str, now: datetime) -> None:
    """Note to whom a hit went, and with which question; handed in twice, it counts once."""
    with writing(by=by, now=now, act=Act.SCREEN) as hand:
        hit = hit_for_update(entry.hit, hand)
        require(screening.may_escalate(HitState(hit.state), entry.text))
        said = {"to": entry.to, "text": entry.text.strip(), "by": by}
        if hit.escalations.filter(**said).exists():
            return
        Escalation.objects.create(hit=hit, at=now, **said)
        reference = hit.party.reference
        hand.log(
            "hit.escalated",
            "party",
            reference,
            dossier_of(reference),
            hit=hit.pk,
            to=entry.to,
            digest=digest(entry),
        )

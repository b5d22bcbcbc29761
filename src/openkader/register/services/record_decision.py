"""A decision that was taken elsewhere is taken over from a publication."""

from datetime import datetime

from django.db import transaction

from openkader.casework import rules
from openkader.register.cases import request_for_update
from openkader.register.entries import DecisionEntry
from openkader.register.hand import Hand, both, claim_references, digest, require
from openkader.register.models import Decision


@transaction.atomic
def record_decision(entry: DecisionEntry, *, by: str, now: datetime, source_id: int | None = None) -> str:
    """Reconstruct a decision; who took it and when stays unknown unless it is said."""
    require(rules.may_reconstruct(rules.DecisionDraft(outcome=entry.outcome, passage=entry.passage)))
    hand = Hand(by=by, now=now, source_id=source_id)
    dossier = entry.request or entry.reference
    claim_references([entry.reference], kind="decision", dossier=dossier)
    Decision.objects.create(
        **hand.counted(entry),
        **columns(entry),
        request=request_for_update(entry.request) if entry.request else None,
        **both("title", entry.title),
        kind=entry.kind,
        programme=entry.programme,
        reconstructed=True,
    )
    hand.log(
        "decision.reconstructed",
        "decision",
        entry.reference,
        dossier,
        level=entry.level,
        outcome=entry.outcome,
        digest=digest(entry),
    )
    return entry.reference


def columns(entry: DecisionEntry) -> dict[str, object]:
    """The columns that hold for a decision taken here and for one taken over."""
    return {
        "year": entry.year,
        "level": entry.level,
        "outcome": entry.outcome,
        "ground": entry.ground,
        "instrument": entry.instrument,
        "motivation": entry.motivation,
    }

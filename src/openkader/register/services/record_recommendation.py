"""A recommendation enters the register."""

from datetime import datetime

from django.db import transaction

from openkader.register.entries import RecommendationEntry
from openkader.register.hand import Hand, both, claim_references, digest
from openkader.register.models import Recommendation


@transaction.atomic
def record_recommendation(
    entry: RecommendationEntry, *, by: str, now: datetime, source_id: int | None = None
) -> str:
    """Register what the organisation advises itself for the years to come."""
    hand = Hand(by=by, now=now, source_id=source_id)
    claim_references([entry.reference], kind="recommendation", dossier=entry.reference)
    Recommendation.objects.create(
        **hand.counted(entry), **both("text", entry.text), year=entry.year, status=entry.status
    )
    hand.log(
        "recommendation.recorded",
        "recommendation",
        entry.reference,
        entry.reference,
        digest=digest(entry),
    )
    return entry.reference

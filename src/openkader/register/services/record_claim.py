"""A sentence that the register can be asked about enters the register."""

from datetime import datetime

from django.db import transaction

from openkader.register.entries import ClaimEntry
from openkader.register.hand import Hand, claim_references, digest
from openkader.register.models import Claim


@transaction.atomic
def record_claim(entry: ClaimEntry, *, by: str, now: datetime, source_id: int | None = None) -> str:
    """Register what a text says about a figure, so that the evaluation can hold it to that."""
    hand = Hand(by=by, now=now, source_id=source_id)
    claim_references([entry.reference], kind="claim", dossier=entry.reference)
    Claim.objects.create(
        **hand.counted(entry),
        year=entry.year,
        chapter=entry.chapter,
        figure=entry.figure,
        operator=entry.operator,
        value=entry.value,
        derived=entry.derived,
    )
    hand.log("claim.recorded", "claim", entry.reference, entry.reference, digest=digest(entry))
    return entry.reference

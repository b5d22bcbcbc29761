"""A finding about an action line or a precondition enters the register."""

from datetime import datetime

from django.db import transaction

from openkader.register.entries import FindingEntry
from openkader.register.hand import Hand, both, claim_references, digest
from openkader.register.models import Finding


@transaction.atomic
def record_finding(entry: FindingEntry, *, by: str, now: datetime, source_id: int | None = None) -> str:
    """Register what was found about one line in one year."""
    hand = Hand(by=by, now=now, source_id=source_id)
    claim_references([entry.reference], kind="finding", dossier=entry.reference)
    Finding.objects.create(
        **hand.counted(entry),
        **both("text", entry.text),
        year=entry.year,
        subject=entry.subject,
        line=entry.line,
        verdict=entry.verdict,
    )
    hand.log("finding.recorded", "finding", entry.reference, entry.reference, digest=digest(entry))
    return entry.reference

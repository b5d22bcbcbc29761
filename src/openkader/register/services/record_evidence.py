"""Somebody shows that a measure was carried out."""

from datetime import datetime

from django.db import transaction

from openkader.register.cases import measure_for_update
from openkader.register.entries import EvidenceEntry
from openkader.register.hand import Hand, digest
from openkader.register.measures import enter_evidence


@transaction.atomic
def record_evidence(measure: str, entry: EvidenceEntry, *, by: str, now: datetime) -> None:
    """Add a document or page to a measure; whether it is done is said when it is closed."""
    hand = Hand(by=by, now=now)
    row = measure_for_update(measure)
    enter_evidence(row.pk, [entry], hand)
    hand.log(
        "evidence.recorded",
        "measure",
        measure,
        row.activity.reference,
        digest=digest(entry),
        sha256=entry.sha256,
    )

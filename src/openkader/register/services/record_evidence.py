"""Somebody shows that a measure was carried out."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.cases import measure_for_update
from openkader.register.entries import EvidenceEntry
from openkader.register.hand import digest, writing
from openkader.register.measures import enter_evidence


def record_evidence(measure: str, entry: EvidenceEntry, *, by: str, now: datetime) -> None:
    """Add a document or page to a measure; whether it is done is said when it is closed."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = measure_for_update(measure, hand)
        enter_evidence([(row, [entry])], hand)
        hand.log(
            "evidence.recorded",
            "measure",
            measure,
            row.activity.reference,
            digest=digest(entry),
            sha256=entry.sha256,
        )

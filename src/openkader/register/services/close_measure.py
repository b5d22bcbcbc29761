"""A measure is done, or set aside with a reason."""

from datetime import datetime

from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import EvidenceKind, MeasureStatus
from openkader.register.cases import measure_for_update
from openkader.register.hand import require, writing


def close_measure(
    measure: str, status: MeasureStatus, *, by: str, now: datetime, reason: str | None = None
) -> None:
    """Close a measure; the trail keeps what it was before."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = measure_for_update(measure, hand)
        evidence = [EvidenceKind(kind) for kind in row.evidence.values_list("kind", flat=True)]
        require(rules.may_close(status, evidence, reason))
        before, row.status, row.reason = row.status, status, reason
        row.save(update_fields=["status", "reason"])
        hand.log("measure.closed", "measure", measure, row.activity.reference, before=before, after=status)

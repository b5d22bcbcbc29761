"""A measure is done or found not to apply; or what was closed is opened again."""

from datetime import datetime

from openkader.casework.measures import may_change, may_close, may_reopen
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding, EvidenceKind, MeasureStatus
from openkader.register.cases import measure_for_update
from openkader.register.hand import Hand, require, writing
from openkader.register.models import Measure


def close_measure(
    measure: str, status: MeasureStatus, *, by: str, now: datetime, reason: str | None = None
) -> None:
    """Close a measure; the trail keeps what it was before."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = measure_for_update(measure, hand)
        evidence = [EvidenceKind(kind) for kind in row.evidence.values_list("kind", flat=True)]
        require(may_change(MeasureStatus(row.status), ActivityStanding(row.activity.standing)))
        require(may_close(status, evidence, reason))
        put_to(row, status, hand, reason=reason)


def reopen_measure(measure: str, *, by: str, now: datetime) -> None:
    """Open a measure again, since it was closed too soon or in error."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = measure_for_update(measure, hand)
        require(may_reopen(MeasureStatus(row.status)))
        put_to(row, MeasureStatus.OPEN, hand)


def put_to(row: Measure, status: MeasureStatus, hand: Hand, *, reason: str | None = None) -> None:
    """Store where a measure stands within a change."""
    before, row.status, row.reason = row.status, status, reason
    row.waived_until = row.waived_until if status is MeasureStatus.WAIVED else None
    row.save(update_fields=["status", "reason", "waived_until"])
    act = "measure.opened" if status is MeasureStatus.OPEN else "measure.closed"
    hand.log(act, "measure", row.reference, row.activity.reference, before=before, after=status)

"""It is proposed to leave a measure undone, and a second person agrees."""

from datetime import datetime

from openkader.casework.measures import may_waive
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import MeasureStatus
from openkader.casework.waiving import Waiver, may_agree
from openkader.register.activity_entries import MeasureWaiverEntry
from openkader.register.cases import measure_for_update
from openkader.register.hand import claim_references, require, writing
from openkader.register.models import Measure, MeasureWaiver, MeasureWaiverAgreement
from openkader.register.services.close_measure import put_to
from openkader.register.waivers import waiver_of


def waive_measure(entry: MeasureWaiverEntry, *, by: str, now: datetime) -> str:
    """Propose it; the measure stays open until somebody else agreed."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = measure_for_update(entry.measure, hand)
        proposed = waivers_of(row)
        require(may_waive(entry.draft, MeasureStatus(row.status), proposed, hand.today))
        reference = f"{row.reference}-O{len(proposed) + 1}"
        claim_references([(reference, row.activity.reference)], kind="measure waiver")
        MeasureWaiver.objects.create(
            measure=row,
            reference=reference,
            reason=entry.draft.reason.strip(),
            expires_on=entry.draft.expires_on,
            at=now,
            by=by,
        )
        last = entry.draft.expires_on
        hand.log("measure.waiver-proposed", "measure", row.reference, row.activity.reference, expires_on=last)
    return reference


def agree_to_measure_waiver(waiver: str, *, by: str, now: datetime) -> None:
    """Let it hold until its last day; then the measure has to be done after all."""
    with writing(by=by, now=now, act=Act.WAIVE_MEASURE) as hand:
        found = MeasureWaiver.objects.filter(reference=waiver).values_list("measure__reference", flat=True)
        row = measure_for_update(found.first() or waiver, hand)
        proposed = row.waivers.select_related("agreement").get(reference=waiver)
        require(may_agree(waiver_of(proposed), by, hand.today))
        MeasureWaiverAgreement.objects.create(waiver=proposed, at=now, by=by)
        row.waived_until = proposed.expires_on
        put_to(row, MeasureStatus.WAIVED, hand, reason=proposed.reason)


def waivers_of(row: Measure) -> list[Waiver]:
    """What was proposed for a measure, as the rules want to see it."""
    return [waiver_of(one) for one in row.waivers.select_related("agreement").order_by("id")]

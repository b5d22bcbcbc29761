"""A second person agrees not to wait for a desk."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.waiving import may_agree
from openkader.register.advising import waiver_for_update, waiver_of
from openkader.register.hand import require, writing
from openkader.register.models import WaiverAgreement


def agree_to_waiver(waiver: str, *, by: str, now: datetime) -> None:
    """Let a waiver hold from now until its last day; agreed twice by one person, it is agreed once."""
    with writing(by=by, now=now, act=Act.WAIVE_ADVICE) as hand:
        row = waiver_for_update(waiver, hand)
        if WaiverAgreement.objects.filter(waiver=row, by=by).exists():
            return
        require(may_agree(waiver_of(row), by, hand.today))
        WaiverAgreement.objects.create(waiver=row, at=now, by=by)
        hand.log("waiver.agreed", "waiver", waiver, row.request.reference, desk=row.desk)

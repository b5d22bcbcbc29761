"""A company need not do a self-scan after all, or was asked at the wrong address."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.self_scan import may_take_back_scan
from openkader.register.asking import of_activity_for_update
from openkader.register.hand import require, writing
from openkader.register.models import SelfScan, SelfScanWithdrawal
from openkader.register.scanning import scan_of


def take_back_self_scan(scan: str, reason: str, *, by: str, now: datetime) -> None:
    """Close a question that is still open, and its links with it."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(SelfScan, "self_scan", scan, hand)
        require(may_take_back_scan(scan_of(row), reason))
        SelfScanWithdrawal.objects.create(scan=row, reason=reason.strip(), at=now, by=by)
        hand.log("self-scan.taken-back", "self_scan", scan, row.activity.reference)

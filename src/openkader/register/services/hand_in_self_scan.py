"""A company hands in its self-scan."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.self_scan import counted, may_hand_in, may_save_scan, runs_until
from openkader.casework.self_scan.form import restored_form
from openkader.register.asking import of_activity_for_update
from openkader.register.hand import digest, require, writing
from openkader.register.models import SelfScan, SelfScanResult
from openkader.register.scanning import scan_of, written
from openkader.register.self_scan_entries import ScanSaidEntry


def hand_in_self_scan(entry: ScanSaidEntry, *, by: str, now: datetime) -> None:
    """Keep what was answered, counted for each step, and until when it counts; what was handed in once stays so."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(SelfScan, "self_scan", entry.scan, hand)
        form = restored_form(row.form)
        require(may_save_scan(scan_of(row), entry.seen))
        require(may_hand_in(form, entry.said, entry.given_by))
        counts = {
            one.step: {str(reply): n for reply, n in one.replies.items()} for one in counted(form, entry.said)
        }
        result = SelfScanResult.objects.create(
            scan=row,
            said=written(entry.said, form),
            counts={str(step): replies for step, replies in counts.items()},
            given_by=entry.given_by.strip(),
            handed_in_on=hand.today,
            valid_until=runs_until(hand.today, form.months),
            at=now,
            by=by,
        )
        hand.log(
            "self-scan.handed-in",
            "self_scan",
            row.reference,
            row.activity.reference,
            expires_on=result.valid_until,
            digest=digest(entry),
        )

"""A company that did not hand in its self-scan is reminded."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.self_scan import may_remind_scan
from openkader.register.asking import note_reminder, of_activity_for_update
from openkader.register.hand import require, writing
from openkader.register.intake_entries import LinkEntry, MailEntry
from openkader.register.models import SelfScan
from openkader.register.scanning import scan_of


def remind_company(
    scan: str, *, by: str, now: datetime, link: LinkEntry | None = None, mail: MailEntry | None = None
) -> None:
    """Note that it is reminded, with a link of its own: of the first one only the digest is known."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(SelfScan, "self_scan", scan, hand)
        reminded = list(row.reminders.values_list("on", flat=True))
        require(may_remind_scan(scan_of(row), reminded, hand.today))
        note_reminder(row, row.activity, link, mail, hand)
        hand.log("company.reminded", "self_scan", scan, row.activity.reference)

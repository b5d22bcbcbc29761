"""A company keeps what it filled in of its self-scan so far."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.self_scan import may_save_scan
from openkader.casework.self_scan.form import restored_form
from openkader.register.asking import of_activity_for_update
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.models import SelfScan, SelfScanSave
from openkader.register.scanning import scan_of, written
from openkader.register.self_scan_entries import ScanSaidEntry


def save_self_scan(entry: ScanSaidEntry, *, by: str, now: datetime) -> None:
    """Add what is filled in now; who did not see what another saved is told so, and a second click changes nothing."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(SelfScan, "self_scan", entry.scan, hand)
        scan = scan_of(row)
        said = written(entry.said, restored_form(row.form))
        last = row.saves.order_by("-number").first()
        if scan.is_open and last is not None and _is_again(last, said, entry):
            return
        require(may_save_scan(scan, entry.seen))
        _store(row, said, entry, hand)


def _is_again(last: SelfScanSave, said: dict[str, object], entry: ScanSaidEntry) -> bool:
    is_next = last.number in (entry.seen, entry.seen + 1)
    return is_next and last.said == said and last.given_by == entry.given_by.strip()


def _store(row: SelfScan, said: dict[str, object], entry: ScanSaidEntry, hand: Hand) -> None:
    number = entry.seen + 1
    SelfScanSave.objects.create(
        scan=row, number=number, said=said, given_by=entry.given_by.strip(), at=hand.now, by=hand.by
    )
    hand.log(
        "self-scan.saved",
        "self_scan",
        row.reference,
        row.activity.reference,
        number=number,
        digest=digest(entry),
    )

"""It is proposed to let a company come along without a self-scan, and a second person agrees."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.self_scan import ScanWaiverDraft, may_waive_scan
from openkader.casework.waiving import may_agree
from openkader.register.asking import of_activity_for_update
from openkader.register.cases import activity_for_update
from openkader.register.hand import claim_references, digest, require, writing
from openkader.register.models import Party, ScanWaiver, ScanWaiverAgreement
from openkader.register.numbering import next_reference
from openkader.register.scanning import companies_of, needed_on
from openkader.register.self_scan_entries import ScanWaiverEntry
from openkader.register.waivers import waiver_of


def waive_self_scan(entry: ScanWaiverEntry, *, by: str, now: datetime) -> str:
    """Propose it; it holds once a second person agreed. Proposed twice, it is one."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        said = {"reason": entry.reason.strip(), "expires_on": entry.expires_on, "by": by}
        same = activity.scan_waivers.filter(party__reference=entry.party, **said).first()
        if same is not None:
            return same.reference
        company = next((one for one in companies_of(activity) if one.party == entry.party), None)
        draft = ScanWaiverDraft(reason=entry.reason, expires_on=entry.expires_on)
        require(may_waive_scan(company, draft, hand.today, needed_on(activity, hand.today)))
        reference = next_reference(f"{activity.reference}-ZO")
        claim_references([(reference, activity.reference)], kind="scan_waiver")
        party = Party.objects.get(reference=entry.party)
        ScanWaiver.objects.create(activity=activity, party=party, reference=reference, at=now, **said)
        hand.log(
            "self-scan.waiver-proposed",
            "scan_waiver",
            reference,
            activity.reference,
            party=entry.party,
            expires_on=entry.expires_on,
            digest=digest(entry),
        )
    return reference


def agree_to_scan_waiver(waiver: str, *, by: str, now: datetime) -> None:
    """Let it hold from now until its last day; agreed twice by one person, it is agreed once."""
    with writing(by=by, now=now, act=Act.WAIVE_SCAN) as hand:
        row = of_activity_for_update(ScanWaiver, "scan_waiver", waiver, hand)
        if ScanWaiverAgreement.objects.filter(waiver=row, by=by).exists():
            return
        require(may_agree(waiver_of(row), by, hand.today))
        ScanWaiverAgreement.objects.create(waiver=row, at=now, by=by)
        hand.log("self-scan.waived", "scan_waiver", waiver, row.activity.reference)

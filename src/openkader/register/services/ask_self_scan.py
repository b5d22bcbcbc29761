"""A company that takes part in an activity is asked for its self-scan."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.self_scan import ScanForm, ScanQuestionDraft, may_ask_scan
from openkader.register.asking import asked_columns, open_link
from openkader.register.cases import activity_for_update
from openkader.register.chain import fingerprint
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.models import Activity, Party, SelfScan
from openkader.register.numbering import next_reference
from openkader.register.outgoing import enter_mail
from openkader.register.scanning import needed_on, same_parties, scan_of, scans_of
from openkader.register.self_scan_entries import SelfScanEntry
from openkader.register.taking_part import taking_part


def ask_self_scan(entry: SelfScanEntry, *, form: ScanForm, by: str, now: datetime) -> str:
    """Ask for it, with the form as it is now; asked twice it is one question, to which a second link leads as well."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        party = _party(activity, entry.party)
        rows = list(scans_of(same_parties([party.pk])[party.pk])) if party else []
        open_already = next((row for row in rows if party and _is_same(row, entry, activity, by)), None)
        if open_already is not None:
            open_link(open_already, entry.link, hand)
            hand.log("self-scan.linked", "self_scan", open_already.reference, activity.reference)
            return open_already.reference
        draft = ScanQuestionDraft(recipient=entry.recipient, due_on=entry.due_on)
        scans, day = [scan_of(row) for row in rows], needed_on(activity, hand.today)
        require(may_ask_scan(draft, scans, hand.today, takes_part=party is not None, needed_on=day))
        assert party is not None  # noqa: S101 - refused just above
        row = _store(entry, activity, party, form, hand)
        open_link(row, entry.link, hand)
        if entry.mail is not None:
            enter_mail(entry.mail, activity, hand)
    return row.reference


def _party(activity: Activity, reference: str) -> Party | None:
    """The party of that reference, when it takes part by name and may be a company."""
    found = (one.party for one in taking_part(activity).companies)
    return next((party for party in found if party and party.reference == reference), None)


def _is_same(row: SelfScan, entry: SelfScanEntry, activity: Activity, by: str) -> bool:
    """The very same question by the same hand, while it is open: a second click."""
    asked = (row.activity_id, row.party.reference, row.recipient, row.email, row.due_on, row.by)
    said = (activity.pk, entry.party, entry.recipient.strip(), entry.email, entry.due_on, by)
    return scan_of(row).is_open and asked == said


def _store(entry: SelfScanEntry, activity: Activity, party: Party, form: ScanForm, hand: Hand) -> SelfScan:
    reference, asked = next_reference(f"{activity.reference}-Z"), form.written()
    claim_references([(reference, activity.reference)], kind="self_scan")
    row = SelfScan.objects.create(
        activity=activity,
        party=party,
        form=asked,
        form_digest=fingerprint(asked),
        **asked_columns(entry, reference, hand),
    )
    hand.log(
        "self-scan.asked",
        "self_scan",
        reference,
        activity.reference,
        party=party.reference,
        due_on=entry.due_on,
        form_digest=row.form_digest,
        digest=digest(entry),
    )
    return row

"""A session in which those who take part were informed is noted, or struck out when it was noted wrongly."""

from datetime import datetime

from openkader.base.errors import NotFound, Refusal
from openkader.casework.permissions import Act
from openkader.casework.self_scan import BriefingDraft, Present, ScanForm, may_note_briefing
from openkader.register.asking import of_activity_for_update
from openkader.register.cases import activity_for_update
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.models import Activity, Briefing, BriefingCorrection, BriefingPresence
from openkader.register.numbering import next_reference
from openkader.register.self_scan_entries import BriefingEntry
from openkader.register.taking_part import Member, key_of, taking_part


def note_briefing(entry: BriefingEntry, *, form: ScanForm, by: str, now: datetime) -> str:
    """Keep when it was, by whom, and who was there; noted twice, it is one."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        members = {one.key: one for one in taking_part(activity).members}
        for stranger in sorted(entry.present.keys() - members.keys()):
            raise NotFound("participation", stranger)
        same = _same(activity, entry, by)
        if same is not None:
            return same.reference
        present = {name: Present(members[name].number, number) for name, number in entry.present.items()}
        draft = BriefingDraft(kind=entry.kind, held_on=entry.held_on, by_whom=entry.by_whom, present=present)
        require(may_note_briefing(draft, [one.id for one in form.sessions], hand.today))
        row = _store(entry, activity, hand)
        BriefingPresence.objects.bulk_create(
            BriefingPresence(briefing=row, **_of(members[name]), number=number)
            for name, number in entry.present.items()
            if number is not None
        )
    return row.reference


def strike_out_briefing(briefing: str, reason: str, *, by: str, now: datetime) -> None:
    """Let it count for nothing from now on; what was noted stays to be read."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = of_activity_for_update(Briefing, "briefing", briefing, hand)
        is_gone = BriefingCorrection.objects.filter(briefing=row).exists()
        require(Refusal("briefing.struck-out") if is_gone else None)
        require(None if reason.strip() else Refusal("briefing.no-reason"))
        BriefingCorrection.objects.create(briefing=row, reason=reason.strip(), at=now, by=by)
        hand.log("briefing.struck-out", "briefing", briefing, row.activity.reference)


def _same(activity: Activity, entry: BriefingEntry, by: str) -> Briefing | None:
    """The very same session by the same hand, as long as it counts: a second click."""
    said = {"kind": entry.kind, "held_on": entry.held_on, "by_whom": entry.by_whom.strip(), "by": by}
    query = activity.briefings.filter(**said, subject=entry.subject.strip(), correction__isnull=True)
    noted = {name: number for name, number in entry.present.items() if number is not None}
    for row in query.order_by("id"):
        if {key_of(one): one.number for one in row.presences.all()} == noted:
            return row
    return None


def _of(member: Member) -> dict[str, int | None]:
    return {"participation_id": member.participation, "participant": member.participant}


def _store(entry: BriefingEntry, activity: Activity, hand: Hand) -> Briefing:
    reference = next_reference(f"{activity.reference}-VS")
    claim_references([(reference, activity.reference)], kind="briefing")
    row = Briefing.objects.create(
        activity=activity,
        reference=reference,
        kind=entry.kind,
        held_on=entry.held_on,
        by_whom=entry.by_whom.strip(),
        subject=entry.subject.strip(),
        at=hand.now,
        by=hand.by,
    )
    hand.log(
        "briefing.noted",
        "briefing",
        reference,
        activity.reference,
        session=entry.kind,
        held_on=entry.held_on,
        digest=digest(entry),
    )
    return row

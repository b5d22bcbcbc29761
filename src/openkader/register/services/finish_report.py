"""A text about an activity is final; a report to the council becomes evidence of the measure that asks for it."""

from datetime import datetime

from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.casework.reporting import may_finish, may_write
from openkader.casework.vocabulary import ActivityStanding, EvidenceKind
from openkader.register.cases import activity_for_update, level_of
from openkader.register.documents import Recognised, recognised
from openkader.register.entries import EvidenceEntry
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.measures import enter_evidence
from openkader.register.models import Activity, ReportFinal
from openkader.register.numbering import next_reference
from openkader.register.report_entries import FinalEntry
from openkader.register.reports import newest_draft, stand_of


def finish_report(entry: FinalEntry, *, by: str, now: datetime) -> str:
    """Make the version that was read final; its reference. Whether the measure is done is said when it is closed."""
    kept = recognised([entry.paper] if entry.paper else [])
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(may_write(entry.kind, level_of(activity)))
        draft = newest_draft(activity, entry.kind, entry.language)
        stand = stand_of(draft)
        if draft is not None and stand.is_final and draft.final.by == by and entry.seen == stand.version:
            return str(draft.final.reference)
        require(may_finish(entry.seen, stand))
        reference = next_reference(f"{activity.reference}-VSL")
        claim_references([(reference, activity.reference)], kind="report")
        assert draft is not None  # noqa: S101 - there is a version, or the rule refused
        sha256 = kept[0].digest if kept else None
        ReportFinal.objects.create(draft=draft, reference=reference, sha256=sha256, at=now, by=by)
        shown = _prove(activity, entry, reference, kept, hand)
        hand.log(
            "report.finished",
            "report",
            reference,
            activity.reference,
            sort=entry.kind,
            number=stand.version,
            sha256=sha256,
            measures=shown,
        )
    return reference


def _prove(
    activity: Activity, entry: FinalEntry, reference: str, kept: list[Recognised], hand: Hand
) -> list[str]:
    """The paper as evidence beside the measure that asks for it, where the activity has that measure."""
    if not entry.measure or not kept or activity.standing == ActivityStanding.CANCELLED:
        return []
    rows = list(activity.measures.filter(code=entry.measure).order_by("id"))
    title = Text(nl=f"Verslag {reference}", en=f"Report {reference}")
    shown = EvidenceEntry(kind=EvidenceKind.REPORT, title=title, sha256=kept[0].digest, record=reference)
    enter_evidence([(row, [shown]) for row in rows], hand, kept)
    return [row.code for row in rows]

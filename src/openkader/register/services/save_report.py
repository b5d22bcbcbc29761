"""A text about an activity is saved: each time another version, and no writer is overwritten."""

from datetime import datetime

from openkader.base.text import plain_lines
from openkader.casework.permissions import Act
from openkader.casework.reporting import may_save, may_write
from openkader.register.cases import activity_for_update, level_of
from openkader.register.hand import digest, require, writing
from openkader.register.models import ReportDraft
from openkader.register.report_entries import ReportEntry
from openkader.register.reports import newest_draft, stand_of


def save_report(entry: ReportEntry, *, by: str, now: datetime) -> int:
    """Keep a version; its number. The same text by the same hand again, as by a second click, is that version."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(may_write(entry.kind, level_of(activity)))
        newest = newest_draft(activity, entry.kind, entry.language)
        text = plain_lines(entry.text)
        if newest is not None and newest.text == text and newest.by == by:
            return newest.version
        require(may_save(text, entry.seen, stand_of(newest)))
        ReportDraft.objects.create(
            activity=activity,
            kind=entry.kind,
            language=entry.language,
            version=entry.seen + 1,
            text=text,
            sections=dict(entry.sections),
            at=now,
            by=by,
        )
        place = activity.reference
        hand.log(
            "report.saved",
            "activity",
            place,
            place,
            sort=entry.kind,
            number=entry.seen + 1,
            digest=digest(entry),
        )
    return entry.seen + 1

"""The measures of an activity: until when each is to be done, who is told of it, and how it is closed.

A kader says how many days from the activity; the days count before its first day, or after its last.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.vocabulary import ActivityStanding, EvidenceKind, MeasureStatus
from openkader.casework.waiving import Waiver

STATUSES: Mapping[MeasureStatus, Text] = {
    MeasureStatus.OPEN: Text(nl="Open", en="Open"),
    MeasureStatus.REPORTED: Text(nl="Gemeld, zonder bewijs", en="Reported, no evidence"),
    MeasureStatus.DONE: Text(nl="Gedaan, met bewijs", en="Done, with evidence"),
    MeasureStatus.NOT_APPLICABLE: Text(nl="Niet van toepassing", en="Does not apply"),
    MeasureStatus.WAIVED: Text(nl="Vrijgesteld", en="Waived"),
}
CLOSED = frozenset({MeasureStatus.DONE, MeasureStatus.NOT_APPLICABLE, MeasureStatus.WAIVED})
AHEAD = timedelta(days=7)  # how long before its last day somebody is reminded of a measure


class ReminderStage(StrEnum):
    """When an owner is reminded: once ahead of the last day, and once when it has passed."""

    AHEAD = "ahead"
    LATE = "late"


def due_of(moment_days: int | None, period: Period | None) -> date | None:
    """The last day on which a measure is done in time; None where the kader or the activity names no day.

    Of an activity of which only the month is known, what has to be done before it counts from
    the first day of that month, and what comes after it from the last.
    """
    if moment_days is None or period is None:
        return None
    return (period.ends_on if moment_days > 0 else period.starts_on) + timedelta(days=moment_days)


def stage_of(due_on: date, today: date) -> ReminderStage | None:
    """Which reminder a measure that is still open asks for today."""
    if today > due_on:
        return ReminderStage.LATE
    return ReminderStage.AHEAD if today >= due_on - AHEAD else None


def is_lapsed(status: MeasureStatus, waived_until: date | None, today: date) -> bool:
    """Whether a measure was waived until a day that has passed: it has to be done after all."""
    return status is MeasureStatus.WAIVED and waived_until is not None and today > waived_until


def may_prove(url: str | None, sha256: str | None, record: str | None) -> Refusal | None:
    """Evidence can be found again: as a file, at an address, or as another record."""
    return None if any((url, sha256, record)) else Refusal("measure.no-evidence")


def may_close(
    status: MeasureStatus, evidence: Collection[EvidenceKind], reason: str | None
) -> Refusal | None:
    """A measure is done when there is evidence; what does not apply has a reason, and a waiver is agreed to."""
    if status is MeasureStatus.DONE and not evidence:
        return Refusal("measure.no-evidence")
    if status is MeasureStatus.WAIVED:
        return Refusal("measure.waiver-needs-two")
    if status is MeasureStatus.NOT_APPLICABLE and not (reason or "").strip():
        return Refusal("measure.no-reason")
    return None if status in CLOSED else Refusal("measure.not-closed")


def may_close_with(status: MeasureStatus | None) -> Refusal | None:
    """A record closes a measure that was set out and is not closed yet; None is one that was never set out."""
    if status is None:
        return Refusal("measure.not-set-out")
    return Refusal("measure.closed-already") if status in CLOSED else None


def may_change(status: MeasureStatus, standing: ActivityStanding) -> Refusal | None:
    """What belongs to an activity that was called off stays as it was."""
    if standing is ActivityStanding.CANCELLED:
        return Refusal("activity.cancelled")
    return may_close_with(status)


@dataclass(frozen=True, slots=True, kw_only=True)
class WaiverDraft:
    """To leave a measure undone, as somebody wants to propose it."""

    reason: str
    expires_on: date


def may_reopen(status: MeasureStatus) -> Refusal | None:
    """Only what was closed can be opened again."""
    return None if status in CLOSED else Refusal("measure.not-closed-yet")


def may_waive(
    draft: WaiverDraft, status: MeasureStatus, proposed: Sequence[Waiver], today: date
) -> Refusal | None:
    """What is still to be done is left undone with a reason and for a time; one proposal waits at a time."""
    closed = may_close_with(status)
    if closed is not None:
        return closed
    if any(one.is_proposed(today) for one in proposed):
        return Refusal("measure.waiver-proposed")
    if not draft.reason.strip():
        return Refusal("measure.no-reason")
    return Refusal("waiver.expired") if draft.expires_on < today else None

"""An activity from plan to past: when it may be planned, when it was held, and when it is called off."""

from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.period import Period
from openkader.casework.vocabulary import ActivityStanding, Precision


def may_hold(standing: ActivityStanding, period: Period | None, today: date) -> Refusal | None:
    """What was planned took place once its first possible day has come."""
    if standing is not ActivityStanding.PLANNED:
        return Refusal("activity.not-planned")
    if period is not None and today < period.starts_on:
        return Refusal("activity.not-begun", {"day": period.starts_on.isoformat()})
    return None


def may_move(standing: ActivityStanding) -> Refusal | None:
    """Only what still has to take place can be put on another day."""
    return None if standing is ActivityStanding.PLANNED else Refusal("activity.not-planned")


def days_between(before: Period | None, after: Period) -> int:
    """By how many days it moved; none where either first day is not known as a day."""
    if before is None or {before.precision, after.precision} != {Precision.DAY}:
        return 0
    return (after.starts_on - before.starts_on).days


def may_cancel(standing: ActivityStanding, reason: str) -> Refusal | None:
    """Only what still has to take place is called off, and the reason is kept."""
    if standing is not ActivityStanding.PLANNED:
        return Refusal("activity.not-planned")
    return None if reason.strip() else Refusal("activity.no-reason")

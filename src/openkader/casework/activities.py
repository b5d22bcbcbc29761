"""An activity from plan to past: when it may be planned, when it was held, and when it is called off."""

from datetime import date

from openkader.base.errors import Refusal
from openkader.casework.period import Period
from openkader.casework.vocabulary import ActivityStanding, Precision

_YEARS = range(1900, 2201)


def may_fall(period: Period) -> Refusal | None:
    """An activity lies in a year in which one can be; beyond it no last day of a measure could be reckoned."""
    years = (period.starts_on.year, period.ends_on.year)
    return None if all(year in _YEARS for year in years) else Refusal("activity.odd-year")


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

"""A planned activity gets other days; its programme moves along, and its measures get other last days."""

from datetime import datetime

from openkader.casework.activities import days_between, may_fall, may_move
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.kader import Assessor
from openkader.register.activity_entries import MoveEntry
from openkader.register.cases import activity_for_update
from openkader.register.columns import period_of
from openkader.register.hand import Still, dated, require, unseen, writing
from openkader.register.inviting import tell_invited
from openkader.register.missions import shift_slots
from openkader.register.models import Activity
from openkader.register.services.renew_measures import renew


def move_activity(
    entry: MoveEntry, *, assessor: Assessor, by: str, now: datetime, still: Still = unseen
) -> None:
    """Put it on other days; on the same days nothing happens."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row, period = activity_for_update(entry.activity, hand), entry.period
        still()
        require(may_move(ActivityStanding(row.standing)) or may_fall(period))
        if period_of(vars(row)) == period:
            return
        before = period_of(vars(row))
        put_on(row, period)
        moved = shift_slots(row, days_between(before, period), hand)
        first = before.starts_on if before else None
        hand.log(
            "activity.moved",
            "activity",
            entry.activity,
            entry.activity,
            before=first,
            after=period.starts_on,
            number=moved,
        )
        renew(row, assessor, hand)
        tell_invited(row, hand)


def put_on(row: Activity, period: Period) -> None:
    """Store its days, and the year that follows from them."""
    for name, value in dated(period).items():
        setattr(row, name, value)
    row.year = period.starts_on.year
    row.save(update_fields=["starts_on", "ends_on", "precision", "year"])
    for beside in (row.participations, row.measures, row.agreements):
        beside.update(year=row.year)

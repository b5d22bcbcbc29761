"""A planned activity took place."""

from datetime import datetime

from openkader.casework.activities import may_fall, may_hold
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.kader import Assessor
from openkader.register.activity_entries import HeldEntry
from openkader.register.cases import activity_for_update
from openkader.register.hand import Still, require, unseen, writing
from openkader.register.scan_forms import scan_form_here
from openkader.register.scanning import day_within, why_not_start
from openkader.register.services.move_activity import put_on
from openkader.register.services.renew_measures import renew


def hold_activity(
    entry: HeldEntry, *, assessor: Assessor, by: str, now: datetime, still: Still = unseen
) -> None:
    """Note that it was held, when, and with whom; from now on it counts in the figures of its year.

    A mission waits for the self-scan of each company that took part.
    """
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = activity_for_update(entry.activity, hand)
        still()
        standing = ActivityStanding(row.standing)
        require(may_hold(standing, entry.period, hand.today) or may_fall(entry.period))
        require(why_not_start(row, scan_form_here(), assessor, day=day_within(entry.period, hand.today)))
        put_on(row, entry.period)
        row.standing, row.place = ActivityStanding.HELD, entry.place
        row.office_holder, row.foreign_delegation = entry.office_holder, entry.foreign_delegation
        row.save(update_fields=["standing", "place", "office_holder", "foreign_delegation"])
        hand.log(
            "activity.held", "activity", entry.activity, entry.activity, starts_on=entry.period.starts_on
        )
        renew(row, assessor, hand)

"""Somebody gets a measure to see to."""

from datetime import datetime

from openkader.casework.measures import may_change
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding, MeasureStatus
from openkader.register.cases import measure_for_update
from openkader.register.hand import Still, require, unseen, writing


def give_measure(measure: str, owner: str | None, *, by: str, now: datetime, still: Still = unseen) -> None:
    """Name who sees to it: an account, or in words who does so outside; None is whom the kader names."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = measure_for_update(measure, hand)
        still()
        require(may_change(MeasureStatus(row.status), ActivityStanding(row.activity.standing)))
        if row.owner == owner:
            return
        row.owner = owner
        row.save(update_fields=["owner"])
        hand.log("measure.given", "measure", measure, row.activity.reference)

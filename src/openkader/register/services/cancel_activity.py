"""A planned activity is called off."""

from datetime import datetime

from openkader.casework.activities import may_cancel
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.cases import activity_for_update
from openkader.register.hand import Still, require, unseen, writing
from openkader.register.inviting import tell_invited


def cancel_activity(activity: str, reason: str, *, by: str, now: datetime, still: Still = unseen) -> None:
    """Keep it with the reason; it counts nowhere, and nobody is reminded of its measures."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = activity_for_update(activity, hand)
        still()
        require(may_cancel(ActivityStanding(row.standing), reason))
        row.standing, row.cancelled_because = ActivityStanding.CANCELLED, reason.strip()
        row.save(update_fields=["standing", "cancelled_because"])
        hand.log("activity.cancelled", "activity", activity, activity)
        tell_invited(row, hand)

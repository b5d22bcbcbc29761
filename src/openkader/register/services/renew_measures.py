"""What the kader asks of an activity is worked out again, since more is known or its days changed."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.kader import Assessor
from openkader.register.carrying_out import dues_of, weighed
from openkader.register.cases import activity_for_update
from openkader.register.hand import Hand, writing
from openkader.register.measures import is_open
from openkader.register.models import Activity
from openkader.register.services.require_measures import open_measures


def renew_measures(activity: str, *, assessor: Assessor, by: str, now: datetime) -> list[str]:
    """Open what the kader certainly asks for and is not there yet; nothing that is there goes away."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        return renew(activity_for_update(activity, hand), assessor, hand)


def renew(activity: Activity, assessor: Assessor, hand: Hand) -> list[str]:
    """The same within a change: measures that are open get the last day that follows from the activity's days."""
    dues = dues_of(activity, assessor)
    for row in activity.measures.filter(is_open()):
        due_on = dues.get(row.code)
        if due_on is not None and row.due_on != due_on:
            row.due_on = due_on
            row.save(update_fields=["due_on"])
    asked = {one.id: one.line for one in weighed(activity, assessor).asked_measures}
    return open_measures(activity, asked, hand, dues)

"""What receivers could not be told is tried again, now."""

from datetime import datetime

from django.db.models import Q

from openkader.casework.permissions import Act
from openkader.register.hand import writing
from openkader.register.leases import lease_ended
from openkader.register.models import EventSubscription


def send_events_again(*, by: str, now: datetime) -> int:
    """Every receiver that did not answer as it should is tried at once, and from the beginning; how many.

    What a worker holds at this moment is left to it.
    """
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        free = Q(taken_by=None) | lease_ended(now)
        failing = EventSubscription.objects.filter(free, withdrawn_at=None, failures__gt=0)
        anew = {"taken_by": None, "lease_ends": None, "failures": 0, "failing_since": None}
        number = failing.update(not_before=now, **anew)
        if number:
            hand.log("subscription.tried-again", "subscription", "*", "*", number=number)
    return number

"""An administrator lets mail that could not be sent be tried again, now."""

from datetime import datetime

from django.db.models import Q

from openkader.casework.permissions import Act
from openkader.register.hand import writing
from openkader.register.leases import lease_ended
from openkader.register.mail_terms import MOST_ATTEMPTS
from openkader.register.models import OutgoingMail


def send_mails_again(*, by: str, now: datetime) -> int:
    """Whatever waits after an attempt that failed may be tried at once, and what was held from the beginning; how many.

    What a worker holds at this moment is left to it.
    """
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        free = Q(taken_by=None) | lease_ended(now)
        tried = OutgoingMail.objects.filter(free, finished_at=None, attempts__gt=0)
        anew = {"not_before": now, "taken_by": None, "lease_ends": None}
        waiting = tried.filter(attempts__lt=MOST_ATTEMPTS, not_before__gt=now).update(**anew)
        number = waiting + tried.filter(attempts__gte=MOST_ATTEMPTS).update(attempts=0, **anew)
        if number:
            hand.log("mail.tried-again", "mail", "mail", "mail", number=number)
    return number

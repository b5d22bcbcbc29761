"""An administrator lets mail that could not be sent be tried again, now."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import writing
from openkader.register.mail_terms import MOST_ATTEMPTS
from openkader.register.models import OutgoingMail


def send_mails_again(*, by: str, now: datetime) -> int:
    """Whatever waits after an attempt that failed may be tried at once, and what was held from the beginning; how many.

    What a worker holds at this moment is left to it.
    """
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        tried = OutgoingMail.objects.filter(finished_at=None, taken_by=None, attempts__gt=0)
        waiting = tried.filter(not_before__gt=now)
        held = waiting.filter(attempts__gte=MOST_ATTEMPTS).update(attempts=0, not_before=now)
        number = held + waiting.update(not_before=now)
        if number:
            hand.log("mail.tried-again", "mail", "mail", "mail", number=number)
    return number

"""Mail that belongs to no dossier and was set aside is forgotten after its term, with the file of it."""

from datetime import datetime

from openkader.register.destroying.leaving import unrecorded
from openkader.register.hand import writing
from openkader.register.mail_terms import HELD
from openkader.register.models import ReceivedMail
from openkader.register.shelf import shelf
from openkader.register.traces import written_over


def forget_mails(*, by: str, now: datetime) -> int:
    """Forget every mail of nobody that was set aside long enough ago; how many. Most days there is none."""
    over = ReceivedMail.objects.filter(request=None, handled_at__lte=now - HELD)
    if not over.exists():
        return 0
    with written_over(), writing(by=by, now=now, act=None) as hand:
        rows = list(over.select_for_update())
        ReceivedMail.objects.filter(pk__in=[row.pk for row in rows]).delete()
        hand.log("mail.cleared", "mail", "mail", "mail", number=len(rows))
    # After it: what stays on the shelf when we fall over here leads nowhere.
    for digest in unrecorded({row.digest for row in rows if row.digest}):
        shelf().drop(digest)
    return len(rows)

"""Nothing follows from a mail that came in, and somebody says why."""

from datetime import datetime

from openkader.casework.mail import MailOutcome
from openkader.casework.permissions import Act
from openkader.register.hand import writing
from openkader.register.received import Handling, handle, mail_for_update


def set_mail_aside(mail: str, reason: str, *, by: str, now: datetime) -> None:
    """It waits no more; at a dossier it stays until that goes, else it is forgotten after a while."""
    with writing(by=by, now=now, act=Act.TAKE_IN) as hand:
        hand.keeps_lines = False
        row = mail_for_update(mail, hand)
        handle(row, Handling(mail=mail, becomes=MailOutcome.SET_ASIDE, reason=reason), hand)
        hand.log("mail.set-aside", "mail", mail, str(row.request.reference) if row.request else "mail")

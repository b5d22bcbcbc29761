"""A desk that has not answered is reminded."""

from dataclasses import asdict
from datetime import datetime

from openkader.casework.advice import may_remind
from openkader.casework.permissions import Act
from openkader.register.advising import advice_for_update, asked_of
from openkader.register.hand import require, writing
from openkader.register.intake_entries import LinkEntry, MailEntry
from openkader.register.models import AdviceLink, AdviceReminder
from openkader.register.outgoing import enter_mail


def remind_adviser(
    advice: str,
    *,
    by: str,
    now: datetime,
    link: LinkEntry | None = None,
    mail: MailEntry | None = None,
) -> None:
    """Note that a desk is reminded, with a link of its own: of the first one only the digest is known."""
    with writing(by=by, now=now, act=Act.ASK_ADVICE) as hand:
        row = advice_for_update(advice, hand)
        reminded = list(row.reminders.values_list("on", flat=True))
        require(may_remind(asked_of(row, {}), reminded, hand.today))
        AdviceReminder.objects.create(advice_request=row, on=hand.today, at=now, by=by)
        if link is not None:
            AdviceLink.objects.create(advice_request=row, **asdict(link), at=now, by=by)
        if mail is not None:
            enter_mail(mail, row.request, hand)
        hand.log("adviser.reminded", "advice", advice, row.request.reference, desk=row.desk)

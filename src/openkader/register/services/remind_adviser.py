"""A desk that has not answered is reminded."""

from datetime import datetime

from openkader.casework.advice import may_remind
from openkader.casework.permissions import Act
from openkader.register.advising import advice_for_update, asked_of
from openkader.register.asking import note_reminder
from openkader.register.hand import require, writing
from openkader.register.intake_entries import LinkEntry, MailEntry


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
        note_reminder(row, row.request, link, mail, hand)
        hand.log("adviser.reminded", "advice", advice, row.request.reference, desk=row.desk)

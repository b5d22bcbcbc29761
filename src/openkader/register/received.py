"""Mail that came in, held while somebody says what becomes of it."""

from dataclasses import dataclass

from openkader.base.errors import NotFound
from openkader.casework.mail import MailOutcome, may_handle
from openkader.register.hand import Hand, require
from openkader.register.models import ReceivedMail, Request
from openkader.register.visibility import visible_or_alone


@dataclass(frozen=True, slots=True, kw_only=True)
class Handling:
    """What somebody makes of a mail: which one, and what it becomes."""

    mail: str
    becomes: MailOutcome
    reason: str = ""


def mail_for_update(reference: str, hand: Hand) -> ReceivedMail:
    """The mail, held until the transaction ends; of a dossier that may not be seen there is none."""
    rows = ReceivedMail.objects.select_for_update(of=("self",)).select_related("request", "advice")
    row = rows.filter(visible_or_alone(hand.person), reference=reference).first()
    if row is None:
        raise NotFound("mail", reference[:80])
    return row


def handle(row: ReceivedMail, handling: Handling, hand: Hand, request: Request | None = None) -> None:
    """Say what became of it; a mail of no dossier goes with the request that was begun from it."""
    before = MailOutcome(row.outcome) if row.outcome else None
    reason = handling.reason.strip()
    require(may_handle(before, has_content=bool(row.digest), becomes=handling.becomes, reason=reason))
    row.outcome, row.handled_at, row.handled_by = handling.becomes, hand.now, hand.by
    row.reason, row.request = reason or None, row.request or request
    row.save(update_fields=["outcome", "handled_at", "handled_by", "reason", "request"])

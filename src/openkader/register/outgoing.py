"""Mail that has to go out, entered with the change that it tells of."""

from openkader.register.hand import Hand
from openkader.register.intake_entries import MailEntry
from openkader.register.models import OutgoingMail, Request


def enter_mail(entry: MailEntry, request: Request, hand: Hand) -> None:
    """Let a mail wait to be sent; the trail does not say to whom."""
    OutgoingMail.objects.create(
        request=request,
        purpose=entry.purpose,
        to=entry.to,
        subject=" ".join(entry.subject.replace("{reference}", request.reference).split()),
        text=entry.text.replace("{reference}", request.reference),
        queued_at=hand.now,
        queued_by=hand.by,
        not_before=hand.now,
    )
    hand.log("mail.queued", "request", request.reference, request.reference, purpose=entry.purpose)

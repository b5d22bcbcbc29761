"""Mail that has to go out, entered with the change that it tells of."""

from openkader.register.hand import Hand
from openkader.register.intake_entries import MailEntry
from openkader.register.models import Activity, OutgoingMail, Request


def enter_mail(entry: MailEntry, about: Request | Activity, hand: Hand) -> None:
    """Let a mail about a case or an activity wait to be sent; the trail does not say to whom."""
    reference = about.reference
    OutgoingMail.objects.create(
        request=about if isinstance(about, Request) else about.request,
        purpose=entry.purpose,
        to=entry.to,
        subject=" ".join(entry.subject.replace("{reference}", reference).split()),
        text=entry.text.replace("{reference}", reference),
        queued_at=hand.now,
        queued_by=hand.by,
        not_before=hand.now,
    )
    kind = "request" if isinstance(about, Request) else "activity"
    hand.log("mail.queued", kind, reference, reference, purpose=entry.purpose)

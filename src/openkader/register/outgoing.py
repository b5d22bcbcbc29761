"""Mail that has to go out, entered with the change that it tells of."""

from openkader.register.hand import Hand
from openkader.register.intake_entries import MailEntry
from openkader.register.models import Activity, Agreement, OutgoingMail, Request

_KINDS = {Request: "request", Activity: "activity", Agreement: "agreement"}


def enter_mail(entry: MailEntry, about: Request | Activity | Agreement, hand: Hand) -> None:
    """Let a mail about a case, an activity or an agreement wait to be sent; the trail does not say to whom."""
    reference = about.reference
    OutgoingMail.objects.create(
        request=_case(about),
        purpose=entry.purpose,
        to=entry.to,
        subject=" ".join(entry.subject.replace("{reference}", reference).split()),
        text=entry.text.replace("{reference}", reference),
        queued_at=hand.now,
        queued_by=hand.by,
        not_before=hand.now,
    )
    hand.log("mail.queued", _KINDS[type(about)], reference, _dossier(about), purpose=entry.purpose)


def _case(about: Request | Activity | Agreement) -> Request | None:
    if isinstance(about, Agreement):
        return about.activity.request if about.activity else None
    return about if isinstance(about, Request) else about.request


def _dossier(about: Request | Activity | Agreement) -> str:
    activity = about.activity if isinstance(about, Agreement) else None
    return str(activity.reference if activity else about.reference)

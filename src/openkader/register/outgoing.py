"""Mail that has to go out, entered with the change that it tells of."""

from typing import TypeAlias

from django.contrib.auth.models import User

from openkader.register.hand import Hand
from openkader.register.intake_entries import MailEntry
from openkader.register.models import (
    Activity,
    AdviceRequest,
    Agreement,
    CalendarInvitation,
    OutgoingMail,
    Recommendation,
    Request,
)

About: TypeAlias = Request | Activity | Agreement | Recommendation | User
_KINDS = {
    Request: "request",
    Activity: "activity",
    Agreement: "agreement",
    Recommendation: "recommendation",
    User: "account",
}


def enter_mail(
    entry: MailEntry,
    about: About,
    hand: Hand,
    advice: AdviceRequest | None = None,
    invitation: CalendarInvitation | None = None,
) -> None:
    """Let a mail about a record wait to be sent, which may ask for `advice`; the trail does not say to whom.

    That of an `invitation` is worded when it goes.
    """
    reference = about.username if isinstance(about, User) else about.reference
    OutgoingMail.objects.create(
        request=_case(about),
        advice=advice,
        invitation=invitation,
        purpose=entry.purpose,
        to=entry.to,
        subject=" ".join(entry.subject.replace("{reference}", reference).split()),
        text=entry.text.replace("{reference}", reference),
        queued_at=hand.now,
        queued_by=hand.by,
        not_before=hand.now,
    )
    dossier = str(about.activity.reference) if isinstance(about, Agreement) and about.activity else reference
    hand.log("mail.queued", _KINDS[type(about)], reference, dossier, purpose=entry.purpose)


def _case(about: About) -> Request | None:
    if isinstance(about, Recommendation | User):
        return None
    if isinstance(about, Agreement):
        return about.activity.request if about.activity else None
    return about if isinstance(about, Request) else about.request

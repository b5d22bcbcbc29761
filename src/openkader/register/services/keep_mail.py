"""A mail came in, and waits for somebody."""

from datetime import datetime

from openkader.register import audit
from openkader.register.hand import writing
from openkader.register.mail_names import mail_named
from openkader.register.models import Intake, OutgoingMail, ReceivedMail
from openkader.register.received_entries import ReceivedEntry


def keep_mail(entry: ReceivedEntry, *, by: str, now: datetime) -> str:
    """Keep a mail at the dossier of the mail that it answers, or in the inbox; fetched again it is the same one."""
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False  # nothing of a case changes: nobody said yet that it is true
        audit.wait_for_turn()  # of two workers that fetched it the second finds that of the first
        known = ReceivedMail.objects.filter(key=entry.key).values_list("reference", flat=True).first()
        if known is not None:
            return str(known)
        answered = mail_named(entry.mail.refers)
        row = _enter(entry, answered, now)
        dossier = str(row.request.reference) if row.request else "mail"
        hand.log(
            "mail.received",
            "mail",
            row.reference,
            dossier,
            digest=row.digest,
            documents=len(row.attachments),
            **({"code": row.refusal} if row.refusal else {}),
        )
    return row.reference


def _enter(entry: ReceivedEntry, answered: OutgoingMail | None, now: datetime) -> ReceivedMail:
    mail, refusal = entry.mail, entry.mail.refusal
    return ReceivedMail.objects.create(
        reference=f"MAIL-{entry.key[:12].upper()}",
        key=entry.key,
        request=answered.request if answered else None,
        advice=answered.advice if answered else None,
        answers=answered,
        address=mail.address,
        name=mail.name,
        subject=mail.subject,
        text=mail.text,
        is_cut=mail.is_cut,
        is_automatic=mail.is_automatic,
        is_expected=_is_expected(mail.address, answered),
        written_at=mail.written_at,
        received_at=now,
        size=entry.size,
        digest=entry.digest,
        attachments=list(entry.attachments),
        refusal=refusal.code if refusal else None,
        refused_for=dict(refusal.detail) if refusal else {},
    )


def _is_expected(address: str, answered: OutgoingMail | None) -> bool | None:
    """Whether it says to come from where it was asked; to where other mail went is forgotten, and unknown."""
    if answered is None or answered.request is None:
        return None
    asked = answered.advice.email if answered.advice else None
    if asked is None and answered.purpose == "confirmation":
        asked = (
            Intake.objects.filter(request=answered.request).values_list("contact_email", flat=True).first()
        )
    return asked.casefold() == address.casefold() if asked else None

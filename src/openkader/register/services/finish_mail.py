"""A worker says what came of a mail, once."""

from datetime import datetime, timedelta

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.register.hand import Hand, writing
from openkader.register.intake_entries import TakenMail
from openkader.register.inviting import hold_invitation, note_told
from openkader.register.mail_terms import HELD, MOST_ATTEMPTS
from openkader.register.models import OutgoingMail


def finish_mail(taken: TakenMail, failure: str | None, *, by: str, now: datetime) -> bool:
    """A mail that was sent is forgotten; one that was not waits a while, and after many attempts it is held.

    Whether it is finished; what another worker holds by now is left to it.
    """
    with writing(by=by, now=now, act=None) as hand:
        hold_invitation(taken)
        query = OutgoingMail.objects.select_for_update(of=("self",)).select_related("request")
        mail = query.filter(pk=taken.mail).first()
        if mail is None:
            raise NotFound("mail", str(taken.mail))
        if mail.finished_at is not None or mail.attempts != taken.attempt or mail.taken_by is None:
            raise Refused(Refusal("mail.overtaken"))
        if failure is not None and mail.attempts < MOST_ATTEMPTS:
            _put_back(mail, now + timedelta(minutes=mail.attempts**2))
            return False
        if failure is not None and now < mail.queued_at + HELD:
            _put_back(mail, now)  # by its attempts nobody takes it
            hand.log(
                "mail.failed", "request", _dossier(mail), _dossier(mail), purpose=mail.purpose, code=failure
            )
            return False
        _finish(mail, failure, hand)
        if failure is None:
            note_told(taken, hand)
    return True


def _put_back(mail: OutgoingMail, not_before: datetime) -> None:
    mail.taken_by = mail.lease_ends = None
    mail.not_before = not_before
    mail.save(update_fields=["taken_by", "lease_ends", "not_before"])


def _finish(mail: OutgoingMail, failure: str | None, hand: Hand) -> None:
    mail.taken_by = mail.lease_ends = None
    mail.finished_at, mail.failure = hand.now, failure
    mail.to = mail.subject = mail.text = ""
    mail.save(update_fields=["taken_by", "lease_ends", "finished_at", "failure", "to", "subject", "text"])
    if failure is None:
        hand.log("mail.sent", "request", _dossier(mail), _dossier(mail), purpose=mail.purpose)
    else:
        hand.log(
            "mail.forgotten", "request", _dossier(mail), _dossier(mail), purpose=mail.purpose, code=failure
        )


def _dossier(mail: OutgoingMail) -> str:
    return str(mail.request.reference) if mail.request else "mail"

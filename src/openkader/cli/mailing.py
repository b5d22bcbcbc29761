"""Sending the mail that waits, beside screening; what cannot be sent now waits and is tried again."""

import logging
import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, EmailMultiAlternatives

from openkader.base.errors import Refused
from openkader.cli.house import now
from openkader.cli.stopping import Stop
from openkader.publication.calendar_invitations import FILE, FILE_TYPE, Organiser, invitation_mail
from openkader.register import services
from openkader.register.intake_entries import TakenMail
from openkader.register.mail_names import mail_name

logger = logging.getLogger(__name__)
_FAILURE = "mail.not-sent"


def send_waiting_mail(worker: str, stop: Stop) -> int:
    """Send everything that may be sent now; how many went out."""
    sent = 0
    while settings.OPENKADER_MAIL_FROM and (taken := services.take_mail(worker, now=now())):
        # Not broken off between sending and saying so: that would send it twice.
        with stop.held_off():
            failure = _send(taken)
            try:
                services.finish_mail(taken, failure, by=worker, now=now())
            except Refused as error:
                logger.warning("a mail was taken over: %s", error)
            sent += failure is None
    return sent


def _send(taken: TakenMail) -> str | None:
    """Hand one mail to the server; the code of what went wrong. The log never says to whom it goes."""
    try:
        _message(taken).send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        logger.warning(
            "mail %s was not sent at attempt %s: %s", taken.mail, taken.attempt, type(error).__name__
        )
        return _FAILURE
    return None


def _message(taken: TakenMail) -> EmailMessage:
    """The mail; that of an invitation goes as an appointment as well, in the way that each sort of program knows."""
    told = taken.invitation
    if told is None:
        headers = _headers(mail_name(taken.mail))
        return EmailMessage(taken.subject, taken.text, to=[taken.to], headers=headers)
    name, address = parseaddr(settings.OPENKADER_MAIL_FROM)
    organiser = Organiser(name=name or "Open Kader", address=address)
    mail = invitation_mail(told, taken.to, organiser, settings.LANGUAGE_CODE)
    # At another attempt it may say something else, and then it is another mail.
    headers = _headers(mail_name(taken.mail, f".{told.sequence}.{told.method}"))
    message = EmailMultiAlternatives(mail.subject, mail.text, to=[taken.to], headers=headers)
    message.attach_alternative(mail.calendar.decode(), f"text/calendar; method={told.method.upper()}")
    message.attach(FILE, mail.calendar, FILE_TYPE)
    return message


def _headers(name: str) -> dict[str, str]:
    return {"Message-ID": name, "Auto-Submitted": "auto-generated"}

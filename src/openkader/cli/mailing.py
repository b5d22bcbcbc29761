"""Sending the mail that waits, beside screening; what cannot be sent now waits and is tried again."""

import logging
import smtplib

from django.conf import settings
from django.core.mail import EmailMessage

from openkader.base.errors import Refused
from openkader.cli.house import now
from openkader.cli.stopping import Stop
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
    headers = {"Message-ID": mail_name(taken.mail), "Auto-Submitted": "auto-generated"}
    try:
        EmailMessage(taken.subject, taken.text, to=[taken.to], headers=headers).send()
    except (OSError, smtplib.SMTPException, ValueError) as error:
        logger.warning(
            "mail %s was not sent at attempt %s: %s", taken.mail, taken.attempt, type(error).__name__
        )
        return _FAILURE
    return None

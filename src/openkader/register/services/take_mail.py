"""A worker takes a mail that waits, for as long as its lease lasts."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from openkader.register.intake_entries import TakenMail
from openkader.register.inviting import invitation_now
from openkader.register.leases import lease_ended, may_start
from openkader.register.mail_terms import HELD, MOST_ATTEMPTS
from openkader.register.models import OutgoingMail

LEASE = timedelta(minutes=2)


def take_mail(worker: str, *, now: datetime) -> TakenMail | None:
    """The mail that waits longest; what a dead worker held is free when its lease ends.

    What was tried in vain too often is held: it comes again when somebody says so, and once at the end of its term.
    Taking is no change of the register and leaves no event; finishing does.
    """
    with transaction.atomic():
        free = may_start(now) | lease_ended(now)
        is_not_held = Q(attempts__lt=MOST_ATTEMPTS) | Q(queued_at__lte=now - HELD)
        query = OutgoingMail.objects.filter(free, is_not_held, finished_at=None).order_by("not_before", "id")
        mail = query.select_for_update(skip_locked=True).first()
        if mail is None:
            return None
        mail.attempts += 1
        mail.taken_by, mail.lease_ends = worker, now + LEASE
        mail.save(update_fields=["attempts", "taken_by", "lease_ends"])
        told = invitation_now(mail.invitation, now) if mail.invitation else None
    return TakenMail(
        mail=mail.pk,
        attempt=mail.attempts,
        to=mail.to,
        subject=mail.subject,
        text=mail.text,
        invitation=told,
    )

"""A worker takes a mail that waits, for as long as its lease lasts."""

from datetime import datetime, timedelta

from django.db import transaction

from openkader.register.intake_entries import TakenMail
from openkader.register.leases import lease_ended, may_start
from openkader.register.models import OutgoingMail

LEASE = timedelta(minutes=2)


def take_mail(worker: str, *, now: datetime) -> TakenMail | None:
    """The mail that waits longest; what a dead worker held is free when its lease ends.

    Taking is no change of the register and leaves no event; finishing does.
    """
    with transaction.atomic():
        query = OutgoingMail.objects.filter(may_start(now) | lease_ended(now), finished_at=None).order_by(
            "not_before", "id"
        )
        mail = query.select_for_update(skip_locked=True).first()
        if mail is None:
            return None
        mail.attempts += 1
        mail.taken_by, mail.lease_ends = worker, now + LEASE
        mail.save(update_fields=["attempts", "taken_by", "lease_ends"])
    return TakenMail(mail=mail.pk, attempt=mail.attempts, to=mail.to, subject=mail.subject, text=mail.text)

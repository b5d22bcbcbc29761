"""A worker takes a destruction list to carry out, says that it still does, or gives it back.

None of these is a change of the register, and none leaves an event; that it was asked, what was destroyed, and how it
ended, do.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from openkader.register.destroying.rounds import TakenRound, held_round
from openkader.register.leases import lease_ended
from openkader.register.models import DestructionRound

LEASE = timedelta(minutes=3)  # far more than the items take after which it says so
MOST_ATTEMPTS = 5


def take_destruction(worker: str, *, now: datetime) -> TakenRound | None:
    """The list that waits longest; what a dead worker held is free when its lease ends, and goes on with the rest."""
    with transaction.atomic():
        free = Q(taken_by=None) | lease_ended(now)
        query = DestructionRound.objects.filter(free, ended_at=None).select_related("list").order_by("id")
        row = query.select_for_update(skip_locked=True, of=("self",)).first()
        if row is None:
            return None
        row.attempts += 1
        row.taken_by, row.lease_ends = worker, now + LEASE
        row.save(update_fields=["attempts", "taken_by", "lease_ends"])
    return TakenRound(
        round=row.pk,
        attempt=row.attempts,
        list=row.list.reference,
        by=row.by,
        gives_up=row.attempts > MOST_ATTEMPTS,
    )


def report_destruction(taken: TakenRound, *, now: datetime) -> None:
    """It is held a while longer; refused when it ended, or another took it over."""
    with transaction.atomic():
        row = held_round(taken)
        row.lease_ends = now + LEASE
        row.save(update_fields=["lease_ends"])


def return_destruction(taken: TakenRound) -> None:
    """A worker stops: another can go on with it at once, as if this one had never taken it."""
    with transaction.atomic():
        row = held_round(taken)
        row.taken_by = row.lease_ends = None
        row.attempts -= 1
        row.save(update_fields=["taken_by", "lease_ends", "attempts"])

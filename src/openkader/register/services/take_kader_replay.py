"""A worker takes a replay from the queue, says how far it is, or gives it back.

None of these is a change of the register, and none leaves an event; that it was asked, and how it ended, do.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from openkader.register.kader_replay_entries import TakenReplay
from openkader.register.kader_replays import held_replay
from openkader.register.leases import lease_ended
from openkader.register.models import KaderReplay

LEASE = timedelta(minutes=3)  # far more than the cases take after which it says how far it is
MOST_ATTEMPTS = 5


def take_kader_replay(worker: str, *, now: datetime, lease: timedelta = LEASE) -> TakenReplay | None:
    """The replay that waits longest; what a dead worker held is free when its lease ends, and begins anew."""
    with transaction.atomic():
        free = Q(taken_by=None) | lease_ended(now) & Q(attempts__lt=MOST_ATTEMPTS)
        query = KaderReplay.objects.filter(free, end=None).order_by("at", "id")
        row = query.select_for_update(skip_locked=True, of=("self",)).first()
        if row is None:
            return None
        row.attempts += 1
        row.taken_by, row.lease_ends = worker, now + lease
        row.done, row.whole = 0, None
        row.save(update_fields=["attempts", "taken_by", "lease_ends", "done", "whole"])
    assert row.draft_id is not None  # noqa: S101  - what is of no draft ended as it came
    return TakenReplay(
        replay=row.pk,
        attempt=row.attempts,
        draft=row.draft_id,
        steps=row.steps,
        kader=row.kader,
        base=row.base,
        base_digest=row.base_digest,
    )


def report_kader_replay(taken: TakenReplay, done: int, whole: int, *, now: datetime) -> None:
    """So many cases are done, and it is held a while longer; refused when it was stopped or taken over."""
    with transaction.atomic():
        row = held_replay(taken)
        row.done, row.whole, row.lease_ends = done, max(done, whole), now + LEASE
        row.save(update_fields=["done", "whole", "lease_ends"])


def return_kader_replay(taken: TakenReplay, *, now: datetime) -> None:
    """A worker stops: another can begin it at once, as if it had never been taken."""
    with transaction.atomic():
        row = held_replay(taken)
        row.taken_by = row.lease_ends = None
        row.attempts -= 1
        row.save(update_fields=["taken_by", "lease_ends", "attempts"])

"""A worker takes parties from the queue, for as long as its lease lasts."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet

from openkader.casework.screening import Cause
from openkader.register.asked import named
from openkader.register.leases import lease_ended, may_start
from openkader.register.models import ScreeningTask
from openkader.register.screening_entries import Taken
from openkader.screening.entities import Entity

LEASE = timedelta(minutes=3)
MOST_ATTEMPTS = 5


def take_tasks(worker: str, *, now: datetime, limit: int = 5, lease: timedelta = LEASE) -> list[Taken]:
    """Take the tasks that nobody holds, the oldest first; what a dead worker held is free when its lease ends.

    Taking is no change of the register and leaves no event; finishing does.
    """
    with transaction.atomic():
        tasks = _fit_together(list(_free(now)[:limit]))
        for task in tasks:
            task.attempts += 1
            task.taken_by, task.lease_ends = worker, now + lease
        ScreeningTask.objects.bulk_update(tasks, ["attempts", "taken_by", "lease_ends"])
        asked = named(task.party for task in tasks)  # without a name nobody enters the queue
    return [_taken(task, asked[task.party_id]) for task in tasks]


def _taken(task: ScreeningTask, asked: Entity) -> Taken:
    return Taken(
        task=task.pk,
        attempt=task.attempts,
        party=task.party.reference,
        cause=Cause(task.cause),
        asked=asked,
    )


def _fit_together(tasks: list[ScreeningTask]) -> list[ScreeningTask]:
    """One that broke off before is tried alone, so that it can pull no other down with it."""
    if tasks and tasks[0].attempts:
        return tasks[:1]
    return [task for task in tasks if not task.attempts]


def _free(now: datetime) -> QuerySet[ScreeningTask]:
    """Tasks that may start: waiting ones of parties that nobody is at, and those whose holder is gone."""
    at_work = ScreeningTask.objects.filter(party=OuterRef("party"), finished_at=None, taken_by__isnull=False)
    waiting = may_start(now) & ~Exists(at_work)
    left = lease_ended(now) & Q(attempts__lt=MOST_ATTEMPTS)
    query = ScreeningTask.objects.filter(waiting | left, finished_at=None)
    query = query.select_for_update(skip_locked=True, of=("self",)).select_related("party")
    return query.order_by("requested_at", "id")

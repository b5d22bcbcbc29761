"""A worker hands in what it found, once."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction

from openkader.base.errors import NotFound, Refusal, Refused, Unavailable
from openkader.casework.screening import Cause, fingerprints
from openkader.register.asked import named
from openkader.register.hand import Hand, writing
from openkader.register.leases import lease_ended
from openkader.register.models import ListRenewal, Party, ScreeningTask
from openkader.register.renewals import known_snapshot
from openkader.register.screening_entries import Answered, Taken
from openkader.register.screenings import enter_screening, parties_for_update
from openkader.register.services.take_tasks import MOST_ATTEMPTS

MEANWHILE = timedelta(seconds=10)  # in which a worker opens the renewed list


def finish_task(taken: Taken, answer: Answered, *, by: str, now: datetime) -> bool:
    """Keep what came of a task, unless somebody else holds it by now; whether it is finished.

    When the party or a list changed while the worker compared, nothing is kept and the
    task waits again. After a failure it waits a while, and fails when that went on too long.
    """
    with writing(by=by, now=now, act=None) as hand:
        task, party = _held(taken, hand)
        if _has_changed(party, answer):
            _put_back(task, now, counts=False)
            return False
        if _is_outdated(answer):
            _put_back(task, now + MEANWHILE, counts=False)
            return False
        row = enter_screening(party, answer, Cause(task.cause), hand)
        if row.failure is not None and task.attempts < MOST_ATTEMPTS:
            _put_back(task, now + timedelta(minutes=task.attempts**2))
            return False
        _finish(task, row.failure, now)
    return True


def return_tasks(held: Iterable[Taken], *, now: datetime) -> None:
    """A worker stops: what it holds can be taken by another at once, as if it had never been taken.

    This is no change of the register, as taking is none.
    """
    with transaction.atomic():
        for taken in held:
            task = _task(taken)
            if _is_held(task, taken):
                _put_back(task, now, counts=False)


def give_up_tasks(*, by: str, now: datetime) -> int:
    """Tasks that broke off too often, whoever took them, end as not screened; how many."""
    with writing(by=by, now=now, act=None) as hand:
        lost = ScreeningTask.objects.filter(lease_ended(now), finished_at=None, attempts__gte=MOST_ATTEMPTS)
        tasks = list(lost.select_for_update(skip_locked=True, of=("self",)).order_by("id"))
        for task in tasks:
            _give_up(task, hand)
    return len(tasks)


def _give_up(task: ScreeningTask, hand: Hand) -> None:
    party = Party.objects.select_for_update().get(pk=task.party_id)
    asked = named([party])[party.pk]  # without a name nobody enters the queue
    failure = Unavailable("screening.workers-died", {"number": str(task.attempts)})
    enter_screening(party, Answered(asked=asked, engine="", failure=failure), Cause(task.cause), hand)
    _finish(task, failure.code, hand.now)


def _held(taken: Taken, hand: Hand) -> tuple[ScreeningTask, Party]:
    """The task and its party, held until the transaction ends; another's task is refused."""
    task = _task(taken)
    if not _is_held(task, taken):
        raise Refused(Refusal("screening.overtaken"))
    (party,) = parties_for_update([taken.party], hand)
    return task, party


def _task(taken: Taken) -> ScreeningTask:
    task = ScreeningTask.objects.select_for_update().filter(pk=taken.task).first()
    if task is None:
        raise NotFound("task", str(taken.task))
    return task


def _is_held(task: ScreeningTask, taken: Taken) -> bool:
    """Whether whoever took it still holds it."""
    return task.finished_at is None and task.taken_by is not None and task.attempts == taken.attempt


def _has_changed(party: Party, answer: Answered) -> bool:
    """Whether the party is known otherwise than it was compared."""
    asked = named([party])[party.pk]
    return fingerprints.of_party(asked) != fingerprints.of_party(answer.asked)


def _is_outdated(answer: Answered) -> bool:
    """Whether a list was renewed since it was compared with."""
    used = {one.id: one.snapshot for one in answer.result.lists} if answer.result else {}
    former = ListRenewal.objects.filter(list__in=used, former__in=set(used.values()))
    replaced = {name for name, snapshot in former.values_list("list", "former") if used[name] == snapshot}
    return any(known_snapshot(name) != used[name] for name in replaced)


def _put_back(task: ScreeningTask, not_before: datetime, *, counts: bool = True) -> None:
    """Let the task wait again; when the party waits once more already, this one is done."""
    others = ScreeningTask.objects.filter(party=task.party_id, finished_at=None, taken_by=None)
    if others.exists():
        _finish(task, None, not_before)
        return
    task.taken_by = task.lease_ends = None
    task.not_before = not_before
    task.attempts -= 0 if counts else 1
    task.save(update_fields=["taken_by", "lease_ends", "not_before", "attempts"])


def _finish(task: ScreeningTask, failure: str | None, now: datetime) -> None:
    task.taken_by = task.lease_ends = None
    task.finished_at, task.failure = now, failure
    task.save(update_fields=["taken_by", "lease_ends", "finished_at", "failure"])

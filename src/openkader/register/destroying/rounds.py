"""Destruction lists that a worker carries out, as services and workers see them."""

from dataclasses import dataclass
from datetime import datetime

from openkader.base.errors import Refusal, Refused
from openkader.register.models import DestructionItem, DestructionList, DestructionRound, DiscardedFile


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenRound:
    """A list that a worker holds until its lease ends; `attempt` proves that it still does.

    It is carried out as whoever asked for it. `gives_up` where worker after worker fell over under it.
    """

    round: int
    attempt: int
    list: str
    by: str
    gives_up: bool


def open_round(row: DestructionList) -> DestructionRound | None:
    """The round of a list that has not ended, if there is one."""
    return row.rounds.filter(ended_at=None).first()


def held_round(taken: TakenRound) -> DestructionRound:
    """The round, held until the transaction ends; one that ended or that another holds is refused."""
    query = DestructionRound.objects.select_related("list").select_for_update(of=("self",))
    row = query.get(pk=taken.round)
    if row.ended_at is not None or row.taken_by is None or row.attempts != taken.attempt:
        raise Refused(Refusal("destruction.overtaken"))
    return row


def end_round(row: DestructionRound, failure: str | None, now: datetime) -> None:
    """It ended: wholly, or with the code of why not; nobody holds it any more."""
    row.taken_by = row.lease_ends = None
    row.ended_at, row.failure = now, failure
    row.save(update_fields=["taken_by", "lease_ends", "ended_at", "failure"])


def is_anything_left(reference: str) -> bool:
    """Whether an item of a list has yet to be destroyed, or a document of it to leave the shelf."""
    items = DestructionItem.objects.filter(
        list__reference=reference, exemption__isnull=True, destruction__isnull=True
    )
    files = DiscardedFile.objects.filter(destruction__item__list__reference=reference)
    return items.exists() or files.exists()

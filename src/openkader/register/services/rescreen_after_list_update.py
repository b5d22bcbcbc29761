"""A list was renewed: whoever the difference may touch is screened again."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from openkader.base.errors import Unavailable
from openkader.casework.screening import Cause, Gone
from openkader.register import audit
from openkader.register.asked import asked_of
from openkader.register.hand import BATCH, Hand, writing
from openkader.register.hits import let_go
from openkader.register.models import Hit, ListRenewal, Party
from openkader.register.screening_entries import Renewal
from openkader.register.screenings import enter_tasks, parties_for_update
from openkader.register.watched import watched
from openkader.screening.entities import Entity
from openkader.screening.evidence import Band, Screens


@dataclass(frozen=True, slots=True, kw_only=True)
class Rescreened:
    """With how many parties a difference was compared, how many it may touch, which hits it ended."""

    parties: int
    touched: int
    hits_gone: int


def rescreen_after_list_update(
    renewal: Renewal, changed: Screens | None, *, by: str, now: datetime
) -> Rescreened:
    """Queue the parties that a new or changed entity comes near; end the hits on removed ones.

    `changed` compares with the new and changed entities only. Without it, or without
    a former snapshot, everybody who is watched is screened again.
    """
    parties = list(watched())
    touched = _touched(parties, renewal, changed)
    with writing(by=by, now=now) as hand:
        audit.wait_for_turn()
        done = _already(renewal)
        if done is not None:
            return done
        gone = _end_hits(renewal, now)
        held = parties_for_update(touched)
        enter_tasks(held, Cause.LIST_UPDATE, hand)
        found = Rescreened(parties=len(parties), touched=len(held), hits_gone=gone)
        _record(renewal, found, hand)
    return found


def _touched(parties: list[Party], renewal: Renewal, changed: Screens | None) -> Collection[str]:
    if changed is None or renewal.former is None:
        return {party.reference for party in parties}
    found = set(_hits_on(renewal.list, renewal.new).values_list("party__reference", flat=True))
    for start in range(0, len(parties), BATCH):
        batch = parties[start : start + BATCH]
        asked = asked_of(batch)
        found |= {
            party.reference
            for party in batch
            if (one := asked[party.pk]) is not None and _is_near(changed, one)
        }
    return found


def _is_near(changed: Screens, asked: Entity) -> bool:
    """Whether a party must be screened again; where there is no answer, it must."""
    try:
        return changed.screen(asked, 1).band is not Band.CLEAR
    except Unavailable:
        return True


def _hits_on(name: str, entities: Sequence[str]) -> QuerySet[Hit]:
    """The hits in force on some entities of a list."""
    in_force = Hit.objects.filter(list=name, gone_at=None)
    if len(entities) < BATCH:
        return in_force.filter(entity__in=entities)
    # A database takes only so many names in one question.
    wanted = set(entities)
    pairs = in_force.values_list("pk", "entity")
    return in_force.filter(pk__in=[key for key, entity in pairs if entity in wanted])


def _end_hits(renewal: Renewal, now: datetime) -> int:
    return let_go(_hits_on(renewal.list, renewal.gone), Gone.ENTITY_REMOVED, now)


def _already(renewal: Renewal) -> Rescreened | None:
    """What was done before with this very renewal."""
    newest = ListRenewal.objects.filter(list=renewal.list).order_by("-id").first()
    if newest is None or (newest.former, newest.present) != (renewal.former, renewal.present):
        return None
    return Rescreened(parties=newest.parties, touched=newest.touched, hits_gone=newest.hits_gone)


def _record(renewal: Renewal, found: Rescreened, hand: Hand) -> None:
    counts = {"parties": found.parties, "touched": found.touched, "hits_gone": found.hits_gone}
    ListRenewal.objects.create(
        list=renewal.list,
        former=renewal.former,
        present=renewal.present,
        entities_new=len(renewal.new),
        entities_gone=len(renewal.gone),
        at=hand.now,
        by=hand.by,
        **counts,
    )
    hand.log("list.renewed", "list", renewal.list, renewal.list, present=renewal.present, **counts)

"""A list was renewed: whoever the difference may touch is screened again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError
from django.db.models import QuerySet

from openkader.base.errors import Unavailable
from openkader.casework.screening import Cause, Gone
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

    `changed` compares with the new and changed entities only. Without it, or when the
    list has no former snapshot, everybody who is watched is screened again.
    """
    parties = list(watched())
    touched = _touched(parties, renewal, changed)
    try:
        with writing(by=by, now=now) as hand:
            return _already(renewal) or _rescreen(renewal, len(parties), touched, hand)
    except IntegrityError:
        done = _already(renewal)  # another process did it meanwhile
        if done is None:
            raise
        return done


def _rescreen(renewal: Renewal, parties: int, touched: set[str], hand: Hand) -> Rescreened:
    # Parties before hits, as everywhere: two that wait for each other would wait for ever.
    parties_for_update(_owners(_hits_on(renewal.list, renewal.gone)))
    gone = let_go(_hits_on(renewal.list, renewal.gone), Gone.ENTITY_REMOVED, hand.now)
    enter_tasks(parties_for_update(touched), Cause.LIST_UPDATE, hand)
    found = Rescreened(parties=parties, touched=len(touched), hits_gone=gone)
    _record(renewal, found, hand)
    return found


def _touched(parties: list[Party], renewal: Renewal, changed: Screens | None) -> set[str]:
    everybody = {party.reference for party in parties}
    if changed is None or renewal.whole:
        return everybody
    found = _owners(_hits_on(renewal.list, renewal.new)) & everybody
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


def _owners(hits: QuerySet[Hit]) -> set[str]:
    return set(hits.values_list("party__reference", flat=True))


def _already(renewal: Renewal) -> Rescreened | None:
    """What was done before with this very renewal."""
    newest = ListRenewal.objects.filter(list=renewal.list).order_by("number").last()
    if newest is None or (newest.former, newest.present) != (renewal.former, renewal.present):
        return None
    return Rescreened(parties=newest.parties, touched=newest.touched, hits_gone=newest.hits_gone)


def _record(renewal: Renewal, found: Rescreened, hand: Hand) -> None:
    counts = {"parties": found.parties, "touched": found.touched, "hits_gone": found.hits_gone}
    ListRenewal.objects.create(
        list=renewal.list,
        number=ListRenewal.objects.filter(list=renewal.list).count() + 1,
        former=renewal.former,
        present=renewal.present,
        entities_new=len(renewal.new),
        entities_gone=len(renewal.gone),
        at=hand.now,
        by=hand.by,
        **counts,
    )
    hand.log("list.renewed", "list", renewal.list, renewal.list, present=renewal.present, **counts)

"""A list was renewed: whoever the difference may touch is screened again."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError
from django.db.models import QuerySet

from openkader.base.errors import Unavailable
from openkader.casework.screening import Cause, Gone
from openkader.register.asked import named
from openkader.register.batches import BATCH
from openkader.register.hand import Hand, writing
from openkader.register.hits import MOST_HITS, let_go
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
    renewal: Renewal, screener: Screens | None, *, by: str, now: datetime
) -> Rescreened:
    """Queue the parties of whom the renewed list says something else; end the hits on removed entities.

    `screener` compares with all lists as they are now. One of the changed entities alone
    would weigh names otherwise: of 600 hits on two large lists 18 to 25 were missed by it.
    Without a screener, or a former snapshot, everybody who is watched is screened again.
    """
    parties = list(watched())
    touched = _touched(parties, renewal, screener)
    try:
        with writing(by=by, now=now, act=None) as hand:
            return _already(renewal) or _rescreen(renewal, len(parties), touched, hand)
    except IntegrityError:
        done = _already(renewal)  # another process did it meanwhile
        if done is None:
            raise
        return done


def _rescreen(renewal: Renewal, parties: int, touched: set[str], hand: Hand) -> Rescreened:
    # Parties at once, and before hits, as everywhere: two that wait for each other would wait for ever.
    held = parties_for_update(touched | _owners(_hits_on(renewal.list, renewal.gone)), hand)
    gone = let_go(_hits_on(renewal.list, renewal.gone), Gone.ENTITY_REMOVED, hand.now)
    enter_tasks([party for party in held if party.reference in touched], Cause.LIST_UPDATE, hand)
    found = Rescreened(parties=parties, touched=len(touched), hits_gone=gone)
    _record(renewal, found, hand)
    return found


def _touched(parties: list[Party], renewal: Renewal, screener: Screens | None) -> set[str]:
    if screener is None or renewal.whole or not _is_over(screener, renewal):
        return {party.reference for party in parties}
    known, new = _known_hits(renewal), set(renewal.new)
    found: set[str] = set()
    for start in range(0, len(parties), BATCH):
        batch = parties[start : start + BATCH]
        for key, asked in named(batch).items():
            near = _near(asked, renewal.list, screener)
            if near is None or near != known[key] or near & new:
                found.add(asked.id)
    return found


def _is_over(screener: Screens, renewal: Renewal) -> bool:
    """Whether it compares with the list as it was renewed."""
    try:
        return (renewal.list, renewal.present) in {(one.id, one.snapshot) for one in screener.lists}
    except Unavailable:
        return False


def _known_hits(renewal: Renewal) -> defaultdict[int, set[str]]:
    """The entities of the list on which each party has a hit, those aside that it no longer names."""
    gone, found = set(renewal.gone), defaultdict[int, set[str]](set)
    in_force = Hit.objects.filter(list=renewal.list, gone_at=None)
    for party, entity in in_force.values_list("party", "entity"):
        found[party] |= {entity} - gone
    return found


def _near(asked: Entity, name: str, screener: Screens) -> set[str] | None:
    """The entities of a list that come near a party; None: there is no answer, so it must be asked again."""
    try:
        hits = screener.screen(asked, MOST_HITS).hits
    except Unavailable:
        return None
    return {hit.entity for hit in hits if hit.list == name and hit.band is not Band.CLEAR}


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

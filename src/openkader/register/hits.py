"""The hits of a party after a screening: new ones enter, those that still hold stay, others are gone."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from openkader.casework.screening import Gone, fingerprints
from openkader.register.found import explanation_of
from openkader.register.models import Hit, Screening
from openkader.register.screening_entries import Answered
from openkader.screening.evidence import Band
from openkader.screening.evidence import Hit as Found

# More than anybody will judge for one party; whoever has as many may have others beyond them.
MOST_HITS = 20
_Key = tuple[str, str]


def near(answer: Answered) -> dict[_Key, Found]:
    """What came near enough for a person to look, each entity of each list once."""
    hits = answer.result.hits if answer.result else ()
    return {(hit.list, hit.entity): hit for hit in hits if hit.band is not Band.CLEAR}


def settle_hits(screening: Screening, answer: Answered) -> None:
    """Bring the hits of a party in line with what was just found.

    A judged hit stays as it is while neither the party nor the entity changed. When
    one did, the hit is replaced by one that is judged anew and says why.
    """
    found, newest = near(answer), _newest(screening.party_id)
    new = {key: hit for key, hit in found.items() if not _still_holds(newest.get(key), screening, hit)}
    for key in new:
        if key in newest and newest[key].gone_at is None:
            let_go([newest[key]], _what_changed(newest[key], screening), screening.at)
    _let_go_of_others(newest, found, screening)
    for key, hit in new.items():
        _enter(hit, screening, newest.get(key))


def let_go(hits: Iterable[Hit], because: Gone, now: datetime) -> int:
    """Note that hits are no longer in force, and why; what was said of them stays."""
    keys = [hit.pk for hit in hits]
    return Hit.objects.filter(pk__in=keys, gone_at=None).update(
        state="gone", gone_because=because, gone_at=now
    )


def _newest(party: int) -> dict[_Key, Hit]:
    """The newest hit on each entity, in force or not."""
    query = Hit.objects.filter(party=party).order_by("number").defer("explanation")
    return {(hit.list, hit.entity): hit for hit in query}


def _still_holds(known: Hit | None, screening: Screening, hit: Found) -> bool:
    return (
        known is not None
        and known.gone_at is None
        and known.party_fingerprint == screening.fingerprint
        and known.entity_fingerprint == fingerprints.of_entity(hit)
    )


def _what_changed(known: Hit, screening: Screening) -> Gone:
    same_party = known.party_fingerprint == screening.fingerprint
    return Gone.ENTITY_CHANGED if same_party else Gone.PARTY_CHANGED


def _let_go_of_others(newest: Mapping[_Key, Hit], found: Mapping[_Key, Found], screening: Screening) -> None:
    """Hits that were not found again; not where nobody looked, or where there was no room for more."""
    looked_in = {used["id"] for used in screening.lists}
    if len(found) >= MOST_HITS:
        return
    for key, hit in newest.items():
        if key not in found and hit.gone_at is None and hit.list in looked_in:
            same_party = hit.party_fingerprint == screening.fingerprint
            let_go([hit], Gone.NOT_FOUND_AGAIN if same_party else Gone.PARTY_CHANGED, screening.at)


def _enter(hit: Found, screening: Screening, former: Hit | None) -> None:
    snapshots = {used["id"]: used["snapshot"] for used in screening.lists}
    Hit.objects.create(
        party_id=screening.party_id,
        screening=screening,
        number=former.number + 1 if former else 1,
        list=hit.list,
        snapshot=snapshots.get(hit.list, ""),
        entity=hit.entity,
        caption=hit.caption,
        party_fingerprint=screening.fingerprint,
        entity_fingerprint=fingerprints.of_entity(hit),
        score=hit.score,
        band=hit.band,
        asked_name=hit.asked,
        listed_name=hit.listed,
        explanation=explanation_of(hit),
        former=former,
        found_at=screening.at,
    )

"""Where the screening of parties stands, as the rules want to see it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, Max, OuterRef, Q

from openkader.casework.screening import HitState, Standing, fingerprints
from openkader.register.asked import asked_from, asked_parts
from openkader.register.models import Hit, Party, Request, Screening, ScreeningTask
from openkader.register.together import Part, Row, together
from openkader.register.watched import parties_of
from openkader.screening.entities import Entity


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """A party with where its screening stands, what would be asked now, and the newest attempt."""

    party: Party
    asked: Entity | None
    newest: Screening | None
    standing: Standing


def known_of(parties: Iterable[Party]) -> list[Known]:
    """Everything about the screening of parties, in one question to the database."""
    rows = list(parties)
    if not rows:
        return []
    found = together(_parts([row.pk for row in rows]))
    asked, newest = asked_from(rows, found), _newest(found["screenings"])
    waiting, hits = {row["party_id"] for row in found["tasks"]}, _hits(found["hits"])
    return [
        Known(
            party=row,
            asked=asked[row.pk],
            newest=newest.get(row.pk),
            standing=_standing(asked[row.pk], newest.get(row.pk), row.pk in waiting, hits[row.pk]),
        )
        for row in rows
    ]


def standings_of(request: Request) -> list[Standing]:
    """Where the screening for a request stands, party by party; none: nobody has to be screened."""
    return [known.standing for known in known_of(parties_of(request))]


def failed_parties() -> int:
    """Of how many parties the newest attempt gave no answer."""
    later = Screening.objects.filter(party=OuterRef("party"), id__gt=OuterRef("id"))
    return Screening.objects.filter(~Exists(later), failure__isnull=False).count()


def _standing(
    asked: Entity | None, newest: Screening | None, waits: bool, hits: tuple[tuple[str, HitState], ...]
) -> Standing:
    failed = newest is not None and newest.failure is not None
    is_current = (
        asked is not None and newest is not None and newest.fingerprint == fingerprints.of_party(asked)
    )
    return Standing(is_current=is_current and not failed, waits=waits, failed=failed, hits=hits)


def _parts(keys: Sequence[int]) -> dict[str, Part]:
    mine = Q(party__in=keys)
    newest = Screening.objects.filter(mine).order_by().values("party").annotate(newest=Max("id"))
    columns = tuple(field.attname for field in Screening._meta.concrete_fields)
    return {
        **asked_parts(keys),
        "screenings": Part(Screening, Q(id__in=newest.values("newest")), columns),
        "tasks": Part(ScreeningTask, mine & Q(finished_at=None), ("party_id",)),
        "hits": Part(Hit, mine & Q(gone_at=None), ("party_id", "list", "state")),
    }


def _newest(rows: Iterable[Row]) -> dict[int, Screening]:
    return {row.party_id: row for row in (Screening(**row) for row in rows)}


def _hits(rows: Iterable[Row]) -> Mapping[int, tuple[tuple[str, HitState], ...]]:
    """The hits in force of each party."""
    found: defaultdict[int, tuple[tuple[str, HitState], ...]] = defaultdict(tuple)
    for row in rows:
        found[int(str(row["party_id"]))] += ((str(row["list"]), HitState(str(row["state"]))),)
    return found

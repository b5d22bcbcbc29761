"""Where the screening of parties stands, as the rules want to see it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Max, Value

from openkader.casework.screening import HitState, Standing, fingerprints
from openkader.register.asked import asked_of
from openkader.register.models import Hit, Party, Request, Screening, ScreeningTask
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
    """Everything about the screening of parties, in a fixed number of questions to the database."""
    rows = list(parties)
    asked, newest = asked_of(rows), _newest(rows)
    waiting, hits = _waiting_and_hits(rows)
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
    newest = Screening.objects.order_by().values("party").annotate(newest=Max("id")).values("newest")
    return Screening.objects.filter(id__in=newest, failure__isnull=False).count()


def _standing(
    asked: Entity | None, newest: Screening | None, waits: bool, hits: tuple[tuple[str, HitState], ...]
) -> Standing:
    failed = newest is not None and newest.failure is not None
    is_current = (
        asked is not None and newest is not None and newest.fingerprint == fingerprints.of_party(asked)
    )
    return Standing(is_current=is_current and not failed, waits=waits, failed=failed, hits=hits)


def _newest(rows: list[Party]) -> dict[int, Screening]:
    mine = Screening.objects.filter(party__in=rows).order_by()
    newest = mine.values("party").annotate(newest=Max("id")).values("newest")
    return {row.party_id: row for row in Screening.objects.filter(id__in=newest)}


def _waiting_and_hits(rows: list[Party]) -> tuple[set[int], Mapping[int, tuple[tuple[str, HitState], ...]]]:
    """Who waits, and the hits in force of each, in one question: a task has no state."""
    waiting: set[int] = set()
    found: defaultdict[int, tuple[tuple[str, HitState], ...]] = defaultdict(tuple)
    tasks = ScreeningTask.objects.filter(party__in=rows, finished_at=None)
    hits = Hit.objects.filter(party__in=rows, gone_at=None)
    both = tasks.values_list("party", Value(""), Value(""), "id").union(
        hits.values_list("party", "list", "state", "id"), all=True
    )
    for party, name, state, _ in sorted(both, key=lambda row: row[3]):
        if state:
            found[party] = (*found[party], (name, HitState(state)))
        else:
            waiting.add(party)
    return waiting, found

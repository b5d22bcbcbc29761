"""Which dossiers may go: what a term rests on is read from what they hold, and never from what is only thought."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import F, Max, Q, QuerySet

from openkader.base.text import Text
from openkader.casework.agreements import OVER as AGREEMENT_OVER
from openkader.casework.life_cycle import State
from openkader.casework.permissions import Person
from openkader.casework.retention import (
    DESTROYED_HERE,
    DossierFacts,
    Due,
    RecordKind,
    Retention,
    TermStatus,
    due_of,
    is_due,
)
from openkader.casework.vocabulary import ActivityStanding, AgreementStatus
from openkader.register.batches import BATCH
from openkader.register.destroying.fates import OF_DOSSIER
from openkader.register.models import (
    Activity,
    Agreement,
    Decision,
    DestructionItem,
    HandOver,
    Request,
    Tombstone,
)
from openkader.register.visibility import visible_to

OVER = (State.CLOSED, State.REFUSED, State.WITHDRAWN)
_RUNS = frozenset(AgreementStatus) - AGREEMENT_OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Some records of a dossier that may go, with the day and the reason."""

    reference: str
    title: Text
    case_kind: str | None
    year: int
    kind: RecordKind
    due: Due
    is_made_up: bool


def due_rows(retention: Retention, day: date, *, reader: Person, among: Collection[str] = ()) -> list[DueRow]:
    """What may go on that day and is on no list yet, of the cases that somebody sees; the oldest first."""
    kinds = [kind for kind in DESTROYED_HERE if _has_term(retention, kind)]
    if not kinds:
        return []
    mine = Request.objects.filter(visible_to(reader), line__state__in=[str(state) for state in OVER])
    mine = mine.exclude(reference__in=Tombstone.objects.values("reference"))
    if among:
        mine = mine.filter(reference__in=among)
    taken = _on_a_list(among)
    found = [
        row
        for requests in _few(mine.select_related("source", "line").order_by("pk"))
        for row in _rows_of(requests, retention, kinds, day)
        if (row.reference, row.kind) not in taken and (row.reference, RecordKind.REQUEST) not in taken
    ]
    return sorted(found, key=lambda row: (row.due.on or date.max, row.reference, row.kind))


def _few(rows: QuerySet[Request]) -> Iterator[list[Request]]:
    last = 0
    while few := list(rows.filter(pk__gt=last)[:BATCH]):
        yield few
        last = few[-1].pk


def _has_term(retention: Retention, kind: RecordKind) -> bool:
    rule = retention.by_kind.get(kind)
    return rule is not None and (rule.status is TermStatus.SOURCED or rule.practice is not None)


def _rows_of(
    requests: list[Request], retention: Retention, kinds: Iterable[RecordKind], day: date
) -> Iterator[DueRow]:
    facts = facts_of(requests)
    for kind in kinds:
        there = _holds(kind, [one.pk for one in requests])
        for one in requests:
            due = due_of(retention, kind, facts[one.pk])
            if one.pk in there and is_due(due, day):
                yield DueRow(
                    reference=one.reference,
                    title=Text(nl=one.title_nl, en=one.title_en),
                    case_kind=one.kind,
                    year=one.year,
                    kind=kind,
                    due=due,
                    is_made_up=facts[one.pk].is_made_up,
                )


def facts_of(requests: Collection[Request]) -> Mapping[int, DossierFacts]:
    """What the terms of these dossiers rest on; the caller read where each stands in its line."""
    keys = [one.pk for one in requests]
    held = Activity.objects.filter(request__in=keys, standing=ActivityStanding.HELD)
    last = _latest(held, "ends_on")
    decided = _latest(Decision.objects.filter(request__in=keys), "decided_on")
    confirmed = _latest(
        HandOver.objects.filter(decision__request__in=keys).annotate(request=F("decision__request")),
        "confirmed_on",
    )
    running = Agreement.objects.filter(activity__request__in=keys, status__in=[str(one) for one in _RUNS])
    bound = set(running.values_list("activity__request", flat=True))
    return {
        one.pk: DossierFacts(
            is_closed=hasattr(one, "line") and State(one.line.state) in OVER,
            closed_on=max(
                filter(None, (last.get(one.pk), decided.get(one.pk), confirmed.get(one.pk))), default=None
            ),
            last_activity_on=last.get(one.pk),
            has_running_agreement=one.pk in bound,
            is_made_up=one.source is not None and one.source.fictional,
        )
        for one in requests
    }


def _latest(rows: QuerySet, column: str) -> dict[int, date]:
    found = rows.order_by().values("request").annotate(latest=Max(column)).values_list("request", "latest")
    return {key: day for key, day in found if day is not None}


def _holds(kind: RecordKind, keys: list[int]) -> set[int]:
    """The dossiers that have records of this sort; a whole dossier is always one."""
    if kind is RecordKind.REQUEST:
        return set(keys)
    found: set[int] = set()
    for fate in OF_DOSSIER:
        if kind in fate.kinds and fate.keeps is not None:
            for way in fate.ways:
                rows = fate.model._default_manager.filter(**{f"{way}__in": keys}).order_by()
                found |= set(rows.values_list(way, flat=True))
    return found


def _on_a_list(among: Collection[str]) -> set[tuple[str, RecordKind]]:
    """What was destroyed, or stands on a list that was not withdrawn."""
    rows = DestructionItem.objects.filter(Q(exemption__isnull=True), list__withdrawal__isnull=True)
    if among:
        rows = rows.filter(dossier__in=among)
    return {(dossier, RecordKind(kind)) for dossier, kind in rows.values_list("dossier", "kind")}

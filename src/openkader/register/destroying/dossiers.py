"""Which dossiers may go: what a term rests on is read from what they hold, and never from what is only thought."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

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
    began_by,
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
    """What may go on that day and is on no list yet, of the cases that somebody sees; the oldest first.

    One question for all of them: what a term rests on is worked out where it stands.
    """
    kinds = [kind for kind in DESTROYED_HERE if _has_term(retention, kind)]
    if not kinds:
        return []
    mine = Request.objects.filter(visible_to(reader), line__state__in=[str(state) for state in OVER])
    mine = mine.filter(_may_be_due(retention, kinds, day))
    mine = mine.exclude(reference__in=Tombstone.objects.values("reference"))
    if among:
        mine = mine.filter(reference__in=among)
    taken, terms = _on_a_list(among), _Terms(retention, kinds, day)
    there = {kind: held for kind in kinds if (held := _holds(kind)) is not None}
    columns = ("reference", "title_nl", "title_en", "kind", "year", *_FACTS)
    rows = _told(mine).values(*columns, **{f"has_{kind}": held for kind, held in there.items()})
    found = [
        _row(row, kind, due)
        for row in rows.order_by().iterator(chunk_size=BATCH)
        for kind, due in terms.over(_facts(row))
        if row.get(f"has_{kind}", True)
        and (row["reference"], kind) not in taken
        and (row["reference"], RecordKind.REQUEST) not in taken
    ]
    return sorted(found, key=lambda row: (row.due.on or date.max, row.reference, row.kind))


def _has_term(retention: Retention, kind: RecordKind) -> bool:
    rule = retention.by_kind.get(kind)
    return rule is not None and (rule.status is TermStatus.SOURCED or rule.practice is not None)


class _Terms:
    """What is over on a day, worked out once of dossiers of which the same is known."""

    def __init__(self, retention: Retention, kinds: Sequence[RecordKind], day: date) -> None:
        self._retention, self._kinds, self._day = retention, kinds, day
        self._known: dict[DossierFacts, list[tuple[RecordKind, Due]]] = {}

    def over(self, facts: DossierFacts) -> list[tuple[RecordKind, Due]]:
        """The sorts of records that may go by then."""
        if facts not in self._known:
            dues = [(kind, due_of(self._retention, kind, facts)) for kind in self._kinds]
            self._known[facts] = [(kind, due) for kind, due in dues if is_due(due, self._day)]
        return self._known[facts]


def _may_be_due(retention: Retention, kinds: Iterable[RecordKind], day: date) -> Q:
    """Leaves out at once what certainly may not go: no term is known of it, or it took place after every last day."""
    rules = [retention.by_kind[kind] for kind in kinds]
    made_up = [rule.practice.years for rule in rules if rule.practice is not None]
    real = [rule.years for rule in rules if rule.status is TermStatus.SOURCED]
    is_real = Q(source__isnull=True) | Q(source__fictional=False)
    return _over_by(day, made_up) & Q(source__fictional=True) | _over_by(day, real) & is_real


def _over_by(day: date, terms: Collection[int]) -> Q:
    last = began_by(day, min(terms)) if terms else None
    if last is None:
        return Q(pk__in=())
    return ~Q(Exists(_HELD.filter(ends_on__gt=last)))


def _row(row: Mapping[str, Any], kind: RecordKind, due: Due) -> DueRow:
    return DueRow(
        reference=row["reference"],
        title=Text(nl=row["title_nl"], en=row["title_en"]),
        case_kind=row["kind"],
        year=row["year"],
        kind=kind,
        due=due,
        is_made_up=bool(row["source__fictional"]),
    )


def facts_of(requests: Collection[Request]) -> Mapping[int, DossierFacts]:
    """What the terms of these dossiers rest on."""
    rows = _told(Request.objects.filter(pk__in=[one.pk for one in requests]))
    return {row["pk"]: _facts(row) for row in rows.values("pk", *_FACTS)}


def _facts(row: Mapping[str, Any]) -> DossierFacts:
    ends = (row["last_activity_on"], row["last_decided_on"], row["last_confirmed_on"])
    return DossierFacts(
        is_closed=row["line__state"] is not None and State(row["line__state"]) in OVER,
        closed_on=max((day for day in ends if day is not None), default=None),
        last_activity_on=row["last_activity_on"],
        has_running_agreement=row["is_bound"],
        is_made_up=bool(row["source__fictional"]),
    )


_HELD = Activity.objects.filter(request=OuterRef("pk"), standing=ActivityStanding.HELD)
_RUNNING = Agreement.objects.filter(activity__request=OuterRef("pk"), status__in=[str(one) for one in _RUNS])
_FACTS = (
    *("last_activity_on", "last_decided_on", "last_confirmed_on", "is_bound"),
    *("source__fictional", "line__state"),
)


def _told(cases: QuerySet[Request]) -> QuerySet[Request]:
    """With each case what its terms rest on."""
    decided = Decision.objects.filter(request=OuterRef("pk"))
    confirmed = HandOver.objects.filter(decision__request=OuterRef("pk"))
    return cases.annotate(
        last_activity_on=_latest(_HELD, "ends_on"),
        last_decided_on=_latest(decided, "decided_on"),
        last_confirmed_on=_latest(confirmed, "confirmed_on"),
        is_bound=Exists(_RUNNING),
    )


def _latest(rows: QuerySet[Any], column: str) -> Subquery:
    newest = rows.filter(**{f"{column}__isnull": False}).order_by(f"-{column}")
    return Subquery(newest.values(column)[:1])


def _holds(kind: RecordKind) -> Q | None:
    """Whether a dossier has records of this sort; a whole dossier is always one, and is not asked."""
    if kind is RecordKind.REQUEST:
        return None
    found = Q(pk__in=())
    for fate in OF_DOSSIER:
        if kind in fate.kinds and fate.keeps is not None:
            for way in fate.ways:
                found |= Q(Exists(fate.model._default_manager.filter(**{way: OuterRef("pk")})))
    return found


def _on_a_list(among: Collection[str]) -> set[tuple[str, RecordKind]]:
    """What was destroyed, or stands on a list that was not withdrawn."""
    rows = DestructionItem.objects.filter(Q(exemption__isnull=True), list__withdrawal__isnull=True)
    if among:
        rows = rows.filter(dossier__in=among)
    return {(dossier, RecordKind(kind)) for dossier, kind in rows.values_list("dossier", "kind")}

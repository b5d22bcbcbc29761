"""What is due by a day in the work of a colleague or a team, of every sort, in one question to the database."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import F, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce

from openkader.base.text import Text
from openkader.casework.agenda import BEHIND, MOST_ITEMS, AgendaKind
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Confidentiality, Kind
from openkader.casework.work_list import IN_HAND, Scope
from openkader.register.advising import WAITED_FOR
from openkader.register.case_lines import NEVER
from openkader.register.columns import pair
from openkader.register.measures import to_do
from openkader.register.models import (
    AdviceRequest,
    AgreementDeed,
    CaseLine,
    EffectSurvey,
    FollowUp,
    Measure,
    SelfScan,
)
from openkader.register.selectors.agreement_endings import ending_for, ending_soon
from openkader.register.selectors.work_list import in_scope
from openkader.register.visibility import key_of, visible_or_alone, visible_to

_CASE = "activity__request__"  # the way to the case of what belongs to an activity
_COLUMNS = (
    *("line_kind", "line_key", "line_record", "line_level", "line_contact", "line_nl", "line_en"),
    *("line_due", "line_changed"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ways:
    """Where a sort keeps its columns; `record` is the way to the record whose page tells more."""

    key: str = "reference"
    record: str = "activity__"
    case: str = _CASE
    due: str = "due_on"


_OF_ACTIVITY = _Ways()


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """Something that is due by a day, and the number of the record whose page tells more."""

    kind: AgendaKind
    key: str
    record: str
    level: Confidentiality | None
    contact: Kind | None
    title: Text | None
    due_on: date
    changed: datetime


def due_days(reader: Person, team: str, today: date) -> list[DueRow]:
    """All of it that is open, what is due first in front; of the reader, or where a team is named of that team."""
    queries = [
        _terms(reader, team, today),
        _advice(reader, team),
        _measures(reader, team),
        *_of_activities(reader, team, today),
        _agreements(reader, team, today),
    ]
    every = queries[0].union(*queries[1:], all=True).order_by("line_due", "line_kind", "line_key")
    return [_row(*row) for row in every[:MOST_ITEMS]]


def worked_on(request: str, reader: Person, team: str) -> Q:
    """Whether a case is of the work of a reader, or of their team, and may be seen; `request` is the way to it."""
    whose = {f"{request}team": team} if team else {f"{request}assignee": key_of(reader)}
    return Q(**whose) & visible_to(reader, request)


def _terms(reader: Person, team: str, today: date) -> QuerySet[Any, Any]:
    scope = Scope.TEAM if team else Scope.MINE
    mine = visible_to(reader, "request__") & in_scope(scope, reader, today)
    rows = CaseLine.objects.filter(mine, due_on__lt=NEVER)
    ways = _Ways(key="request__reference", record="request__", case="request__")
    return _columns(rows, AgendaKind.TERM, F("changed_at"), ways)


def _advice(reader: Person, team: str) -> QuerySet[Any, Any]:
    mine = worked_on("request__", reader, team) & Q(request__line__state__in=IN_HAND)
    rows = AdviceRequest.objects.filter(mine, WAITED_FOR)
    ways = _Ways(record="request__", case="request__")
    return _columns(rows, AgendaKind.ADVICE, _changed("request__", "at"), ways)


def _measures(reader: Person, team: str) -> QuerySet[Any, Any]:
    mine = worked_on(_CASE, reader, team)
    if not team:
        mine |= Q(owner=reader.name) & visible_or_alone(reader, _CASE)
    rows = Measure.objects.filter(mine, to_do(), due_on__isnull=False)
    return _columns(rows, AgendaKind.MEASURE, _changed(_CASE, "recorded_at"))


def _of_activities(reader: Person, team: str, today: date) -> list[QuerySet[Any, Any]]:
    """What was promised, and what is asked of people outside, who may never answer: of that what is near."""
    mine = worked_on(_CASE, reader, team)
    near = Q(withdrawal__isnull=True, due_on__gte=today - BEHIND)
    promised = FollowUp.objects.filter(mine, done_at__isnull=True)
    scans = SelfScan.objects.filter(mine, near, result__isnull=True)
    surveys = EffectSurvey.objects.filter(mine, near, answer__isnull=True)
    asked = _changed(_CASE, "at")
    return [
        _columns(promised, AgendaKind.FOLLOW_UP, _changed(_CASE, "recorded_at")),
        _columns(scans, AgendaKind.SELF_SCAN, asked),
        _columns(surveys, AgendaKind.SURVEY, asked),
    ]


def _agreements(reader: Person, team: str, today: date) -> QuerySet[Any, Any]:
    theirs = worked_on(_CASE, reader, team)
    rows = ending_soon(today).filter(theirs) if team else ending_for(reader, today)
    newest = AgreementDeed.objects.filter(agreement=OuterRef("pk")).order_by("-number").values("recorded_at")
    changed = Coalesce(Subquery(newest[:1]), "recorded_at")
    return _columns(rows, AgendaKind.AGREEMENT, changed, _Ways(record="", due="ends_by"))


def _changed(case: str, noted: str) -> Coalesce:
    """When the case last changed; of what belongs to none when it was noted."""
    return Coalesce(f"{case}line__changed_at", noted)


def _columns(
    rows: QuerySet[Any], kind: AgendaKind, changed: Combinable, ways: _Ways = _OF_ACTIVITY
) -> QuerySet[Any, Any]:
    """The rows of one sort with the columns that every sort has."""
    told = rows.order_by().annotate(
        line_kind=Value(str(kind)),
        line_key=F(ways.key),
        line_record=F(f"{ways.record}reference"),
        line_level=F(f"{ways.case}confidentiality"),
        line_contact=F(f"{ways.case}kind"),
        line_nl=F(f"{ways.record}title_nl"),
        line_en=F(f"{ways.record}title_en"),
        line_due=F(ways.due),
        line_changed=changed,
    )
    return told.values_list(*_COLUMNS)


def _row(*columns: Any) -> DueRow:
    kind, key, record, level, contact, nl, en, due_on, changed = columns
    return DueRow(
        kind=AgendaKind(kind),
        key=key,
        record=record,
        level=Confidentiality(level) if level else None,
        contact=Kind(contact) if contact else None,
        title=pair(nl, en),
        due_on=due_on,
        changed=changed,
    )

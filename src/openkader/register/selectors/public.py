"""What was said in public about activities, and which meetings still wait for it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Count, F, OuterRef, Q, QuerySet, Subquery

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.public_account import Meeting
from openkader.casework.vocabulary import ActivityStanding, MeasureStatus, Precision, PublicKind
from openkader.kader import Kader
from openkader.register.models import Activity, Measure, PublicItem
from openkader.register.visibility import visible_or_alone

_TOOK_PLACE = {
    ActivityStanding.HELD: True,
    ActivityStanding.CANCELLED: False,
    ActivityStanding.PLANNED: None,
}
_OWN = [str(kind) for kind in PublicKind if kind.is_own]


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicItemRow:
    """Something that was said in public."""

    reference: str
    kind: PublicKind
    title: str
    url: str | None
    published_on: date
    text: str | None
    sha256: str | None
    topics: tuple[str, ...]
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRow:
    """An activity with what decides whether it has to be accounted for in public."""

    reference: str
    title: Text
    period: Period | None
    number: int | None
    meeting: Meeting


def public_items(activity: str, *, reader: Person) -> tuple[PublicItemRow, ...]:
    """The items of an activity, the newest first."""
    mine = visible_or_alone(reader, "activity__request__")
    rows = PublicItem.objects.filter(mine, activity__reference=activity).order_by("-published_on", "-id")
    return tuple(
        PublicItemRow(
            reference=row.reference,
            kind=PublicKind(row.kind),
            title=row.title,
            url=row.url,
            published_on=row.published_on,
            text=row.text,
            sha256=row.sha256,
            topics=tuple(map(str, row.topics)),
            by=row.recorded_by,
            at=row.recorded_at,
        )
        for row in rows
    )


def meetings(
    kader: Kader, *, reader: Person, year: int | None = None, activity: str | None = None
) -> list[MeetingRow]:
    """The activities of a year, or one, by the day on which they ended."""
    seen = Activity.objects.filter(visible_or_alone(reader))
    seen = seen.filter(year=year) if year is not None else seen
    seen = seen.filter(reference=activity) if activity is not None else seen
    measure = Measure.objects.filter(activity=OuterRef("pk"), code=kader.public_account).values("status")[:1]
    return [_meeting(row, kader) for row in _rows(seen, measure)]


def _rows(seen: QuerySet[Activity], measure: Any) -> QuerySet[Activity, dict[str, Any]]:
    own = Count("public_items", filter=Q(public_items__kind__in=_OWN))
    columns = (
        "reference",
        "title_nl",
        "title_en",
        "number",
        "standing",
        "office_holder",
        "starts_on",
        "ends_on",
        "precision",
    )
    query = seen.order_by(F("ends_on").asc(nulls_last=True), "id")
    return query.values(*columns, accounts=own, account_measure=Subquery(measure))


def _meeting(row: Mapping[str, Any], kader: Kader) -> MeetingRow:
    asked = next((one for one in kader.measures if one.id == kader.public_account), None)
    period = None
    if row["precision"] is not None:
        period = Period(row["starts_on"], row["ends_on"], Precision(row["precision"]))
    return MeetingRow(
        reference=row["reference"],
        title=Text(nl=row["title_nl"], en=row["title_en"]),
        period=period,
        number=row["number"],
        meeting=Meeting(
            office_holder=row["office_holder"],
            last_day=row["ends_on"],
            term_days=asked.moment_days if asked else None,
            accounts=row["accounts"],
            took_place=_TOOK_PLACE[ActivityStanding(row["standing"])],
            measure=MeasureStatus(row["account_measure"]) if row["account_measure"] else None,
        ),
    )

"""The activities in hand: planned, or held with measures open; what is due first on top, or the newest first."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Min, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.case_lines import NEVER
from openkader.register.columns import period_of
from openkader.register.measures import is_open
from openkader.register.models import Activity, Measure
from openkader.register.selectors.pages import PER_PAGE, ListPage, Place, cut, how_many
from openkader.register.visibility import there_is, visible_or_alone

_LINE = (
    *("reference", "title_nl", "title_en", "standing", "kind", "country"),
    *("starts_on", "ends_on", "precision"),
    *("request__assignee__username", "open", "late", "first_due"),
)
_OPEN = is_open("measures__")
_ORDER = ("day", "begins", "id")
_BEGINS = Coalesce("starts_on", Value(NEVER))


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityLine:
    """An activity in a list: how many of its measures are open, how many of those are late, and what comes first."""

    reference: str
    label: Text
    standing: ActivityStanding
    kind: str | None
    country: str | None
    period: Period | None
    assignee: str | None
    open: int
    late: int
    first_due: date | None


def activity_page(
    *,
    reader: Person,
    today: date,
    late_only: bool = False,
    after: Place | None = None,
    before: Place | None = None,
) -> ListPage[ActivityLine]:
    """The page that begins after a place, or ends before one; what is due first comes first.

    What has no day comes last. The measures are counted for one page alone.
    """
    backwards = before is not None and after is None
    place = before if backwards else after
    rows = _from(_placed(reader, today, late_only=late_only), place, backwards=backwards)
    order = [f"-{name}" for name in _ORDER] if backwards else _ORDER
    found = list(rows.order_by(*order).values_list("pk", "day")[: PER_PAGE + 1])
    page = cut(found, PER_PAGE, place, backwards=backwards)
    places = [Place(day, key) for key, day in page.rows]
    # A list of one page was counted by reading it.
    alone = page.is_first and page.is_last
    total, is_least = (len(places), False) if alone else how_many(_chosen(reader, today, late_only=late_only))
    return ListPage(
        rows=_lines([place.key for place in places], today),
        total=max(total, len(places)),
        is_least=is_least,
        before=None if page.is_first or not places else places[0],
        after=None if page.is_last or not places else places[-1],
    )


def newest_activities(
    before: int | None, *, reader: Person, today: date, late_only: bool = False
) -> tuple[list[ActivityLine], int | None]:
    """A page of the same, the newest in the register first, and where the next begins; None: this is the last.

    Measures are counted for one page alone.
    """
    chosen = _chosen(reader, today, late_only=late_only)
    rows = chosen if before is None else chosen.filter(pk__lt=before)
    keys = list(rows.order_by("-pk").values_list("pk", flat=True)[: PER_PAGE + 1])
    page = keys[:PER_PAGE]
    return list(_lines(page, today)), page[-1] if len(keys) > PER_PAGE else None


def _chosen(reader: Person, today: date, *, late_only: bool) -> QuerySet[Activity]:
    """Those that are in hand; of each is asked whether it belongs here. Late ones are few: those are looked up."""
    if late_only:
        return _late(_ours(reader), today)
    mine = Measure.objects.filter(is_open(), activity=OuterRef("pk"))
    return _ours(reader).filter(Q(standing=ActivityStanding.PLANNED) | there_is(mine))


def _late(rows: QuerySet[Any], today: date) -> QuerySet[Any]:
    late = Measure.objects.filter(is_open(), due_on__lt=today)
    return rows.filter(pk__in=late.values("activity"))


def _placed(reader: Person, today: date, *, late_only: bool) -> QuerySet[Any]:
    """The same with the days by which they are in order; of all at once, since each has to be known for that."""
    day = Coalesce(Min("measures__due_on", filter=_OPEN), Value(NEVER))
    rows = _ours(reader).annotate(day=day, begins=_BEGINS)
    if late_only:
        return _late(rows, today)
    open_now = rows.alias(open=Count("measures", filter=_OPEN))
    return open_now.filter(Q(standing=ActivityStanding.PLANNED) | Q(open__gt=0))


def _from(rows: QuerySet[Any], place: Place | None, *, backwards: bool) -> QuerySet[Any]:
    """What lies beyond a place. Of one that is gone nobody knows when it began: the rest of its day is shown again."""
    if place is None:
        return rows
    way, edge = ("lt", NEVER) if backwards else ("gt", date.min)
    began = Coalesce(Subquery(Activity.objects.filter(pk=place.key).values(at=_BEGINS)), Value(edge))
    later = Q(**{f"begins__{way}": began}) | Q(begins=began, **{f"id__{way}": place.key})
    return rows.filter(Q(**{f"day__{way}": place.value}) | Q(later, day=place.value))


def _ours(reader: Person) -> QuerySet[Activity]:
    """What the reader may see and was not called off; what was read in a publication waits for nobody."""
    ours = visible_or_alone(reader) & (Q(source__isnull=True) | Q(source__fictional=True))
    return Activity.objects.filter(ours, number=1).exclude(standing=ActivityStanding.CANCELLED)


def _counted(rows: QuerySet[Activity], today: date) -> QuerySet[Any]:
    """With how many of its measures are open, and which comes first."""
    return rows.annotate(
        open=Count("measures", filter=_OPEN),
        late=Count("measures", filter=_OPEN & Q(measures__due_on__lt=today)),
        first_due=Min("measures__due_on", filter=_OPEN),
    )


def _lines(keys: list[int], today: date) -> tuple[ActivityLine, ...]:
    """The activities of a page, in the order of the page."""
    rows = _counted(Activity.objects.filter(pk__in=keys), today).values("pk", *_LINE)
    found = {row["pk"]: _line_of(row) for row in rows}
    return tuple(found[key] for key in keys if key in found)


def _line_of(row: dict[str, Any]) -> ActivityLine:
    return ActivityLine(
        reference=row["reference"],
        label=Text(nl=row["title_nl"], en=row["title_en"]),
        standing=ActivityStanding(row["standing"]),
        kind=row["kind"],
        country=row["country"],
        period=period_of(row),
        assignee=row["request__assignee__username"],
        open=row["open"],
        late=row["late"],
        first_due=row["first_due"],
    )

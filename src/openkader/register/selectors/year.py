"""What a year overview shows: its activities, claims, findings and where they come from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery, Sum

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ClaimOperator, Precision
from openkader.register.columns import pair
from openkader.register.models import (
    Activity,
    Assessment,
    Claim,
    Decision,
    Finding,
    Participation,
    RegisterSource,
    Request,
    Talk,
    Topic,
)
from openkader.register.selectors.collections import (
    party_label,
    rows,
    rows_where,
    signed_of_ours,
    text,
    took_place,
)
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone, visible_requests

PARTICIPATION = (
    *("reference", "number", "role", "dropped_out", "passage", "remark_nl", "remark_en"),
    *("description_nl", "description_en", "party__reference", "party__name", "party__kind"),
    *("party__function_nl", "party__function_en"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceRow:
    """Where the records of a year were taken from."""

    reference: str
    organisation: Text
    year: int
    title: Text
    note: Text | None
    url: str | None
    kader: str | None
    fictional: bool
    records: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderYear:
    """A year with the kader that it is counted by; without a source its records were made in this register."""

    year: int
    kader: str
    source: SourceRow | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A sentence about a figure."""

    id: str
    chapter: str
    figure: str
    operator: ClaimOperator
    value: int | None
    derived: bool
    passage: str | None
    remark: Text | None


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """What was found about an action line or a precondition."""

    id: str
    subject: str
    line: str
    text: Text
    verdict: str | None
    passage: str | None
    remark: Text | None


def sources_of(year: int) -> list[SourceRow]:
    """The documents and files that the records of a year were taken from."""
    return [source_row(vars(row)) for row in RegisterSource.objects.filter(year=year).order_by("id")]


def source_row(row: Mapping[str, Any]) -> SourceRow:
    """A source from its columns."""
    return SourceRow(
        reference=row["reference"],
        organisation=Text(nl=row["organisation_nl"], en=row["organisation_en"]),
        year=row["year"],
        title=Text(nl=row["title_nl"], en=row["title_en"]),
        note=pair(row["note_nl"], row["note_en"]),
        url=row["url"],
        kader=row["kader"],
        fictional=row["fictional"],
        records=row["records"],
    )


def newest_sources() -> QuerySet[RegisterSource]:
    """The sources with a kader of years with activities; the newest first, what was made up last."""
    known = Exists(Activity.objects.filter(took_place("activities"), year=OuterRef("year")))
    return RegisterSource.objects.filter(known, kader__isnull=False).order_by("fictional", "-year", "id")


def newest_year() -> KaderYear | None:
    """The newest year of which the register knows activities and by which kader; None before there is one."""
    own = _weighed_here().annotate(weighed=_kader_of_request()).order_by("-year", "-pk")
    newer = own.filter(year__gt=OuterRef("year"))
    source = (
        newest_sources()
        .annotate(
            own_year=Subquery(newer.values("year")[:1]), own_kader=Subquery(newer.values("weighed")[:1])
        )
        .first()
    )
    if source is None:
        made = own.values_list("year", "weighed").first()
    else:
        made = (source.own_year, source.own_kader) if source.own_year else None
    if made is not None:
        return KaderYear(year=made[0], kader=made[1], source=None)
    return None if source is None else _of_source(source_row(vars(source)))


def kader_year(year: int) -> KaderYear:
    """By which kader a year is counted: that of its source, else the one by which we last weighed a request of it.

    A year of which the register knows neither is not found.
    """
    for source in sources_of(year):
        if source.kader:
            return _of_source(source)
    held = Activity.objects.filter(year=year, request__isnull=False)
    asked = Request.objects.filter(Q(year=year) | Q(pk__in=held.values("request")))
    weighed = Assessment.objects.filter(request__in=asked)
    kader = weighed.order_by("-pk").values_list("kader", flat=True).first()
    if kader is None:
        raise NotFound("year", str(year))
    return KaderYear(year=year, kader=kader, source=None)


def _of_source(source: SourceRow) -> KaderYear:
    return KaderYear(year=source.year, kader=source.kader or "", source=source)


def _weighed_here() -> QuerySet[Activity]:
    """What took place on a request that was weighed in this register; what was made up stands in its own year only."""
    weighed = Exists(Assessment.objects.filter(request=OuterRef("request")))
    real = Q(source__isnull=True) | Q(source__fictional=False)
    return Activity.objects.filter(weighed, real, took_place("activities"))


def _kader_of_request() -> Subquery:
    """The kader by which the request of an activity was last weighed."""
    weighed = Assessment.objects.filter(request=OuterRef("request")).order_by("-pk")
    return Subquery(weighed.values("kader")[:1])


def claims_of(year: int) -> list[ClaimRow]:
    """What the organisation says about its figures of a year, in the order of the text."""
    return [
        ClaimRow(
            id=row.reference,
            chapter=row.chapter,
            figure=row.figure,
            operator=ClaimOperator(row.operator),
            value=row.value,
            derived=row.derived,
            passage=row.passage,
            remark=pair(row.remark_nl, row.remark_en),
        )
        for row in Claim.objects.filter(year=year).order_by("id")
    ]


def findings_of(year: int) -> list[FindingRow]:
    """What the organisation found about each line and precondition."""
    return [
        FindingRow(
            id=row.reference,
            subject=row.subject,
            line=row.line,
            text=Text(nl=row.text_nl, en=row.text_en),
            verdict=row.verdict,
            passage=row.passage,
            remark=pair(row.remark_nl, row.remark_en),
        )
        for row in Finding.objects.filter(year=year).order_by("id")
    ]


def unnumbered_of(year: int, *, reader: Person) -> dict[str, tuple[Text, Text | None]]:
    """What there was of which nobody knows how many: title and remark by reference, in one query."""
    columns = ("reference", "title_nl", "title_en", "remark_nl", "remark_en")
    requests = visible_requests(reader).filter(year=year, number=None).order_by().values_list(*columns)
    talks = Talk.objects.filter(year=year, number=None).order_by().values_list(*columns)
    decisions = Decision.objects.filter(year=year, number=None, request=None).order_by().values_list(*columns)
    found = requests.union(talks, decisions, all=True)
    return {ref: (Text(nl, en), Text(why, why_en) if why else None) for ref, nl, en, why, why_en in found}


def activities_of(
    year: int, known: Sequence[Mapping[str, object]] | None = None, *, reader: Person
) -> list[Row]:
    """The activities of a year in order of date, each with what the annex of an evaluation shows.

    Beside the keys of the collection: `period` (Period or None), `aim`, `place`,
    `regions`, `topic_rows`, `participation_rows` and `agreements` (how many were signed).
    `known` are the rows of the collection where they have been read already; those that the reader may
    not see are left out here.
    """
    read = rows("activities", year, reader=reader) if known is None else known
    return _told([row for row in read if not row["hidden"]], _held(year, reader))


def first_activities(year: int, most: int, *, reader: Person) -> tuple[list[Row], bool]:
    """The first `most` activities of a year in order of date, and whether there are more."""
    by_date = _held(year, reader).order_by(F("starts_on").asc(nulls_last=True), "reference")
    keys = list(by_date.values_list("pk", flat=True)[: most + 1])
    first = Q(pk__in=keys[:most])
    told = _told(rows_where("activities", first, reader=reader), Activity.objects.filter(first))
    return told, len(keys) > most


def undated_activities(year: int, *, reader: Person) -> int:
    """Of how many single activities no date is known."""
    return _held(year, reader).filter(starts_on=None, number=1).count()


def _held(year: int, reader: Person) -> QuerySet[Activity]:
    """The activities of a year that the reader may see."""
    return Activity.objects.filter(visible_or_alone(reader), took_place("activities"), year=year)


def _told(read: Sequence[Mapping[str, object]], activities: QuerySet[Activity]) -> list[Row]:
    """Rows of the collection with all that the annex shows of them, in order of date."""
    found = {str(row["id"]): dict(row) for row in read}
    for activity in _with_agreements(activities).select_related("request"):
        row = found[activity.reference]
        row |= {
            "agreements": _agreements(activity),
            "request": activity.request.reference if activity.request else None,
            "aim": pair(activity.aim_nl, activity.aim_en),
            "place": activity.place,
            "regions": activity.regions,
            "period": _period(row),
            "topic_rows": [],
            "participation_rows": [],
        }
    _add_topics(found, activities)
    _add_participations(found, activities)
    return sorted(found.values(), key=_by_date)


def _with_agreements(activities: QuerySet[Activity]) -> QuerySet[Activity]:
    signed = signed_of_ours("agreements__")
    return activities.annotate(
        signed=Sum("agreements__number", filter=signed),
        uncounted=Count("agreements", filter=signed & Q(agreements__number=None)),
    )


def _agreements(activity: Activity) -> int | None:
    """How many were signed; a sum with an unknown part is unknown, and so is an unlisted one."""
    signed, uncounted = activity.signed, activity.uncounted  # type: ignore[attr-defined]  # annotated
    if uncounted:
        return None
    return 0 if signed is None and activity.itemised else signed


def _period(row: Row) -> Period | None:
    first, last, precision = (row.pop(x) for x in ("starts_on", "ends_on", "precision"))
    if not isinstance(first, date) or not isinstance(last, date):
        return None
    return Period(first, last, Precision(str(precision)))


def _by_date(row: Row) -> tuple[date, str]:
    """By first possible day; what has no date comes last."""
    period = row["period"]
    return (period.starts_on if isinstance(period, Period) else date.max, str(row["id"]))


def _add_topics(found: dict[str, Row], activities: QuerySet[Activity]) -> None:
    query = (
        Topic.objects.filter(activity__in=activities)
        .order_by("id")
        .values(
            *("activity__reference", "code", "stated_in", "setting", "reaction", "passage"),
            *("remark_nl", "remark_en", "party__reference"),
        )
    )
    for row in query:
        mine = found[row.pop("activity__reference")]
        row["party"], row["remark"] = row.pop("party__reference"), text(row, "remark")
        _list(mine, "topic_rows").append(row)


def _add_participations(found: dict[str, Row], activities: QuerySet[Activity]) -> None:
    query = (
        Participation.objects.filter(activity__in=activities)
        .order_by("id")
        .values(
            *("activity__reference", "reference", "number", "role", "dropped_out", "passage"),
            *("description_nl", "description_en", "remark_nl", "remark_en"),
            *("party__reference", "party__name", "party__function_nl", "party__function_en"),
        )
    )
    for row in query:
        mine = found[row.pop("activity__reference")]
        _list(mine, "participation_rows").append(participation(row))


def participation(row: Row) -> Row:
    """One participation as it is shown."""
    row["id"], row["party"] = row.pop("reference"), row.pop("party__reference")
    for name in ("name", "function_nl", "function_en"):
        row[name] = row.pop(f"party__{name}")
    row["function"] = text(dict(row), "function")
    row["party_label"] = party_label(row)
    row["description"], row["remark"] = text(row, "description"), text(row, "remark")
    return row


def _list(row: Row, key: str) -> list[Row]:
    found = row[key]
    assert isinstance(found, list)  # noqa: S101 - made a list by the caller
    return found

"""What is known of a year: where it comes from, its claims and its findings."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When
from django.db.models.functions import JSONObject

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import ClaimOperator
from openkader.register.columns import pair
from openkader.register.models import (
    Activity,
    Assessment,
    Claim,
    Decision,
    Finding,
    RegisterSource,
    Request,
    Talk,
)
from openkader.register.selectors.collections import (
    took_place,
)
from openkader.register.together import Part, Parts, together_again
from openkader.register.visibility import visible_requests

_NEWEST_FIRST = ("fictional", "-year", "id")  # and what was made up last


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
    rows = RegisterSource.objects.filter(_has_activities(), kader__isnull=False)
    return rows.order_by(*_NEWEST_FIRST)


def _has_activities() -> Exists:
    """Whether something took place in the year of a source."""
    return Exists(Activity.objects.filter(took_place("activities"), year=OuterRef("year")))


def newest_year() -> KaderYear | None:
    """The newest year of which the register knows activities and by which kader; None before there is one.

    What began here and what came from each source is asked apart, so that none of it is walked past.
    """
    parts = together_again(_year_parts)
    sources = sorted(parts["sources"], key=_newest_first)
    source = next((row for row in sources if row["is_known"] and row["kader"] is not None), None)
    told = [row["taken_over"] for row in sources]
    told.append(sources[0]["here"] if sources else _newest(_weighed_here().filter(source=None)).first())
    own = max(filter(None, map(_told, told)), key=lambda way: (way["year"], way["id"]), default=None)
    if own is not None and (source is None or own["year"] > source["year"]):
        return KaderYear(year=own["year"], kader=own["kader"], source=None)
    return None if source is None else _of_source(source_row(source))


def _year_parts() -> Parts:
    """Every source, with the newest that it brought, and the newest that began here."""
    weighed = _weighed_here()
    brought = Subquery(_newest(weighed.filter(source=OuterRef("pk"))))
    own = tuple(field.name for field in RegisterSource._meta.concrete_fields)
    return {
        "sources": Part(
            RegisterSource,
            Q(),
            own,
            {"is_known": Q(_has_activities())},
            # What was made up stands in its own year only.
            {
                "taken_over": Case(When(fictional=False, then=brought)),
                "here": Subquery(_newest(weighed.filter(source=None))),
            },
        )
    }


def _newest_first(source: Mapping[str, Any]) -> tuple[bool, int, int]:
    return source["fictional"], -source["year"], source["id"]


def _told(way: object) -> Any:
    """What was told within what was told: one database gives it as it is, another as a text."""
    return json.loads(way) if isinstance(way, str) else way


def _newest(held: QuerySet[Activity]) -> QuerySet[Activity, dict[str, Any]]:
    told = JSONObject(year="year", id="pk", kader=_kader_of_request())
    newest = held.order_by("-year", "-pk").annotate(told=told)
    return newest.values_list("told", flat=True)[:1]


def kader_year(year: int) -> KaderYear:
    """By which kader a year is counted: that of its source, else the one by which we last weighed a request of it.

    A year of which the register knows neither is not found.
    """
    for source in sources_of(year):
        if source.kader:
            return _of_source(source)
    kader = last_weighed_by(year)
    if kader is None:
        raise NotFound("year", str(year))
    return KaderYear(year=year, kader=kader, source=None)


def last_weighed_by(year: int) -> str | None:
    """The kader by which a request of a year, or of what is done in it, was last weighed; None when none was."""
    held = Activity.objects.filter(year=year, request__isnull=False)
    asked = Request.objects.filter(Q(year=year) | Q(pk__in=held.values("request")))
    weighed = Assessment.objects.filter(request__in=asked)
    return weighed.order_by("-pk").values_list("kader", flat=True).first()


def _of_source(source: SourceRow) -> KaderYear:
    return KaderYear(year=source.year, kader=source.kader or "", source=source)


def _weighed_here() -> QuerySet[Activity]:
    """What took place on a request that was weighed in this register."""
    weighed = Exists(Assessment.objects.filter(request=OuterRef("request")))
    return Activity.objects.filter(weighed, took_place("activities"))


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

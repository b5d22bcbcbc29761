"""What is known of a year: where it comes from, its claims and its findings."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

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
from openkader.register.visibility import visible_requests


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

"""All dossiers that somebody may see, the newest first, a page at a time.

A request and the activity that came of it are one dossier. An activity from a published year may
have no request; it is a dossier of its own, and stands among the others by its date.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import CharField, DateField, F, Min, Q, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, Concat

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Person
from openkader.casework.vocabulary import DecisionOutcome, Kind, Precision
from openkader.register.models import Activity, CaseLine
from openkader.register.selectors.pages import AS_SUCH, KEY, PER_PAGE, ListPage, Place, how_many
from openkader.register.visibility import visible_to

UNKNOWN = "unknown"
_PERIOD = ("starts_on", "ends_on", "precision")
_OF_LINE = ("outcome", "year")
_SHOWN = ("reference", "number", "year", "kind", "programme", "title_nl", "title_en", *_PERIOD)


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierRow:
    """A dossier as the list knows it: what took place, or else what was asked."""

    reference: str
    request: str | None  # what was asked, where that is known
    title: Text
    year: int
    number: int | None  # for how many cases it stands; None: nobody knows
    kind: Kind | None
    programme: str | None
    outcome: DecisionOutcome | None
    period: Period | None
    place: Place  # its day, and its request; without one, minus its activity


@dataclass(frozen=True, slots=True, kw_only=True)
class DossierChoice:
    """What somebody wants to see, in the words of the register; UNKNOWN chooses what is not known."""

    year: int | None = None
    words: Mapping[str, str] = field(default_factory=dict)  # of kind, programme and outcome


def dossier_list(choice: DossierChoice, reader: Person, after: Place | None = None) -> ListPage[DossierRow]:
    """The page that begins after a place; without one the first."""
    every, counted = _lines(choice, reader)
    lines, alone = _shown(every), _alone(choice)
    found = [
        *_of_requests(lines.filter(_lines_from(after))[: PER_PAGE + 1]),
        *map(_row_alone, alone.filter(_alone_from(after))[: PER_PAGE + 1]),
    ]
    found.sort(key=lambda row: (row.place.value, row.place.key), reverse=True)
    rows = found[:PER_PAGE]
    total, is_least = how_many(counted, alone)
    return ListPage(
        rows=tuple(rows),
        total=total,
        is_least=is_least,
        after=rows[-1].place if found[PER_PAGE:] else None,
    )


def oldest_year() -> int | None:
    """The first year of which the register knows anything."""
    first = CaseLine.objects.aggregate(first=Min("received_on"))["first"]
    alone = Activity.objects.filter(request=None).aggregate(first=Min("year"))["first"]
    return min((year for year in (first and first.year, alone) if year), default=None)


def _lines(choice: DossierChoice, reader: Person) -> tuple[QuerySet[CaseLine], QuerySet[CaseLine]]:
    """The cases that meet the choice, by what was asked, and the same to be counted.

    A year has what came in then, or took place then.
    """
    rows = CaseLine.objects.filter(visible_to(reader, "request__"))
    for name, word in choice.words.items():
        rows = rows.filter(_is(name if name in _OF_LINE else f"request__{name}", word))
    if choice.year is None:
        return rows, rows
    held = Activity.objects.filter(request__isnull=False, year=choice.year).values("request")
    first, last = date(choice.year, 1, 1), date(choice.year, 12, 31)
    # What came in later cannot have taken place then; so the walk begins in that year.
    within = Q(received_on__gte=first) | Q(**{f"{KEY}__in": held})
    walked = rows.alias(**AS_SUCH).filter(within, received_on__lte=last)
    # Nothing has to be in order to be counted: each of the two is fetched by its own index.
    return walked, rows.filter(Q(received_on__range=(first, last)) | Q(pk__in=held, received_on__lte=last))


def _shown(rows: QuerySet[CaseLine]) -> QuerySet[CaseLine, dict[str, Any]]:
    shown: dict[str, Any] = {name: F(f"request__{name}") for name in _SHOWN if name not in _OF_LINE}
    own = ("request_id", "received_on", "outcome", "year")
    return rows.order_by("-received_on", "-request").values(*own, **shown)


def _alone(choice: DossierChoice) -> QuerySet[Activity, dict[str, Any]]:
    first_day = Concat(Cast("year", CharField()), Value("-01-01"))
    rows = Activity.objects.filter(request=None)
    rows = rows.annotate(day=Coalesce("starts_on", Cast(first_day, DateField())))
    if choice.year is not None:
        rows = rows.filter(year=choice.year)
    words = dict(choice.words)
    if words.pop("outcome", UNKNOWN) != UNKNOWN:
        rows = rows.none()  # nothing was asked, so nothing decided
    for name, word in words.items():
        rows = rows.filter(_is(name, word))
    return rows.order_by("-day", "id").values("id", "day", *_SHOWN)


def _is(column: str, word: str) -> Q:
    return Q(**{f"{column}__isnull": True}) if word == UNKNOWN else Q(**{column: word})


def _lines_from(after: Place | None) -> Q:
    if after is None:
        return Q()
    # First what an index can find, then the dossiers of the very same day.
    same = Q(request__lt=after.key) if after.key > 0 else Q(pk__in=[])
    return Q(Q(received_on__lte=after.value), Q(received_on__lt=after.value) | same)


def _alone_from(after: Place | None) -> Q:
    if after is None:
        return Q()
    same = Q(day=after.value) if after.key > 0 else Q(day=after.value, id__gt=-after.key)
    return Q(day__lt=after.value) | same


def _of_requests(lines: Iterable[dict[str, Any]]) -> list[DossierRow]:
    """Each case with the activity that came of it, where one did."""
    rows = list(lines)
    held: dict[int, dict[str, Any]] = {}
    mine = Activity.objects.filter(request__in=[row["request_id"] for row in rows]).order_by("id")
    for activity in mine.values("request_id", *_SHOWN):
        held.setdefault(activity["request_id"], activity)
    return [_row_of(row, held.get(row["request_id"], row)) for row in rows]


def _row_of(asked: dict[str, Any], shown: dict[str, Any]) -> DossierRow:
    place = Place(asked["received_on"], asked["request_id"])
    return _row(shown, place, request=asked["reference"], outcome=asked["outcome"])


def _row_alone(activity: dict[str, Any]) -> DossierRow:
    return _row(activity, Place(activity["day"], -activity["id"]), request=None, outcome=None)


def _row(shown: dict[str, Any], place: Place, request: str | None, outcome: str | None) -> DossierRow:
    first, last, precision = (shown[name] for name in _PERIOD)
    return DossierRow(
        reference=shown["reference"],
        request=request,
        title=Text(nl=shown["title_nl"], en=shown["title_en"]),
        year=shown["year"],
        number=shown["number"],
        kind=Kind(shown["kind"]) if shown["kind"] else None,
        programme=shown["programme"],
        outcome=DecisionOutcome(outcome) if outcome else None,
        period=Period(first, last, Precision(precision)) if precision else None,
        place=place,
    )

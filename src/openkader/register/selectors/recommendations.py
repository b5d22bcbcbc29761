"""Recommendations over the years: to whom, before when, what came of each, and which still ask for something."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Prefetch, QuerySet

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Act, Person
from openkader.casework.recommendations import Followed, FollowUpStatus, is_overdue, status_on
from openkader.register.columns import pair, period_of
from openkader.register.models import (
    Activity,
    Agreement,
    Recommendation,
    RecommendationAddress,
    RecommendationFollowUp,
)
from openkader.register.shelf import shelf
from openkader.register.visibility import visible_or_alone, visible_requests


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownBy:
    """What shows a follow-up: a record that the reader may see, an address, or a document for colleagues."""

    url: str | None
    record: str | None
    is_agreement: bool
    file: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationStep:
    """One follow-up; `what` and `by` are for colleagues. `figure` shows in the year after whether it worked."""

    number: int
    status: FollowUpStatus
    period: Period | None
    what: Text | None
    shown_by: ShownBy
    kader: str | None
    change: Text | None
    figure: str | None
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationAddressRow:
    """To whom it was addressed and before when, as it was said once; `by` is for colleagues."""

    number: int
    to: Text | None
    due: Period | None
    by: str | None
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationRow:
    """A recommendation as it stands; a status of None is unknown: nobody said what came of it."""

    reference: str
    year: int
    text: Text
    passage: str | None
    source: Text | None
    source_url: str | None
    status: FollowUpStatus | None
    to: Text | None
    due: Period | None
    is_overdue: bool
    addresses: tuple[RecommendationAddressRow, ...]
    follow_ups: tuple[RecommendationStep, ...]
    is_fictional: bool

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is asked."""
        return self.status is not None and self.status.is_closed

    @property
    def figure(self) -> str | None:
        """The figure that was named last."""
        return next((one.figure for one in reversed(self.follow_ups) if one.figure), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationOfYear:
    """A recommendation as the text of a year tells it: as it stood at the end of that year.

    `is_carried` says that it is of an earlier year and was not closed before this one began.
    """

    reference: str
    year: int
    text: Text
    is_carried: bool
    to: Text | None
    due: Period | None
    status: FollowUpStatus | None
    since: Period | None
    is_overdue: bool
    url: str | None
    record: str | None
    kader: str | None
    change: Text | None
    figure: str | None


def recommendations(*, reader: Person, today: date) -> tuple[RecommendationRow, ...]:
    """Those of all years; what is overdue comes first, then what is open, then what is closed."""
    found = [_row(row, reader, today, _Seen()) for row in _all()]
    order = {True: 2, False: 1}
    return tuple(sorted(found, key=lambda row: 0 if row.is_overdue else order[row.is_closed]))


def recommendation_file(reference: str, *, reader: Person, today: date) -> RecommendationRow:
    """One recommendation with its history."""
    row = _all().filter(reference=reference).first()
    if row is None:
        raise NotFound("recommendation", reference[:80])
    records = {one.record for one in row.follow_ups.all() if one.record}
    return _row(row, reader, today, _seen(records, reader) if records else _Seen())


def recommendation_document(reference: str, number: int) -> tuple[str, str, bytes]:
    """The name, the type and the content of the document that shows a follow-up."""
    rows = RecommendationFollowUp.objects.filter(recommendation__reference=reference, number=number)
    row = rows.filter(size__isnull=False).values("name", "media_type", "sha256").first()
    if row is None:
        raise NotFound("document", str(number))
    return row["name"], row["media_type"], shelf().take(row["sha256"], row["name"])


def open_recommendations(year: int, *, reader: Person) -> tuple[RecommendationOfYear, ...]:
    """Those of earlier years that were not closed before this one; each as it stood at its end."""
    before = date(year - 1, 12, 31)
    rows = [row for row in _all().filter(year__lt=year).order_by("year", "id") if not _is_closed(row, before)]
    return _of_year(rows, year, reader)


def recommendations_over_years(year: int, *, reader: Person) -> tuple[RecommendationOfYear, ...]:
    """What the text of a year has to say: the open ones of earlier years, and then its own."""
    own = list(_all().filter(year=year).order_by("id"))
    return (*open_recommendations(year, reader=reader), *_of_year(own, year, reader))


def _is_closed(row: Recommendation, day: date) -> bool:
    status = status_on(_followed(row), day, recorded=_recorded(row))
    return status is not None and status.is_closed


def _of_year(rows: Sequence[Recommendation], year: int, reader: Person) -> tuple[RecommendationOfYear, ...]:
    last = date(year, 12, 31)
    records = {one.record for row in rows for one in row.follow_ups.all() if one.record}
    seen = _seen(records, reader) if records else _Seen()
    return tuple(_told(row, last, seen) for row in rows)


def _told(row: Recommendation, last: date, seen: "_Seen") -> RecommendationOfYear:
    steps = [one for one in row.follow_ups.all() if _ends(one) <= last]
    newest = steps[-1] if steps else None
    addressed = list(row.addresses.all())
    due = period_of(vars(addressed[-1])) if addressed else None
    status = FollowUpStatus(newest.status) if newest else _recorded(row)
    return RecommendationOfYear(
        reference=row.reference,
        year=row.year,
        text=Text(nl=row.text_nl, en=row.text_en),
        is_carried=row.year < last.year,
        to=pair(addressed[-1].to_nl, addressed[-1].to_en) if addressed else None,
        due=due,
        status=status,
        since=period_of(vars(newest)) if newest else None,
        is_overdue=is_overdue(status, due, date(last.year + 1, 1, 1)),
        url=newest.url if newest else None,
        record=newest.record if newest and newest.record in seen.all else None,
        kader=newest.kader if newest else None,
        change=pair(newest.change_nl, newest.change_en) if newest else None,
        figure=next((one.figure for one in reversed(steps) if one.figure), None),
    )


def _ends(row: RecommendationFollowUp) -> date:
    return row.ends_on or date.max


def _followed(row: Recommendation) -> list[Followed]:
    return [Followed(FollowUpStatus(one.status), period_of(vars(one))) for one in row.follow_ups.all()]


def _recorded(row: Recommendation) -> FollowUpStatus | None:
    """What was said of it when it was recorded; with follow-ups these say it."""
    is_noted = bool(row.follow_ups.all())
    return FollowUpStatus(row.status) if row.status and not is_noted else None


@dataclass(frozen=True, slots=True)
class _Seen:
    """The records that a reader may see."""

    plain: frozenset[str] = frozenset()
    agreements: frozenset[str] = frozenset()

    @property
    def all(self) -> frozenset[str]:
        return self.plain | self.agreements


def _seen(records: Iterable[str], reader: Person) -> _Seen:
    named = list(records)
    requests = visible_requests(reader).filter(reference__in=named).values_list("reference", flat=True)
    activities = Activity.objects.filter(visible_or_alone(reader), reference__in=named)
    plain = {*requests, *activities.values_list("reference", flat=True)}
    if not reader.may(Act.READ_CASES):
        return _Seen(frozenset(plain))
    case = visible_or_alone(reader, "activity__request__")
    agreed = Agreement.objects.filter(case, reference__in=named).values_list("reference", flat=True)
    return _Seen(frozenset(plain), frozenset(agreed))


def _all() -> QuerySet[Recommendation]:
    return (
        Recommendation.objects.order_by("-year", "id")
        .select_related("source")
        .prefetch_related(
            Prefetch("addresses", queryset=RecommendationAddress.objects.order_by("number")),
            Prefetch("follow_ups", queryset=RecommendationFollowUp.objects.order_by("number")),
        )
    )


def _row(row: Recommendation, reader: Person, today: date, seen: _Seen) -> RecommendationRow:
    inside = reader.may(Act.READ_CASES)
    addresses = tuple(_address(one, inside=inside) for one in row.addresses.all())
    newest = addresses[-1] if addresses else None
    status = FollowUpStatus(row.status) if row.status else None
    due = newest.due if newest else None
    return RecommendationRow(
        reference=row.reference,
        year=row.year,
        text=Text(nl=row.text_nl, en=row.text_en),
        passage=row.passage,
        source=Text(nl=row.source.title_nl, en=row.source.title_en) if row.source else None,
        source_url=row.source.url if row.source else None,
        status=status,
        to=newest.to if newest else None,
        due=due,
        is_overdue=is_overdue(status, due, today),
        addresses=addresses,
        follow_ups=tuple(_follow_up(one, seen, inside=inside) for one in row.follow_ups.all()),
        is_fictional=row.source is not None and row.source.fictional,
    )


def _address(row: RecommendationAddress, *, inside: bool) -> RecommendationAddressRow:
    return RecommendationAddressRow(
        number=row.number,
        to=pair(row.to_nl, row.to_en),
        due=period_of(vars(row)),
        by=row.recorded_by if inside else None,
        at=row.recorded_at,
    )


def _follow_up(row: RecommendationFollowUp, seen: _Seen, *, inside: bool) -> RecommendationStep:
    return RecommendationStep(
        number=row.number,
        status=FollowUpStatus(row.status),
        period=period_of(vars(row)),
        what=Text(nl=row.what_nl, en=row.what_en) if inside else None,
        shown_by=ShownBy(
            url=row.url,
            record=row.record if row.record in seen.all else None,
            is_agreement=row.record in seen.agreements,
            file=row.name if inside else None,
        ),
        kader=row.kader,
        change=pair(row.change_nl, row.change_en),
        figure=row.figure,
        by=row.recorded_by if inside else None,
        at=row.recorded_at,
    )

"""The whole trail, for whoever checks the work of others: what was chosen of it, a page at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from openkader.register.chain import Link
from openkader.register.models import AuditEvent, Request
from openkader.register.selectors.trail import FIELDS, Event, event_of

EVENTS_PER_PAGE = 50
_CHUNK = 2000
_WHOLE = tuple(one.name for one in fields(Link))
_ROOM = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailChoice:
    """What somebody wants to see of the trail; what is empty chooses everything. Both days count."""

    subject: str = ""  # a record, or a dossier with everything in it
    actor: str = ""
    action: str = ""
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TrailPage:
    """A page of the trail, the newest event first; `older` and `newer` are where the pages beside it begin."""

    events: tuple[Event, ...]
    older: int | None
    newer: int | None
    cases: frozenset[str]  # the dossiers on this page that are cases, to which one can go


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainPage:
    """A page of the trail as it lies in the chain, so that whoever reads it can work its digests out."""

    links: tuple[Link, ...]
    older: int | None
    newer: int | None


def trail_page(choice: TrailChoice, *, below: int | None = None, above: int | None = None) -> TrailPage:
    """The events below a number, or above it; without a number the newest."""
    rows, older, newer = _page(choice, FIELDS, below=below, above=above)
    found = [event_of(row) for row in rows]
    dossiers = {event.dossier for event in found}
    return TrailPage(
        events=tuple(found),
        older=older,
        newer=newer,
        cases=frozenset(Request.objects.filter(reference__in=dossiers).values_list("reference", flat=True)),
    )


def chain_page(choice: TrailChoice, *, below: int | None = None, above: int | None = None) -> ChainPage:
    """The same, each event with its digest and that of the one before it."""
    rows, older, newer = _page(choice, _WHOLE, below=below, above=above)
    return ChainPage(links=tuple(Link(**row) for row in rows), older=older, newer=newer)


def _page(
    choice: TrailChoice, columns: Sequence[str], *, below: int | None, above: int | None
) -> tuple[list[dict[str, Any]], int | None, int | None]:
    """The rows of a page, the newest first, and where the pages beside it begin."""
    chosen = _chosen(choice)
    backwards = above is not None and below is None
    if backwards:
        rows = chosen.filter(sequence__gt=above).order_by("sequence")
    else:
        rows = chosen.filter(sequence__lt=below) if below is not None else chosen
        rows = rows.order_by("-sequence")
    found = list(rows.values(*columns)[: EVENTS_PER_PAGE + 1])
    is_more, found = len(found) > EVENTS_PER_PAGE, found[:EVENTS_PER_PAGE]
    if backwards:
        found.reverse()
    has_older, has_newer = (True, is_more) if backwards else (is_more, below is not None)
    older = int(found[-1]["sequence"]) if found and has_older else None
    newer = int(found[0]["sequence"]) if found and has_newer else None
    return found, older, newer


def trail_rows(choice: TrailChoice) -> Iterator[Event]:
    """Everything that was chosen, in the order in which it happened, read as it is written out."""
    rows = _chosen(choice).order_by("sequence").values(*FIELDS)
    return (event_of(row) for row in rows.iterator(chunk_size=_CHUNK))


def _chosen(choice: TrailChoice) -> QuerySet[AuditEvent]:
    rows = AuditEvent.objects.all()
    if choice.subject:
        rows = rows.filter(Q(dossier=choice.subject) | Q(object_reference=choice.subject))
    if choice.actor:
        rows = rows.filter(actor=choice.actor)
    if choice.action:
        rows = rows.filter(action=choice.action)
    return _within(rows, choice.since, choice.until)


def _within(rows: QuerySet[AuditEvent], since: date | None, until: date | None) -> QuerySet[AuditEvent]:
    """The events of a period, found by their numbers and then looked at one by one.

    Numbers follow moments but for a slow writer or a clock that was put right, for which a day is left.
    A database that walked the moments themselves would have to sort all of a long period.
    """
    rows = rows.alias(moment=Coalesce("at", "at"))
    if since:
        first = _number_at(_begin(since) - _ROOM)
        rows = rows.filter(sequence__gte=first, moment__gte=_begin(since)) if first else rows.none()
    if until:
        end = _begin(until + timedelta(days=1))
        beyond = _number_at(end + _ROOM)
        rows = rows.filter(moment__lt=end)
        rows = rows.filter(sequence__lt=beyond) if beyond else rows
    return rows


def _number_at(moment: datetime) -> int | None:
    """The number of the first event from a moment on; of those of one moment the lowest, whatever the plan."""
    rows = AuditEvent.objects.filter(at__gte=moment).order_by("at", "sequence")
    return rows.values_list("sequence", flat=True).first()


def _begin(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))

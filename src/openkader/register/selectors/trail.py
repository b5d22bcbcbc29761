"""The trail as it is read."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, Subquery

from openkader.register.models import AuditEvent, AuditHead

READ = "dossier.read"
# Who read it is for whoever checks the trail; in a dossier it would drown what was done.
_OF_DOSSIER = ~Q(action=READ)
FIELDS = ("sequence", "at", "actor", "action", "object_kind", "object_reference", "dossier", "detail")
# One key, which an index finds.
NEWEST = Subquery(AuditEvent.objects.order_by("-id").values("id")[:1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One change: who did what to what, and when."""

    sequence: int
    at: datetime
    actor: str
    action: str
    object_kind: str
    object_reference: str
    dossier: str
    detail: dict[str, object]


def events(dossiers: Collection[str] | None = None, *, limit: int = 200) -> list[Event]:
    """The newest events, of some dossiers or of the whole register, the newest first."""
    query = AuditEvent.objects.order_by("-id")
    if dossiers is not None:
        query = query.filter(_OF_DOSSIER, dossier__in=dossiers)
    return [event_of(row) for row in query.values(*FIELDS)[:limit]]


def events_and_newest(dossiers: Collection[str], *, limit: int = 200) -> tuple[list[Event], Event | None]:
    """The newest events of some dossiers and the newest of all, in one question."""
    query = AuditEvent.objects.filter(Q(_OF_DOSSIER, dossier__in=dossiers) | Q(id=NEWEST)).order_by("-id")
    found = [event_of(row) for row in query.values(*FIELDS)[: limit + 1]]
    own = [event for event in found if event.dossier in dossiers and event.action != READ]
    return own[:limit], found[0] if found else None


def event_of(row: dict[str, Any]) -> Event:
    """An event as it is stored."""
    return Event(**row | {"detail": json.loads(row["detail"])})


def event_count() -> int:
    """How many events the trail holds."""
    return AuditEvent.objects.count()


def head() -> tuple[int, str]:
    """The number and digest of the newest event; write them down elsewhere to prove the trail later."""
    return AuditHead.objects.values_list("sequence", "hash").get(pk=1)

"""The trail as it is read."""

import json
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from openkader.register.models import AuditEvent, AuditHead

READ = "dossier.read"


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
        # Who read it is for whoever checks the trail; in a dossier it would drown what was done.
        query = query.filter(dossier__in=dossiers).exclude(action=READ)
    fields = ("sequence", "at", "actor", "action", "object_kind", "object_reference", "dossier")
    return [
        Event(detail=json.loads(row.pop("detail")), **row) for row in query.values(*fields, "detail")[:limit]
    ]


def event_count() -> int:
    """How many events the trail holds."""
    return AuditEvent.objects.count()


def head() -> tuple[int, str]:
    """The number and digest of the newest event; write them down elsewhere to prove the trail later."""
    return AuditHead.objects.values_list("sequence", "hash").get(pk=1)

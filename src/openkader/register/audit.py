"""The trail of every change; a service writes its event in the same transaction."""

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum

from django.db import connection

from openkader.base.text import Text
from openkader.register import guards
from openkader.register.chain import Break, Link, canonical, first_break
from openkader.register.models import AuditEvent, AuditHead
from openkader.register.outbox import enter_events

TURN = 0x6B61646572  # the lock of PostgreSQL for changes that go one at a time
FIELDS = [field.name for field in AuditEvent._meta.concrete_fields if field.name != "id"]


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that is still to be written: what was done to which record, shown in which dossier."""

    action: str
    kind: str
    reference: str
    dossier: str
    detail: Mapping[str, object]


def append(drafts: Sequence[Draft], *, by: str, now: datetime) -> None:
    """Write events at the end of the chain, and what other systems hear of them.

    The next writer waits until this transaction ends, so that two events never follow the same one. Outside a
    transaction that would not hold.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("an audit event is written in the transaction of its change")
    if not drafts:
        return
    head = hold_end()
    links: list[Link] = []
    for draft in drafts:
        before = (links[-1].sequence, links[-1].hash) if links else (head.sequence, head.hash)
        links.append(_link(draft, before, by, now))
    AuditEvent.objects.bulk_create((AuditEvent(**asdict(link)) for link in links), batch_size=1000)
    AuditHead.objects.filter(pk=1).update(sequence=links[-1].sequence, hash=links[-1].hash)
    enter_events(links)


def hold_end() -> AuditHead:
    """The end of the chain, held until the transaction ends: its row is the queue of all writers.

    It is the last thing that a writer waits for. Whoever holds it waits for nobody, so that they cannot wait for
    each other, and it is held for as long as it takes to write what is ready.
    """
    return AuditHead.objects.select_for_update().get(pk=1)


def newest() -> int:
    """The number of the last event that has been written for good."""
    return AuditHead.objects.values_list("sequence", flat=True).get(pk=1)


def dossiers_since(sequence: int) -> set[str]:
    """In which dossiers anything was done after an event; whoever holds the end will hear of no more."""
    rows = AuditEvent.objects.filter(sequence__gt=sequence).order_by()
    return set(rows.values_list("dossier", flat=True).distinct())


def wait_for_turn() -> None:
    """Go on when no other change that waits for its turn is under way; it lasts until the transaction ends.

    For what first looks whether it was done already: of two clicks the second then finds what the first entered.
    On SQLite a transaction that writes has the database to itself as it is.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])


def _link(draft: Draft, before: tuple[int, str], by: str, now: datetime) -> Link:
    link = Link(
        sequence=before[0] + 1,
        at=now,
        actor=by,
        action=draft.action,
        object_kind=draft.kind,
        object_reference=draft.reference,
        dossier=draft.dossier,
        detail=canonical(plain(draft.detail)),
        previous_hash=before[1],
    )
    return replace(link, hash=link.digest())


def verify() -> Break | None:
    """The first broken event of the chain, or None when it holds."""
    rows = AuditEvent.objects.order_by("id").values(*FIELDS).iterator(chunk_size=2000)
    head = AuditHead.objects.filter(pk=1).values_list("sequence", "hash").first()
    return first_break((Link(**row) for row in rows), head)


def missing_guards() -> set[str]:
    """The database triggers that ought to protect the trail and do not stand there."""
    return guards.missing(connection)


def plain(value: object) -> object:
    """A value as JSON can hold it, the same on every run."""
    if isinstance(value, Text):
        return {"nl": value.nl, "en": value.en}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (date, datetime, time)):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return sorted(value) if isinstance(value, (set, frozenset)) else value

"""What two others agreed to is destroyed: one item in one transaction, and its documents after that.

Whoever falls over half-way has destroyed whole items and no half one. Documents that were to leave the shelf are
written down with the item, so that the next round takes them away.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from django.db import connection

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.retention import RecordKind, due_of, is_due, may_destroy
from openkader.register import audit
from openkader.register.destroying.dossiers import facts_of
from openkader.register.destroying.emptying import empty_all
from openkader.register.destroying.leaving import (
    drop_unused,
    empty_parties,
    fates_with,
    files_of,
    parties_of,
    unrecorded,
    unspoken_of,
    words_of,
)
from openkader.register.destroying.lists import list_for_update, stand_of_list
from openkader.register.hand import Hand, require, writing
from openkader.register.models import (
    Activity,
    Destruction,
    DestructionExemption,
    DestructionItem,
    DestructionList,
    DiscardedFile,
    Party,
    Request,
    Tombstone,
)
from openkader.register.retention import retention
from openkader.register.shelf import shelf
from openkader.register.traces import written_over

_CHANGED_SINCE = "Bij het vernietigen bleek de termijn niet (meer) verstreken; het dossier blijft."


def destroy_dossiers(reference: str, *, by: str, now: datetime, most: int | None = None) -> int:
    """Carry a list out, or so many items of it; how many were destroyed by this round. Again after that is nothing."""
    with _leaving_no_trace():
        done = sum(_destroy_one(key, by, now) for key in _waiting(reference)[:most])
    take_from_shelf()
    return done


def take_from_shelf() -> None:
    """Take away the documents of what was destroyed; one that another record leads to by now stays."""
    for row in DiscardedFile.objects.order_by("digest"):
        if unrecorded([row.digest]):
            shelf().drop(row.digest)
        row.delete()


def _waiting(reference: str) -> list[int]:
    """The items that are left to do."""
    row = DestructionList.objects.filter(reference=reference).first()
    if row is None:
        raise NotFound("destruction-list", reference[:80])
    require(may_destroy(stand_of_list(row)))
    left = row.items.filter(exemption__isnull=True, destruction__isnull=True)
    return list(left.order_by("number").values_list("pk", flat=True))


def _destroy_one(key: int, by: str, now: datetime) -> bool:
    """Whether it was destroyed: not where somebody else did meanwhile, nor where its term runs after all."""
    with writing(by=by, now=now, act=Act.DESTROY) as hand:
        hand.keeps_lines, hand.is_closing = False, True
        item = DestructionItem.objects.select_related("list").get(pk=key)
        place = list_for_update(item.list.reference)
        require(may_destroy(stand_of_list(place)))
        if Destruction.objects.filter(item=item).exists():
            return False
        request = _held_alone(item.dossier)
        if request is None or not _is_still_due(item, request, hand):
            _leave(item, hand)
            return False
        _destroy(item, request, hand)
    return True


def _held_alone(dossier: str) -> Request | None:
    """The dossier as it is when everybody who was writing has ended: until it is gone, nobody else ends.

    What they wrote in it, such as a new decision, or elsewhere about a party that it names, is there when the term is
    looked at, and nothing comes after. So here, unlike elsewhere, the end of the trail is held while work is done: for
    as long as one item takes. Its rows are held before that, so that nobody who has the end waits for them.
    """
    query = Request.objects.select_for_update(of=("self",), no_key=True)
    request = query.filter(reference=dossier).first()
    held = Activity.objects.filter(request=request).select_for_update(of=("self",), no_key=True)
    list(held.order_by("pk").values_list("pk", flat=True))
    audit.hold_end()
    return request


def _is_still_due(item: DestructionItem, request: Request, hand: Hand) -> bool:
    due = due_of(retention(), RecordKind(item.kind), facts_of([request])[request.pk])
    return is_due(due, hand.today)


def _leave(item: DestructionItem, hand: Hand) -> None:
    DestructionExemption.objects.create(item=item, reason=_CHANGED_SINCE, at=hand.now, by=hand.by)
    place = item.list.reference
    hand.log(
        "destruction-list.exempted",
        "destruction_list",
        place,
        place,
        number=item.number,
        sort=item.kind,
    )


def _destroy(item: DestructionItem, request: Request, hand: Hand) -> None:
    """All that is to be known is asked first, for afterwards nothing says it any more."""
    kind, keys = RecordKind(item.kind), [request.pk]
    fates = fates_with(kind)
    parties, files = parties_of(fates, keys), files_of(fates, keys)
    closed = [request.reference, *_activities(request)] if kind is RecordKind.REQUEST else []
    words = words_of(parties, keys)
    went = empty_all(fates, keys)
    unspoken = unspoken_of(parties, keys if closed else ())
    of_parties = empty_parties(unspoken)
    drop_unused(words)
    closed += Party.objects.filter(pk__in=unspoken).values_list("reference", flat=True)
    unused = sorted(unrecorded(files))
    row = Destruction.objects.create(
        item=item,
        gone=went.gone + of_parties.gone,
        emptied=went.emptied + of_parties.emptied,
        parties=len(unspoken),
        documents=len(unused),
        at=hand.now,
        by=hand.by,
    )
    Tombstone.objects.bulk_create(Tombstone(reference=one, destruction=row) for one in closed)
    DiscardedFile.objects.bulk_create(
        (DiscardedFile(digest=digest, destruction=row) for digest in unused), ignore_conflicts=True
    )
    hand.log(
        "dossier.destroyed",
        "request",
        request.reference,
        request.reference,
        list=item.list.reference,
        sort=kind,
        gone=row.gone,
        emptied=row.emptied,
        parties=row.parties,
        documents=row.documents,
    )


def _activities(request: Request) -> list[str]:
    return list(Activity.objects.filter(request=request).values_list("reference", flat=True))


@contextmanager
def _leaving_no_trace() -> Iterator[None]:
    """Neither in the file of the embedded database, nor in what lies beside it."""
    try:
        with written_over():
            yield
    finally:
        if connection.vendor == "sqlite" and not connection.in_atomic_block:
            with connection.cursor() as cursor:
                cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")

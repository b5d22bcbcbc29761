"""A worker takes an event that a receiver still has to hear, for as long as its lease lasts."""

from datetime import datetime, timedelta

from cryptography.fernet import InvalidToken
from django.db import transaction
from django.db.models import Exists, OuterRef, Q

from openkader.casework.permissions import Act
from openkader.casework.subscribing import KEPT, MOST_FAILURES, ReceiverForm
from openkader.register.leases import lease_ended, may_start
from openkader.register.models import EventSubscription, OutgoingEvent
from openkader.register.people import person_named
from openkader.register.sealing import SUBSCRIPTION, opened
from openkader.register.subscriptions import TakenEvent
from openkader.register.visibility import visible_requests

LEASE = timedelta(minutes=2)  # far more than an answer may take


def take_event(worker: str, *, now: datetime) -> TakenEvent | None:
    """The oldest event of the receiver that waits longest; one event of a receiver is under way at a time.

    What its account may not see at this moment is never told: such rows go, and nobody hears that they were there.
    Taking is no change of the register and leaves no event.
    """
    with transaction.atomic():
        free = may_start(now) | lease_ended(now)
        is_not_held = Q(failures__lt=MOST_FAILURES) | Q(failing_since__lte=now - KEPT)
        waits = Exists(OutgoingEvent.objects.filter(subscription=OuterRef("pk")))
        query = EventSubscription.objects.filter(
            free, is_not_held, waits, withdrawn_at=None, account__is_active=True
        )
        locked = query.select_for_update(skip_locked=True, of=("self",), no_key=True)
        row = locked.select_related("account").order_by("not_before", "id").first()
        if row is None:
            return None
        row.turn += 1
        event = _first_to_tell(row)
        if event is not None:
            row.taken_by, row.lease_ends = worker, now + LEASE
        row.save(update_fields=["turn", "taken_by", "lease_ends"])
        if event is None:
            return take_event(worker, now=now)
    return _taken(row, event)


def _first_to_tell(row: EventSubscription) -> OutgoingEvent | None:
    person = person_named(row.account.username)
    while (event := row.events.select_related("request").order_by("id").first()) is not None:
        if person.may(Act.READ_CASES) and visible_requests(person).filter(pk=event.request_id).exists():
            return event
        event.delete()
    return None


def _taken(row: EventSubscription, event: OutgoingEvent) -> TakenEvent:
    try:
        secret = opened(SUBSCRIPTION, row.locked)
    except InvalidToken:
        secret = None
    return TakenEvent(
        subscription=row.pk,
        turn=row.turn,
        form=ReceiverForm(row.form),
        address=row.address,
        secret=secret,
        row=event.pk,
        event=event.event,
        kind=event.kind,
        subject=event.request.reference,
        at=event.at,
    )

"""Cases go to the case system of the organisation, and what did not go is tried again."""

from datetime import datetime
from uuid import uuid4

from django.conf import settings

from openkader.base.errors import Refusal, Refused
from openkader.casework.case_events import FILED, CaseEvent
from openkader.casework.permissions import Act
from openkader.casework.subscribing import ReceiverForm, host_of
from openkader.register import audit
from openkader.register.accounts import account_named
from openkader.register.batches import BATCH
from openkader.register.case_system.connection import Api, CaseSystem
from openkader.register.hand import Hand, require, writing
from openkader.register.models import CaseFiling, EventSubscription, OutgoingEvent, Request
from openkader.register.sealing import SUBSCRIPTION, sealed

NAME = "zaaksysteem"


def connect_case_system(account: str, *, by: str, now: datetime) -> None:
    """From now on what happens with the cases that this account may see goes to the case system."""
    system: CaseSystem | None = settings.CASE_SYSTEM
    if system is None:
        raise Refused(Refusal("filing.not-set-up"))
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        audit.wait_for_turn()  # of two at once
        held = _connected()
        found = {"account": held.account.username} if held else {}
        require(Refusal("filing.connected-already", found) if held else None)
        who = account_named(account)
        require(None if who.is_active else Refusal("account.closed-already"))
        name = EventSubscription.objects.filter(account=who, name=NAME, withdrawn_at=None)
        require(Refusal("subscription.taken", {"name": NAME}) if name.exists() else None)
        address = system.addresses[Api.ZAKEN]
        kinds = [*sorted(CaseEvent), FILED]
        EventSubscription.objects.create(
            account=who,
            name=NAME,
            form=ReceiverForm.CASE_SYSTEM,
            address=address,
            kinds=kinds,
            locked=sealed(SUBSCRIPTION, ""),
            at=now,
            by=by,
            not_before=now,
        )
        said = {"name": NAME, "host": host_of(address), "kinds": kinds}
        hand.log("subscription.opened", "account", who.username, who.username, **said)


def file_cases_again(*, everything: bool, by: str, now: datetime) -> int:
    """Let the cases that were refused be tried again, or every case that there is; how many wait now.

    The receiver itself is tried at once too. What is up to date there is asked nothing.
    """
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        row = _connected()
        if row is None:
            raise Refused(Refusal("filing.not-connected"))
        audit.hold_end()  # so that no event of a change comes before one that is there
        found = Request.objects.filter(source=None).order_by("pk")
        if not everything:
            found = found.filter(pk__in=CaseFiling.objects.filter(refusal__isnull=False).values("request"))
        keys = list(found.values_list("pk", flat=True))
        _let_wait(row, keys, hand)
        if row.taken_by is None:
            row.failures, row.failing_since, row.not_before = 0, None, now
            row.save(update_fields=["failures", "failing_since", "not_before"])
        hand.log("subscription.tried-again", "subscription", "*", "*", number=len(keys))
    return len(keys)


def _connected() -> EventSubscription | None:
    held = EventSubscription.objects.filter(form=ReceiverForm.CASE_SYSTEM, withdrawn_at=None)
    return held.select_for_update(of=("self",), no_key=True).select_related("account").first()


def _let_wait(row: EventSubscription, keys: list[int], hand: Hand) -> None:
    OutgoingEvent.objects.bulk_create(
        (
            OutgoingEvent(subscription=row, request_id=key, event=str(uuid4()), kind=FILED, at=hand.now)
            for key in keys
        ),
        batch_size=BATCH,
    )

"""The subscriptions of other systems, as they are opened and as a list shows them."""

from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Min

from openkader.casework.case_events import FILED, CaseEvent
from openkader.casework.subscribing import MOST_FAILURES, ReceiverForm
from openkader.register.models import EventSubscription


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionEntry:
    """A subscription as it is asked for: of which account, called what, told where, and of what."""

    account: str
    name: str
    address: str = field(repr=False)
    kinds: tuple[CaseEvent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SubscriptionRow:
    """A subscription as a list shows it, without its secret; `waiting` is what its receiver has still to hear."""

    number: int
    account: str
    name: str
    form: ReceiverForm
    address: str = field(repr=False)
    kinds: tuple[CaseEvent, ...]
    opened_at: datetime
    withdrawn_at: datetime | None
    waiting: int
    waiting_since: datetime | None
    failures: int
    answer: str | None
    answered_at: datetime | None

    @property
    def is_held(self) -> bool:
        """Whether it was tried in vain so often that somebody has to look."""
        return self.withdrawn_at is None and self.failures >= MOST_FAILURES


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenEvent:
    """What a worker took to deliver, by the number of its turn; without a secret nothing of ours could open it."""

    subscription: int
    turn: int
    form: ReceiverForm = ReceiverForm.WEBHOOK
    address: str = field(repr=False)
    secret: str | None = field(repr=False)
    row: int
    event: str
    kind: str
    subject: str
    at: datetime


def subscriptions(account: str | None = None, *, only_open: bool = False) -> list[SubscriptionRow]:
    """The subscriptions of every account, or of one; the newest first."""
    rows = EventSubscription.objects.select_related("account").order_by("-at", "-pk")
    rows = rows.annotate(waiting=Count("events"), waiting_since=Min("events__at"))
    if account is not None:
        rows = rows.filter(account__username=account)
    return [_row(row) for row in (rows.filter(withdrawn_at=None) if only_open else rows)]


def _row(row: EventSubscription) -> SubscriptionRow:
    return SubscriptionRow(
        number=row.pk,
        account=row.account.username,
        name=row.name,
        form=ReceiverForm(row.form),
        address=row.address,
        kinds=tuple(CaseEvent(kind) for kind in row.kinds if kind != FILED),
        opened_at=row.at,
        withdrawn_at=row.withdrawn_at,
        waiting=row.waiting,  # type: ignore[attr-defined]  # annotated
        waiting_since=row.waiting_since,  # type: ignore[attr-defined]  # annotated
        failures=row.failures,
        answer=row.answer,
        answered_at=row.answered_at,
    )

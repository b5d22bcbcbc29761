"""A worker says what a receiver answered, once."""

from datetime import datetime

from openkader.base.errors import Refusal, Refused
from openkader.casework.subscribing import GONE, MOST_FAILURES, ReceiverForm, is_taken, pause_after
from openkader.register.hand import Hand, writing
from openkader.register.models import EventSubscription
from openkader.register.services.open_subscription import end_subscription
from openkader.register.subscriptions import TakenEvent


def finish_event(taken: TakenEvent, answer: str, *, by: str, now: datetime) -> bool:
    """An event that was heard goes; one that was not waits, with all after it, and after many attempts is held.

    Whether it was heard. `answer` is the status of the answer, or a `Silence`. A receiver that says it is gone is told
    nothing more, nor is one that was silent for as long as events are kept.
    """
    with writing(by=by, now=now, act=None) as hand:
        query = EventSubscription.objects.select_for_update(of=("self",), no_key=True).select_related(
            "account"
        )
        row = query.filter(pk=taken.subscription, turn=taken.turn, taken_by__isnull=False).first()
        if row is None:
            raise Refused(Refusal("subscription.overtaken"))
        row.taken_by = row.lease_ends = None
        row.answer, row.answered_at = answer, now
        if is_taken(answer):
            row.events.filter(pk=taken.row).delete()
            row.failures, row.failing_since, row.not_before = 0, None, now
            row.save()
            return True
        _fail(row, hand)
    return False


def _fail(row: EventSubscription, hand: Hand) -> None:
    row.failures += 1
    row.failing_since = row.failing_since or hand.now
    # What has to go to the case system is lost by nothing but somebody who withdraws it.
    may_end = row.form == ReceiverForm.WEBHOOK
    if may_end and row.answer == GONE:
        end_subscription(row, "gone", hand)
    elif may_end and row.failures > MOST_FAILURES:
        end_subscription(row, "silent", hand)
    else:
        row.not_before = hand.now + pause_after(row.failures)
        row.save()
    if row.failures == MOST_FAILURES and row.withdrawn_at is None:
        account = row.account.username
        hand.log("subscription.held", "account", account, account, name=row.name, answer=row.answer)

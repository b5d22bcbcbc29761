"""Another system hears what happens with the cases of an account, and hears no more of it."""

import base64
import secrets
from datetime import datetime

from openkader.base.errors import Invalid, NotFound, Problem, Refusal, Unavailable
from openkader.casework.permissions import Act, HouseHand
from openkader.casework.subscribing import BEGINNING, host_of, may_be_told, may_subscribe
from openkader.register import audit
from openkader.register.accounts import account_named
from openkader.register.dialling import judge_host
from openkader.register.hand import Hand, require, writing
from openkader.register.models import EventSubscription
from openkader.register.sealing import SUBSCRIPTION, sealed
from openkader.register.subscriptions import SubscriptionEntry

_BYTES = 32
ADDRESS = "adres"  # where a mistake in the address is, at every door


def open_subscription(entry: SubscriptionEntry, *, by: str, now: datetime) -> str:
    """Open it and hand out the secret with which its receiver knows us, which is shown this once.

    What it hears of is narrowed to what its account may see, at each event anew.
    """
    _require_reachable(entry.address)
    name = " ".join(entry.name.split())
    secret = BEGINNING + base64.b64encode(secrets.token_bytes(_BYTES)).decode()
    with writing(by=by, now=now, act=Act.SUBSCRIBE) as hand:
        is_allowed = by == entry.account or isinstance(by, HouseHand)
        require(None if is_allowed else Refusal("subscription.not-yours"))
        audit.wait_for_turn()  # of two at once with one name
        account = account_named(entry.account)
        require(None if account.is_active else Refusal("account.closed-already"))
        held = EventSubscription.objects.filter(account=account, withdrawn_at=None)
        taken = held.filter(name=name).exists()
        require(Refusal("subscription.taken", {"name": name}) if taken else None)
        require(may_subscribe(name, entry.kinds, held.count()))
        kinds = sorted(set(entry.kinds))
        EventSubscription.objects.create(
            account=account,
            name=name,
            address=entry.address,
            kinds=kinds,
            locked=sealed(SUBSCRIPTION, secret),
            at=now,
            by=by,
            not_before=now,
        )
        said = {"name": name, "host": host_of(entry.address), "kinds": kinds}
        hand.log("subscription.opened", "account", account.username, account.username, **said)
    return secret


def withdraw_subscription(account: str, name: str, *, by: str, now: datetime) -> None:
    """Tell its receiver nothing from now on; an administrator does it for anybody, everybody for themselves."""
    with writing(by=by, now=now, act=Act.SUBSCRIBE if by == account else Act.MANAGE_PEOPLE) as hand:
        held = EventSubscription.objects.filter(account=account_named(account), name=name, withdrawn_at=None)
        row = held.select_for_update(no_key=True).first()
        if row is None:
            raise NotFound("subscription", name[:60])
        end_subscription(row, "asked", hand)


def end_subscription(row: EventSubscription, why: str, hand: Hand) -> None:
    """End one that is held, with all that waits for it; `why` is who asked for that.

    The end of the chain is held first: nobody can let an event wait for it any more.
    """
    audit.hold_end()
    row.events.all().delete()
    row.withdrawn_at, row.taken_by, row.lease_ends = hand.now, None, None
    row.save()
    account = row.account.username
    hand.log("subscription.withdrawn", "account", account, account, name=row.name, why=why)


def _require_reachable(address: str) -> None:
    refusal = may_be_told(address)
    if refusal is not None:
        raise Invalid([Problem(refusal.code, ADDRESS, refusal.detail)])
    try:
        judge_host(address)
    except Unavailable as error:  # the log says why; a program is not told where names lead inside
        raise Invalid([Problem("subscription.not-allowed", ADDRESS)]) from error

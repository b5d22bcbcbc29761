"""A calendar reads the work of a colleague or a team at an address that nobody can guess, and stops reading it."""

import secrets
from datetime import datetime

from openkader.base.errors import NotFound, Refusal
from openkader.casework.agenda import BEGINNING, FeedOf, may_open_feed
from openkader.casework.permissions import Act, HouseHand, TokenHand
from openkader.register import audit
from openkader.register.accounts import account_named
from openkader.register.hand import require, writing
from openkader.register.models import CalendarFeed
from openkader.register.people import person_named
from openkader.register.tokens import digest_of

_BYTES = 32


def open_calendar_feed(of: FeedOf, language: str, *, by: str, now: datetime) -> str:
    """Open it and hand out the secret of its address, which is shown this once.

    Colleagues open their own; that of another is opened where the house runs.
    """
    secret = f"{BEGINNING}{secrets.token_urlsafe(_BYTES)}"
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        is_allowed = _is_own(of, by) or isinstance(by, HouseHand)
        require(None if is_allowed else Refusal("calendar.not-yours"))
        audit.wait_for_turn()  # of two at once
        account = account_named(of.account)
        require(None if account.is_active else Refusal("account.closed-already"))
        held = CalendarFeed.objects.filter(account=account, team=of.team, withdrawn_at__isnull=True)
        require(may_open_feed(of, person_named(of.account).team, is_open=held.exists()))
        CalendarFeed.objects.create(
            account=account, team=of.team, digest=digest_of(secret), language=language, at=now, by=by
        )
        hand.log("calendar.opened", "account", of.account, of.account, team=of.team or None)
    return secret


def withdraw_calendar_feed(of: FeedOf, *, by: str, now: datetime) -> None:
    """Let no calendar read there from now on; an administrator does it for anybody, everybody for themselves."""
    with writing(by=by, now=now, act=None if _is_own(of, by) else Act.MANAGE_PEOPLE) as hand:
        held = CalendarFeed.objects.filter(account=account_named(of.account), team=of.team)
        row = held.filter(withdrawn_at__isnull=True).select_for_update().first()
        if row is None:
            raise NotFound("calendar", of.team or of.account)
        row.withdrawn_at = now
        row.save(update_fields=["withdrawn_at"])
        hand.log("calendar.withdrawn", "account", of.account, of.account, team=of.team or None)


def _is_own(of: FeedOf, by: str) -> bool:
    """A program is not the colleague under whose name it works."""
    return by == of.account and not isinstance(by, TokenHand)

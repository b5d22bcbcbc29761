"""A colleague, or an administrator for them, signs an account out elsewhere."""

from collections.abc import Collection
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.accounts import account_named
from openkader.register.hand import writing
from openkader.register.sessions import end_these, sessions_of


def end_sessions(name: str, numbers: Collection[int], *, by: str, now: datetime) -> None:
    """End these sessions of the account, as far as they still hold; those of another account stay."""
    account = account_named(name)
    with writing(by=by, now=now, act=None if by == name else Act.MANAGE_PEOPLE) as hand:
        keys = [one.key for one in sessions_of(account, now) if one.number in numbers]
        if not keys:
            return  # a second press, or they ended by themselves
        end_these(keys)
        hand.log("account.sessions-ended", "account", name, name, sessions=len(keys))

"""A colleague who left cannot sign in any more; what was done under the name stays theirs."""

from datetime import datetime

from openkader.casework.permissions import Act, may_manage
from openkader.register.accounts import account_named
from openkader.register.hand import require, writing
from openkader.register.sessions import end_all


def close_account(name: str, *, by: str, now: datetime) -> None:
    """Close an account; it is never deleted, so that its name is never given to another."""
    require(may_manage(by, name))
    account = account_named(name)
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        account.is_active = False
        account.save(update_fields=["is_active"])
        end_all(account)
        hand.log("account.closed", "account", name, name)

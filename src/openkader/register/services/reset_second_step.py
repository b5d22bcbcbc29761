"""Somebody lost everything with which they prove who they are, and begins anew."""

from datetime import datetime

from openkader.casework.permissions import Act, may_manage
from openkader.register.accounts import account_named
from openkader.register.hand import require, writing


def reset_second_step(name: str, *, by: str, now: datetime) -> None:
    """Take away the code app, the passkeys and the recovery codes of an account; the password stays.

    Never one's own: whoever finds an open browser would need nothing else.
    """
    require(may_manage(by, name))
    account = account_named(name)
    with writing(by=by, now=now, act=Act.MANAGE_PEOPLE) as hand:
        # The library's table, by the name under which it hangs on an account.
        account.authenticator_set.all().delete()  # type: ignore[attr-defined]  # hangs there at run time
        hand.log("account.second-step-changed", "account", name, name, what="reset")

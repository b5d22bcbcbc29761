"""Somebody who was invited by mail chooses a password."""

from datetime import datetime

from openkader.base.errors import Refusal, Refused
from openkader.register import audit
from openkader.register.accounts import give_password
from openkader.register.hand import writing
from openkader.register.invitations import invited
from openkader.register.passwords import check_password


def take_up_invitation(name: str, token: str, password: str, *, by: str, now: datetime) -> None:
    """Give the account this password; of two who come with one link at once the second finds it used."""
    with writing(by=by, now=now, act=None) as hand:
        audit.wait_for_turn()
        account = invited(name, token, now)
        if account is None:
            raise Refused(Refusal("account.invitation-ended"))
        check_password(password, account)
        give_password(account, password, hand)
        hand.log("account.invitation-taken-up", "account", name, name)

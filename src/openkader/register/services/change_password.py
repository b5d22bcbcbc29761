"""A colleague gets another password."""

from datetime import datetime

from django.contrib.auth.models import User

from openkader.casework.permissions import Act
from openkader.register.accounts import account_named, give_password
from openkader.register.hand import writing
from openkader.register.passwords import check_password
from openkader.register.sessions import end_all


def change_password(name: str, password: str, *, by: str, now: datetime) -> None:
    """Replace a password; whoever was signed in with the former one is signed out by that."""
    account: User = account_named(name)
    check_password(password, account)
    act = None if by == name else Act.MANAGE_PEOPLE  # one's own password is everybody's own affair
    with writing(by=by, now=now, act=act) as hand:
        give_password(account, password, hand)
        end_all(account)
        hand.log("account.password-changed", "account", name, name)

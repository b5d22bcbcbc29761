"""Somebody for whom the organisation's identity provider vouches comes in for the first time."""

from datetime import datetime

from django.contrib.auth.models import User

from openkader.base.errors import Invalid, Problem, Refusal
from openkader.register import audit
from openkader.register.accounts import is_account_name
from openkader.register.hand import require, writing


def welcome_account(name: str, *, by: str, now: datetime) -> str:
    """Register an account without a password and without a role; an administrator gives it one.

    A name that exists already is refused: whoever has it here need not be the one who has it there.
    """
    if not is_account_name(name):
        raise Invalid([Problem("account.bad-name", "account", {"name": name[:80]})])
    with writing(by=by, now=now, act=None) as hand:
        audit.wait_for_turn()
        taken = User.objects.filter(username__iexact=name).exists()
        require(Refusal("account.taken-elsewhere") if taken else None)
        User.objects.create_user(name)
        hand.log("account.welcomed", "account", name, name)
    return name

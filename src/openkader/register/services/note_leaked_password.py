"""Somebody signed in with a password that leaked elsewhere, and has to choose another one."""

from datetime import datetime

from openkader.casework.vocabulary import PasswordDue
from openkader.register.accounts import account_named
from openkader.register.hand import writing
from openkader.register.models import DuePassword


def note_leaked_password(name: str, *, by: str, now: datetime) -> None:
    """Ask for another password before anything else; a second visit with it finds that asked already."""
    account = account_named(name)
    with writing(by=by, now=now, act=None) as hand:
        values = {"why": PasswordDue.LEAKED, "since": now}
        _, is_new = DuePassword.objects.get_or_create(account=account, defaults=values)
        if is_new:
            hand.log("account.password-leaked", "account", name, name)

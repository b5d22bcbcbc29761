"""An invitation by mail: a link with which a colleague chooses a password, once and within days."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import PasswordResetTokenGenerator

from openkader.casework.vocabulary import PasswordDue
from openkader.register.accounts import lets_in_until
from openkader.register.models import DuePassword


class _Tokens(PasswordResetTokenGenerator):
    """Signed with the key of the installation, and made of the password that the account has now.

    So nothing of it is stored, and it is of no use once a password was chosen, or another invitation was sent.
    """

    key_salt = "openkader.invitation"


_TOKENS = _Tokens()


def can_send() -> bool:
    """Whether mail goes out from here at all."""
    return bool(settings.OPENKADER_MAIL_FROM)


def token_for(account: User) -> str:
    """What the link of the newest invitation holds."""
    return _TOKENS.make_token(account)


def invited(name: str, token: str, now: datetime) -> User | None:
    """Whom this link invites; nobody when it was used, is too old, was made by another, or the account is closed."""
    account = User.objects.filter(username=name, is_active=True).first()
    if account is None or not is_invited(account, now):
        return None
    return account if _TOKENS.check_token(account, token) else None


def is_invited(account: User, now: datetime) -> bool:
    """Whether an invitation is on its way that can still be used."""
    until = lets_in_until(DuePassword.objects.filter(account=account, why=PasswordDue.INVITED).first())
    return until is not None and now < until

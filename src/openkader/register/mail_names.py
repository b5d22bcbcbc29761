"""The name under which a mail of ours goes out, by which an answer or a report is known to be about it.

It holds a key that only we can make: who was never sent the mail cannot write to its dossier, nor say that it bounced.
"""

import re
from collections.abc import Iterable

from django.conf import settings
from django.utils.crypto import constant_time_compare, salted_hmac

from openkader.register.models import OutgoingMail

_SALT = "openkader.register.mail_names"
_LETTERS = 20
_NAME = re.compile(
    r"<openkader-(?P<mail>[0-9]{1,18})-(?P<key>[0-9a-f]{20})(?:\.[a-z0-9.]{1,40})?@[^<>@]+>", re.ASCII
)


def mail_name(mail: int, what: str = "") -> str:
    """The name of a mail, the same at each attempt, so that a mailbox can tell that one came twice.

    `what` tells apart what one mail may say at different attempts, and begins with a dot.
    """
    domain = settings.OPENKADER_MAIL_FROM.rpartition("@")[2].strip(" >") or "localhost"
    return f"<openkader-{mail}-{_key(mail, settings.SECRET_KEY)}{what}@{domain}>"


def mail_named(names: Iterable[str]) -> OutgoingMail | None:
    """The mail of ours that one of these names is of, the last that is; none where no key fits, or it is gone."""
    mail = next(filter(None, map(_number, reversed(list(names)))), None)
    return OutgoingMail.objects.select_related("request", "advice").filter(pk=mail).first() if mail else None


def is_ours(name: str) -> bool:
    """Whether a mail of this name was sent by us, and came back."""
    return _number(name) is not None


def _number(name: str) -> int | None:
    """The number of the mail that a name is of; None where it is none of ours, or its key does not fit."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    mail, secrets = int(found["mail"]), (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    fits = any(constant_time_compare(_key(mail, secret), found["key"]) for secret in secrets)
    return mail if fits else None


def _key(mail: int, secret: str) -> str:
    return salted_hmac(_SALT, str(mail), secret=secret).hexdigest()[:_LETTERS]

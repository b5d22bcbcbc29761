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
    for name in reversed(list(names)):
        found = _NAME.fullmatch(name)
        if found is not None and _fits(int(found["mail"]), found["key"]):
            query = OutgoingMail.objects.select_related("request", "advice")
            return query.filter(pk=int(found["mail"])).first()
    return None


def is_ours(name: str) -> bool:
    """Whether a mail of this name was sent by us, and came back."""
    found = _NAME.fullmatch(name)
    return found is not None and _fits(int(found["mail"]), found["key"])


def _fits(mail: int, key: str) -> bool:
    secrets = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(_key(mail, secret), key) for secret in secrets)


def _key(mail: int, secret: str) -> str:
    return salted_hmac(_SALT, str(mail), secret=secret).hexdigest()[:_LETTERS]

"""The key with which this installation signs kaders, as the register keeps it: locked, the same on every machine."""

from base64 import b64decode

from cryptography.fernet import InvalidToken

from openkader.base.errors import Unavailable
from openkader.register.models import KaderKey
from openkader.register.sealing import KADER_KEY, opened


def kader_key() -> bytes | None:
    """Its secret half; None where none was made yet."""
    row = KaderKey.objects.first()
    if row is None:
        return None
    try:
        return b64decode(opened(KADER_KEY, row.locked))
    except InvalidToken as error:
        raise Unavailable("kader-key.locked") from error


def kader_key_fingerprint() -> str | None:
    """By which others know it; the secret half is not asked for."""
    return KaderKey.objects.values_list("fingerprint", flat=True).first()

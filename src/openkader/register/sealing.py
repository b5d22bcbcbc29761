"""What is kept of somebody, or of the installation itself, and may not be read from a copy of the database alone."""

import base64
import hashlib

from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.utils.encoding import force_bytes

SECOND_STEP = "second-step"
KADER_KEY = "kader-key"
LISTS = "lists"
SUBSCRIPTION = "subscription"


def sealed(purpose: str, text: str) -> str:
    """The text as it is stored, locked with the key of the installation for this purpose and no other."""
    return _locks(purpose).encrypt(text.encode()).decode()


def opened(purpose: str, text: str) -> str:
    """The text as it was; `InvalidToken` where none of the keys of the installation locked it."""
    return _locks(purpose).decrypt(text.encode()).decode()


def resealed(purpose: str, text: str) -> str:
    """The same, locked with the newest key."""
    return _locks(purpose).rotate(text.encode()).decode()


def _locks(purpose: str) -> MultiFernet:
    """Of the key that locks, and of those from before that still open."""
    return MultiFernet([_lock(purpose, key) for key in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _lock(purpose: str, key: str | bytes) -> Fernet:
    digest = hashlib.sha256(force_bytes(f"{purpose}:") + force_bytes(key)).digest()
    return Fernet(base64.urlsafe_b64encode(digest))

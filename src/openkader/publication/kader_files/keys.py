"""The key with which an installation signs what it hands on, and by which others know it again.

It proves that two files come from the same installation. Of whom that installation is it proves
nothing: for that its fingerprint is read out over the telephone, or stands on a page one trusts.
"""

import hashlib
from base64 import b64decode, b64encode
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from openkader.base.errors import Unavailable
from openkader.base.kept_once import keep_once

KEY_FILE = "kader-key"
_OTHERS = 0o077
_GROUP = 8  # signs of a fingerprint that are read out in one breath


def kept_key(data: Path) -> Ed25519PrivateKey:
    """The key of a folder without a register; made on first use, for the eyes of its owner only."""
    path = data / KEY_FILE
    try:
        data.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            keep_once(path, b64encode(Ed25519PrivateKey.generate().private_bytes_raw()))
    except OSError as error:
        raise Unavailable("data.not-writable", {"folder": str(data)}) from error
    return read_key(path)


def read_key(path: Path) -> Ed25519PrivateKey:
    """The key in a file that nobody else may read."""
    try:
        if path.stat().st_mode & _OTHERS:
            raise Unavailable("kader-key.open", {"file": str(path)})
        return Ed25519PrivateKey.from_private_bytes(b64decode(path.read_bytes(), validate=True))
    except OSError as error:
        raise Unavailable("data.not-writable", {"folder": str(path.parent)}) from error
    except ValueError as error:
        raise Unavailable("kader-key.unreadable", {"file": str(path)}) from error


def public_key(key: Ed25519PrivateKey) -> bytes:
    """What others verify with."""
    return key.public_key().public_bytes_raw()


def fingerprint_of(public: bytes) -> str:
    """The short name of a key: 64 signs."""
    return hashlib.sha256(public).hexdigest()


def shown(fingerprint: str) -> str:
    """A fingerprint in groups, to be read out."""
    return " ".join(fingerprint[at : at + _GROUP] for at in range(0, len(fingerprint), _GROUP))


def as_typed(words: str) -> str:
    """A fingerprint as somebody typed it, with blanks, colons or capitals."""
    return "".join(words.split()).replace(":", "").lower()


def signs(public: bytes) -> Ed25519PublicKey:
    """The key that verifies; `ValueError` when these are no 32 bytes."""
    return Ed25519PublicKey.from_public_bytes(public)

"""The key of an installation with a register, which keeps it, so that every machine signs with the same."""

from datetime import datetime
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from openkader.base.errors import Unavailable
from openkader.publication.kader_files.keys import KEY_FILE, fingerprint_of, public_key, read_key
from openkader.register.kader_key import kader_key, kader_key_fingerprint
from openkader.register.services.make_kader_key import make_kader_key


def signing_key(data: Path, *, by: str, now: datetime) -> Ed25519PrivateKey:
    """The key, made on first use.

    One that lies in the folder, where former releases kept it, is taken over once, and goes from there when the
    register has it.
    """
    secret = kader_key()
    if secret is not None:
        return Ed25519PrivateKey.from_private_bytes(secret)
    path = data / KEY_FILE
    key = read_key(path) if path.exists() else Ed25519PrivateKey.generate()
    make_kader_key(key.private_bytes_raw(), fingerprint_of(public_key(key)), by=by, now=now)
    kept = kader_key()
    if kept is None:  # somebody restored another register this very moment
        raise Unavailable("kader-key.locked")
    if kept == key.private_bytes_raw():
        path.unlink(missing_ok=True)
    return Ed25519PrivateKey.from_private_bytes(kept)


def take_over_key(data: Path, *, by: str, now: datetime) -> None:
    """Let the register have the key that a former release kept in the folder."""
    if (data / KEY_FILE).exists() and kader_key_fingerprint() is None:
        signing_key(data, by=by, now=now)


def another_key(data: Path, *, by: str, now: datetime) -> None:
    """Sign with a new key from now on: the former was lost, or may have been seen."""
    key = Ed25519PrivateKey.generate()
    fingerprint = fingerprint_of(public_key(key))
    make_kader_key(key.private_bytes_raw(), fingerprint, instead=True, by=by, now=now)
    (data / KEY_FILE).unlink(missing_ok=True)

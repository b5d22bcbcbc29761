"""A backup that only its owner opens: the age format, as it is (decision 30).

    with public keys    an age file:  age -d -i key.txt backup.tar.age | tar x
    with a passphrase   a fresh key, locked with the passphrase, in text; and after it such an age file for that key

The second is not age's own form for a passphrase, for the library cannot write that without holding all of it in
memory. Both halves are age files, so that it opens without us all the same.
"""

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import IO, Any, BinaryIO

import pyrage
from pyrage import passphrase as passphrases
from pyrage import ssh, x25519

from openkader.base.errors import Invalid, Problem
from openkader.register.recovery.packing import PIECE

LEAST = 12  # letters of a passphrase
SEALED = b"age-encryption.org/v1"
_KEY_BEGINS, _KEY_ENDS = b"-----BEGIN AGE ENCRYPTED FILE-----", b"-----END AGE ENCRYPTED FILE-----\n"
_KEY_MOST = 4096


class SealBroken(Exception):
    """What is encrypted was changed or cut off from here on."""


@dataclass(frozen=True, slots=True)
class Lock:
    """How a backup is encrypted; with neither it is not."""

    passphrase: str = field(default="", repr=False)
    recipients: tuple[Any, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.passphrase or self.recipients)

    def write(self, source: IO[bytes], out: BinaryIO) -> None:
        """Everything that `source` gives, encrypted as was asked, to `out`."""
        if not self:
            while piece := source.read(PIECE):
                out.write(piece)
            return
        recipients = self.recipients
        if self.passphrase:
            key = x25519.Identity.generate()
            out.write(passphrases.encrypt(str(key).encode(), self.passphrase, armored=True))
            recipients = (key.to_public(),)
        try:
            pyrage.encrypt_io(source, out, list(recipients))
        except pyrage.EncryptError:
            failed = getattr(source, "failed", None)
            if failed is not None:
                raise failed from None
            raise


@dataclass(frozen=True, slots=True)
class Key:
    """What opens a backup that is encrypted."""

    passphrase: str = field(default="", repr=False)
    identities: tuple[Any, ...] = field(default=(), repr=False)

    @contextmanager
    def opened(self, file: BinaryIO, name: str) -> Iterator[BinaryIO]:
        """The content of a backup, whether it is encrypted or not."""
        start = file.peek(_KEY_MOST)[:_KEY_MOST] if hasattr(file, "peek") else b""
        if start.startswith(_KEY_BEGINS):
            with self._deciphered(file, [self._kept_key(file, name)], name) as stream:
                yield stream
        elif start.startswith(SEALED):
            if not self.identities:
                raise Invalid([Problem("backup.wrong-key" if self.passphrase else "backup.locked", name)])
            with self._deciphered(file, list(self.identities), name) as stream:
                yield stream
        else:
            yield file

    def _kept_key(self, file: BinaryIO, name: str) -> Any:
        """The key of this one backup, which its passphrase opens; the file then stands at what it locks."""
        if not self.passphrase:
            raise Invalid([Problem("backup.wrong-key" if self.identities else "backup.locked", name)])
        start = file.peek(_KEY_MOST)  # type: ignore[attr-defined]
        end = start.find(_KEY_ENDS)
        if end < 0:
            raise Invalid([Problem("backup.cut", name)])
        locked = file.read(end + len(_KEY_ENDS))
        try:
            return x25519.Identity.from_str(passphrases.decrypt(locked, self.passphrase).decode())
        except (pyrage.DecryptError, pyrage.IdentityError, UnicodeDecodeError) as error:
            raise Invalid([Problem("backup.wrong-key", name)]) from error

    @contextmanager
    def _deciphered(self, file: BinaryIO, identities: list[Any], name: str) -> Iterator[BinaryIO]:
        """The library pushes and a tar is pulled: a pipe between them, and a thread that pushes."""
        reading, writing = os.pipe()
        failed: list[BaseException] = []

        def push() -> None:
            with os.fdopen(writing, "wb", buffering=0) as out:
                try:
                    pyrage.decrypt_io(file, _Whole(out), identities)
                except Exception as error:  # noqa: BLE001 - told in the thread that asks
                    failed.append(error)

        pushing = threading.Thread(target=push, daemon=True)
        pushing.start()
        with os.fdopen(reading, "rb", buffering=PIECE) as stream:
            try:
                yield _Told(stream, pushing, failed, name)  # type: ignore[misc]
            finally:
                stream.close()
                pushing.join()


@dataclass(frozen=True, slots=True)
class _Whole:
    """A pipe takes as much as it has room for; this hands on all of it."""

    out: Any

    def write(self, data: bytes) -> int:
        """All of it."""
        left = memoryview(data)
        while left:
            left = left[self.out.write(left) :]
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""


@dataclass(frozen=True, slots=True)
class _Told:
    """The readable end, which at its end says whether it is really the end."""

    stream: IO[bytes]
    pushing: threading.Thread
    failed: list[BaseException]
    name: str

    def read(self, size: int = -1) -> bytes:
        """The next part; `SealBroken` where the library found that it was changed."""
        found = self.stream.read(size)
        if len(found) < size or size < 0:
            self.pushing.join()
            for error in self.failed:
                if isinstance(error, pyrage.DecryptError):
                    raise Invalid([Problem("backup.wrong-key", self.name)]) from error
                raise SealBroken from error
        return found


def read_recipients(text: str, place: str) -> tuple[Any, ...]:
    """Public keys, one on a line; a line that is none is a problem with its number."""
    return _keys(text, place, "backup.recipients", _recipient)


def read_identities(text: str, place: str) -> tuple[Any, ...]:
    """Keys that open, one on a line, or one private key of SSH."""
    if text.lstrip().startswith("-----BEGIN"):
        try:
            return (ssh.Identity.from_buffer(text.encode()),)
        except pyrage.IdentityError as error:
            raise Invalid([Problem("backup.identities", place)]) from error
    return _keys(text, place, "backup.identities", x25519.Identity.from_str)


def read_passphrase(text: str, place: str) -> str:
    """A passphrase as it was kept, without the line end."""
    found = text.rstrip("\r\n")
    if len(found) < LEAST or "\n" in found:
        raise Invalid([Problem("backup.passphrase", place, {"least": str(LEAST)})])
    return found


def _keys(text: str, place: str, code: str, read: Callable[[str], Any]) -> tuple[Any, ...]:
    found: list[Any] = []
    problems: list[Problem] = []
    for number, line in enumerate(map(str.strip, text.splitlines()), start=1):
        if not line or line.startswith("#"):
            continue
        try:
            found.append(read(line))
        except (pyrage.RecipientError, pyrage.IdentityError, ValueError):
            problems.append(Problem(code, f"{place}:{number}"))
    if problems or not found:
        raise Invalid(problems or [Problem(code, place)])
    return tuple(found)


def _recipient(line: str) -> Any:
    kind = ssh.Recipient if line.startswith("ssh-") else x25519.Recipient
    return kind.from_str(line)

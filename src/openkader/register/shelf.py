"""Where the content of documents lies: a folder beside the database, each under the digest of its content.

Written once and whole, before the record that names it. What is left when that record is
never written is harmless: nothing leads to it.
"""

import hashlib
import os
import secrets
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from django.conf import settings

from openkader.base.errors import Unavailable


class FileState(StrEnum):
    """Whether a file is still what it was when it was kept."""

    HERE = "here"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A folder that nobody else on the machine may read, and no web server hands out."""

    path: Path

    def put(self, content: bytes) -> str:
        """Keep the content, unless the same is there; its digest leads to it."""
        digest = hashlib.sha256(content).hexdigest()
        place = self._place(digest)
        try:
            if not (place.exists() and place.stat().st_size == len(content)):
                self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
                place.parent.mkdir(exist_ok=True, mode=0o700)
                _write_whole(place, content)
        except OSError as error:
            raise Unavailable("data.not-writable", {"folder": str(self.path)}) from error
        return digest

    def take(self, digest: str, name: str) -> bytes:
        """The content as it came; one that is gone or has changed is not handed out."""
        try:
            content = self._place(digest).read_bytes()
        except OSError as error:
            raise Unavailable("attachment.gone", {"name": name}) from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise Unavailable("attachment.gone", {"name": name})
        return content

    def drop(self, digest: str) -> None:
        """Take a document away; one that is gone already is no mistake."""
        try:
            self._place(digest).unlink(missing_ok=True)
        except OSError as error:
            raise Unavailable("data.not-writable", {"folder": str(self.path)}) from error

    def state(self, digest: str, size: int, *, whole: bool = False) -> "FileState":
        """Whether the content is still there; `whole` reads it too, which a page of many files does not."""
        try:
            if self._place(digest).stat().st_size != size:
                return FileState.CHANGED
            if whole and hashlib.sha256(self._place(digest).read_bytes()).hexdigest() != digest:
                return FileState.CHANGED
        except OSError:
            return FileState.GONE
        return FileState.HERE

    def _place(self, digest: str) -> Path:
        return self.path / digest[:2] / digest


def shelf() -> Shelf:
    """The shelf of this installation."""
    return Shelf(settings.OPENKADER_DATA / "documents")


def _write_whole(place: Path, content: bytes) -> None:
    draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)

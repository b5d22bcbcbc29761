"""Where the content of documents lies, each under the digest of its content: a folder, or a bucket.

Written once and whole, before the record that names it. What is left when that record is
never written is harmless: nothing leads to it.
"""

import hashlib
import os
import secrets
import tempfile
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
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


class Shelf(ABC):
    """What keeps documents. One that cannot be asked is `Unavailable`: that is no answer about any document."""

    __slots__ = ()

    @abstractmethod
    def put(self, content: bytes) -> str:
        """Keep the content, unless the same is there; its digest leads to it."""

    @abstractmethod
    def found(self, digest: str) -> bytes | None:
        """What lies there, whatever it is; None where nothing lies."""

    @abstractmethod
    def size(self, digest: str) -> int | None:
        """How many bytes lie there; None where nothing lies."""

    @abstractmethod
    def drop(self, digest: str) -> None:
        """Take a document away; one that is gone already is no mistake."""

    @abstractmethod
    def trouble(self) -> str:
        """Why nothing can be kept now, for an administrator; empty when all is well."""

    def sizes(self, digests: Collection[str]) -> Mapping[str, int | None]:
        """The size of each of many."""
        return {digest: self.size(digest) for digest in digests}

    def take(self, digest: str, name: str) -> bytes:
        """The content as it came; one that is gone or has changed is not handed out."""
        content = self.found(digest)
        if content is None or hashlib.sha256(content).hexdigest() != digest:
            raise Unavailable("attachment.gone", {"name": name})
        return content

    def state(self, digest: str, size: int, *, whole: bool = False) -> FileState:
        """Whether the content is still there; `whole` reads it too, which a page of many files does not."""
        state = _state(self.size(digest), size)
        if state is FileState.HERE and whole:
            content = self.found(digest)
            if content is None or hashlib.sha256(content).hexdigest() != digest:
                return FileState.CHANGED
        return state

    def states(self, kept: Collection[tuple[str, int]]) -> list[FileState]:
        """Of each, by its digest and size, whether something of that size is still there."""
        sizes = self.sizes({digest for digest, _ in kept})
        return [_state(sizes[digest], size) for digest, size in kept]


@dataclass(frozen=True, slots=True)
class Folder(Shelf):
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

    def found(self, digest: str) -> bytes | None:
        """What lies there; what cannot be read is as good as gone."""
        try:
            return self._place(digest).read_bytes()
        except OSError:
            return None

    def size(self, digest: str) -> int | None:
        """How many bytes lie there."""
        try:
            return self._place(digest).stat().st_size
        except OSError:
            return None

    def drop(self, digest: str) -> None:
        """Take a document away; one that is gone already is no mistake."""
        try:
            self._place(digest).unlink(missing_ok=True)
        except OSError as error:
            raise Unavailable("data.not-writable", {"folder": str(self.path)}) from error

    def trouble(self) -> str:
        """A file without a name is written and is gone again; a disk that is full says so here."""
        try:
            self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
            with tempfile.TemporaryFile(dir=self.path) as file:
                file.write(b"1")
                file.flush()
        except OSError as error:
            return error.strerror or type(error).__name__
        return ""

    def _place(self, digest: str) -> Path:
        return self.path / digest[:2] / digest


def shelf() -> Shelf:
    """The shelf of this installation: the bucket that was named, or the folder beside the database."""
    bucket: Shelf | None = settings.BUCKET
    return bucket or folder()


def folder() -> Folder:
    """The folder beside the database, whether documents are kept there or were once."""
    return Folder(settings.OPENKADER_DATA / "documents")


def _state(found: int | None, size: int) -> FileState:
    if found is None:
        return FileState.GONE
    return FileState.HERE if found == size else FileState.CHANGED


def _write_whole(place: Path, content: bytes) -> None:
    draft = place.with_name(f"{place.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(place)

"""A backup is made: the database first, and then the documents that it names, which never change."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from openkader import __version__
from openkader.base.errors import Refusal, Refused, Unavailable
from openkader.base.on_disk import settle
from openkader.register.recovery.belongings import document_name, kept_files, keys_of
from openkader.register.recovery.copying import Copy, copy_database, engine
from openkader.register.recovery.manifest import ABOUT, MANIFEST, SEAL, About, Manifest, seal_of, written
from openkader.register.recovery.packing import Drawn, Packing
from openkader.register.recovery.sealing import Lock

_WORK = ".openkader-backup-"
_SHARED = "register_namelist"  # which has rows where machines share their lists


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What is asked for: where it goes, how it is locked, and whether the keys of the installation go along."""

    file: Path
    lock: Lock
    with_keys: bool = False
    watch: Callable[[int, int], None] = lambda done, end: None


def refuses_backup(wish: Wish) -> Refusal | None:
    """Why this backup is not made."""
    if wish.with_keys and not wish.lock:
        return Refusal("backup.keys-open")
    if wish.file.exists():
        return Refusal("backup.exists", {"file": str(wish.file)})
    return None


def make_backup(wish: Wish, data: Path, *, now: datetime) -> Manifest:
    """Make it whole or not at all; what it says of itself."""
    refusal = refuses_backup(wish)
    if refusal:
        raise Refused(refusal)
    if not wish.file.parent.is_dir():
        raise Unavailable("backup.no-folder", {"folder": str(wish.file.parent)})
    about = About(made_at=now.isoformat(timespec="seconds"), version=__version__, engine=engine())
    try:
        with at_work(wish.file.parent) as beside:
            place, draft = beside / about.database, beside / "backup"
            pack = _Pack(wish, data, about, Packing(int(now.timestamp())))
            for_its_owner(place).close()
            copy = copy_database(place)
            with for_its_owner(draft) as out:
                wish.lock.write(Drawn(pack.all_of(copy, place)), out)  # type: ignore[arg-type]
                out.flush()
                os.fsync(out.fileno())
            _into_place(draft, wish.file)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable("backup.not-written", {"file": str(wish.file), "reason": reason}) from error
    assert pack.manifest is not None  # noqa: S101 - it is the last that was drawn
    return pack.manifest


@dataclass(slots=True)
class _Pack:
    """The members one after the other, and at the end what they were."""

    wish: Wish
    data: Path
    about: About
    packing: Packing
    manifest: Manifest | None = None

    def all_of(self, copy: Copy, place: Path) -> Iterator[bytes]:
        """The whole backup, in pieces."""
        lost: list[str] = []
        yield from self.packing.small(ABOUT, written(self.about))
        with place.open("rb") as file:
            yield from self.packing.opened(self.about.database, file)
        for done, digest in enumerate(copy.documents, start=1):
            yield from self._document(digest, lost)
            self.wish.watch(done, len(copy.documents))
        for name, path in kept_files(self.data, lists=not copy.register.rows.get(_SHARED)):
            yield from self._file(name, path)
        for name, path in keys_of(self.data) if self.wish.with_keys else ():
            yield from self._file(name, path)
        yield from self._end(copy, lost)

    def _end(self, copy: Copy, lost: list[str]) -> Iterator[bytes]:
        keys = tuple(path.name for _, path in keys_of(self.data))
        self.manifest = Manifest(
            about=self.about,
            register=copy.register,
            members=tuple(self.packing.members),
            lost=tuple(lost),
            keys=keys if self.wish.with_keys else (),
            apart=() if self.wish.with_keys else keys,
        )
        content = written(self.manifest)
        yield from self.packing.small(MANIFEST, content)
        yield from self.packing.small(SEAL, seal_of(content))
        yield from self.packing.end()

    def _document(self, digest: str, lost: list[str]) -> Iterator[bytes]:
        """One that is gone is noted; one that changed goes along as it is, and is noted as well."""
        name = document_name(digest)
        if settings.BUCKET is None:
            yield from self._file(name, self.data / name)
        else:
            content = settings.BUCKET.found(digest)
            yield from () if content is None else self.packing.small(name, content)
        last = self.packing.members[-1]
        if last.name != name or last.sha256 != digest:
            lost.append(digest)

    def _file(self, name: str, path: Path) -> Iterator[bytes]:
        """A file that is there; a list that is renewed meanwhile takes away what it no longer needs."""
        with suppress(FileNotFoundError), path.open("rb") as file:
            yield from self.packing.opened(name, file)


def for_its_owner(place: Path) -> BinaryIO:
    """A new file that nobody else may read."""
    return os.fdopen(os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


@contextmanager
def at_work(folder: Path) -> Iterator[Path]:
    """A folder to work in, gone at the end; what somebody left there who was killed goes first."""
    for left in folder.glob(f"{_WORK}*/lock"):
        with suppress(OSError), left.open("r+b") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(left.parent, ignore_errors=True)
    with (
        tempfile.TemporaryDirectory(prefix=_WORK, dir=folder) as beside,
        Path(beside, "lock").open("wb") as lock,
    ):
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield Path(beside)


def _into_place(draft: Path, place: Path) -> None:
    """Under its name, whole; the disk knows that name as well."""
    if place.exists():
        raise Refused(Refusal("backup.exists", {"file": str(place)}))
    draft.rename(place)
    settle(place.parent)

"""Lists that every machine knows: rows say what is in force, the shelf has what a snapshot holds.

    NameList       what the list is, which snapshot is in force, how the last attempt went
    ListSnapshot   its manifest
    ListPiece      where on the shelf each part of each of its files lies

The folder of a machine is a cache of the shelf, that is filled when something is missing and may go at any time.
They are no records of the register: what a renewal does to those is an event of its own.
"""

import fcntl
import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from functools import partial
from hashlib import sha256
from pathlib import Path

from cryptography.fernet import InvalidToken
from django.db import connection, transaction

from openkader.base.errors import NotFound, Unavailable
from openkader.base.on_disk import digest_of, settle
from openkader.register.models import ListPiece, ListSnapshot, NameList
from openkader.register.sealing import LISTS, opened, sealed
from openkader.register.shelf import shelf
from openkader.screening.lists import Attempt, Definition, ListFolder, Lists, Snapshot
from openkader.screening.lists.kept_files import damaged, read_shape
from openkader.screening.lists.snapshots import (
    ENTITIES,
    ORIGINAL,
    attempt_of,
    definition_of,
    seal,
    snapshot_of,
)

PIECE = 16 << 20
_MANIFEST = "manifest.json"
_RENEWING = 20240524  # any number that no other program locks with
_FILLING, _FILLING_LOCK = ".filling", ".filling.lock"


@dataclass(slots=True)
class _Seen:
    """The row of a list, as it came along with those of all; None: it is asked each time."""

    row: NameList | None = None


@dataclass(frozen=True, slots=True)
class SharedList(ListFolder):
    """One list, of which `path` holds what this machine fetched."""

    seen: _Seen = field(default_factory=_Seen, compare=False, repr=False)

    def definition(self) -> Definition:
        """What the list is; locked with a key that is not here any more, nobody knows."""
        row = self._row()
        if row is None:
            raise damaged(self.path, "-")  # as of a folder in which nothing is
        try:
            written = opened(LISTS, row.definition)
        except InvalidToken as error:
            raise Unavailable("list.locked", {"list": self.id}) from error
        return read_shape(written, self.path / "list.json", definition_of)

    def propose(self, definition: Definition) -> None:
        """Write down what the list is; until it is adopted there is no such list."""
        locked = sealed(LISTS, json.dumps(asdict(definition)))
        NameList.objects.update_or_create(name=self.id, defaults={"definition": locked})
        self.seen.row = None

    def adopt(self) -> None:
        """Let the list that was proposed be one."""
        self._change(is_adopted=True)

    def current(self) -> Snapshot | None:
        """The snapshot in force, or None when there is none yet."""
        row = self._row()
        return None if row is None or row.current is None else self._read(row.current)

    def snapshot(self, name: str) -> Snapshot:
        """A snapshot by its name, or by the beginning of it when there is only one such."""
        return self._read(ListSnapshot.objects.get(list__name=self.id, name=self.whole_name(name)))

    def names(self) -> list[str]:
        """The names of all snapshots, the oldest first."""
        found = ListSnapshot.objects.filter(list__name=self.id).order_by("name")
        return list(found.values_list("name", flat=True))

    def entities(self, snapshot: Snapshot) -> Path:
        """The file with the entities of a snapshot, fetched where it is missing."""
        return self._here(snapshot, ENTITIES)

    def original(self, snapshot: Snapshot, name: str) -> Path:
        """A file as its publisher gave it, fetched where it is missing."""
        return self._here(snapshot, f"{ORIGINAL}/{name}")

    def check(self, snapshot: Snapshot) -> None:
        """Make sure that the entities are those that were written; what is not is fetched anew, once."""
        try:
            ListFolder.check(self, snapshot)
        except Unavailable as found:
            if found.code != "list.damaged":
                raise
            (self.path / snapshot.name / ENTITIES).unlink(missing_ok=True)
            ListFolder.check(self, snapshot)

    def last(self) -> Attempt | None:
        """How the last attempt went."""
        row = self._row()
        if row is None or not row.last:
            return None
        return read_shape(row.last, self.path / "last.json", attempt_of)

    @property
    def is_broken_off(self) -> bool:
        """Whether an attempt ended without a word, on whatever machine; one at work is not."""
        row = self._row()
        return row is not None and row.is_begun and not self._is_at_work()

    def note(self, attempt: Attempt) -> None:
        """Write down how an attempt went."""
        self._change(last=json.dumps(asdict(attempt)))

    def put_in_force(self, draft: Path, snapshot: Snapshot) -> None:
        """First its content, to which nothing leads yet; then the rows, all or none. Here it need not be fetched."""
        seal(draft, snapshot)
        keep_snapshot(self.id, draft, snapshot, is_current=True)
        self.seen.row = None
        place = self.path / snapshot.name
        if not _holds(place / ENTITIES, snapshot):
            shutil.rmtree(place, ignore_errors=True)
            with suppress(OSError):  # it is in force, and will be fetched
                draft.rename(place)

    @contextmanager
    def alone(self) -> Iterator[Path]:
        """One process on all machines at a time renews a list; it gets an empty folder, gone at the end."""
        with ListFolder.alone(self) as draft, self._turn():
            self._change(is_begun=True)
            try:
                yield draft
            finally:
                self._change(is_begun=False)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Held by the database for as long as this process is connected to it."""
        self._lock("SELECT pg_advisory_lock(%s, hashtext(%s))")
        try:
            yield
        finally:
            self._lock("SELECT pg_advisory_unlock(%s, hashtext(%s))")

    def _is_at_work(self) -> bool:
        if not self._lock("SELECT pg_try_advisory_lock_shared(%s, hashtext(%s))"):
            return True
        self._lock("SELECT pg_advisory_unlock_shared(%s, hashtext(%s))")
        return False

    def _lock(self, asked: str) -> bool:
        with connection.cursor() as cursor:
            cursor.execute(asked, [_RENEWING, self.id])
            return bool(cursor.fetchone()[0])

    def _row(self) -> NameList | None:
        return self.seen.row or NameList.objects.filter(name=self.id).select_related("current").first()

    def _read(self, row: ListSnapshot) -> Snapshot:
        return read_shape(row.manifest, self.path / row.name / _MANIFEST, snapshot_of)

    def _change(self, **values: object) -> None:
        NameList.objects.filter(name=self.id).update(**values)
        self.seen.row = None

    def _here(self, snapshot: Snapshot, file: str) -> Path:
        place = self.path / snapshot.name / file
        if not place.exists():
            try:
                self._fetch(snapshot, file, place)
            except OSError as error:
                detail = {"folder": str(self.path), "reason": error.strerror or str(error)}
                raise Unavailable("list.not-stored", detail) from error
        return place

    def _fetch(self, snapshot: Snapshot, file: str, place: Path) -> None:
        """From the shelf, whole or not at all; several processes of one machine fetch it once."""
        pieces = ListPiece.objects.filter(
            snapshot__list__name=self.id, snapshot__name=snapshot.name, file=file
        )
        digests = list(pieces.order_by("number").values_list("digest", flat=True))
        self.path.mkdir(parents=True, exist_ok=True, mode=0o700)
        with (self.path / _FILLING_LOCK).open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if place.exists():
                return
            draft = self.path / _FILLING
            draft.unlink(missing_ok=True)  # of somebody who was killed
            with draft.open("wb") as out:
                for digest in digests:
                    out.write(_piece(digest, place))
            if not digests:
                raise damaged(place, "-")
            settle(draft)
            draft.chmod(0o444)
            place.parent.mkdir(parents=True, exist_ok=True)
            draft.replace(place)
            settle(place.parent)


@dataclass(frozen=True, slots=True)
class SharedLists(Lists):
    """All lists of an installation, as its database says; `path` is where this machine keeps what it fetched."""

    def folder(self, name: str) -> ListFolder:
        """A list, whether it is there or not; the name may lead nowhere else."""
        return SharedList(Lists.folder(self, name).path)

    def known(self, name: str) -> ListFolder:
        """A list that is there."""
        folder = self.folder(name)
        if not NameList.objects.filter(name=name, is_adopted=True).exists():
            raise NotFound("list", name)
        return folder

    def all(self) -> list[ListFolder]:
        """Every list, by name."""
        rows = NameList.objects.filter(is_adopted=True).select_related("current").order_by("name")
        return [SharedList(self.path / row.name, _Seen(row)) for row in rows]

    def remove(self, folder: ListFolder) -> None:
        """Take back a list that never got a snapshot."""
        if not folder.names():
            NameList.objects.filter(name=folder.id).delete()
            shutil.rmtree(folder.path, ignore_errors=True)


def keep_snapshot(name: str, folder: Path, snapshot: Snapshot, *, is_current: bool) -> None:
    """Bring what lies in a folder to the shelf, and write down that it is a snapshot of a list."""
    pieces = list(_shelved(folder))
    with transaction.atomic():
        row = NameList.objects.select_for_update().get(name=name)
        manifest = {"manifest": json.dumps(asdict(snapshot))}
        kept, _ = ListSnapshot.objects.update_or_create(list=row, name=snapshot.name, defaults=manifest)
        kept.pieces.all().delete()
        for piece in pieces:
            piece.snapshot = kept
        ListPiece.objects.bulk_create(pieces)
        if is_current:
            NameList.objects.filter(pk=row.pk).update(current=kept)


def _shelved(folder: Path) -> Iterator[ListPiece]:
    """Every file but the manifest, which is a row, in pieces that a bucket takes in a moment."""
    for path in sorted(folder.rglob("*")):
        if not path.is_file() or path.name == _MANIFEST:
            continue
        with path.open("rb") as content:
            for number, piece in enumerate(iter(partial(content.read, PIECE), b"")):
                file = path.relative_to(folder).as_posix()
                yield ListPiece(file=file, number=number, size=len(piece), digest=shelf().put(piece))


def _piece(digest: str, place: Path) -> bytes:
    content = shelf().found(digest)
    if content is None or sha256(content).hexdigest() != digest:
        raise damaged(place, digest[:12])
    return content


def _holds(path: Path, snapshot: Snapshot) -> bool:
    try:
        return digest_of(path) == snapshot.sha256
    except OSError:
        return False

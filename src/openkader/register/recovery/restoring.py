"""A backup is put back: unpacked and tried where nobody looks, brought up to this version, and only then in its place.

    .restoring/     what is being put back; until it is whole, nothing else was touched
    before-…/       what stood here and was put aside; it is never deleted

The database goes in last, and what stands here goes aside database first. So whoever is killed on the way leaves
what was, or an installation without a database, in which `openkader migrate` refuses to begin.
"""

import fcntl
import hashlib
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, closing, contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.db import connection

from openkader import __version__
from openkader.base.errors import Refusal, Refused, Unavailable
from openkader.base.on_disk import settle
from openkader.base.releases import refuses_step
from openkader.register.chain import Break
from openkader.register.recovery.belongings import (
    ASIDE,
    BUILDING_LOCK,
    DOCUMENTS,
    EMBEDDED,
    LOG,
    RESTORE_LOCK,
    STAGE,
    place_of,
    standing_in,
)
from openkader.register.recovery.copying import engine, found_tool, postgresql_tables, run_tool, schema
from openkader.register.recovery.making import for_its_owner
from openkader.register.recovery.manifest import DATABASES, SQLITE, Manifest
from openkader.register.recovery.sealing import Key
from openkader.register.recovery.trying import judge, unpack
from openkader.register.releases import disk_steps, later_steps


@dataclass(frozen=True, slots=True, kw_only=True)
class Restoring:
    """What is put back, and what may happen to what stands there."""

    file: Path
    key: Key
    move_aside: bool = False
    # Brings an embedded database up to this version where it lies, before anybody sees it.
    bring_up: Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class Restored:
    """What was put back, the first event of its trail that is wrong, and where what stood there went."""

    manifest: Manifest
    broken: Break | None
    aside: Path | None
    keys_missing: tuple[str, ...] = field(default=())


def refuses_restore(standing: list[str], *, move_aside: bool) -> Refusal | None:
    """Nothing is written over: what stands here goes aside when somebody says so."""
    if standing and not move_aside:
        return Refusal("restore.not-empty", {"place": ", ".join(standing[:5])})
    return None


def restore_backup(wish: Restoring, data: Path, *, now: datetime) -> Restored:
    """Put it back whole, or leave what was."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
        with _alone(data / RESTORE_LOCK):
            refusal = refuses_restore(_standing(data), move_aside=wish.move_aside)
            if refusal:
                raise Refused(refusal)
            return _restore(wish, data, now)
    except OSError as error:
        detail = {"folder": str(data), "reason": error.strerror or str(error)}
        raise Unavailable("restore.not-written", detail) from error


def _restore(wish: Restoring, data: Path, now: datetime) -> Restored:
    stage = data / STAGE
    shutil.rmtree(stage, ignore_errors=True)  # a copy of a backup, by somebody who was killed
    with ExitStack() as undo:
        undo.callback(shutil.rmtree, stage, ignore_errors=True)
        stage.mkdir(mode=0o700)
        manifest = unpack(wish.file, wish.key, _into(stage))
        _check_steps(manifest)
        broken = judge(manifest, stage / manifest.about.database)
        if engine() == SQLITE:
            (stage / manifest.about.database).rename(stage / EMBEDDED)
            wish.bring_up(stage)
        _bring_to_bucket(stage / DOCUMENTS)
        _sync(stage)
        aside = data / f"{ASIDE}-{now:%Y%m%dT%H%M%S}"
        _Places(data, stage, aside, undo).change(manifest)
        undo.pop_all()
    shutil.rmtree(stage, ignore_errors=True)
    missing = tuple(key for key in manifest.apart if not (data / key).exists())
    return Restored(manifest, broken, aside if aside.exists() else None, missing)


def _bring_to_bucket(documents: Path) -> None:
    """Into the bucket, where this house has one. What lies there stays: nothing is written over, nothing leads to it.

    What had changed already when the backup was made is as good as gone, and stays out.
    """
    if settings.BUCKET is None:
        return
    for path in sorted(documents.glob("*/*")):
        content = path.read_bytes()
        if hashlib.sha256(content).hexdigest() == path.name:
            settings.BUCKET.put(content)
    shutil.rmtree(documents, ignore_errors=True)


def _check_steps(manifest: Manifest) -> None:
    """Whether this program can bring the database up; asked before anything changes its place."""
    refusal = refuses_step(manifest.about.version, __version__)
    if refusal:
        raise Refused(refusal)
    steps = (step.partition(" ") for step in manifest.register.steps)
    later = later_steps(((app, name) for app, _, name in steps), disk_steps())
    if later:
        raise Unavailable("database.newer", {"steps": ", ".join(later)})


def _into(stage: Path) -> Callable[[str, int], AbstractContextManager[BinaryIO]]:
    """Each member in its place below the stage; another kind of database is refused before it is read."""

    def place(name: str, mode: int) -> AbstractContextManager[BinaryIO]:
        if name in DATABASES.values() and name != DATABASES[engine()]:
            made = next(kind for kind, database in DATABASES.items() if database == name)
            raise Refused(Refusal("restore.other-database", {"made": made, "here": engine()}))
        path = stage / place_of(name)
        for folder in reversed(path.relative_to(stage).parents):
            (stage / folder).mkdir(exist_ok=True, mode=0o700)
        file = for_its_owner(path)
        os.fchmod(file.fileno(), (mode & 0o755) | 0o400)
        return file

    return place


@dataclass(frozen=True, slots=True)
class _Places:
    """What stands here goes aside and what was staged comes in; each step can be taken back until all are done."""

    data: Path
    stage: Path
    aside: Path
    undo: ExitStack

    def change(self, manifest: Manifest) -> None:
        """The old database first, the new one last."""
        self._put_aside(manifest)
        dump = self.stage / manifest.about.database
        for path in sorted(self.stage.iterdir(), key=lambda path: path.name == EMBEDDED):
            if path != dump and path.name not in (BUILDING_LOCK, LOG):
                self._move(path, self.data / path.name)
        if engine() != SQLITE:
            self._load(dump)
        _sync(self.data)

    def _put_aside(self, manifest: Manifest) -> None:
        standing = {*standing_in(self.data), *manifest.keys, EMBEDDED, f"{EMBEDDED}-wal", f"{EMBEDDED}-shm"}
        found = [name for name in sorted(standing) if (self.data / name).exists()]
        tables = engine() != SQLITE and _has_tables()
        if not found and not tables:
            return
        self.aside.mkdir(mode=0o700)
        self.undo.callback(lambda: self.aside.rmdir() if self.aside.exists() else None)
        if tables:
            self._put_schema_aside()
        if EMBEDDED in found:
            _write_out(self.data / EMBEDDED)
        for name in sorted(found, key=lambda name: not name.startswith(EMBEDDED)):
            with suppress(FileNotFoundError):  # what the database kept beside it went when it was written out
                self._move(self.data / name, self.aside / name)

    def _move(self, source: Path, target: Path) -> None:
        source.rename(target)
        self.undo.callback(target.rename, source)

    def _put_schema_aside(self) -> None:
        here, old = schema(), self.aside.name.replace("-", "_").lower()
        _in_one(f'ALTER SCHEMA "{here}" RENAME TO "{old}"', f'CREATE SCHEMA "{here}"')
        self.undo.callback(_in_one, f'DROP SCHEMA "{here}"', f'ALTER SCHEMA "{old}" RENAME TO "{here}"')

    def _load(self, dump: Path) -> None:
        """All of the dump in one transaction: it is there, or nothing of it."""
        whole = ("--single-transaction", "--exit-on-error", "--no-owner", "--no-acl")
        # Of the schema only what is in it: it is there already.
        run_tool("pg_restore", *whole, f"--schema={schema()}", str(dump))


def _standing(data: Path) -> list[str]:
    """What has been kept here already, in the folder and in the database."""
    found = standing_in(data)
    if engine() == SQLITE:
        if EMBEDDED in found and not _is_filled(data / EMBEDDED):
            return [name for name in found if not name.startswith(EMBEDDED)]
        return found
    found_tool("pg_restore")
    place = f"{connection.settings_dict['NAME']} (PostgreSQL)"
    return [*found, place] if _has_tables() else found


def _is_filled(database: Path) -> bool:
    """A server that was started before an empty folder left a database without anything in it."""
    try:
        with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
            return bool(opened.execute("SELECT count(*) FROM sqlite_master").fetchone()[0])
    except sqlite3.Error:
        return True


def _has_tables() -> bool:
    with connection.cursor() as cursor:
        return bool(postgresql_tables(cursor))


def _in_one(*statements: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(";".join(statements))


def _write_out(database: Path) -> None:
    """What still lies beside the database goes into it, so that it is one file."""
    with suppress(sqlite3.Error), closing(sqlite3.connect(database, timeout=10)) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _sync(folder: Path) -> None:
    """Everything below is on the disk, and not only on its way."""
    for path in [folder, *folder.rglob("*")]:
        if path.is_symlink() or not (path.is_dir() or path.is_file()):
            continue
        settle(path)


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    """One process at a time puts back."""
    with path.open("wb") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Unavailable("restore.busy") from error
        yield

"""A backup is tried: each part by its hash, the database by opening it, the trail by walking it; nothing changes."""

import tempfile
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.register.chain import Break
from openkader.register.recovery.copying import opened_copy
from openkader.register.recovery.making import for_its_owner
from openkader.register.recovery.manifest import DATABASES, SQLITE, Manifest, Register
from openkader.register.recovery.sealing import Key, SealBroken
from openkader.register.recovery.trail_of_copy import Dump, break_of_rows
from openkader.register.recovery.unpacking import Place, Unpacking


@dataclass(frozen=True, slots=True)
class Tried:
    """What a backup says of itself, which held; and the first event that is wrong, where its trail does not hold."""

    manifest: Manifest
    broken: Break | None


def try_backup(file: Path, key: Key) -> Tried:
    """Read all of it, and open its database in a folder of its own."""
    folder = tempfile.gettempdir()
    try:
        with tempfile.TemporaryDirectory(prefix="openkader-") as beside:
            manifest = unpack(file, key, _only_the_database(Path(beside)))
            return Tried(manifest, judge(manifest, Path(beside) / manifest.about.database))
    except OSError as error:
        reason = error.strerror or str(error)
        raise Unavailable("restore.not-written", {"folder": folder, "reason": reason}) from error


def unpack(file: Path, key: Key, place: Place) -> Manifest:
    """Read a backup to its end, whatever it is locked with."""
    unpacking = Unpacking(place)
    try:
        backup = file.open("rb", buffering=1 << 16)
    except OSError as error:
        reason = error.strerror or str(error)
        raise Invalid([Problem("document.unreadable", str(file), {"reason": reason})]) from error
    with backup:
        try:
            with key.opened(backup, file.name) as stream:
                return unpacking.read(stream)
        except SealBroken as error:
            raise Invalid([Problem("backup.seal", unpacking.last or file.name)]) from error


def judge(manifest: Manifest, database: Path) -> Break | None:
    """Open the database and compare it with what was noted; the first broken event of its trail."""
    if manifest.about.engine == SQLITE:
        with opened_copy(database) as rows:
            found, broken = rows.register(), break_of_rows(rows)
    else:
        dump = Dump(database)
        broken = dump.walk()
        found = Register(steps=tuple(sorted(dump.steps)), rows=dump.counts, head=dump.head or (0, ""))
    compare(manifest.register, found, database.name)
    return broken


def compare(noted: Register, found: Register, place: str) -> None:
    """`Invalid` with every table that has other rows than when the backup was made."""
    tables = sorted({*noted.rows, *found.rows})
    problems = [
        Problem(
            "backup.rows",
            place,
            {"table": table, "found": str(found.rows.get(table, 0)), "noted": str(noted.rows.get(table, 0))},
        )
        for table in tables
        if found.rows.get(table, 0) != noted.rows.get(table, 0)
    ]
    if not problems and (found.head != noted.head or found.steps != noted.steps):
        problems = [Problem("backup.changed", place)]
    if problems:
        raise Invalid(problems)


def _only_the_database(beside: Path) -> Place:
    def place(name: str, _: int) -> AbstractContextManager[BinaryIO] | None:
        return for_its_owner(beside / name) if name in DATABASES.values() else None

    return place

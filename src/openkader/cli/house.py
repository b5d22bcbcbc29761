"""Opening the house for a command: the settings, the kaders, and a database that is up to date."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import IO

import openkader
from openkader.base.collecting import keeping_all
from openkader.base.errors import Refused, Unavailable

BUILDING = 20240523  # any number that no other program locks with
SETTINGS = "openkader.conf.settings"
BY = "cli:migrate"
_DATABASE = "db.sqlite3"


def packs() -> Path:
    """Where the kaders lie; known without the settings, so that a kader needs no installation."""
    return Path(os.environ.get("OPENKADER_PACKS") or Path(openkader.__file__).parent / "packs").absolute()


def data() -> Path:
    """Where the data of this installation lie; known without the settings, as a kader needs no register."""
    return Path(os.environ.get("OPENKADER_DATA") or "openkader-data").absolute()


def has_register() -> bool:
    """Whether there is a register to ask; a kader needs none."""
    return bool(os.environ.get("DATABASE_URL")) or (data() / _DATABASE).is_file()


def open_house() -> None:
    """Read the settings; the data folder and its key are made on first use."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", SETTINGS)
    with keeping_all():  # all that is loaded stays: a command begins a sixth sooner
        django.setup()


def check_database() -> None:
    """A command that only reads changes nothing: the database must be of exactly this version."""
    _check_release(only_newer=True)
    if steps_to_go():
        raise Unavailable("database.older")


def bring_up_to_date() -> int:
    """Create the database or bring it up to date; the number of steps that took."""
    from django.core.management import call_command
    from django.utils import timezone

    from openkader.register.case_lines import keep_missing_lines
    from openkader.register.former_folder import take_over
    from openkader.register.searching import keep_missing_words

    with alone():
        _check_restored()
        _check_release()
        steps = steps_to_go()
        if steps:
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
            keep_missing_words()
            moment = now()
            keep_missing_lines(moment, timezone.localdate(moment))
        take_over(data(), by=BY, now=now())
        _note_release()
    return steps


def run_in(
    folder: Path, *words: str, module: str = "openkader", **more: str
) -> subprocess.CompletedProcess[str]:
    """This very program, or a tool beside it, in a process of its own with another data folder."""
    return subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-m", module, *words],
        env={**os.environ, "OPENKADER_DATA": str(folder), **more},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )


def _check_release(*, only_newer: bool = False) -> None:
    """From a later release nothing goes back, and none in between is skipped."""
    from openkader import __version__
    from openkader.base.releases import is_newer, refuses_step
    from openkader.register.releases import last_upgrade

    written, _ = last_upgrade()
    refusal = refuses_step(written, __version__) if written else None
    if refusal and (not only_newer or is_newer(written, than=__version__)):
        raise Refused(refusal)


def _check_restored() -> None:
    """Where restoring was broken off, no empty register begins: what is there would look like all that was."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    from openkader.register.recovery.belongings import STAGE

    stage = data() / STAGE
    if stage.exists() and not MigrationRecorder(connection).applied_migrations():
        raise Unavailable("restore.unfinished", {"folder": str(stage)})


def _note_release() -> None:
    """Once for each release, and for each step within one that is still being made."""
    from openkader import __version__
    from openkader.register.releases import last_upgrade, newest_step
    from openkader.register.services import note_upgrade

    here = (__version__, newest_step())
    if last_upgrade() != here:
        note_upgrade(*here, by=BY, now=now())


@contextmanager
def alone() -> Iterator[None]:
    """One process at a time builds; the others wait and find it built."""
    from django.conf import settings
    from django.db import connection

    from openkader.register.recovery.belongings import BUILDING_LOCK

    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [BUILDING])
            try:
                yield
            finally:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [BUILDING])
        return
    with _lock_file(settings.OPENKADER_DATA / BUILDING_LOCK) as lock:
        # Held by the operating system, so that it is free again whatever happens to us.
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _lock_file(path: Path) -> IO[str]:
    try:
        return path.open("w", encoding="ascii")
    except OSError as error:
        raise Unavailable("data.not-writable", {"folder": str(path.parent)}) from error


def steps_to_go() -> int:
    """How many migrations are still to be applied; a database of a later version is refused."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from openkader.register.releases import later_steps

    executor = MigrationExecutor(connection)
    loader = executor.loader
    later = later_steps(loader.applied_migrations, loader.disk_migrations)
    if later:
        raise Unavailable("database.newer", {"steps": ", ".join(later)})
    return len(executor.migration_plan(loader.graph.leaf_nodes()))


def now() -> datetime:
    """The moment at the door; everything inside gets it handed."""
    return datetime.now(UTC)

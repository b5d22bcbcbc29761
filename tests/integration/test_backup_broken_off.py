"""When it goes wrong on the way: a process is killed, a disk is full, somebody writes meanwhile."""

import shutil
import signal
from pathlib import Path

import pytest

from tests.installation import YEAR, Installation, one_sentence
from tests.integration.recovery_house import (
    LIMITED,
    MAKE,
    RESTORE,
    contents,
    empty_house,
    killed,
    made,
    script,
)

KILLED = -signal.SIGKILL
ENTER = """
from datetime import UTC, datetime
from django.utils import timezone
from openkader.register import services
number = 0
print("writing", flush=True)
while True:
    number += 1
    name = f"colleague{number}"
    services.open_account(name, "a-long-made-up-word-of-" + name, by="cli:demo", now=timezone.now())
"""


@pytest.fixture
def postgres(request: pytest.FixtureRequest, filled: Installation) -> str:
    """The server of the tests, where it is needed."""
    return request.getfixturevalue("postgres_url") if filled.database_url else ""


# While the database is copied, in the middle of the documents, and just before it gets its name.
@pytest.mark.parametrize(
    ("number", "event", "part"), [(1, "open", "documents"), (5, "open", "documents"), (1, "os.rename", "")]
)
def test_a_backup_that_is_killed_leaves_none_and_hinders_no_next_one(
    filled: Installation, tmp_path: Path, number: int, event: str, part: str
) -> None:
    file = tmp_path / "backup.tar"
    code = killed(number, event, part) + MAKE.format(file=str(file), data=str(filled.data))
    assert script(filled, code)[0] == KILLED
    assert not file.exists()
    assert list(tmp_path.glob(".openkader-backup-*"))
    assert filled.run("backup", "make", str(file)).returncode == 0
    assert not list(tmp_path.glob(".openkader-backup-*"))  # what was left is cleared away


# What goes aside is renamed first, the database before all else; then what comes in, the database last.
@pytest.mark.parametrize("number", [2, 3, 5, 7])
def test_restoring_that_is_killed_leaves_what_was_or_nothing(filled: Installation, number: int) -> None:
    before, file = contents(filled), made(filled)
    code = RESTORE.format(file=str(file), data=str(filled.data))
    ended, errors = script(filled, killed(number, "os.rename") + code)
    assert ended in (KILLED, 0), errors
    tables = (
        filled.sql(TABLES[bool(filled.database_url)])
        if (filled.data / "db.sqlite3").exists() or filled.database_url
        else [(0,)]
    )
    if tables[0][0]:
        # What was there still is, or what was restored is there whole: they are the same, so both can be compared.
        put_back_documents(filled)
        assert contents(filled) == before
    else:
        refused = filled.run("migrate")
        assert (refused.returncode, "broken off" in one_sentence(refused)) == (5, True)
    again = filled.run("backup", "restore", str(file), "--move-aside")
    assert (again.returncode, again.stderr) == (0, "")
    assert contents(filled) == before


MAIN = """
import sys
from openkader.cli.main import main
sys.exit(main({words!r}))
"""
TABLES = {
    False: "select count(*) from sqlite_master",
    True: "select count(*) from pg_tables where schemaname = 'public'",
}


def put_back_documents(house: Installation) -> None:
    """Of PostgreSQL the folder may have gone aside when the database had not: it is there, under its name."""
    for aside in house.data.glob("before-*"):
        for path in aside.iterdir():
            if path.is_dir() and not (house.data / path.name).exists():
                shutil.copytree(path, house.data / path.name)


def test_what_somebody_writes_meanwhile_is_in_it_whole_or_not_at_all(
    filled: Installation, tmp_path: Path, postgres: str
) -> None:
    writer = filled.script(ENTER)
    assert writer.stdout is not None
    writer.stdout.readline()
    files = [made(filled, f"backup-{number}.tar") for number in range(2)]
    writer.kill()
    writer.communicate(timeout=10)
    (total,) = filled.sql("select sequence from register_audithead")[0]
    for number, file in enumerate(files):
        with empty_house(filled, tmp_path / f"new{number}", postgres) as other:
            done = other.run("backup", "restore", str(file))
            assert (done.returncode, done.stderr) == (0, "")
            assert other.run("audit", "verify").returncode == 0
            accounts, opened = (
                other.sql("select count(*) from auth_user where username like 'colleague%'"),
                other.sql("select count(*) from register_auditevent where action = 'account.opened'"),
            )
            assert accounts == opened
            assert other.sql("select sequence from register_audithead")[0][0] <= total


@pytest.mark.parametrize("part", [0.05, 0.99])  # while the database is copied, and in the middle of the file
def test_a_full_disk_leaves_no_backup(filled: Installation, tmp_path: Path, part: float) -> None:
    before, whole = contents(filled), made(filled)
    most, file = int(whole.stat().st_size * part), tmp_path / "other.tar"
    code, said = script(filled, LIMITED.format(most=most, words=["backup", "make", str(file)]))
    assert (code, "Traceback" in said, str(file) in said) == (5, False, True), said
    assert sorted(path.name for path in tmp_path.iterdir() if path.name != "cache") == ["backup.tar", "data"]
    assert contents(filled) == before


def test_a_full_disk_puts_nothing_back(filled: Installation, tmp_path: Path, postgres: str) -> None:
    file = made(filled)
    with empty_house(filled, tmp_path / "new", postgres) as other:
        words = ["backup", "restore", str(file)]
        code, said = script(other, LIMITED.format(most=500_000, words=words))
        assert (code, "Traceback" in said) == (5, False), said
        assert {path.name for path in other.data.iterdir()} <= {"restore.lock", "secret-key", "openkader.log"}
        assert other.run(*words).returncode == 0


def test_what_fails_at_the_very_end_leaves_what_was(filled: Installation, tmp_path: Path) -> None:
    before, file = contents(filled), made(filled)
    if filled.database_url:
        done = broken_tool(filled, tmp_path).run("backup", "restore", str(file), "--move-aside")
        code, said = done.returncode, done.stderr
    else:
        failing = "import os\nos.fsync = lambda _: (_ for _ in ()).throw(OSError(5, 'it broke'))\n"
        code, said = script(
            filled, failing + MAIN.format(words=["backup", "restore", str(file), "--move-aside"])
        )
    assert (code, "it broke" in said, "Traceback" in said) == (5, True, False), said
    assert contents(filled) == before
    assert not list(filled.data.glob("before-*"))
    assert filled.run("import", str(YEAR)).returncode == 0  # it works as ever


def broken_tool(house: Installation, tmp_path: Path) -> Installation:
    """The same installation, on a machine where loading a dump goes wrong halfway."""
    tools = tmp_path / "tools"
    tools.mkdir()
    (tools / "pg_restore").write_text(
        '#!/bin/sh\ncase "$*" in *--single-transaction*) echo "pg_restore: error: it broke" >&2; exit 1;; esac\n'
        f'exec {shutil.which("pg_restore")} "$@"\n'
    )
    (tools / "pg_restore").chmod(0o755)
    return Installation(house.data, house.database_url, {"PATH": f"{tools}:/usr/bin:/bin"})

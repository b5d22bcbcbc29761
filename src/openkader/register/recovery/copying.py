"""A copy of the database as it is at one moment, made while others write, and what is in that copy.

The embedded database is copied by its own online backup; PostgreSQL by its own `pg_dump`, in the very snapshot
in which we count. Who is signed in does not come along: a stolen copy must not open anybody's session. Neither does
what waits between two pages and is not in the register yet.
"""

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db import connection, transaction

from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.register.recovery.belongings import ASIDE
from openkader.register.recovery.manifest import POSTGRESQL, SQLITE, Register

# What is emptied in the copy; what leads to another table comes before it.
LEFT_OUT = ("django_session", "register_keptdraftfile", "register_keptdraft")
# A row that has a file on the shelf says how long it is and what its digest is.
_SIZE, _DIGESTS = "size", ("sha256", "digest")
# The paper of a final report has a digest alone; this stands there once it went with its dossier.
_FINALS, _WENT = "register_reportfinal", "0" * 64
_ENGINES = {"sqlite": SQLITE, "postgresql": POSTGRESQL}


@dataclass(frozen=True, slots=True)
class Copy:
    """The copy, how much is in it, and the digests of the documents that it names."""

    register: Register
    documents: tuple[str, ...]


class Rows:
    """What there is to ask of a database, of whatever version: its tables by name."""

    def __init__(self, cursor: Any, tables: dict[str, list[str]]) -> None:
        self.cursor = cursor
        self.tables = tables

    def register(self) -> Register:
        """How much it holds."""
        counts = {table: self._count(table) for table in sorted(self.tables)}
        counts |= {table: 0 for table in LEFT_OUT if table in counts}
        steps = self._all("SELECT app, name FROM django_migrations")
        head = self._all("SELECT sequence, hash FROM register_audithead")
        return Register(
            steps=tuple(sorted(f"{app} {name}" for app, name in steps)),
            rows=counts,
            head=(int(head[0][0]), str(head[0][1])) if head else (0, ""),
        )

    def documents(self) -> tuple[str, ...]:
        """The digest of every file that lies on the shelf."""
        found: set[str] = set()
        for table, columns in self.tables.items():
            digest = next((name for name in _DIGESTS if name in columns), None)
            says = _SIZE if _SIZE in columns else digest if table == _FINALS else None
            if digest and says:
                chosen = f'SELECT {digest} FROM "{table}" WHERE "{says}" IS NOT NULL'  # noqa: S608
                found.update(row[0] for row in self._all(chosen))
        return tuple(sorted(found - {_WENT}))

    def _count(self, table: str) -> int:
        return int(self._all(f'SELECT count(*) FROM "{table}"')[0][0])  # noqa: S608 - names of tables

    def _all(self, query: str) -> list[tuple[Any, ...]]:
        self.cursor.execute(query)
        return list(self.cursor.fetchall())


def engine() -> str:
    """The kind of database of this installation."""
    return _ENGINES[connection.vendor]


def copy_database(place: Path) -> Copy:
    """Copy the database of this installation into a new file."""
    if engine() == SQLITE:
        return _copy_sqlite(place)
    return _copy_postgresql(place)


@contextmanager
def opened_copy(place: Path) -> Iterator[Rows]:
    """The embedded database in a file, only read; a damaged one is a sentence."""
    try:
        with closing(sqlite3.connect(f"file:{place}?mode=ro&immutable=1", uri=True)) as copy:
            (found,) = copy.execute("PRAGMA quick_check(1)").fetchone()
            if found != "ok":
                raise sqlite3.DatabaseError(found)
            yield Rows(copy.cursor(), _sqlite_tables(copy))
    except sqlite3.Error as error:
        raise Invalid([Problem("backup.database", place.name, {"reason": str(error)})]) from error


def named_documents() -> tuple[str, ...]:
    """The digest of every document that this register names at this moment."""
    with connection.cursor() as cursor:
        if engine() == SQLITE:
            return Rows(cursor, _sqlite_tables(connection.connection)).documents()
        return Rows(cursor, postgresql_tables(cursor)).documents()


def _copy_sqlite(place: Path) -> Copy:
    """In one go: whoever writes meanwhile goes on, and is in the copy with all of a change or with nothing of it."""
    try:
        with (
            closing(sqlite3.connect(str(connection.settings_dict["NAME"]), timeout=10)) as here,
            closing(sqlite3.connect(place)) as copy,
        ):
            here.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")
            copy.execute("PRAGMA secure_delete=ON")
            tables = _sqlite_tables(copy)
            for table in LEFT_OUT:
                if table in tables:  # a backup is also made before the database is brought up to date
                    copy.execute(f"DELETE FROM {table}")  # noqa: S608 - our own name
            copy.commit()
            rows = Rows(copy.cursor(), tables)
            return Copy(rows.register(), rows.documents())
    except sqlite3.Error as error:
        if "full" in str(error).lower() or "disk i/o" in str(error).lower():
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from error
        raise Unavailable("backup.tool-failed", {"tool": "SQLite", "reason": str(error)}) from error


def _sqlite_tables(copy: sqlite3.Connection) -> dict[str, list[str]]:
    names = copy.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return {
        name: [row[1] for row in copy.execute(f'PRAGMA table_info("{name}")').fetchall()]
        for (name,) in names.fetchall()
    }


def _copy_postgresql(place: Path) -> Copy:
    """Count in a snapshot, and let the client's tool dump in that very snapshot."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        left_out = (*(f"--exclude-table-data={table}" for table in LEFT_OUT), f"--exclude-schema={ASIDE}_*")
        wanted = ("--format=custom", "--no-owner", "--no-acl", *left_out)
        run_tool("pg_dump", f"--snapshot={snapshot}", *wanted, f"--file={place}")
        rows = Rows(cursor, postgresql_tables(cursor))
        return Copy(rows.register(), rows.documents())


def schema() -> str:
    """The schema in which the tables of this installation are."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_schema()")
        return str(cursor.fetchone()[0])


def postgresql_tables(cursor: Any) -> dict[str, list[str]]:
    """The tables of this installation, with their columns."""
    cursor.execute(
        "SELECT table_name, column_name FROM information_schema.columns JOIN information_schema.tables"
        " USING (table_schema, table_name) WHERE table_schema = current_schema() AND table_type = 'BASE TABLE'"
    )
    found: dict[str, list[str]] = {}
    for table, column in cursor.fetchall():
        found.setdefault(table, []).append(column)
    return found


def run_tool(tool: str, *words: str) -> None:
    """One of PostgreSQL's own tools, on the database of this installation; the password goes by the environment."""
    done = subprocess.run(  # noqa: S603 - our own words, and a tool of the system
        [found_tool(tool), *words, "--no-password", f"--dbname={connection.settings_dict['NAME']}"],
        env=_where(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    if done.returncode == -signal.SIGXFSZ:  # a limit on the size of files ends it without a word
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
    if done.returncode:
        raise tool_failed(tool, done.stderr or f"signal {-done.returncode}".encode())


def tool_failed(tool: str, said: bytes) -> Exception:
    """What a tool said, as the first line of it; a full disk is one of ours."""
    text = said.decode("utf-8", "replace")
    if "no space left" in text.lower() or "file too large" in text.lower():
        return OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    lines = [line for line in text.splitlines() if "error" in line.lower()] or text.splitlines() or ["?"]
    return Unavailable("backup.tool-failed", {"tool": tool, "reason": lines[0].strip().rstrip(".")})


def found_tool(tool: str) -> str:
    """Where one of PostgreSQL's tools is."""
    found = shutil.which(tool)
    if found is None:
        raise Unavailable("backup.no-tool", {"tool": tool})
    return found


def _where() -> dict[str, str]:
    """How the tools reach the database; what everybody on the machine can see holds no password."""
    settings = connection.settings_dict
    names = {"PGHOST": "HOST", "PGPORT": "PORT", "PGUSER": "USER", "PGPASSWORD": "PASSWORD"}
    given = {name: str(settings[key]) for name, key in names.items() if settings.get(key)}
    return {**os.environ, **given, "LC_ALL": "C"}

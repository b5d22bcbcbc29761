"""The trail in a copy of the database, walked without the register: by the names of its table and columns."""

import re
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, Problem
from openkader.register.chain import Break, Link, first_break
from openkader.register.recovery.copying import Rows, found_tool, tool_failed

TRAIL, STEPS, HEAD = "register_auditevent", "django_migrations", "register_audithead"
_COLUMNS = ("sequence", "at", "actor", "action", "object_kind", "object_reference", "dossier", "detail")
_ALL = (*_COLUMNS, "previous_hash", "hash")
_CHOSEN = ", ".join(_ALL)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def break_of_rows(rows: Rows) -> Break | None:
    """The first broken event of the embedded database in a file."""
    rows.cursor.execute("SELECT sequence, hash FROM register_audithead WHERE id = 1")
    head = rows.cursor.fetchone()
    rows.cursor.execute(f"SELECT {_CHOSEN} FROM {TRAIL} ORDER BY id")  # noqa: S608 - our own names
    return first_break(map(_link, map(tuple, rows.cursor)), head)


class Dump:
    """A dump of PostgreSQL, read as text by the client's own tool; no server is needed."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.counts: dict[str, int] = {}
        self.steps: list[str] = []
        self.head: tuple[int, str] | None = None

    def walk(self) -> Break | None:
        """Count every table, and walk the trail."""
        tool = found_tool("pg_restore")
        with subprocess.Popen(  # noqa: S603 - our own words, and a tool of the system
            [tool, "--data-only", "--file=-", str(self.place)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as reading:
            assert reading.stdout is not None  # noqa: S101 - it is a pipe
            assert reading.stderr is not None  # noqa: S101 - it is a pipe
            trail = _Sorted(self._links(reading.stdout))
            said = reading.stderr.read()
        if reading.returncode:
            error = tool_failed(tool.rpartition("/")[2], said)
            detail = getattr(error, "detail", {"reason": str(error)})
            raise Invalid([Problem("backup.database", self.place.name, {"reason": detail["reason"]})])
        return first_break(map(_link, trail.rows()), self.head)

    def _links(self, lines: Any) -> Iterator[tuple[str, ...]]:
        table, columns = "", list[str]()
        for line in lines:
            if not table:
                if line.startswith(b"COPY "):
                    table, columns = _opened(line.decode())
                    self.counts[table] = 0
            elif line == b"\\.\n":
                table = ""
            else:
                self.counts[table] += 1
                if table in (TRAIL, STEPS, HEAD):
                    yield from self._noted(table, dict(zip(columns, _cells(line), strict=True)))

    def _noted(self, table: str, row: dict[str, str]) -> Iterator[tuple[str, ...]]:
        if table == STEPS:
            self.steps.append(f"{row['app']} {row['name']}")
        elif table == HEAD:
            self.head = int(row["sequence"]), row["hash"]
        else:
            yield tuple(row[name] for name in ("id", *_ALL))


class _Sorted:
    """Events in the order of writing: a dump has them as they lie. Kept on disk, for there may be a million."""

    def __init__(self, events: Iterator[tuple[str, ...]]) -> None:
        self.kept = sqlite3.connect("")  # a file of its own without a name, gone with us
        self.kept.execute(f"CREATE TABLE trail (id INTEGER PRIMARY KEY, {_CHOSEN})")
        marks = ", ".join("?" * (len(_ALL) + 1))
        self.kept.executemany(f"INSERT INTO trail VALUES ({marks})", events)  # noqa: S608 - question marks

    def rows(self) -> Iterator[tuple[Any, ...]]:
        """All of them."""
        yield from self.kept.execute(f"SELECT {_CHOSEN} FROM trail ORDER BY id")  # noqa: S608 - our own names


def _opened(line: str) -> tuple[str, list[str]]:
    """The table and columns of ``COPY public.register_answer (id, fact) FROM stdin;``."""
    table, _, rest = line.removeprefix("COPY ").partition(" (")
    columns = rest.partition(")")[0].split(", ")
    return table.rpartition(".")[2].strip('"'), [column.strip('"') for column in columns]


def _cells(line: bytes) -> list[str]:
    return [_plain(cell) for cell in line.decode().rstrip("\n").split("\t")]


def _plain(cell: str) -> str:
    """A cell without the escapes that PostgreSQL writes."""
    if "\\" not in cell:
        return cell
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), cell)


def _link(row: tuple[Any, ...]) -> Link:
    values = dict(zip(_ALL, row, strict=True))
    at = datetime.fromisoformat(str(values["at"]))
    moment = at if at.tzinfo else at.replace(tzinfo=UTC)
    return Link(**{**values, "sequence": int(values["sequence"]), "at": moment})

"""A whole installation in a folder of its own, used through its commands as people do."""

import ctypes
import os
import re
import socket
import sqlite3
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROOT = Path(__file__).resolve().parents[1]
YEAR = ROOT / "src/openkader/packs/zuid-holland/registers/2024.yaml"
DEMO_EVENTS = 241  # in the trail once the demo has been prepared; it grows with what the demo shows
PR_CAPBSET_DROP, CAP_DAC_OVERRIDE = 24, 1


def as_of(step: str) -> str:
    """Code that brings the database to an earlier step of the register, from before or from after it."""
    return f"""
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
whole = ("register", "0031_whole_register")
executor = MigrationExecutor(connection)
if whole in executor.loader.applied_migrations:  # what came after it leans on it alone
    executor.migrate([whole])
executor.loader.replace_migrations = False  # one migration stands for all of the first thirty
executor.loader.build_graph()
executor.migrate([("register", "{step}"), ("auth", "0012_alter_user_first_name_max_length")])
"""


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@dataclass(frozen=True, slots=True)
class Installation:
    """One data folder, with the embedded database or a PostgreSQL one."""

    data: Path
    database_url: str = ""
    more: dict[str, str] = field(default_factory=dict)

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this installation sees."""
        keep = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        ours = {
            "OPENKADER_DATA": str(self.data),
            "DATABASE_URL": self.database_url,
            "OPENKADER_LANGUAGE": "en",
            "OPENKADER_INNER": "127.0.0.1",  # where tests play a server
            "XDG_CACHE_HOME": str(self.data.parent / "cache"),
        }
        # Our own sources first: a work tree tests itself, also where another one is installed.
        paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
        return {**keep, **ours, "PYTHONPATH": paths, **self.more}

    def run(self, *arguments: str, like_anyone: bool = False) -> subprocess.CompletedProcess[str]:
        """``openkader …``; `like_anyone` lets file permissions hold even for root."""
        return subprocess.run(
            [sys.executable, "-m", "openkader", *arguments],
            **self._process(like_anyone=like_anyone),
            capture_output=True,
            timeout=300,  # a machine that does other work beside the tests is slow
            check=False,
        )

    def start(self, *arguments: str) -> subprocess.Popen[str]:
        """``openkader …`` that goes on while the test does."""
        return subprocess.Popen(
            [sys.executable, "-m", "openkader", *arguments],
            **self._process(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def script(self, code: str) -> subprocess.Popen[str]:
        """Python code in this installation, with Django ready."""
        opening = "from openkader.cli.house import open_house; open_house()\n"
        return subprocess.Popen(
            [sys.executable, "-c", opening + code],
            **self._process(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def sql(self, *statements: str) -> list[tuple]:
        """Straight into the database, past everything that guards it; the rows of the last one."""
        with self._connection() as connection:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            rows = cursor.fetchall() if cursor.description else []
            connection.commit()
        return rows

    @contextmanager
    def _connection(self) -> Iterator:
        with closing(self._connect()) as connection:
            yield connection

    def _connect(self) -> Any:
        if self.database_url:
            import psycopg

            return psycopg.connect(self.database_url)
        return sqlite3.connect(self.data / "db.sqlite3")

    def _process(self, *, like_anyone: bool = False) -> dict:
        return {
            "env": {**self.environment, "DJANGO_SETTINGS_MODULE": "openkader.conf.settings"},
            "cwd": self.data.parent,
            "text": True,
            "preexec_fn": _lose_the_power_of_root if like_anyone else None,
        }


def _lose_the_power_of_root() -> None:
    """Root may write everywhere; without this capability permissions hold for root as well."""
    ctypes.CDLL(None).prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE, 0, 0, 0)


@contextmanager
def fresh_postgres(url: str, template: str = "template1") -> Iterator[str]:
    """A PostgreSQL database of its own, empty or a copy of another."""
    import psycopg

    name = f"openkader_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f'create database "{name}" template "{template}"')
    try:
        yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
    finally:
        with psycopg.connect(url, autocommit=True) as connection:
            # Ours are ended here; `drop` itself sees off a vacuum of the superuser's, which `with (force)` may not.
            connection.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s and usename = current_user",
                [name],
            )
            connection.execute(f'drop database "{name}"')


def one_sentence(done: subprocess.CompletedProcess[str]) -> str:
    """What a command said when it failed: no traceback, and something to do."""
    assert "Traceback" not in done.stderr, done.stderr
    assert done.stderr.strip(), "it failed without a word"
    return re.sub(r"\s+", " ", done.stderr)

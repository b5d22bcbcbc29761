"""A PostgreSQL server of a test's own with a replica that follows it, as an organisation would set them up."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from tests.installation import free_port

# What a test writes need not survive a power cut.
_TUNED = "-c fsync=off -c shared_buffers=32MB -c max_connections=40 -c listen_addresses=127.0.0.1"


def server_programs() -> Path | None:
    """Where the programs of a server are; none where only a client is installed."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    return found[-1].parent if found else None


@dataclass(frozen=True, slots=True)
class Server:
    """One server: its programs, its folder and its port."""

    bin: Path
    data: Path
    port: int

    @property
    def url(self) -> str:
        """The database of the house on it."""
        return f"postgresql://openkader@127.0.0.1:{self.port}/openkader"

    def start(self) -> None:
        """Until it answers."""
        options = f"-p {self.port} -k {self.data.parent} {_TUNED}"
        self.do(
            "pg_ctl",
            "-D",
            self.data,
            "-o",
            options,
            "-l",
            self.data.parent / f"{self.port}.log",
            "-w",
            "start",
        )

    def stop(self) -> None:
        """At once, also where somebody is connected."""
        self.do("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def do(self, program: str, *words: str | Path) -> None:
        """A program of PostgreSQL, which refuses to be run by root."""
        subprocess.run(
            [str(self.bin / program), *map(str, words)],
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            cwd=self.data.parent,
            timeout=60,
            user="postgres" if os.geteuid() == 0 else None,
            env={"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]},
        )

    def ask(self, question: str) -> Any:
        """What the superuser is answered."""
        address = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        with psycopg.connect(address, autocommit=True) as connection:
            cursor = connection.execute(question)
            return cursor.fetchone() if cursor.description else None


@contextmanager
def replicated(programs: Path) -> Iterator[tuple[Server, Server]]:
    """A primary with an empty database, and a replica that streams from it."""
    place = Path(tempfile.mkdtemp(prefix="openkader-replica-"))
    if os.geteuid() == 0:
        shutil.chown(place, "postgres", "postgres")
    primary = Server(programs, place / "primary", free_port())
    replica = Server(programs, place / "replica", free_port())
    started: list[Server] = []
    try:
        primary.do("initdb", "-D", primary.data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")
        primary.start()
        started.append(primary)
        primary.ask("create role openkader login")
        primary.ask("create database openkader owner openkader")
        of_primary = ("-h", "127.0.0.1", "-p", str(primary.port), "-U", "postgres")
        replica.do("pg_basebackup", *of_primary, "-D", replica.data, "-R", "-c", "fast", "--no-sync")
        replica.start()
        started.append(replica)
        yield primary, replica
    finally:
        for one in reversed(started):
            if (one.data / "postmaster.pid").exists():
                one.stop()
        shutil.rmtree(place, ignore_errors=True)

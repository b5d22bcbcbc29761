"""A register with made-up cases, kept for the next run, and the server that serves it."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from benchmarks import databases

ACCOUNTS = ("adviseur-1", "adviseur-2", "adviseur-3")
AUDITOR, ARCHIVIST = "auditor-1", "archivaris-1"
TEAM = "economie"
WORKERS, THREADS = 2, 2
_READY, _SCREENED = "generated", "screened"


@dataclass(frozen=True, slots=True)
class House:
    """One data folder of one size, with the embedded database or a PostgreSQL one."""

    place: Path
    database: str
    size: int
    more: Mapping[str, str] = field(default_factory=dict)

    def with_more(self, more: Mapping[str, str]) -> "House":
        """The same register, whose processes see this as well."""
        return replace(self, more=more)

    @property
    def data(self) -> Path:
        """Where everything of this register lies."""
        return self.place / f"{self.database}-{self.size}"

    @property
    def url(self) -> str:
        """The database; empty for the embedded one."""
        if self.database == "sqlite":
            return ""
        return databases.address(self._name)

    @property
    def _name(self) -> str:
        return f"openkader_bench_{self.size}"

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this register sees."""
        ours = {"OPENKADER_DATA": str(self.data), "DATABASE_URL": self.url, "OPENKADER_LANGUAGE": "nl"}
        return {**os.environ, **ours, "DJANGO_SETTINGS_MODULE": "openkader.conf.settings", **self.more}

    def run(self, *arguments: str) -> None:
        """``openkader …``."""
        self.run_module("openkader", *arguments)

    def run_module(self, module: str, *arguments: str) -> None:
        """``python -m …`` in the environment of this register."""
        command = [sys.executable, "-m", module, *arguments]
        subprocess.run(command, env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def told(self, module: str, *arguments: str) -> Any:
        """What ``python -m …`` prints in the environment of this register."""
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr[-2000:])
        return json.loads(done.stdout)

    def prepare(self) -> None:
        """Make the cases up, unless a former run did."""
        self.data.mkdir(parents=True, exist_ok=True)
        if (self.data / _READY).exists():
            self.run("migrate")
        else:
            self._generate()
        if not (self.data / _SCREENED).exists():
            self.run_module("benchmarks.web.hits")
            (self.data / _SCREENED).touch()

    def copy(self, size: int, times: int) -> "House":
        """The same cases so many times, each with a number of its own, in a register for reading; PostgreSQL only."""
        larger = replace(self, size=size)
        if not (larger.data / _READY).exists():
            shutil.rmtree(larger.data, ignore_errors=True)
            shutil.copytree(self.data, larger.data, ignore=shutil.ignore_patterns(_READY))
            databases.create(larger._name, like=self._name)
            larger.told("benchmarks.load.multiplying", "--times", str(times))
            (larger.data / _READY).touch()
        return larger

    def _generate(self) -> None:
        if self.url:
            databases.create(self._name)
        self.run("demo", "--no-serve")
        self.run_module("benchmarks.web.readers")
        began = time.perf_counter()
        self.run("demo", "generate", str(self.size), "--seed", "7")
        (self.data / _READY).write_text(f"{time.perf_counter() - began:.0f}", encoding="ascii")

    @property
    def generated_in(self) -> float | None:
        """How many seconds making the cases up took, where that is known."""
        path = self.data / _READY
        text = path.read_text(encoding="ascii") if path.exists() else ""
        return float(text) if text else None

    @contextmanager
    def serving(self, settings: str = "openkader.conf.settings") -> Iterator[str]:
        """The pages, served as in production; the address."""
        with self.served(settings) as (address, _process):
            yield address

    @contextmanager
    def served(self, settings: str = "openkader.conf.settings") -> Iterator[tuple[str, int]]:
        """The same, with the number of the process that minds the workers."""
        port = _free_port()
        command = [
            sys.executable,
            "-m",
            "gunicorn",
            "openkader.conf.wsgi:application",
            "--bind",
            f"127.0.0.1:{port}",
        ]
        command += ["--worker-class", "gthread", "--workers", str(WORKERS), "--threads", str(THREADS)]
        # As `openkader serve` does: the code is loaded once, and the workers share it.
        command += ["--preload", "--worker-connections", str(THREADS), "--keep-alive", "0"]
        environment = {**self.environment, "DJANGO_SETTINGS_MODULE": settings}
        server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
        try:
            _wait_for(f"http://127.0.0.1:{port}/aanmelden/")
            yield f"http://127.0.0.1:{port}", server.pid
        finally:
            server.terminate()
            server.wait(timeout=20)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str) -> None:
    for _ in range(200):
        try:
            with urlopen(address, timeout=5):  # noqa: S310 - our own server
                return
        except (URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer")

"""A register with one made-up year, kept for the next run."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import databases

_READY = "filled"


@dataclass(frozen=True, slots=True)
class House:
    """One data folder of one size, with the embedded database or a PostgreSQL one."""

    place: Path
    database: str
    size: int

    @property
    def data(self) -> Path:
        """Where everything of this register lies."""
        return self.place / f"{self.database}-{self.size}"

    @property
    def environment(self) -> dict[str, str]:
        """What a process of this register sees."""
        ours = {"OPENKADER_DATA": str(self.data), "DATABASE_URL": self._url, "OPENKADER_LANGUAGE": "nl"}
        return {**os.environ, **ours, "DJANGO_SETTINGS_MODULE": "openkader.conf.settings"}

    @property
    def _url(self) -> str:
        if self.database == "sqlite":
            return ""
        return databases.address(self._name)

    @property
    def _name(self) -> str:
        return f"openkader_evaluation_{self.size}"

    def prepare(self) -> None:
        """Make the dossiers up, unless a former run did."""
        if (self.data / _READY).exists():
            self._run("openkader", "migrate")
            return
        self.data.mkdir(parents=True, exist_ok=True)
        if self._url:
            databases.create(self._name)
        self._run("openkader", "migrate")
        self._run("benchmarks.evaluation.filling", str(self.size))
        (self.data / _READY).touch()

    def measured(self, deed: str) -> dict[str, Any]:
        """What one deed took, in a process that did nothing else."""
        found: dict[str, Any] = json.loads(self._run("benchmarks.evaluation.inside", deed))
        return found

    def _run(self, module: str, *arguments: str) -> str:
        command = [sys.executable, "-m", module, *arguments]
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(f"{module} {arguments}: {done.stderr[-2000:]}")
        return done.stdout

"""An installation with lists and a key, and its server on one core."""

import json
import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from openkader.screening.origins import invented_names

ROOT = Path(__file__).resolve().parents[2]
_KEY = """
import django; django.setup()
from datetime import timedelta
from django.utils import timezone
from openkader.casework.permissions import HouseHand
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.tokens import TokenEntry
now = timezone.now()
hand = {"by": HouseHand("cli:benchmark"), "now": now}
services.open_account("tool", "een-lang-wachtwoord-2030", post=Post(roles=[AccountRole.REVIEWER]), **hand)
last = now.date() + timedelta(days=30)
print(services.open_token(TokenEntry(account="tool", name="tool", scopes=(TokenScope.SCREEN,), ends_on=last), **hand))
"""


@dataclass
class House:
    """The folder of an installation, and where lists may be."""

    place: Path
    lists: Path
    key: str = ""

    @property
    def data(self) -> Path:
        """The data folder."""
        return self.place / "data"

    @property
    def files(self) -> list[Path]:
        """The lists; without any, one of invented people."""
        found = sorted(self.lists.glob("*.ftm.json"))
        return found or [self._invented()]

    @property
    def is_invented(self) -> bool:
        """Whether there were no lists of publishers."""
        return not list(self.lists.glob("*.ftm.json"))

    def prepare(self) -> None:
        """Make everything anew."""
        shutil.rmtree(self.place, ignore_errors=True)
        self.place.mkdir(parents=True)
        self._run("migrate")
        for path in self.files:
            self._run("lists", "add", path.name.removesuffix(".ftm.json"), "--format", "ftm", str(path))
        done = subprocess.run(
            [sys.executable, "-c", _KEY], env=self._environment, check=True, capture_output=True, text=True
        )
        self.key = done.stdout.split()[-1]

    @contextmanager
    def served(self, core: int) -> Iterator[tuple[int, int]]:
        """The port of the server, and the process that answers; it may use one core."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = int(probe.getsockname()[1])
        command = ["serve", "--bind", f"127.0.0.1:{port}", "--workers", "1", "--threads", "1"]
        os.sched_setaffinity(0, {core})  # whoever is started inherits it
        process = subprocess.Popen(
            [sys.executable, "-m", "openkader", *command],
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        try:
            (process.stdout or sys.stdin).readline()
            yield port, process.pid
        finally:
            process.terminate()
            process.communicate(timeout=30)

    def _run(self, *words: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "openkader", *words],
            env=self._environment,
            check=True,
            stdout=subprocess.DEVNULL,
        )

    def _invented(self) -> Path:
        path = self.place / "invented.ftm.json"
        parties = [one.party for one in invented_names(each=100)]
        path.write_text(
            "".join(
                f"{json.dumps({'id': one.id, 'schema': one.schema, 'properties': dict(one.properties)})}\n"
                for one in parties
            ),
            encoding="utf-8",
        )
        return path

    @property
    def _environment(self) -> dict[str, str]:
        ours = {"OPENKADER_DATA": str(self.data), "DJANGO_SETTINGS_MODULE": "openkader.conf.settings"}
        return {**os.environ, **ours, "PYTHONPATH": str(ROOT / "src")}

"""Three queues in one run on one PostgreSQL: ours, django-tasks with its database backend, and procrastinate."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from benchmarks import databases

ROOT = Path(__file__).resolve().parents[3]
VENV = ROOT / "out" / "venv-tasks"
PEERS = {
    "django-tasks-db": "peer_django_tasks.py",
    "procrastinate": "peer_procrastinate.py",
}
# Pinned, so that a run next year measures the same.
_PACKAGES = ("django-tasks-db[compat]==0.13.0", "procrastinate==3.10.0", "psycopg[binary]==3.3.9")
_NAME = "openkader_bench_tasks"


def measure_tasks(number: int) -> list[dict[str, Any]]:
    """What each of them takes for so many tasks, and what it does with the one whose worker was killed."""
    return [_row("ours", number, _ours(number)), *(_row(name, number, _peer(name, number)) for name in PEERS)]


def _row(name: str, number: int, found: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "queue": name,
        "tasks": number,
        "handed_in_per_s": round(number / found["handed_in_s"]),
        "done_per_s": round(number / found["done_s"]),
        "left_when_killed": found["killed"],
    }


def _ours(number: int) -> dict[str, Any]:
    url, data = _database(), ROOT / "out" / "load" / "tasks"
    data.mkdir(parents=True, exist_ok=True)
    ours = {"OPENKADER_DATA": str(data), "DATABASE_URL": url}
    environment = {**os.environ, **ours, "DJANGO_SETTINGS_MODULE": "openkader.conf.settings"}
    _said([sys.executable, "-m", "openkader", "migrate"], environment)
    return _read(_said([sys.executable, "-m", "benchmarks.load.tasks.ours", f"{number}"], environment))


def _peer(name: str, number: int) -> dict[str, Any]:
    python = VENV / "bin" / "python"
    if not (VENV / "ready").exists():
        _install(python)
    script = Path(__file__).parent / PEERS[name]
    return _read(_said([str(python), str(script), _database(), f"{number}"], dict(os.environ)))


def _install(python: Path) -> None:
    print(f"The other queues are installed in {VENV}; this takes half a minute.", file=sys.stderr)
    subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", *_PACKAGES], check=True)
    (VENV / "ready").touch()


def _database() -> str:
    databases.create(_NAME)
    return databases.address(_NAME)


def _said(command: list[str], environment: Mapping[str, str]) -> str:
    done = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT, timeout=600
    )
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    return done.stdout


def _read(said: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(said.strip().splitlines()[-1])
    return found

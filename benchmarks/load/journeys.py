"""Officials at once on one register: how long each step lets them wait, what fails, and what the server keeps."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks.web.house import THREADS, WORKERS, House

ROOT = Path(__file__).resolve().parents[2]
NEW_REQUEST = "new request"  # the step that makes a case
LOCKED = "database is locked"
_FLAT = 1.1  # what the workers may hold at the end, of what they held when everything had been read once
_TOO_SHORT = 60  # seconds in which the workers still read what they keep
_PAGE_KB = os.sysconf("SC_PAGESIZE") / 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """How many work at once, and what they may have to wait for."""

    officials: int
    p95_ms: float
    p99_ms: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """For how long; what comes in the first seconds does not count."""

    seconds: float
    warm_up: float


def work_at_once(house: House, sessions: Mapping[str, str], target: Target, effort: Effort) -> dict[str, Any]:
    """Let the officials work, and say what came of it."""
    log = house.data / "openkader.log"
    begun = log.stat().st_size if log.exists() else 0
    load = os.getloadavg()[0]
    with house.served() as (address, server), _weighing(server) as kept:
        found = _let_work(address, sessions, target, effort)
    begins = min((one[4] for one in found), default=0) + effort.warm_up
    counted = [one for one in found if one[4] >= begins]
    return {
        "database": house.database,
        "cases": house.size,
        "server": f"{WORKERS} workers of {THREADS} threads",
        "officials": target.officials,
        "seconds": effort.seconds,
        "cores": len(os.sched_getaffinity(0)),
        "load": round(load, 1),
        "p95_target_ms": target.p95_ms,
        "p99_target_ms": target.p99_ms,
        "steps": steps(counted, target),
        "errors": sorted({one[3] for one in found if one[3]})[:5],
        "locked": _said_since(log, begun).count(LOCKED),
        "entered": sum(one[0] == NEW_REQUEST and one[2] == 302 for one in found),
        "memory": memory(kept, effort.warm_up),
    }


def is_reached(found: Mapping[str, Any]) -> bool:
    """Whether every step is within its target, nothing failed and the memory stayed what it was."""
    steps_reached = all(step["is_reached"] for step in found["steps"])
    return bool(
        found["steps"] and steps_reached and not found["locked"] and found["memory"]["is_flat"] is not False
    )


def steps(found: Sequence[Sequence[Any]], target: Target) -> list[dict[str, Any]]:
    """Each step with its percentiles; the dearest first."""
    times: defaultdict[str, list[float]] = defaultdict(list)
    wrong: defaultdict[str, int] = defaultdict(int)
    overtaken: defaultdict[str, int] = defaultdict(int)
    for name, took, status, failure, _at in found:
        times[name].append(took)
        wrong[name] += bool(failure)
        overtaken[name] += status == 409
    rows = [step(name, times[name], target, (wrong[name], overtaken[name])) for name in times]
    return sorted(rows, key=lambda row: -row["p95_ms"])


def step(name: str, times: Sequence[float], target: Target, failed: tuple[int, int]) -> dict[str, Any]:
    """One step: what it took, how often it failed, and how often somebody else was first."""
    ordered = sorted(times)
    p95, p99 = ordered[int(len(ordered) * 0.95)], ordered[int(len(ordered) * 0.99)]
    return {
        "step": name,
        "times": len(ordered),
        "p50_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(p95, 1),
        "p99_ms": round(p99, 1),
        "most_ms": round(ordered[-1], 1),
        "errors": failed[0],
        "overtaken": failed[1],
        "is_reached": p95 <= target.p95_ms
        and (target.p99_ms is None or p99 <= target.p99_ms)
        and not failed[0],
    }


def memory(kept: Sequence[tuple[float, float]], warm_up: float) -> dict[str, Any]:
    """What all workers hold together, in MB: when they had warmed up, at the end, and most."""
    if len(kept) < 2 or kept[-1][0] - kept[0][0] < warm_up + _TOO_SHORT:
        return {"start_mb": None, "end_mb": None, "most_mb": None, "is_flat": None}
    began, ended = kept[0][0], kept[-1][0]
    tenth = (ended - began) / 10
    first = [held for at, held in kept if began + warm_up <= at <= began + warm_up + tenth]
    last = [held for at, held in kept if at >= ended - tenth]
    start, end = statistics.mean(first or [kept[0][1]]), statistics.mean(last)
    return {
        "start_mb": round(start, 1),
        "end_mb": round(end, 1),
        "most_mb": round(max(held for _, held in kept), 1),
        "is_flat": end <= start * _FLAT,
    }


def _let_work(
    address: str, sessions: Mapping[str, str], target: Target, effort: Effort
) -> list[tuple[str, float, int, str, float]]:
    with tempfile.TemporaryDirectory() as place:
        said, found = Path(place) / "sessions.json", Path(place) / "found.json"
        said.write_text(json.dumps(dict(sessions)), encoding="utf-8")
        command = [sys.executable, "-m", "locust", "-f", "benchmarks/load/officials.py", "--headless"]
        command += [
            "--host",
            address,
            "-u",
            f"{target.officials}",
            "-r",
            f"{target.officials}",
            "--only-summary",
        ]
        command += [
            "-t",
            f"{effort.seconds + effort.warm_up:.0f}s",
            "--stop-timeout",
            "10",
            "--exit-code-on-error",
            "0",
        ]
        environment = {**os.environ, "LOAD_SESSIONS": str(said), "LOAD_FOUND": str(found)}
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, cwd=ROOT)
        if done.returncode or not found.exists():
            raise RuntimeError(done.stderr[-2000:])
        read: list[tuple[str, float, int, str, float]] = json.loads(found.read_text("utf-8"))
        return read


@contextmanager
def _weighing(server: int) -> Iterator[list[tuple[float, float]]]:
    """What the workers hold, each second."""
    kept: list[tuple[float, float]] = []
    stop = threading.Event()

    def weigh() -> None:
        while not stop.wait(1):
            kept.append((time.time(), sum(map(_resident_mb, _children(server)))))

    thread = threading.Thread(target=weigh)
    thread.start()
    try:
        yield kept
    finally:
        stop.set()
        thread.join()


def _children(process: int) -> list[int]:
    path = Path(f"/proc/{process}/task/{process}/children")
    return [int(one) for one in path.read_text().split()] if path.exists() else []


def _resident_mb(process: int) -> float:
    path = Path(f"/proc/{process}/statm")
    return int(path.read_text().split()[1]) * _PAGE_KB / 1024 if path.exists() else 0.0


def _said_since(log: Path, begun: int) -> str:
    if not log.exists():
        return ""
    with log.open("rb") as lines:
        lines.seek(begun if log.stat().st_size >= begun else 0)
        return lines.read().decode("utf-8", "replace")

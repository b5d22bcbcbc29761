"""How many pages come out when nobody looks at anything, by wrk: ours beside others on the same machine."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

from benchmarks.load.connecting import ENVIRONMENT, SETTINGS, WAYS
from benchmarks.web.house import THREADS, WORKERS, House
from benchmarks.web.peer import SETTINGS as ADMIN
from benchmarks.web.peer import superusers

BARE = "benchmarks.load.bare_settings"
_WORK = "/werk/?van=team"
_MS = {"us": 0.001, "ms": 1.0, "s": 1000.0}


def is_there() -> bool:
    """Whether wrk is installed (Debian: apt-get install wrk)."""
    return shutil.which("wrk") is not None


def measure_peers(house: House, session: str, seconds: int) -> list[dict[str, Any]]:
    """The work list beside a bare page with fifty cases, and beside the list of a Django admin."""
    rows = []
    with house.serving() as address:
        rows.append(_wrk("our work list", f"{address}{_WORK}", session, seconds))
    with house.serving(BARE) as address:
        rows.append(_wrk("a bare Django page", f"{address}/bare/", session, seconds))
    admin = next(iter(superusers(house).values()))
    with house.serving(ADMIN) as address:
        rows.append(_wrk("a plain Django admin", f"{address}/admin/register/request/", admin, seconds))
    return rows


def measure_connections(house: House, session: str, seconds: int) -> list[dict[str, Any]]:
    """The work list with a connection for each page, with one that is kept, and with a pool."""
    rows = []
    for way, words in WAYS.items():
        with house.with_more({ENVIRONMENT: way}).serving(SETTINGS) as address:
            rows.append(_wrk(words, f"{address}{_WORK}", session, seconds))
    return rows


def _wrk(name: str, address: str, session: str, seconds: int) -> dict[str, Any]:
    lines = WORKERS * THREADS
    begun = ["wrk", "-t", "1", "-c", f"{lines}", "--timeout", "30s", "-H", f"Cookie: sessionid={session}"]
    subprocess.run([*begun, "-d", "2s", address], check=True, capture_output=True)  # what a day begins with
    done = subprocess.run(
        [*begun, "-d", f"{seconds}s", "--latency", address], check=True, capture_output=True, text=True
    )
    return {"page": name, **read(done.stdout)}


def read(said: str) -> Mapping[str, Any]:
    """What wrk says: pages a second, waiting times, and answers that were no page."""
    each = re.search(r"Requests/sec:\s+([\d.]+)", said)
    waits = {share: float(number) * _MS[unit] for share, number, unit in _WAITS.findall(said)}
    wrong = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    return {
        "pages_per_s": float(each[1]) if each else 0.0,
        "p50_ms": round(waits.get("50", 0.0), 1),
        "p99_ms": round(waits.get("99", 0.0), 1),
        "errors": int(wrong[1]) if wrong else 0,
    }


_WAITS = re.compile(r"^\s+(50|99)%\s+([\d.]+)(us|ms|s)\s*$", re.MULTILINE)

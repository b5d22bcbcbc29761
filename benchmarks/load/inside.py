"""What pages ask of a register, from inside: processor time, queries, and the plans of those that are slow.

Run as a process of its own, in the environment of the register: ``python -m benchmarks.load.inside [--times N]``.
"""

import argparse
import json
import re
import statistics
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

SLOW_MS = 5
_MOST_DOSSIERS = 8
_TOOK = re.compile(r"(?:Planning|Execution) Time: ([\d.]+) ms")
_LONGEST = 1500  # characters of a query that are shown


def main() -> int:
    """Print what each family of pages costs, and the plan of every query that took longer than some milliseconds."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.test import Client

    from benchmarks.web.house import ACCOUNTS
    from benchmarks.web.inside import dossiers_of
    from benchmarks.web.measuring import DOSSIERS, LISTS, PARTIES, SEARCHES

    options = _options()
    settings.ALLOWED_HOSTS.append("testserver")
    client = Client()
    client.force_login(User.objects.get(username=ACCOUNTS[0]))
    families = {
        "list": LISTS,
        "search": SEARCHES,
        # What officials entered in an earlier run is newer, and holds less.
        "dossier": [path for path in dossiers_of(client) if "FICTIEF-" in path][:_MOST_DOSSIERS],
        "dossiers": DOSSIERS,
        "parties": PARTIES,
    }
    print(json.dumps({name: _family(client, paths, options.times) for name, paths in families.items()}))
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load.inside")
    parser.add_argument("--times", type=int, default=5, help="how often each page is asked; the least counts")
    return parser.parse_args()


def _family(client: Any, paths: Sequence[str], times: int) -> dict[str, Any]:
    pages = {path: _page(client, path, times) for path in paths}
    return {
        "cost_ms": round(statistics.mean(page["cost_ms"] for page in pages.values()), 1),
        "database_ms": round(statistics.mean(page["database_ms"] for page in pages.values()), 1),
        "dearest_ms": round(max(page["cost_ms"] for page in pages.values()), 1),
        "dearest": max(pages, key=lambda path: float(pages[path]["cost_ms"])),
        "queries": max(page["queries"] for page in pages.values()),
        "slow": [{"path": path, **slow} for path, page in pages.items() for slow in page["slow"]],
    }


def _page(client: Any, path: str, times: int) -> dict[str, Any]:
    """One page, asked some times: of everything the least, since others only ever make it longer."""
    costs: list[float] = []
    database: list[float] = []
    for _ in range(times):
        own, there = time.process_time(), _backend_seconds()
        status = client.get(path).status_code
        within = _backend_seconds() - there
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        costs.append(time.process_time() - own + within)
        database.append(within)
    asked = _queries(client, path, max(2, times // 2))
    return {
        "cost_ms": min(costs) * 1000,
        "database_ms": (min(database) if _backend() else sum(ms for ms, _ in asked) / 1000) * 1000,
        "queries": len(asked),
        "slow": [slow for ms, sql in asked if ms > SLOW_MS and (slow := _explained(ms, sql))],
    }


def _queries(client: Any, path: str, times: int) -> list[tuple[float, str]]:
    """What the page asks of the database, each with the least milliseconds that it took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken: list[list[Mapping[str, str]]] = []
    for _ in range(times):
        with CaptureQueriesContext(connection) as queries:
            client.get(path)
        taken.append(list(queries.captured_queries))
    same = zip(*taken, strict=False)
    return [(min(float(one["time"]) for one in each) * 1000, each[-1]["sql"]) for each in same]


def _explained(ms: float, sql: str) -> dict[str, Any] | None:
    """A slow query with its plan; none where the server says itself that it was not slow, and others were at work."""
    plan = min((_plan(sql) for _ in range(2)), key=lambda one: _said_ms(one) or 0)
    if not plan:
        return None
    said = _said_ms(plan)
    if said is not None and said <= SLOW_MS:
        return None
    return {"ms": round(ms if said is None else said, 1), "sql": sql[:_LONGEST], "plan": plan}


def _said_ms(plan: str) -> float | None:
    found = _TOOK.findall(plan)
    return sum(map(float, found)) if found else None


def _backend() -> int:
    """The process of the database server that works for us; none where the database is embedded."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return 0
    connection.ensure_connection()
    return int(connection.connection.info.backend_pid)


def _backend_seconds() -> float:
    """For how long it had a processor; a server on another machine does not tell us."""
    path = Path(f"/proc/{_backend()}/schedstat")
    return int(path.read_text().split()[0]) / 1e9 if path.exists() else 0.0


def _plan(sql: str) -> str:
    """How the database goes about it; what writes is not done again."""
    from django.db import connection

    if not sql.lstrip("( ").upper().startswith(("SELECT", "WITH")):
        return ""
    explain = "EXPLAIN (ANALYZE, BUFFERS)" if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN"
    with connection.cursor() as cursor:
        cursor.execute(f"{explain} {sql.replace('%', '%%') if connection.vendor == 'sqlite' else sql}")
        return "\n".join(str(row[-1]) for row in cursor.fetchall())


if __name__ == "__main__":
    sys.exit(main())

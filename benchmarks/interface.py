"""What a program waits for at the interface, beside the same list as a page, in a large register.

Usage: python -m benchmarks.interface [--quick] [--json] [--write] [--place FOLDER] [--cases N] [--times N]

One after another: each address so many times, by one program with a token and by one browser with a session, each
time over a connection of its own, as a proxy asks the server. The register is that of `benchmarks.load` (100,000
cases on PostgreSQL where BENCH_POSTGRES names a server, else on SQLite), made up once and kept under out/web (or
--place). --quick: 1,000 cases on SQLite. The exit code is 1 when 95 % of a list takes longer than the target.
"""

import argparse
import http.client
import json
import os
import statistics
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from benchmarks import databases
from benchmarks.web.house import ACCOUNTS, THREADS, WORKERS, House

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "reference" / "benchmark-interface.md"
TARGET_MS = 100  # 95 % of a list, at 100,000 cases
_WARM = 5
# The address of the interface, and that of the page which shows the same cases.
LISTS: Mapping[str, tuple[str, str]] = {
    "all": ("/api/v1/verzoeken", "/werk/?van=all"),
    "newest": ("/api/v1/verzoeken?volgorde=nieuwste", "/werk/?van=all&volgorde=newest"),
    "granted in a country": (
        "/api/v1/verzoeken?land=KR&status=toegekend",
        "/werk/?van=all&land=KR&stand=granted",
    ),
    "a year": ("/api/v1/verzoeken?jaar=2024", "/werk/?van=all&jaar=2024"),
    "a name": (
        f"/api/v1/verzoeken?zoek={quote('Shandong Energy')}",
        f"/werk/?van=all&zoek={quote('Shandong Energy')}",
    ),
    "a Chinese name": (f"/api/v1/verzoeken?zoek={quote('张伟')}", f"/werk/?van=all&zoek={quote('张伟')}"),
    "parties": ("/api/v1/relaties", "/partijen/"),
    "a party": ("/api/v1/relaties?zoek=Shandong", "/partijen/?q=Shandong"),
    "activities": ("/api/v1/activiteiten", "/activiteiten/"),
    "late activities": ("/api/v1/activiteiten?teLaat=true", "/activiteiten/?van=te-laat"),
    "agreements": ("/api/v1/overeenkomsten", "/afspraken/"),
    "investments of a year": ("/api/v1/investeringen?jaar=2024", "/jaar/2024/investeringen/"),
    "network": ("/api/v1/netwerkleden", "/netwerk/"),
    "initiatives": ("/api/v1/initiatieven", "/initiatieven/"),
    "recommendations": ("/api/v1/aanbevelingen", "/aanbevelingen/"),
}


def main() -> int:
    """Measure, and show."""
    options = _options()
    is_large = databases.is_there() and not options.quick
    house = House(options.place, "postgresql" if is_large else "sqlite", options.cases)
    house.prepare()
    filled = house.told("benchmarks.load.filling", "--parties", "0", "--events", "0", "--officials", "1")
    session = next(iter(filled["sessions"].values()))
    with house.serving() as address, _token(house) as secret:
        found = _measure(address, {"Authorization": f"Bearer {secret}"}, session, options.times)
    found |= {"day": datetime.now(tz=UTC).date().isoformat(), "load": round(os.getloadavg()[0], 1)}
    found |= {"database": house.database, "cases": filled["requests"]}
    print(json.dumps(found, indent=1) if options.json else _page(found))
    if options.write:
        PAGE.write_text(_page(found), encoding="utf-8")
    return int(any(row["interface"]["p95_ms"] > TARGET_MS for row in found["lists"]))


def _measure(address: str, program: Mapping[str, str], session: str, times: int) -> dict[str, Any]:
    browser = {"Cookie": f"sessionid={session}"}
    lists = [
        {
            "list": name,
            "interface": _waited(address, ours, program, times),
            "page": _waited(address, page, browser, times),
        }
        for name, (ours, page) in LISTS.items()
    ]
    number = json.loads(_asked(address, LISTS["all"][0], program)[1])["verzoeken"][0]["nummer"]
    dossier = {
        "list": "one dossier",
        "interface": _waited(address, f"/api/v1/verzoeken/{number}", program, times),
        "page": _waited(address, f"/dossiers/{number}/", browser, times),
    }
    return {"lists": [*lists, dossier], "times": times}


def _waited(address: str, path: str, headers: Mapping[str, str], times: int) -> dict[str, float]:
    """How long the answers took, in milliseconds, and how large one is."""
    took: list[float] = []
    size = 0
    for _ in range(times + _WARM):
        began = time.perf_counter()
        status, body = _asked(address, path, headers)
        took.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        size = len(body)
    ordered = sorted(took[_WARM:])
    p95 = ordered[int(len(ordered) * 0.95)]
    return {
        "p50_ms": round(statistics.median(ordered), 1),
        "p95_ms": round(p95, 1),
        "most_ms": round(ordered[-1], 1),
        "kb": round(size / 1000, 1),
    }


def _asked(address: str, path: str, headers: Mapping[str, str]) -> tuple[int, bytes]:
    line = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    try:
        line.request("GET", path, headers=dict(headers))
        answer = line.getresponse()
        return answer.status, answer.read()
    finally:
        line.close()


@contextmanager
def _token(house: House) -> Iterator[str]:
    """A token of an adviser for as long as this takes."""
    name = f"benchmark {uuid.uuid4().hex[:12]}"
    command = [sys.executable, "-m", "openkader", "token"]
    opened = subprocess.run(
        [*command, "open", ACCOUNTS[0], name, "--scope", "read", "--days", "1"],
        env=house.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    try:
        yield opened.stdout.split()[-1]
    finally:
        house.run("token", "withdraw", ACCOUNTS[0], name)


def _page(found: Mapping[str, Any]) -> str:
    head = f"""# Benchmark of the interface for programs

`python -m benchmarks.interface --write` measured this page on {found["day"]} and wrote it: each address
{found["times"]} times, one after another, {found["cases"]} cases, {found["database"]}, {WORKERS} processes of
{THREADS} threads, server and program on the cores of one machine; load {found["load"]}. Beside it the page that
shows the same cases to a browser, by the same account. The target: 95 % of a list within {TARGET_MS} ms at 100,000
cases.
"""
    columns = (
        "list",
        "interface, median ms",
        "95 % ms",
        "slowest ms",
        "kB",
        "page, median ms",
        "95 % ms",
        "kB",
    )
    names = f"| {' | '.join(columns)} | interface of page | within target |\n{'|---' * (len(columns) + 2)}|"
    return "\n".join([head, names, *map(_row, found["lists"])]) + "\n"


def _row(row: Mapping[str, Any]) -> str:
    ours, page = row["interface"], row["page"]
    ratio = ours["p50_ms"] / page["p50_ms"]
    cells = (row["list"], ours["p50_ms"], ours["p95_ms"], ours["most_ms"], ours["kb"])
    beside = (page["p50_ms"], page["p95_ms"], page["kb"], f"× {ratio:.2f}")
    reached = "yes" if ours["p95_ms"] <= TARGET_MS else "**no**"
    return f"| {' | '.join(map(str, (*cells, *beside, reached)))} |"


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.interface")
    parser.add_argument("--quick", action="store_true", help="1,000 cases on SQLite, each address 20 times")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--place", type=Path, default=ROOT / "out" / "web", help="where the cases are kept")
    parser.add_argument("--cases", type=int, help="how many cases")
    parser.add_argument("--times", type=int, help="how often each address is asked")
    options = parser.parse_args()
    if options.write and options.quick:
        parser.error("the page is written from a full run")
    options.place = options.place.absolute()
    options.cases = options.cases or (1_000 if options.quick else 100_000)
    options.times = options.times or (20 if options.quick else 200)
    return options


if __name__ == "__main__":
    sys.exit(main())

"""What a program waits for at the interface, beside the same list as a page, in a large register.

Usage: python -m benchmarks.interface [--quick] [--json] [--write] [--place FOLDER] [--cases N] [--times N]

One after another: each address so many times, by one program with a token and by one browser with a session, each
time over a connection of its own, as a proxy asks the server. The register is that of `benchmarks.load`: 100,000
cases on PostgreSQL where BENCH_POSTGRES names a server, 4,000 of them entered and the others copied; else 100,000 on
SQLite, which takes an hour. It is made up once and kept under out/web (or --place). --quick: 1,000 cases on SQLite.
The exit code is 1 when 95 % of a list takes longer than the target.
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
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from benchmarks import databases
from benchmarks.web.house import ACCOUNTS, ARCHIVIST, AUDITOR, THREADS, WORKERS, House

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
    "publications": ("/api/v1/publicaties", "/publicaties/"),
}
# What is counted over a whole year or register each time: no list, and no target was set.
COUNTED: Mapping[str, tuple[str, str]] = {
    "coverage of a year": ("/api/v1/evaluaties/2024/dekking", "/jaar/2024/dekking/"),
    "what came of a year": ("/api/v1/evaluaties/2024/effect", "/jaar/2024/effect/"),
    "sentences on a year": ("/api/v1/evaluaties/2024/beweringen", "/jaar/2024/evaluatie/beweringen/"),
    "years side by side": ("/api/v1/jaren", "/jaar/vergelijking/"),
}
# By whom what is read, and whether the target holds for it.
READ: Sequence[tuple[str, Mapping[str, tuple[str, str]], bool]] = (
    (ACCOUNTS[0], LISTS, True),
    (ACCOUNTS[0], COUNTED, False),
    (AUDITOR, {"trail": ("/api/v1/controlespoor", "/controlespoor/")}, True),
    (ARCHIVIST, {"due for destruction": ("/api/v1/vernietigbaar", "/bewaren/")}, False),
)
_ENTERED = 4_000  # more take an hour; what is more is copied
_SELDOM = 10  # what takes seconds is asked so many times less often


def main() -> int:
    """Measure, and show."""
    options = _options()
    is_large = databases.is_there() and not options.quick
    entered = min(options.cases, _ENTERED) if is_large else options.cases
    house = House(options.place, "postgresql" if is_large else "sqlite", entered)
    house.prepare()
    if entered < options.cases:
        house = house.copy(options.cases, options.cases // entered)
    filled = house.told("benchmarks.load.filling", "--parties", "0", "--events", "0", "--officials", "1")
    house.run_module("benchmarks.web.readers")  # whoever a register from before does not have
    sessions = house.told("benchmarks.web.sessions", *{account for account, _lists, _aimed in READ})
    rows: list[dict[str, Any]] = []
    with house.serving() as address:
        for account, lists, is_aimed in READ:
            with _token(house, account) as secret:
                doors = Doors(address, secret, sessions[account])
                asked = {**lists, **doors.one_dossier()} if lists is LISTS else lists
                times = options.times if is_aimed else max(3, options.times // _SELDOM)
                rows += [row | {"is_aimed": is_aimed} for row in doors.compared(asked, times)]
    found: dict[str, Any] = {"lists": rows, "times": options.times}
    found |= {"day": datetime.now(tz=UTC).date().isoformat(), "load": round(os.getloadavg()[0], 1)}
    found |= {"database": house.database, "cases": filled["requests"], "entered": entered}
    print(json.dumps(found, indent=1) if options.json else _page(found))
    if options.write:
        PAGE.write_text(_page(found), encoding="utf-8")
    return int(any(row["is_aimed"] and row["interface"]["p95_ms"] > TARGET_MS for row in rows))


@dataclass(frozen=True, slots=True)
class Doors:
    """The interface for a program and the pages for a browser, to one account."""

    address: str
    secret: str
    session: str

    @property
    def program(self) -> Mapping[str, str]:
        """What a program sends along."""
        return {"Authorization": f"Bearer {self.secret}"}

    def compared(self, lists: Mapping[str, tuple[str, str]], times: int) -> list[dict[str, Any]]:
        """Each list as a program and as a browser waits for it."""
        browser = {"Cookie": f"sessionid={self.session}"}
        return [
            {
                "list": name,
                "interface": _waited(self.address, ours, self.program, times),
                "page": _waited(self.address, page, browser, times),
            }
            for name, (ours, page) in lists.items()
        ]

    def one_dossier(self) -> Mapping[str, tuple[str, str]]:
        """The first dossier of all."""
        body = _asked(self.address, LISTS["all"][0], self.program)[1]
        number = json.loads(body)["verzoeken"][0]["nummer"]
        return {"one dossier": (f"/api/v1/verzoeken/{number}", f"/dossiers/{number}/")}


def _waited(address: str, path: str, headers: Mapping[str, str], times: int) -> dict[str, float]:
    """How long the answers took, in milliseconds, and how large one is."""
    took: list[float] = []
    size = 0
    warm = min(_WARM, times)
    for _ in range(times + warm):
        began = time.perf_counter()
        status, body = _asked(address, path, headers)
        took.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        size = len(body)
    ordered = sorted(took[warm:])
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
def _token(house: House, account: str) -> Iterator[str]:
    """A token of an account for as long as this takes."""
    name = f"benchmark {uuid.uuid4().hex[:12]}"
    command = [sys.executable, "-m", "openkader", "token"]
    opened = subprocess.run(
        [*command, "open", account, name, "--scope", "read", "--days", "1"],
        env=house.environment,
        capture_output=True,
        text=True,
        check=True,
    )
    try:
        yield opened.stdout.split()[-1]
    finally:
        house.run("token", "withdraw", account, name)


def _page(found: Mapping[str, Any]) -> str:
    head = f"""# Benchmark of the interface for programs

`python -m benchmarks.interface --write` measured this page on {found["day"]} and wrote it: each address
{found["times"]} times, and what has no target a tenth of that, one after another, {found["cases"]} cases,
{found["database"]}, {WORKERS} processes of {THREADS} threads, server and program on the cores of one machine; load
{found["load"]}. Beside it the page that shows the same cases to a browser, by the same account. The target: 95 % of
a list within {TARGET_MS} ms at 100,000 cases. What is counted over a whole year or register at each question is no
list. {found["entered"]} cases were entered{_copied(found)}.
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


def _copied(found: Mapping[str, Any]) -> str:
    if found["entered"] >= found["cases"]:
        return ""
    return ", and copied with numbers of their own (`benchmarks.load.multiplying`)"


def _row(row: Mapping[str, Any]) -> str:
    ours, page = row["interface"], row["page"]
    ratio = ours["p50_ms"] / page["p50_ms"]
    cells = (row["list"], ours["p50_ms"], ours["p95_ms"], ours["most_ms"], ours["kb"])
    beside = (page["p50_ms"], page["p95_ms"], page["kb"], f"× {ratio:.2f}")
    reached = "yes" if ours["p95_ms"] <= TARGET_MS else "**no**"
    reached = reached if row["is_aimed"] else "none was set"
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

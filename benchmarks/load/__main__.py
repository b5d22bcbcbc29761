"""A department at work in a large register: its journeys, how cost grows, and ways to work in the background.

Usage: python -m benchmarks.load [--quick] [--json] [--write] [--only PART …] [--place FOLDER] [--seconds N]
[--cases N] [--sizes N …] [--times N] [--tasks N]

Twenty officials read and write at once in a register of 100,000 cases, 300,000 parties and a million events on
PostgreSQL, and five in one of 20,000 cases on SQLite, each for ten minutes; the cost of pages at 1,000, 10,000 and
100,000 cases (a million with --times 10, by copies); the same machine and a bare Django page; and our queue beside
two packages. The registers are made up once and kept under out/web (or --place); BENCH_POSTGRES names the database
server. With --quick, all of it takes less than a minute: 1,000 cases on SQLite.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks import databases
from benchmarks.load import growth, journeys, wrk
from benchmarks.load.journeys import Effort, Target, work_at_once
from benchmarks.load.page import PLANS, page, plans
from benchmarks.load.tasks.measuring import measure_tasks
from benchmarks.web.house import House

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "benchmark-load.md"
PROVINCE = Target(officials=20, p95_ms=200, p99_ms=500)
SMALL = Target(officials=5, p95_ms=300)
PARTIES, EVENTS = 300_000, 1_000_000  # beside 100,000 cases; a smaller register holds as many less
_EACH_WRK = 10


def main() -> int:
    """Measure, and show; 1 when a target is missed."""
    options = _options()
    began = time.perf_counter()
    found: dict[str, Any] = {part: _PARTS[part](options) for part in options.only}
    found["took_s"] = round(time.perf_counter() - began)
    print(json.dumps(found, indent=1) if options.json else page(found))
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")
        if growth_found := found.get("growth"):
            PAGE.with_name(PLANS).write_text(plans(growth_found), encoding="utf-8")
    return int(not _is_reached(found))


def _is_reached(found: dict[str, Any]) -> bool:
    works = all(
        journeys.is_reached(one) and one["kept"] and one["holds"] for one in found.get("journeys", [])
    )
    return works and all(one["is_reached"] for one in found.get("growth", {}).get("curves", []))


def _journeys(options: argparse.Namespace) -> list[dict[str, Any]]:
    if options.quick:
        return [_work(House(options.place, "sqlite", 1_000), SMALL, options)]
    found = [_work(House(options.place, "sqlite", 20_000), SMALL, options)]
    if databases.is_there():
        found.append(_work(House(options.place, "postgresql", options.cases), PROVINCE, options))
    return found


def _work(house: House, target: Target, options: argparse.Namespace) -> dict[str, Any]:
    """Let them work, and see that what they entered is there and the trail holds."""
    house.prepare()
    before = _fill(house, target.officials)
    effort = Effort(seconds=options.seconds, warm_up=3 if options.quick else 30)
    found = work_at_once(house, before["sessions"], target, effort)
    after = _fill(house, target.officials)
    began = time.perf_counter()
    holds = _verifies(house)
    return {
        **found,
        **{name: after[name] for name in ("requests", "parties", "events")},
        "kept": after["requests"] - before["requests"] == found["entered"],
        "holds": holds,
        "verified_in_s": round(time.perf_counter() - began, 1),
    }


def _fill(house: House, officials: int) -> dict[str, Any]:
    """So many parties and events as belong to so many cases, and who may work in it."""
    share = house.size / 100_000
    number = {"parties": int(PARTIES * share), "events": int(EVENTS * share), "officials": officials}
    said = [word for name, value in number.items() for word in (f"--{name}", f"{value}")]
    found: dict[str, Any] = house.told("benchmarks.load.filling", *said)
    return found


def _verifies(house: House) -> bool:
    command = [sys.executable, "-m", "openkader", "audit", "verify"]
    return (
        subprocess.run(command, env=house.environment, stdout=subprocess.DEVNULL, check=False).returncode == 0
    )


def _growth(options: argparse.Namespace) -> dict[str, Any]:
    database = "postgresql" if databases.is_there() and not options.quick else "sqlite"
    measured = []
    for size in options.sizes:
        house = House(options.place, database, size)
        house.prepare()
        _fill(house, 0)
        measured.append(growth.inside(house, 2 if options.quick else 7))
    if options.times > 1:
        larger = house.copy(house.size * options.times, options.times)
        measured.append({**growth.inside(larger, 7), "copies": options.times})
    return {"database": database, "measured": measured, "curves": growth.curves(measured)}


def _peers(options: argparse.Namespace) -> list[dict[str, Any]]:
    return _by_wrk(wrk.measure_peers, options)


def _connections(options: argparse.Namespace) -> list[dict[str, Any]]:
    return _by_wrk(wrk.measure_connections, options) if databases.is_there() else []


def _by_wrk(
    measure: Callable[[House, str, int], list[dict[str, Any]]], options: argparse.Namespace
) -> list[dict[str, Any]]:
    if not wrk.is_there():
        print("wrk is not there (Debian: apt-get install wrk), so nothing is compared.", file=sys.stderr)
        return []
    house = House(options.place, "postgresql" if databases.is_there() else "sqlite", options.cases)
    house.prepare()
    session = next(iter(_fill(house, 1)["sessions"].values()))
    return measure(house, session, _EACH_WRK)


def _tasks(options: argparse.Namespace) -> list[dict[str, Any]]:
    return measure_tasks(options.tasks) if databases.is_there() else []


_PARTS: dict[str, Callable[[argparse.Namespace], Any]] = {
    "journeys": _journeys,
    "growth": _growth,
    "peers": _peers,
    "connections": _connections,
    "tasks": _tasks,
}
_IN_A_MINUTE = ("journeys", "growth")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.load")
    parser.add_argument("--quick", action="store_true", help="within a minute: 1,000 cases on SQLite")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--only", nargs="+", choices=_PARTS, metavar="PART", help=", ".join(_PARTS))
    parser.add_argument("--place", type=Path, default=ROOT / "out" / "web", help="where the cases are kept")
    parser.add_argument("--seconds", type=int, help="how long they work")
    parser.add_argument("--cases", type=int, help="how many cases on PostgreSQL")
    parser.add_argument("--sizes", type=int, nargs="+", help="at how many cases the cost is measured")
    parser.add_argument(
        "--times", type=int, default=1, help="measure so many copies of the largest as well (PostgreSQL)"
    )
    parser.add_argument("--tasks", type=int, default=10_000, help="how many tasks each queue is handed")
    options = parser.parse_args()
    if options.write and options.quick:
        parser.error("the page is written from a full run")
    options.only = options.only or (_IN_A_MINUTE if options.quick else tuple(_PARTS))
    options.place = options.place.absolute()
    options.seconds = options.seconds or (20 if options.quick else 600)
    options.cases = options.cases or (1_000 if options.quick else 100_000)
    options.sizes = options.sizes or ([1_000] if options.quick else [1_000, 10_000, 100_000])
    return options


if __name__ == "__main__":
    sys.exit(main())

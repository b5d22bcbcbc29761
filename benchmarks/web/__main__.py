"""The pages of colleagues at 1,000, 10,000 and 100,000 cases: how long they take, and how often they ask the database.

Usage: python -m benchmarks.web [--quick] [--json] [--write] [--cases N …] [--database sqlite postgresql] [--alone]

The cases are made up with `openkader demo generate` and kept under out/web (or --place), so that a second run
begins at once; to make 100,000 up takes some minutes for each database. With --quick, all of it takes less than a
minute, also the first time: 1,000 cases, fewer pages, and no peer. The reader is an adviser: a part of the cases
may not be seen. PostgreSQL is measured when BENCH_POSTGRES names a database server in which databases may be made,
as postgresql://user:password@host:port/name.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks import databases
from benchmarks.web.house import House
from benchmarks.web.measuring import FULL, QUICK, Effort, measure
from benchmarks.web.page import page
from benchmarks.web.peer import measure_peer

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "benchmark-web.md"
SIZES = (1_000, 10_000, 100_000)


def main() -> int:
    """Measure, and show; 1 when a target is missed."""
    options = _options()
    effort = QUICK if options.quick else FULL
    found = [_one(database, size, effort, options) for database in options.database for size in options.cases]
    print(json.dumps(found, indent=1) if options.json else page(found))
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")
    return int(any(not row["is_reached"] for one in found for row in one["pages"]))


def _one(database: str, size: int, effort: Effort, options: argparse.Namespace) -> dict:
    house = House(options.place, database, size)
    house.prepare()
    found = measure(house, effort)
    if not (options.alone or options.quick) and size == max(options.cases):
        found["peer"] = measure_peer(house, effort)
    return found


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.web")
    parser.add_argument(
        "--quick", action="store_true", help="within a minute: 1,000 cases, few requests, no peer"
    )
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--alone", action="store_true", help="without the peer")
    parser.add_argument("--place", type=Path, default=ROOT / "out" / "web", help="where the cases are kept")
    parser.add_argument("--cases", type=int, nargs="+", help="how many cases")
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"])
    options = parser.parse_args()
    if options.write and options.quick:
        parser.error("the page is written from a full run")
    options.cases = options.cases or (SIZES[:1] if options.quick else SIZES)
    known = ["sqlite", "postgresql"] if databases.is_there() else ["sqlite"]
    options.database = options.database or known
    return options


if __name__ == "__main__":
    sys.exit(main())

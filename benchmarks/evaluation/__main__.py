"""The account of one year at 1,000, 10,000 and 100,000 dossiers, beside plain aggregates of the database.

Usage: python -m benchmarks.evaluation [--quick] [--json] [--write] [--dossiers N …] [--database sqlite postgresql]

The dossiers are made up and kept under out/evaluation (or --place), so that a second run begins at once. With --quick
1,000 dossiers once on SQLite, within a minute. PostgreSQL is measured when BENCH_POSTGRES names a server in which
databases may be made. The exit code is 1 when the target is missed or the peer counts something else.
"""

import argparse
import json
import os
import sys
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks import databases
from benchmarks.evaluation.house import House
from benchmarks.evaluation.page import MOST_MB, MOST_S, TARGET, page

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "benchmark-evaluation.md"
SIZES = (1_000, 10_000, 100_000)
RUNS = 3
DEEDS = (
    *("account", "in public", "json", "peer"),
    *("page of the year", "page of the evaluation", "page of a figure", "open data"),
)
QUICK = ("account", "peer", "page of a figure")


def main() -> int:
    """Measure, and show; 1 when a target is missed."""
    options = _options()
    found = [_measured(database, options) for database in options.database]
    print(json.dumps(found, indent=1) if options.json else page(found))
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")
    return int(any(_misses(size) for one in found for size in one["sizes"]))


def _measured(database: str, options: argparse.Namespace) -> dict[str, Any]:
    runs, deeds = (1, QUICK) if options.quick else (RUNS, DEEDS)
    sizes = []
    for size in options.dossiers:
        house = House(options.place, database, size)
        house.prepare()
        load = os.getloadavg()[0]
        sizes.append(
            {"dossiers": size, "load": load, "deeds": {deed: _one(house, deed, runs) for deed in deeds}}
        )
    return {"database": database, "cores": len(os.sched_getaffinity(0)), "runs": runs, "sizes": sizes}


def _one(house: House, deed: str, runs: int) -> dict[str, Any]:
    """The median of the times, and the most memory."""
    found = [house.measured(deed) for _ in range(runs)]
    times = {name: median(one[name] for one in found) for name in ("s", "processor_s")}
    return {**found[0], **times, "mb": max(one["mb"] for one in found)}


def _misses(size: dict[str, Any]) -> bool:
    ours, peer = size["deeds"]["account"], size["deeds"]["peer"]
    counted = {name: ours["low"][name] for name in peer["low"]}
    if counted != peer["low"]:
        raise ValueError(f"the peer counts something else: {counted} and {peer['low']}")
    return size["dossiers"] == TARGET and (ours["s"] > MOST_S or ours["mb"] > MOST_MB)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.evaluation")
    parser.add_argument("--quick", action="store_true", help="within a minute: 1,000 dossiers, once")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--place", type=Path, default=ROOT / "out" / "evaluation", help="where they are kept")
    parser.add_argument("--dossiers", type=int, nargs="+", help="how many dossiers")
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"])
    options = parser.parse_args()
    if options.write and options.quick:
        parser.error("the page is written from a full run")
    options.dossiers = options.dossiers or (SIZES[:1] if options.quick else SIZES)
    known = ["sqlite"]
    if databases.is_there() and not options.quick:
        known.append("postgresql")
    options.database = options.database or known
    return options


if __name__ == "__main__":
    sys.exit(main())

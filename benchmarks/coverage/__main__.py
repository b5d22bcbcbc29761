"""The coverage of a year at 20, 200 and 2,000 activities: the page, the questions that it asks, and a peer beside it.

Usage: python -m benchmarks.coverage [--quick] [--json] [--activities N …] [--database sqlite postgresql]

The peer is the same matrix made the ordinary way, one activity after another; it gives the same cells. With --quick
only 20 and 200 activities on SQLite, within a minute. PostgreSQL is measured when BENCH_POSTGRES names a server in
which databases may be made. The target is 300 ms and 12 questions at 200 activities.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks import databases

SIZES, TARGET, MOST_MS, MOST_QUERIES = (20, 200, 2_000), 200, 300.0, 12
LINE = "{database:<11}{activities:>6} activities: page {page_ms:.0f} ms ({low_ms:.0f}-{high_ms:.0f}), "
BESIDE = "{queries} questions; its cells {cells_ms:.0f} ms, one by one {peer_ms:.0f} ms ({ratio:.1f} times)"


def main() -> int:
    """Measure, and show; 1 when the target is missed."""
    options = _options()
    found = [_measured(database, size) for database in options.database for size in options.activities]
    if options.json:
        print(json.dumps(found, indent=1))
    else:
        for one in found:
            print(LINE.format(**one) + BESIDE.format(**one))
    due = [one for one in found if one["activities"] == TARGET]
    return int(any(one["page_ms"] > MOST_MS or one["queries"] > MOST_QUERIES for one in due))


def _measured(database: str, size: int) -> dict:
    with tempfile.TemporaryDirectory() as folder:
        ours = {
            "OPENKADER_DATA": str(Path(folder) / "data"),
            "OPENKADER_LANGUAGE": "nl",
            "DATABASE_URL": "" if database == "sqlite" else _fresh_database(size),
            "DJANGO_SETTINGS_MODULE": "openkader.conf.settings",
        }
        environment = {**os.environ, **ours}
        demo = [sys.executable, "-m", "openkader", "demo", "--no-serve"]
        subprocess.run(demo, env=environment, check=True, stdout=subprocess.DEVNULL)
        inside = [sys.executable, "-m", "benchmarks.coverage.inside", str(size)]
        told = subprocess.run(inside, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return {"database": database, **json.loads(told.stdout)}


def _fresh_database(size: int) -> str:
    name = f"openkader_coverage_{size}"
    databases.create(name)
    return databases.address(name)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.coverage")
    parser.add_argument("--quick", action="store_true", help="within a minute")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--activities", type=int, nargs="+", help="how many activities")
    parser.add_argument("--database", nargs="+", choices=["sqlite", "postgresql"])
    options = parser.parse_args()
    options.activities = options.activities or (SIZES[:2] if options.quick else SIZES)
    known = ["sqlite"]
    if databases.is_there() and not options.quick:
        known.append("postgresql")
    options.database = options.database or known
    return options


if __name__ == "__main__":
    sys.exit(main())

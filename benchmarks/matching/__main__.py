"""Names a second through HTTP: one process of the real server on one core, asked in batches, as a tool would.

Usage: python -m benchmarks.matching [--quick] [--json] [--write] [--harness PATH] [--place PATH] [--names N]

The lists are those of the harness of the screening benchmark (--harness, or SCREENING_HARNESS), which are not part of
the project; without it invented names make a list, and the page says so. Half of the questions are names on
the lists, half are invented people who are not. The installation, with its register and its trail, is made anew
under out/matching (or --place). --quick asks 1,000 names instead of 6,000. The exit code is 1 when the target is
missed.
"""

import argparse
import json
import os
import sys
from pathlib import Path

from benchmarks.matching.house import House
from benchmarks.matching.measuring import BATCHES, measure
from benchmarks.matching.page import TARGET, page

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "reference" / "benchmark-matching.md"
HARNESS = Path(os.environ.get("SCREENING_HARNESS", ROOT.parent / "shared" / "screening"))


def main() -> int:
    """Measure, and show."""
    options = _options()
    house = House(options.place, options.harness / "data" / "lists")
    house.prepare()
    found = measure(house, options.names or (1_000 if options.quick else 6_000))
    print(json.dumps(found, indent=1) if options.json else page(found))
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")
    return int(found["through_http"][str(max(BATCHES))]["names_per_s"] < TARGET)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.matching")
    parser.add_argument("--quick", action="store_true", help="1,000 names")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--harness", type=Path, default=HARNESS, help="where the lists are")
    parser.add_argument(
        "--place", type=Path, default=ROOT / "out" / "matching", help="where the installation is"
    )
    parser.add_argument("--names", type=int, help="how many names")
    options = parser.parse_args()
    if options.write and options.quick:
        parser.error("the page is written from a full run")
    return options


if __name__ == "__main__":
    sys.exit(main())

"""Screening beside its peers, against what it must reach.

Usage: python -m benchmarks.screening [--quick] [--json] [--grow] [--write] [--alone] [--compiled] [--runs N]
       [--harness PATH]

The harness and its data lie outside the project. Every engine is asked the same questions
in turn, several times over; the median of each figure counts.
"""

import argparse
import json
import os
import sys
from dataclasses import replace
from pathlib import Path

from benchmarks.screening.harness import ROOT, Missing, find
from benchmarks.screening.measuring import FULL, QUICK, measure
from benchmarks.screening.page import page

PAGE = ROOT / "docs" / "reference" / "screening-benchmark.md"


def main() -> int:
    """Measure, and show; 1 when a target is missed, 5 when something needed is not there."""
    options = _options()
    try:
        effort = QUICK if options.quick else replace(FULL, runs=options.runs)
        found = measure(find(options.harness), options, effort)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 5
    print(json.dumps(found, indent=1, ensure_ascii=False) if options.json else page(found))
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")
    missed = [row for row in found["targets"] if not row["is_reached"]]
    # A quick look leaves some figures out; a full run may not.
    return int(any(row["ours"] is not None or not options.quick for row in missed))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.screening")
    parser.add_argument("--quick", action="store_true", help="under a minute: fewer questions, kept peers")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--grow", action="store_true", help="also the curve to a million entities (long)")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.relative_to(ROOT)}")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    parser.add_argument("--compiled", action="store_true", help="also the compiled package (some minutes)")
    parser.add_argument("--runs", type=int, default=FULL.runs, help="how often each engine is asked")
    parser.add_argument("--harness", type=Path, help="the folder of the harness (../shared/screening)")
    parser.add_argument("--core", type=int, default=max(os.sched_getaffinity(0)), help="the core to run on")
    options = parser.parse_args()
    if options.compiled and options.quick:
        parser.error("compiling takes longer than a quick look")
    if options.write and (options.quick or options.alone):
        parser.error("the page is written from a full run with the peers")
    return options


if __name__ == "__main__":
    sys.exit(main())

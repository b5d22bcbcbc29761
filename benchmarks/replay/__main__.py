"""Put a history of made-up cases under a draft, and measure that beside what else could do it.

Usage: python -m benchmarks.replay [--quick] [--json] [--write]
"""

import argparse
import json
import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

from benchmarks.replay.cases import cases, chunks, draft_of, kader
from benchmarks.replay.page import page, said
from benchmarks.replay.peers import Matrix, by_cel, by_zen, how_many_kinds, one_by_one, one_of_each
from openkader.kader import Assessor, Facts
from openkader.kader.replaying import CHUNK, Replay, in_chunks
from openkader.kader.replaying.report import summary

TARGET_CASES, TARGET_S = 1_000_000, 3.0
SIZES = (10_000, 100_000, 1_000_000)
SAMPLE, FEWER, COMPLETE = (
    100_000,
    10_000,
    2_000,
)  # cases for replay, for the slower ways, for the engines of others
PAGE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "benchmark-replay.md"


def main() -> int:
    """Measure, and show; 1 when something else gives another outcome, or the target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.replay", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="under a minute: no history of a million")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    parser.add_argument("--write", action="store_true", help="write the page of the reference")
    parser.add_argument("--inside", type=int, metavar="N", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside is not None:
        print(json.dumps(replayed(options.inside)))
        return 0
    found = measure(SIZES[:2] if options.quick else SIZES)
    if options.write:
        PAGE.write_text(page(found), encoding="utf-8")
    print(json.dumps(found, indent=2) if options.json else said(found))
    return 0 if found["equal"] and is_met(found) else 1


def measure(sizes: Sequence[int]) -> dict[str, Any]:
    """All figures, by name."""
    idle, found = (
        inside(0)["mb"],
        [inside(size) for size in sizes],
    )  # first: a child begins with what its parent has
    peers, equal = compared()
    return {
        "python": platform.python_version(),
        "cores": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
        "target": {"cases": TARGET_CASES, "s": TARGET_S},
        "idle_mb": idle,
        "sizes": found,
        "peers": peers,
        "equal": equal,
    }


def is_met(found: dict[str, Any]) -> bool:
    """Whether a million cases take no more processor time than they may, as far as so many were measured."""
    return all(one["processor_s"] <= TARGET_S for one in found["sizes"] if one["cases"] == TARGET_CASES)


def inside(size: int) -> dict[str, Any]:
    """One history, in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.replay", "--inside", str(size)]
    found: dict[str, Any] = json.loads(
        subprocess.run(command, check=True, capture_output=True, text=True).stdout
    )
    return found


def replayed(size: int) -> dict[str, Any]:
    """The time to replay so many cases and to explain what differs; to make them up is not counted."""
    old = kader()
    found = Replay(Assessor(old), Assessor(draft_of(old)))
    wall = processor = 0.0
    for some in chunks(cases(old, size), CHUNK):
        began, worked = time.perf_counter(), time.process_time()
        found.take(some)
        wall, processor = wall + time.perf_counter() - began, processor + time.process_time() - worked
    began, worked = time.perf_counter(), time.process_time()
    account = summary(found)
    wall, processor = wall + time.perf_counter() - began, processor + time.process_time() - worked
    return {
        "cases": size,
        "s": round(wall, 3),
        "processor_s": round(processor, 3),
        "mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, 1),
        "changed": account["changed"],
        "differences": len(account["differences"]),
    }


def compared() -> tuple[dict[str, dict[str, float]], bool]:
    """Processor time for the same cases of each way, in turn, and whether all give the same outcomes."""
    old = kader()
    draft = draft_of(old)
    every: list[Facts] = [facts for _, facts in cases(old, SAMPLE)]
    fewer = every[:FEWER]
    complete: list[Facts] = [facts for _, facts in cases(old, COMPLETE, unknown=0)]

    def ours(some: Sequence[Facts]) -> Matrix:
        replay = Replay(Assessor(old), Assessor(draft))
        for part in in_chunks(("Z", cast("dict[str, Any]", facts)) for facts in some):
            replay.take(part)
        return replay.tally.matrix

    ways: dict[str, tuple[Callable[[Sequence[Facts]], Matrix], Sequence[Facts]]] = {
        "replay": (ours, every),
        "one by one": (one_by_one(old, draft), fewer),
        "one of each kind": (one_of_each(old, draft), fewer),
        "cel": (by_cel(old, draft), complete),
        "zen": (by_zen(old, draft), complete),
    }
    took = {name: clocked(way, some) for name, (way, some) in ways.items()}
    outcomes = [way(complete) for way, _ in ways.values()] + [ours(every)]
    is_equal = (
        all(one == outcomes[0] for one in outcomes[:-1]) and ways["one by one"][0](every) == outcomes[-1]
    )
    ours_us = took["replay"]
    table = {
        name: {"us_per_case": round(us, 2), "ratio": round(us / ours_us, 1)} for name, us in took.items()
    }
    table["one of each kind"]["kinds"] = how_many_kinds(old, draft, fewer) / FEWER
    return table, is_equal


def clocked(way: Callable[[Sequence[Facts]], Matrix], some: Sequence[Facts], runs: int = 3) -> float:
    """The best of a few runs, in µs of the processor a case."""
    took = []
    for _ in range(runs):
        began = time.process_time()
        way(some)
        took.append(time.process_time() - began)
    return min(took) / len(some) * 1e6


if __name__ == "__main__":
    sys.exit(main())

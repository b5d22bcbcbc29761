"""One cold process that builds a stored index, or opens it and asks; prints what that cost as JSON.

Usage: python -m benchmarks.screening.probe CORE build LISTS INDEX
       python -m benchmarks.screening.probe CORE ask INDEX QUERIES
"""

import json
import os
import re
import sys
import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from openkader.screening.entities import Entity, read_entities
from openkader.screening.evidence import Screens
from openkader.screening.screener import Screener


def main() -> None:
    """Do one thing and say what it cost."""
    core, verb, first, second = sys.argv[1:]
    os.sched_setaffinity(0, {int(core)})
    found = (build if verb == "build" else ask)(Path(first), Path(second))
    print(json.dumps({**found, "peak_mb": peak_mb()}))


def build(lists: Path, index: Path) -> dict[str, float]:
    """Seconds to make an index of the lists in a folder, the reading of them included."""
    started = time.perf_counter()
    made = Screener.of(chain.from_iterable(map(read_entities, sorted(lists.glob("*.ftm.json")))))
    index.mkdir()
    made.write(index)
    return {
        "build_s": time.perf_counter() - started,
        "stored_mb": sum(path.stat().st_size for path in index.iterdir()) / 1e6,
    }


def ask(index: Path, queries: Path) -> dict[str, float]:
    """Seconds to open an index, and milliseconds for each name."""
    parties = list(read_entities(queries))
    started = time.perf_counter()
    engine = Screener.stored(index)
    opened = time.perf_counter()
    (first, _), *others = times(engine, parties)
    wall, processor = (sorted(each) for each in zip(*others, strict=True))
    return {
        "open_s": opened - started,
        "first_ms": first,
        "p50_ms": wall[len(wall) // 2],
        "p99_ms": wall[len(wall) * 99 // 100],
        "p99_processor_ms": processor[len(wall) * 99 // 100],
        "worst_ms": wall[-1],
        "asked_per_s": 1e3 * len(wall) / sum(wall),
    }


def times(engine: Screens, parties: list[Entity]) -> Iterator[tuple[float, float]]:
    """The milliseconds of each party in turn, by the clock and of the processor (others disturb only the first)."""
    for party in parties:
        started, used = time.perf_counter(), time.process_time()
        engine.screen(party)
        yield (time.perf_counter() - started) * 1e3, (time.process_time() - used) * 1e3


def peak_mb() -> float:
    """The most memory that this process ever held; that of a parent is not counted, as `ru_maxrss` does."""
    found = re.search(r"VmHWM:\s+(\d+) kB", Path("/proc/self/status").read_text("ascii"))
    return int(found[1]) / 1024 if found else 0.0


if __name__ == "__main__":
    main()

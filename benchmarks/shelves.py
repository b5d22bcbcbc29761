"""Keeping and taking documents of three sizes: in a folder, and in a bucket of a real server (Swift) on this machine.

Usage: python -m benchmarks.shelves [--quick] [--json]

Each is kept and taken several times in turn, so that a machine that does other things hinders both, and the median
counts. The server is Debian's Swift with one disk, as the tests use it (tests/s3_server.py): what a network adds comes
on top.
"""

import argparse
import hashlib
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

SIZES = {"1 kB": 1_000, "1 MB": 1_000_000, "20 MB": 20_000_000}
LINE = (
    "{size:>6}: kept in {keep_folder:.1f} and {keep_bucket:.1f} ms ({keep:.0f} times), "
    "taken in {take_folder:.1f} and {take_bucket:.1f} ms ({take:.0f} times)"
)


def main() -> int:
    """Measure, and show."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.shelves", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="within a minute")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        found = _all(Path(folder), 5 if options.quick else 25)
    lines = [LINE.format(**one) for one in found["sizes"]]
    lines.append("a look at {looks} in the bucket: {look_ms:.0f} ms".format(**found))
    print(json.dumps(found, indent=1) if options.json else "\n".join(lines))
    return 0


def _all(work: Path, runs: int) -> dict[str, Any]:
    os.environ.update(OPENKADER_DATA=str(work / "data"), OPENKADER_INNER="127.0.0.1")
    from openkader.cli import house

    house.open_house()
    from openkader.register.shelf import Folder
    from tests.s3_server import bucket_at, make, s3_server

    with s3_server(work / "swift") as url:
        shelves = {"folder": Folder(work / "documents"), "bucket": make(bucket_at(url, "bench"))}
        found: dict[str, Any] = {"sizes": [_size(size, shelves, runs) for size in SIZES]}
        kept = [(shelves["bucket"].put(os.urandom(100)), 100) for _ in range(100)]
        found |= {"looks": len(kept), "look_ms": _ms(lambda: shelves["bucket"].states(kept))}
    return found


def _size(size: str, shelves: dict[str, Any], runs: int) -> dict[str, Any]:
    times: dict[str, list[float]] = {f"{act}_{name}": [] for act in ("keep", "take") for name in shelves}
    for _ in range(runs):
        content = os.urandom(SIZES[size])
        for name, shelf in shelves.items():
            digest = hashlib.sha256(content).hexdigest()
            times[f"keep_{name}"].append(_ms(partial(shelf.put, content)))
            times[f"take_{name}"].append(_ms(partial(shelf.take, digest, "")))
            shelf.drop(digest)
    found: dict[str, Any] = {name: statistics.median(several) for name, several in times.items()}
    ratios = {act: found[f"{act}_bucket"] / found[f"{act}_folder"] for act in ("keep", "take")}
    return {"size": size, **found, **ratios}


def _ms(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    sys.exit(main())

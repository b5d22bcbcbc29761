"""What screening costs: over all lists at once, on one core, in processes that start anew."""

import json
import os
import shutil
import sys
import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.screening.growth import grown
from benchmarks.screening.harness import LISTS, Engine, Harness, Missing, median_of, run
from benchmarks.screening.knowing_more import lines, write_lines
from benchmarks.screening.peers import CACHE, OURS

BUILT = 30_000
ASKED = 400
SIZES = (10_000, 30_000, 100_000, 300_000, 1_000_000)
PEER_UP_TO = 100_000
COLD = ("wall_s", "names_per_s")


def whole_task(harness: Harness, asked: Path, place: Path) -> Path:
    """All questions of all tasks as one task over all lists; a question is numbered anew."""
    shutil.rmtree(place, ignore_errors=True)
    (place / "lists").mkdir(parents=True)
    for name in LISTS:
        (place / "lists" / f"{name}.ftm.json").symlink_to(harness.data / "lists" / f"{name}.ftm.json")
    tasks = sorted([*asked.glob("*/alias"), *asked.glob("*/benign")])
    queries = [query for task in tasks for query in lines(task / "queries.jsonl")]
    write_lines(
        place / "queries.jsonl", [{**query, "id": f"a{number}"} for number, query in enumerate(queries)]
    )
    return place


def end_to_end(harness: Harness, engine: Engine, task: Path, core: int, runs: int) -> dict[str, float]:
    """Names a second from the start of the process to the last answer, and the memory that took."""
    names = sum(1 for _ in lines(task / "queries.jsonl"))
    cost = median_of([harness.cost(engine, task, core) for _ in range(runs)])
    return {
        "names": names,
        "wall_s": round(cost["wall_s"], 2),
        "names_per_s": round(names / cost["wall_s"], 1),
        "peak_mb": round(cost["peak_rss_mb"]),
    }


def first_and_again(harness: Harness, engine: Engine, task: Path, core: int, runs: int) -> dict[str, float]:
    """An engine of our own end to end: with lists that are new to it (`cold_`), and from the index that it keeps."""
    shutil.rmtree(CACHE, ignore_errors=True)
    cold = end_to_end(harness, engine, task, core, 1)
    again = end_to_end(harness, engine, task, core, runs)
    return {
        **{f"cold_{name}": cold[name] for name in COLD},
        **again,
        "peak_mb": max(cold["peak_mb"], again["peak_mb"]),
    }


def in_process(engine: Engine, task: Path, core: int, runs: int) -> dict[str, float]:
    """What an engine of our own costs inside a process: from the stored index, and for each name."""
    index = task / "index"
    _clear(index)
    built = _probe(engine, core, "build", task / "lists", index)
    asked = median_of([_started(engine, core, index, task / "queries.jsonl") for _ in range(runs)])
    asked["peak_in_process_mb"] = asked.pop("peak_mb")
    return rounded({"build_s": built["build_s"], "stored_mb": built["stored_mb"], **asked})


def curve(harness: Harness, task: Path, sizes: Iterable[int], core: int) -> list[dict[str, float | None]]:
    """Build, start, memory and time for each name, with more and more entities; where one fails, it ends."""
    rows: list[dict[str, float | None]] = []
    for size in sizes:
        try:
            rows.append({"entities": size, **_of_size(more_entities(harness, task, size), core)})
        except Missing as missing:
            print(missing, file=sys.stderr)
            return [*rows, {**dict.fromkeys(rows[0] if rows else ()), "entities": size}]
        print(json.dumps(rows[-1]), file=sys.stderr)
    return rows


def _of_size(place: Path, core: int) -> dict[str, float]:
    _clear(place / "index")
    built = _probe(OURS, core, "build", place / "lists", place / "index")
    asked = _started(OURS, core, place / "index", place / "queries.jsonl")
    more = {"build_s": built["build_s"], "build_mb": built["peak_mb"], "stored_mb": built["stored_mb"]}
    return rounded({**asked, **more})


def peer_curve(
    harness: Harness, engine: Engine, task: Path, sizes: Iterable[int], core: int
) -> list[dict[str, float]]:
    """What the same questions over the same entities cost the peer, start and index included."""
    rows = []
    for size in (one for one in sizes if one <= PEER_UP_TO):
        cost = harness.cost(engine, more_entities(harness, task, size), core)
        rows.append(rounded({"entities": size, "wall_s": cost["wall_s"], "peak_mb": cost["peak_rss_mb"]}))
    return rows


def build_seconds(harness: Harness, task: Path, core: int) -> float:
    """Seconds to build the index of so many entities as the target names."""
    place = more_entities(harness, task, BUILT)
    _clear(place / "index")
    return round(_probe(OURS, core, "build", place / "lists", place / "index")["build_s"], 1)


def more_entities(harness: Harness, task: Path, size: int) -> Path:
    """A task over so many entities: those of the lists, and made ones up to the number."""
    place = task.parent / f"grown-{size}"
    (place / "lists").mkdir(parents=True, exist_ok=True)
    entities = [one for name in LISTS for one in lines(harness.data / "lists" / f"{name}.ftm.json")]
    with (place / "lists" / "grown.ftm.json").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(entity, ensure_ascii=False) + "\n" for entity in grown(entities, size))
    queries = list(lines(task / "queries.jsonl"))
    write_lines(place / "queries.jsonl", queries[:: max(len(queries) // ASKED, 1)][:ASKED])
    return place


def rounded(figures: dict[str, float]) -> dict[str, float]:
    """The figures as far as they mean something."""
    return {
        name: float(f"{figure:.3g}") if figure < 1000 else round(figure) for name, figure in figures.items()
    }


def _started(engine: Engine, core: int, index: Path, queries: Path) -> dict[str, float]:
    """Asking in a new process, with the time in which one that only opens the index is there."""
    one = index.parent / "one.jsonl"
    write_lines(one, [next(lines(queries)), next(lines(queries))])
    started = time.perf_counter()
    _probe(engine, core, "ask", index, one)
    return {"start_s": time.perf_counter() - started, **_probe(engine, core, "ask", index, queries)}


def _probe(engine: Engine, core: int, *words: Any) -> dict[str, float]:
    return dict(json.loads(run([*engine.python, "-m", "benchmarks.screening.probe", core, *words])))


def cores() -> set[int]:
    """The cores that this process may use."""
    return os.sched_getaffinity(0)


def _clear(index: Path) -> None:
    if index.is_dir():
        shutil.rmtree(index)

"""All figures of screening, ours and those of the peers, in one run."""

import argparse
import json
import platform
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import openkader
from benchmarks.screening import speed
from benchmarks.screening.harm import harm, invented_harm
from benchmarks.screening.harness import ROOT, Engine, Harness, Report, Sample, median_of, run
from benchmarks.screening.knowing_more import knowing_more
from benchmarks.screening.peers import COMPILED, OURS, PEER, PLAIN, VENV, Kept, compile_ours, peers, versions
from benchmarks.screening.reliability import reliability
from benchmarks.screening.targets import judged, origins_above

OUT = ROOT / "out" / "screening"
SMALL = Sample(lists=("un-2026-02",), queries=40, benign=0, has_pairs=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long the benchmark looks."""

    name: str
    runs: int
    sample: Sample
    # Over how many lists harmless people are asked again with more known.
    knowing: int

    @property
    def is_quick(self) -> bool:
        """Whether only a glance is wanted."""
        return self.name == "quick"


# The names in Chinese are in the pairs; so the list that takes longest for its size is left out of a quick look.
QUICK = Effort(
    name="quick", runs=1, sample=Sample(lists=("un-2026-02", "ofac-sdn"), queries=60, benign=60), knowing=1
)
FULL = Effort(name="full", runs=3, sample=Sample(), knowing=3)


def measure(harness: Harness, options: argparse.Namespace, effort: Effort) -> dict[str, Any]:
    """All figures, by engine and by name."""
    out = OUT / effort.name
    engines = {OURS.name: OURS, **({} if options.alone else peers(harness))}
    _spell(harness)
    found = asked(harness, engines, effort, options.core)
    for name in found.keys() - {PLAIN} if not effort.is_quick else {OURS.name}:
        found[name] |= _more(harness, engines[name], out / name, effort, options.core)
    ours, peer = found[OURS.name], found.get(PEER, {})
    if options.compiled:
        ours["compiled"] = _compiled(harness, out / OURS.name / "all", effort, options.core)
    if peer:
        above = origins_above(ours["report"], peer["report"])
        ours["origins_above"] = above
        ours["origins_above_peer"] = None if above is None else len(above)
    return {
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "effort": {"name": effort.name, "runs": effort.runs, **_of_sample(effort.sample)},
        "machine": machine(),
        "versions": {"openkader": openkader.__version__, **({} if options.alone else versions())},
        "data": harness.checksums(),
        "targets": judged(ours, peer),
        "figures": side_by_side({name: of["report"] for name, of in found.items()}),
        "growth": _growth(harness, engines, out / OURS.name / "all", options),
        "engines": found,
    }


def asked(
    harness: Harness, engines: Mapping[str, Engine], effort: Effort, core: int
) -> dict[str, dict[str, Any]]:
    """The report of every engine, asked in turn; in a quick run those of the peers are kept ones."""
    reports: dict[str, list[Report]] = {name: [] for name in engines}
    found: dict[str, dict[str, Any]] = {}
    for number in range(effort.runs):
        for name, engine in engines.items():
            if engine is not OURS and effort.is_quick:
                found[name] = _kept_or_small(harness, engine, core)
                continue
            print(f"{name}, run {number + 1} of {effort.runs} …", file=sys.stderr)
            reports[name].append(harness.ask(engine, effort.sample, OUT / effort.name / name, core))
    for name, several in reports.items():
        if several:
            found[name] = {"report": median_of(several), "runs": len(several), "repeats": _repeats(several)}
    for name in found.keys() - {OURS.name} if not effort.is_quick else ():
        Kept(OUT / "kept" / name).keep(found[name]["report"], harness)
    return {name: found[name] for name in engines}


def side_by_side(reports: Mapping[str, Report]) -> dict[str, dict[str, float | None]]:
    """Every figure by its name, with those of the peers beside it and how it compares with the first of them."""
    flat = {name: dict(_flat(report)) for name, report in reports.items()}
    rows: dict[str, dict[str, float | None]] = {}
    for figure, ours in flat[OURS.name].items():
        theirs = flat.get(PEER, {}).get(figure)
        others = {name: of.get(figure) for name, of in flat.items()}
        rows[figure] = {**others, "ratio": round(ours / theirs, 2) if theirs else None}
    return rows


def machine() -> dict[str, str | int | float]:
    """What the figures were measured on."""
    found = Path("/proc/cpuinfo").read_text("utf-8") if Path("/proc/cpuinfo").exists() else ""
    model = next((line.partition(":")[2].strip() for line in found.splitlines() if "model name" in line), "")
    return {
        "processor": model or platform.processor(),
        "cores": len(speed.cores()),
        "system": platform.platform(terse=True),
        "python": platform.python_version(),
    }


def _more(harness: Harness, engine: Engine, out: Path, effort: Effort, core: int) -> dict[str, Any]:
    """What the harness does not ask: more known, all lists at once, and how true the scores are."""
    task = speed.whole_task(harness, out, out / "all")
    tasks = [out / name / "benign" for name in effort.sample.lists[: effort.knowing]]
    found: dict[str, Any] = {
        "reliability": reliability(out),
        "knowing_more": knowing_more(harness, engine, tasks, core),
        "harm": harm(out),
        "speed": speed.in_process(OURS, task, core, effort.runs) if engine is OURS else {},
    }
    if effort.is_quick:
        return found
    found["invented"] = invented_harm(harness, engine, task, core)
    if engine is OURS:
        found["speed"] |= speed.first_and_again(harness, OURS, task, core, effort.runs)
        found["speed"]["build_30000_s"] = speed.build_seconds(harness, task, core)
    else:  # minutes for each run, and far enough from us for one
        found["speed"] |= speed.end_to_end(harness, engine, task, core, 1)
    return found


def _compiled(harness: Harness, task: Path, effort: Effort, core: int) -> dict[str, Any]:
    """What the compiled package costs over the same questions, and whether it answers them alike."""
    compile_ours()
    plain = (task / "results.jsonl").read_bytes()
    inside = speed.in_process(COMPILED, task, core, effort.runs)
    found = {**inside, **speed.first_and_again(harness, COMPILED, task, core, effort.runs)}
    return {"speed": found, "is_the_same": (task / "results.jsonl").read_bytes() == plain}


def _growth(
    harness: Harness, engines: Mapping[str, Engine], task: Path, options: argparse.Namespace
) -> dict[str, Any]:
    """The curve; without --grow the one that was measured last on the same data, with its day."""
    kept = Kept(OUT / "growth")
    if options.grow:
        curves: dict[str, Any] = {OURS.name: speed.curve(harness, task, speed.SIZES, options.core)}
        if PEER in engines:
            curves[PEER] = speed.peer_curve(harness, engines[PEER], task, speed.SIZES, options.core)
        kept.keep(curves, harness)
    found = kept.find(harness)
    return {"made_at": found[1], **found[0]} if found else {}


def _kept_or_small(harness: Harness, engine: Engine, core: int) -> dict[str, Any]:
    kept = Kept(OUT / "kept" / engine.name).find(harness)
    if kept:
        return {"report": kept[0], "kept_from": kept[1]}
    report = harness.ask(engine, SMALL, OUT / "small" / engine.name, core)
    return {"report": report, "runs": 1, "sample": _of_sample(SMALL)}


def _repeats(reports: list[Report]) -> bool:
    """Whether all runs gave the same answers, the times apart."""
    return len({json.dumps(_without_speed(report), sort_keys=True) for report in reports}) == 1


def _without_speed(report: Report) -> Report:
    return {
        name: {task: of for task, of in tasks.items() if task != "speed"} for name, tasks in report.items()
    }


def _flat(report: Any, name: str = "") -> list[tuple[str, float]]:
    if not isinstance(report, dict):
        return [(name, report)]
    return [one for key, of in report.items() for one in _flat(of, f"{name}/{key}".lstrip("/"))]


def _of_sample(sample: Sample) -> dict[str, Any]:
    return {"lists": list(sample.lists), "queries": sample.queries, "benign": sample.benign}


def _spell(harness: Harness) -> None:
    """The pairs in Palladius, where the environment of the peers can make them."""
    place = OUT / "pairs" / "palladius.csv"
    if not place.exists() and (VENV / "ready").exists():
        place.parent.mkdir(parents=True, exist_ok=True)
        program = Path(__file__).with_name("palladius.py")
        run([VENV / "bin" / "python", program, harness.data / "pairs" / "pairs-dev.csv", place])

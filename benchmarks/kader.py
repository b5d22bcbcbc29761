"""What one assessment costs, beside what the peers cost in the same run.

Usage: python -m benchmarks.kader [--quick] [--json]

The figures of one machine say little; the ratios in one run say more. Each engine is
measured in turn, several times over the same cases, and its median counts. Counted is
what this process asks of the processor, so that a busy machine does not blur the ratios.
"""

import argparse
import json
import statistics
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import openkader
from benchmarks.engines import ASSESSED, ENGINES, OURS, RAISED, Engine
from benchmarks.reference import FACTS, Rules, complete_cases, reference_rules, without
from openkader.kader import Assessor, Facts, load_kader

TARGET = 15.0  # µs for one assessment with full trace of the 13-rule reference
PACK = Path(openkader.__file__).parent / "packs" / "zuid-holland" / "2024-01-01"
GROWN = (
    OURS,
    "common-expression-language, context",
    "common-expression-language, one expression",
    "zen-engine, expressions",
)
GROWTH = {
    "ready_ms_by_rules": "rules, ms to make ready",
    "us_per_case_by_rules": "rules, µs a case",
    "seconds_by_cases": "cases, seconds",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long the benchmark looks."""

    cases: int
    runs: int
    growth: tuple[int, ...]

    @property
    def slow_cases(self) -> int:
        """A peer that takes milliseconds is measured on fewer cases."""
        return max(self.cases // 20, 10)


QUICK = Effort(cases=300, runs=5, growth=(1, 10))
FULL = Effort(cases=1000, runs=9, growth=(1, 10, 100))


def main() -> int:
    """Measure, and show; 1 when the engines disagree or the target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.kader", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="under a minute, with fewer cases and runs")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    options = parser.parse_args()
    found = measure(QUICK if options.quick else FULL)
    print(json.dumps(found, indent=2) if options.json else "\n".join(tables(found)))
    return 0 if is_reached(found) else 1


def is_reached(found: dict[str, Any]) -> bool:
    """Whether the engines agree, and ours stays under the target, also with the proposal that follows."""
    took = [found["reference"][name]["us_per_case"] for name in (OURS, ASSESSED)]
    return bool(found["equal"]) and max(took) <= TARGET


def measure(effort: Effort) -> dict[str, Any]:
    """All figures, by name."""
    rules = reference_rules()
    cases: list[Facts] = [*complete_cases(effort.cases)]
    return {
        "python": sys.version.split()[0],
        "rules": len(rules.conditions),
        "facts": len(FACTS),
        "cases": len(cases),
        "runs": effort.runs,
        "target_us": TARGET,
        "reference": compared(rules, cases, effort),
        "equal": all_equal(rules, cases[: effort.slow_cases]),
        "missing": missing(rules, cases[:20]),
        "growth": growth(rules, effort),
        "zuid_holland": zuid_holland(effort),
    }


def compared(rules: Rules, cases: list[Facts], effort: Effort) -> dict[str, dict[str, Any]]:
    """µs a case of every engine, measured in turn, and its ratio to ours."""
    clocks: dict[str, Callable[[], float]] = {}
    for engine in ENGINES:
        clocks[engine.name] = clock(engine, rules, cases[: effort.slow_cases] if engine.is_slow else cases)
    times = in_turn(clocks, effort.runs)
    return {
        engine.name: {
            "us_per_case": round(times[engine.name], 2),
            "ratio": round(times[engine.name] / times[OURS], 2),
            "traces": engine.traces,
        }
        for engine in ENGINES
    }


def clock(engine: Engine, rules: Rules, cases: list[Facts]) -> Callable[[], float]:
    """Something that runs all cases once and gives µs a case; preparing is not counted."""
    run = engine.prepare(rules)
    answers = [engine.answers(facts) for facts in cases]

    def once() -> float:
        started = time.process_time()
        for facts in answers:
            run(facts)
        return (time.process_time() - started) / len(answers) * 1e6

    return once


def in_turn(clocks: dict[str, Callable[[], float]], runs: int) -> dict[str, float]:
    """The median of each clock; one round first to warm up, then all of them in turn."""
    for once in clocks.values():
        once()
    times: dict[str, list[float]] = {name: [] for name in clocks}
    for _ in range(runs):
        for name, once in clocks.items():
            times[name].append(once())
    return {name: statistics.median(found) for name, found in times.items()}


def all_equal(rules: Rules, cases: list[Facts]) -> bool:
    """Whether every engine gives the same truths on cases in which everything is answered."""
    runs = [(engine.prepare(rules), engine.answers) for engine in ENGINES]
    return all(len({tuple(run(answers(facts))) for run, answers in runs}) == 1 for facts in cases)


def missing(rules: Rules, cases: list[Facts]) -> dict[str, dict[str, int]]:
    """What each engine says of the rules that ours calls unknown, when one question is not answered."""
    asked = {engine.name: engine.one_by_one(rules) for engine in ENGINES if not engine.is_variant}
    counts = {name: Counter[str]() for name in asked}
    for facts in asked_less(cases):
        unknown = [truth is None for truth in asked[OURS](facts)]
        for name, ask in asked.items():
            counts[name].update(
                said(truth) for truth, open_ in zip(ask(facts), unknown, strict=True) if open_
            )
    return {name: dict(sorted(found.items())) for name, found in counts.items()}


def asked_less(cases: list[Facts]) -> Iterator[Facts]:
    """Each case as often as there are questions: each time another is left out, or written as null."""
    for place, facts in enumerate(cases):
        for name in FACTS:
            yield without(facts, name) if place % 2 else {**facts, name: None}


def said(truth: object) -> str:
    """An answer in a word."""
    if truth == RAISED:
        return RAISED
    return "unknown" if truth is None else "passed" if truth else "failed"


def growth(rules: Rules, effort: Effort) -> dict[str, dict[str, dict[str, float]]]:
    """ms to make more rules ready and µs a case, and seconds for more cases."""
    engines = [engine for engine in ENGINES if engine.name in GROWN]
    ready, by_rules = {}, {}
    for factor in effort.growth:
        more = rules.times(factor)
        cases: list[Facts] = [*complete_cases(max(effort.cases // factor, 20))]
        ready[str(len(more.conditions))] = rounded(
            {engine.name: ready_ms(engine, more, cases[0]) for engine in engines}, 1
        )
        clocks = {engine.name: clock(engine, more, cases) for engine in engines}
        by_rules[str(len(more.conditions))] = rounded(in_turn(clocks, 3), 1)
    by_cases = {}
    for factor in effort.growth:
        cases = [*complete_cases(1000 * factor)]
        clocks = {engine.name: clock(engine, rules, cases) for engine in engines}
        by_cases[str(len(cases))] = rounded(
            {name: once() * len(cases) / 1e6 for name, once in clocks.items()}, 3
        )
    return {"ready_ms_by_rules": ready, "us_per_case_by_rules": by_rules, "seconds_by_cases": by_cases}


def ready_ms(engine: Engine, rules: Rules, facts: Facts) -> float:
    """From the rules to the first answer: what is made once, before the clock of the cases starts."""
    answers = engine.answers(facts)
    started = time.process_time()
    engine.prepare(rules)(answers)
    return (time.process_time() - started) * 1e3


def rounded(figures: dict[str, float], places: int) -> dict[str, float]:
    """The figures as far as they mean something."""
    return {name: round(figure, places) for name, figure in figures.items()}


def zuid_holland(effort: Effort) -> dict[str, float]:
    """The kader of Zuid-Holland: to load it, to make it ready, and to assess one of its examples."""
    loads, readies = [], []
    for _ in range(effort.runs):
        started = time.process_time()
        kader = load_kader(PACK)
        loads.append(time.process_time() - started)
        started = time.process_time()
        assessor = Assessor(kader)
        assessor.assess({})  # the steps are compiled when they are first run
        readies.append(time.process_time() - started)
    cases = [scenario.facts for scenario in kader.scenarios] * (effort.cases // 10)
    times = []
    for _ in range(effort.runs):
        started = time.process_time()
        for facts in cases:
            assessor.assess(facts)
        times.append((time.process_time() - started) / len(cases) * 1e6)
    return {
        "load_ms": round(statistics.median(loads) * 1e3, 1),
        "ready_ms": round(statistics.median(readies) * 1e3, 1),
        "conditions": len(assessor.program.places),
        "assessment_us": round(statistics.median(times), 1),
    }


def tables(found: dict[str, Any]) -> Iterator[str]:
    """The figures as Markdown."""
    yield f"Python {found['python']}; {found['rules']} rules over {found['facts']} facts, {found['cases']} cases, "
    yield f"median of {found['runs']} runs in turn. Target: {found['target_us']:.0f} µs.\n"
    yield from table(
        ("engine, and how it is asked", "µs a case", "× ours", "trace"),
        [(name, row["us_per_case"], row["ratio"], row["traces"]) for name, row in found["reference"].items()],
    )
    yield f"\nOn complete facts all engines give the same truths: {'yes' if found['equal'] else 'NO'}.\n"
    answers = ("unknown", RAISED, "failed", "passed")
    yield "One question unanswered; what each says of the rules that then are unknown:\n"
    yield from table(
        ("engine", *answers),
        [(name, *(row.get(answer, 0) for answer in answers)) for name, row in found["missing"].items()],
    )
    for title, unit in GROWTH.items():
        yield ""
        rows = found["growth"][title]
        yield from table(
            (unit, *GROWN), [(size, *(row[name] for name in GROWN)) for size, row in rows.items()]
        )
    pack = found["zuid_holland"]
    yield f"\nThe kader of Zuid-Holland ({pack['conditions']} conditions): load {pack['load_ms']} ms, make ready "
    yield f"{pack['ready_ms']} ms, one assessment with full trace {pack['assessment_us']} µs."


def table(head: tuple[str, ...], rows: list[tuple[Any, ...]]) -> Iterator[str]:
    """A Markdown table."""
    for row in (head, ("---",) * len(head), *rows):
        yield "| " + " | ".join(str(cell) for cell in row) + " |"


if __name__ == "__main__":
    sys.exit(main())

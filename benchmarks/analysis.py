"""What proving a large decision table costs, beside what the peers cost in the same run.

Usage: python -m benchmarks.analysis [--quick] [--json]

Seconds of the processor, so that other work on the machine counts less; each figure is the median of
several runs. The peers look at the same boxes.
"""

import argparse
import json
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from benchmarks.kader import table
from benchmarks.large_tables import Large, scattered_table, tree_table
from benchmarks.table_peers import Sought, numpy_pairs, solved, swept, taken_out
from openkader.kader.soundness.gaps import Gaps
from openkader.kader.soundness.tables import Boxed, boxed

TARGET = 2.0  # seconds for all overlapping pairs and all gaps of the table, each with a case that shows it
ROWS, COLUMNS = 1500, 7
EVERY, MANY = sys.maxsize, 1000  # regions; of more than the rows of the reference the largest are enough
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """How long the benchmark looks."""

    rows: int
    runs: int
    growth: tuple[int, ...]
    columns: tuple[int, ...]
    most_seconds: float  # after which a peer is stopped


QUICK = Effort(rows=ROWS, runs=3, growth=(150, 1500), columns=(3, 7), most_seconds=4)
FULL = Effort(rows=ROWS, runs=5, growth=(150, 1500, 15_000), columns=(3, 5, 7, 9), most_seconds=40)


def main() -> int:
    """Measure, and show; 1 when the peers find something else or the target is missed."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.analysis", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="under a minute, with fewer runs and sizes")
    parser.add_argument("--json", action="store_true", help="the figures by name")
    options = parser.parse_args()
    found = measure(QUICK if options.quick else FULL)
    print(json.dumps(found, indent=2) if options.json else "\n".join(tables(found)))
    return 0 if found["equal"] and found["reference"]["seconds"]["together"] <= TARGET else 1


def measure(effort: Effort) -> dict[str, Any]:
    """All figures, by name."""
    large = tree_table(effort.rows)
    reference = proved(large, effort.runs)
    peers = beside(large, effort)
    return {
        "python": sys.version.split()[0],
        "rows": effort.rows,
        "columns": COLUMNS,
        "runs": effort.runs,
        "target_s": TARGET,
        "reference": reference,
        "peers": peers,
        "equal": agree(reference, peers),
        "by_rows": {
            str(rows): reference if rows == effort.rows else proved(tree_table(rows), few(rows, effort))
            for rows in effort.growth
        },
        "by_columns": {
            str(count): reference if count == COLUMNS else proved(tree_table(effort.rows, count), effort.runs)
            for count in effort.columns
        },
        "scattered": proved(scattered_table(effort.rows), 1),
    }


def few(rows: int, effort: Effort) -> int:
    """A table of very many rows is looked at once."""
    return effort.runs if rows <= effort.rows else 1


def proved(large: Large, runs: int) -> dict[str, Any]:
    """What was found in a table, and the seconds that each part took."""
    times: list[dict[str, float]] = []
    for _ in range(runs):
        found, seconds = once(large)
        times.append(seconds)
    return {
        **found,
        "seconds": {part: round(statistics.median(run[part] for run in times), 3) for part in times[0]},
    }


def once(large: Large) -> tuple[dict[str, Any], dict[str, float]]:
    """Everything that is proved of one table, once."""
    clock = Clock()
    most = EVERY if len(large.table.rows) <= ROWS else MANY
    made = clock.of("boxes", lambda: need(boxed(large.table, large.facts)))
    pairs = clock.of("pairs", lambda: [(pair, made.case(pair.box)) for pair in made.largest_overlaps()])
    answered = clock.of("answered_gaps", lambda: shown(made, made.answered_gaps(most=most)))
    gaps = clock.of("gaps", lambda: shown(made, made.gaps(most=most)))
    firings = clock.of("firings", lambda: list(made.firings()))
    clock.of("first_100_gaps", lambda: shown(made, made.gaps(most=100)))
    clock.seconds["together"] = sum(clock.seconds[part] for part in ("boxes", "pairs", "gaps"))
    standings = [str(found.standing) for found in firings]
    return {
        "classes": [column.size for column in made.grid.columns],
        "pairs": len(pairs),
        "disagreeing": sum(pair.disagree for pair, _ in pairs),
        "standings": {standing: standings.count(standing) for standing in sorted({*standings})},
        "answered_gaps": said(answered),
        "gaps": said(gaps),
    }, clock.seconds


def need(made: Boxed | None) -> Boxed:
    """The table as boxes; ours is made so that it is."""
    assert made is not None  # noqa: S101
    return made


def shown(made: Boxed, gaps: Gaps) -> Gaps:
    """The gaps, after a case was made of every region."""
    for region in gaps.regions:
        made.case(region)
    return gaps


def said(gaps: Gaps) -> dict[str, Any]:
    """Gaps as figures: measures are exact, shares are for people."""
    return {
        "regions": len(gaps.regions),
        "at_least": gaps.at_least,
        "at_most": gaps.at_most,
        "share": round(gaps.at_most / gaps.of, 6),
        "shown": round(gaps.shown / gaps.at_most, 6) if gaps.at_most else 1.0,
        "is_complete": gaps.is_complete,
    }


class Clock:
    """Notes how many seconds of the processor each part took."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}

    def of(self, part: str, work: Callable[[], T]) -> T:
        """Do it, and note what it took."""
        started = time.process_time()
        found = work()
        self.seconds[part] = time.process_time() - started
        return found


def beside(large: Large, effort: Effort) -> dict[str, dict[str, Any]]:
    """What the peers find in the same boxes; what goes on too long is stopped."""
    made = need(boxed(large.table, large.facts))
    extent, rows = made.grid.extent, made.rows
    runs: dict[str, Callable[[], Sought]] = {
        "numpy, pairs": lambda: numpy_pairs(extent, rows),
        "z3, one gap": lambda: solved(extent, rows, extent.whole)[0],
        "z3, one answered gap": lambda: solved(extent, rows, made.grid.answered)[0],
    }
    found = {name: median_of([run() for _ in range(effort.runs)]) for name, run in runs.items()}
    for name, slow in (("naive, row by row", taken_out), ("naive, column by column", swept)):
        found[name] = median_of([slow(extent, rows, effort.most_seconds)])
    return found


def median_of(found: list[Sought]) -> dict[str, Any]:
    """What a peer found, and its median."""
    return {
        "found": found[0].found,
        "seconds": round(statistics.median(one.seconds for one in found), 3),
        "was_stopped": found[0].was_stopped,
    }


# Which of our figures a peer's answer must be, and the part of ours that does the same.
SAME = {
    "numpy, pairs": "pairs",
    "z3, one gap": "gaps",
    "z3, one answered gap": "answered_gaps",
    "naive, row by row": "gaps",
    "naive, column by column": "gaps",
}


def agree(reference: dict[str, Any], peers: dict[str, dict[str, Any]]) -> bool:
    """Whether every peer that came to an end found the same."""
    gaps, answered = reference["gaps"], reference["answered_gaps"]
    wanted = {
        "numpy, pairs": reference["pairs"],
        "z3, one gap": int(gaps["at_least"] > 0),
        "z3, one answered gap": int(answered["at_least"] > 0),
    }
    return all(
        peer["was_stopped"] or peer["found"] == wanted.get(name, gaps["at_least"])
        for name, peer in peers.items()
    )


def tables(found: dict[str, Any]) -> Iterator[str]:
    """The figures as Markdown."""
    reference = found["reference"]
    yield f"Python {found['python']}; {found['rows']} rows, {found['columns']} columns "
    yield f"of {', '.join(map(str, reference['classes']))} classes; "
    yield f"seconds of the processor, median of {found['runs']} runs. Target: {found['target_s']:.0f} s.\n"
    yield from table(("what", "found", "seconds"), [*ours(reference)])
    yield ""
    yield from table(("peer", "found", "seconds", "× ours"), [*theirs(found)])
    yield f"\nThe peers that came to an end found the same: {'yes' if found['equal'] else 'NO'}.\n"
    head = ("pairs", "answered gaps", "share", "regions", "all gaps", "share", "regions", "firings")
    for title in ("rows", "columns"):
        yield from table((title, *head), [(size, *line(row)) for size, row in found[f"by_{title}"].items()])
        yield ""
    scattered = found["scattered"]
    yield "Rows that have nothing to do with each other:\n"
    yield from table(("what", "found", "seconds"), [*ours(scattered)])


def ours(row: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """What we found in one table."""
    seconds = row["seconds"]
    yield "rows as boxes", "", seconds["boxes"]
    yield (
        "overlapping pairs, with a case",
        f"{row['pairs']} ({row['disagreeing']} disagree)",
        seconds["pairs"],
    )
    for name, words in (
        ("answered_gaps", "gaps where all is answered"),
        ("gaps", "gaps, unknown being a value"),
    ):
        yield words, in_words(row[name]), seconds[name]
    yield "the same, the first 100 regions", "", seconds["first_100_gaps"]
    yield (
        "which rows can fire",
        ", ".join(f"{n} {name}" for name, n in row["standings"].items()),
        seconds["firings"],
    )
    yield "boxes, pairs and all gaps together", "", seconds["together"]


def in_words(gaps: dict[str, Any]) -> str:
    """Regions and the share of all cases; as bounds where it was not counted."""
    exactly = "" if gaps["at_least"] == gaps["at_most"] else "at most "
    rest = "" if gaps["is_complete"] else f", showing {gaps['shown']:.2%} of it"
    return f"{gaps['regions']} regions, {exactly}{gaps['share']:.4%} of all{rest}"


def theirs(found: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    """The peers beside ours."""
    seconds = found["reference"]["seconds"]
    for name, peer in found["peers"].items():
        ratio = round(peer["seconds"] / max(seconds[SAME[name]], 0.001), 1)
        stopped = peer["was_stopped"]
        yield (
            name,
            "stopped" if stopped else peer["found"],
            peer["seconds"],
            f"> {ratio}" if stopped else ratio,
        )


def line(row: dict[str, Any]) -> tuple[Any, ...]:
    """One size, in seconds, with how much was found."""
    seconds, answered, gaps = row["seconds"], row["answered_gaps"], row["gaps"]
    return (
        f"{seconds['pairs']} ({row['pairs']})",
        seconds["answered_gaps"],
        f"{answered['share']:.2%}",
        answered["regions"],
        seconds["gaps"],
        f"{gaps['share']:.2%}",
        gaps["regions"],
        seconds["firings"],
    )


if __name__ == "__main__":
    sys.exit(main())

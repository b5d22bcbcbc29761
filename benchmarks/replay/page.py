"""The reference page of this benchmark."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from math import log
from typing import Any

_HEAD = """# Benchmark of replay

```
python -m benchmarks.replay [--quick] [--json] [--write]
```

What it costs to put a history of cases under a draft of the kader; this page was measured and written with
`--write`. The target: a million cases through the kader of Zuid-Holland and a draft of it in three seconds of
one core, with every difference explained. `--quick` leaves the million out. The exit code is 1 when another way
gives other outcomes, or the target is missed.

The cases are made up, and their answers have nothing to do with each other: hardly two cases are alike, which
no real history is. Of fifteen in a hundred questions nobody knows the answer. The draft drops one row of the
proposal and changes the condition of another. A case comes as the facts that are stored of it, in a `dict`;
what is measured begins there, and ends with the counts and the sentences. Making the cases up and writing a
file is left out. Each size runs in a process of its own; *MB* is the most memory it ever had, while cases came
a chunk at a time.
"""
_WAYS = {
    "replay": "replay, in columns, with differences explained",
    "one by one": "the assessor of one case, case by case; outcomes only",
    "one of each kind": "one assessment for cases in which every test comes out alike; outcomes only",
    "cel": "CEL in Rust, one program a row, a context a case; complete cases, outcomes only",
    "zen": "ZEN, one expression a row; complete cases, outcomes only",
}
_PEERS = """## Other ways

Processor time for the same cases in one process, the best of three. The engines of others know no tables of
ours: each test on a derived fact is written out as the conditions of its table. They get cases in which every
question is answered, since they do not know what is unknown ([what that
does](benchmark-kader.md#what-a-missing-answer-does)).
"""
_LIMITS = """## Limits

One machine, one process, made-up cases. Reading a million cases from a database or a file costs more than
replaying them, and is not in these figures. Where a draft changes a row with many tests, there are more ways to
differ, and each is explained once. Why columns: [ADR 24](../adr/0024-replay-history-in-columns.md).
"""


def page(found: Mapping[str, Any]) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *_figures(found), _LIMITS])


def said(found: Mapping[str, Any]) -> str:
    """The figures alone."""
    return "\n".join(_figures(found))


def exponents(sizes: Sequence[Mapping[str, Any]]) -> list[float]:
    """How the processor time grows from each size to the next: one is linear."""
    return [
        round(log(more["processor_s"] / less["processor_s"]) / log(more["cases"] / less["cases"]), 2)
        for less, more in pairwise(sizes)
    ]


def _figures(found: Mapping[str, Any]) -> Iterator[str]:
    yield "## Figures\n"
    yield f"Python {found['python']}, {found['cores']} cores, load {found['load']} when it began."
    yield f"A process that replays nothing has {found['idle_mb']} MB.\n"
    yield "| cases | s | processor s | MB | changed | ways to differ |\n|---|---|---|---|---|---|"
    for one in found["sizes"]:
        yield (
            f"| {one['cases']:,} | {one['s']:.2f} | {one['processor_s']:.2f} | {one['mb']:.0f}"
            f" | {one['changed']:,} | {one['differences']} |"
        )
    yield f"\nGrowth exponent from each size to the next: {', '.join(map(str, exponents(found['sizes'])))}.\n"
    yield _PEERS
    yield "| way | µs a case | × replay |\n|---|---|---|"
    for name, one in found["peers"].items():
        yield f"| {_WAYS[name]} | {one['us_per_case']} | {one['ratio']} |"
    kinds = found["peers"]["one of each kind"]["kinds"]
    yield f"\nOf a hundred of these cases {kinds * 100:.0f} differ from every other in some test."
    yield f"All ways give the same outcomes: {'yes' if found['equal'] else 'NO'}.\n"

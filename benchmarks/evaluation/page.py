"""The reference page of this benchmark."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from math import log
from typing import Any

MOST_S, MOST_MB, TARGET = 10.0, 500.0, 100_000
_HEAD = f"""# Benchmark of the evaluation

What it costs to count every figure of one year, with made-up dossiers; `python -m benchmarks.evaluation
--write` measured this page and wrote it. The target: a year of {TARGET:,} dossiers within {MOST_S:.0f} s and
{MOST_MB:.0f} MB, at a cost that is linear in the dossiers.

A dossier has a request and a decision; of five dossiers three have an activity, with four participations (one
of them a number of parties without names), three measures and two topics. So a year of {TARGET:,} dossiers has
some 700,000 rows. Each measurement is a process of its own that does nothing else. *MB* is the most memory that
the process ever had, of which a process that counts nothing has some 95. *Load* is how many processes wanted
the cores when it began: above the number of cores the waiting is mostly theirs, and the *processor* time says
what the work itself took (without that of a database server).

The peer is the same figures as they are usually counted: one aggregate of the database for each, through the
same models. It gives a lower bound and nothing else: no rows behind a figure, no range, no difference between
no and not known. Where both say a number it was compared, and is the same.
"""
_NAMES = {
    "account": "every figure, with its rows",
    "in public": "the same, for whoever has no account",
    "json": "the same, written as JSON",
    "peer": "peer: one aggregate for each figure",
    "page of the year": "page of the year",
    "page of the evaluation": "page of the evaluation",
    "page of a figure": "page of a figure, a page of its rows",
    "open data": "open data, every file",
}
_COLUMNS = "| | s | processor s | MB | queries | kB |\n|---|---|---|---|---|---|"


def page(found: Iterable[Mapping[str, Any]]) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for one in found for line in _database(one))]) + "\n"


def _database(one: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {one['database']}\n"
    for size in one["sizes"]:
        yield f"### {size['dossiers']:,} dossiers\n"
        yield f"{one['cores']} cores, load {size['load']:.1f}; the median of {one['runs']}.\n"
        yield _COLUMNS
        yield from (_row(_NAMES[name], took) for name, took in size["deeds"].items())
        yield ""
    yield growth(one["sizes"])
    yield ""


def growth(sizes: Iterable[Mapping[str, Any]]) -> str:
    """How the processor time grows with the dossiers: an exponent of one is linear."""
    said = [
        f"from {one['from']:,} to {one['to']:,}: {one['exponent']:.2f}" for one in exponents(sizes, "account")
    ]
    return f"The exponent of the growth in processor time: {'; '.join(said)}."


def exponents(sizes: Iterable[Mapping[str, Any]], deed: str) -> list[dict[str, float]]:
    """Between each size and the next, by how much the time grows for each time that the dossiers grow."""
    known = list(sizes)
    return [
        {
            "from": small["dossiers"],
            "to": large["dossiers"],
            "exponent": log(large["deeds"][deed]["processor_s"] / small["deeds"][deed]["processor_s"])
            / log(large["dossiers"] / small["dossiers"]),
        }
        for small, large in pairwise(known)
    ]


def _row(name: str, took: Mapping[str, Any]) -> str:
    size = f"{took['bytes'] / 1000:,.0f}" if "bytes" in took else ""
    return f"| {name} | {took['s']:.2f} | {took['processor_s']:.2f} | {took['mb']:.0f} | {took['queries']} | {size} |"

"""The reference page of this benchmark."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.web.measuring import MOST_MS, MOST_QUERIES

_HEAD = f"""# Benchmark of the pages

How long the pages of colleagues let them wait, with made-up cases; `python -m benchmarks.web --write` measured this
page and wrote it. The target: 95 of 100 pages within {MOST_MS} ms, with at most {MOST_QUERIES} queries, for an
adviser who may not see every case.

Twenty readers read at once, each looking at a page for about a second before asking the next, from a random mix of
lists, searches, dossiers, parties and hits; three advisers of one team, who do not see what is confidential for
another team unless it is given to them. Server, database and readers share the cores of one machine.
*Most* is how many pages a second come out when nobody looks at anything. *Load* is how many processes wanted the
cores when it began: above nought, others were working too, and above the number of cores the waiting is mostly
theirs. The *processor* time is that of the dearest page of its kind when it is asked alone, without the time of a
database server; others on the same cores make it longer too, but less so. The queries depend on nothing of this.
"""
_NAMES = {
    "list": "work list",
    "search": "work list, searched",
    "dossiers": "list of all dossiers",
    "dossier": "dossier",
    "parties": "parties, also searched",
    "screening": "work list of hits",
}
_COLUMNS = (
    "| page | read | median ms | 95 % ms | slowest ms | processor ms | queries | within target |\n"
    "|---|---|---|---|---|---|---|---|"
)
_PEER = """
Beside it a plain Django admin over the same tables, for superusers: it knows no permission on a case, no other
script and no slip of the pen.
"""


def page(found: Iterable[Mapping[str, Any]]) -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(line for one in found for line in _one(one))]) + "\n"


def _one(one: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {one['cases']} cases, {one['database']}\n"
    yield (
        f"{one['server']} on {one['cores']} cores, {one['readers']} readers; most: {one['most_pages_per_s']} pages a "
        f"second; load {one['load']}."
    )
    if one["generated_in_s"]:
        yield f"Making the cases up took {one['generated_in_s']:.0f} s."
    yield f"\n{_COLUMNS}"
    yield from (_row(_NAMES[row["page"]], row) for row in one["pages"])
    if "peer" in one:
        yield f"{_PEER}\n{_COLUMNS}"
        yield from (_row(f"admin, {row['page']}", {**row, "queries": "-"}) for row in one["peer"]["pages"])
    yield ""


def _row(name: str, row: Mapping[str, Any]) -> str:
    reached = "yes" if row["is_reached"] else "**no**"
    figures = " | ".join(
        str(row[key]) for key in ("pages", "p50_ms", "p95_ms", "most_ms", "processor_ms", "queries")
    )
    return f"| {name} | {figures} | {reached} |"

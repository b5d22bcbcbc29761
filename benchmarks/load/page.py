"""The reference page of this benchmark, and beside it the plans of slow queries."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from benchmarks.load.growth import FAMILIES

PLANS = "benchmark-load-plans.md"

_HEAD = """# Benchmark of a department at work

Officials who read and write at once in a large register; `python -m benchmarks.load --write` measured this page and
wrote it (`--quick`: within a minute). Locust plays the officials: each opens the work list, searches, opens a
dossier, assesses it, answers a question, takes a case up and enters a request, by the forms of the pages with their
marks against forgery, and looks at each page for about a second. All cases, parties and events are made up; every
one of them went the way of the register. Server, database and officials share the cores of one machine. *Load* is
how many processes wanted the cores when it began: above nought, others were working too.
"""
_STEPS = (
    "| step | times | median ms | 95 % ms | 99 % ms | slowest ms | errors | somebody else was first | within target |\n"
    "|---|---|---|---|---|---|---|---|---|"
)
_WRK = "| page | pages a second | median ms | 99 % ms | errors |\n|---|---|---|---|---|"
_TASKS = "| queue | tasks | handed in a second | done a second | what a killed worker left |\n|---|---|---|---|---|"


def page(found: Mapping[str, Any]) -> str:
    """The whole page."""
    return "\n".join(
        [
            _HEAD,
            *(line for one in found.get("journeys", ()) for line in _journey(one)),
            *_growth(found.get("growth")),
            *_peers(found.get("peers")),
            *_connections(found.get("connections")),
            *_tasks(found.get("tasks")),
        ]
    )


def _journey(one: Mapping[str, Any]) -> Iterator[str]:
    yield f"## {one['officials']} officials, {one['requests']} cases, {one['database']}\n"
    yield (
        f"{one['parties']} parties and {one['events']} events; {one['server']} on {one['cores']} cores, for "
        f"{one['seconds']} s; load {one['load']}. The target: 95 % within {one['p95_target_ms']} ms{_and_99(one)}, no "
        f"errors.\n"
    )
    yield _STEPS
    yield from map(_step, one["steps"])
    yield f"\n{_memory(one['memory'])} “Database is locked” was said {one['locked']} times."
    kept = (
        "Every request that was entered is there"
        if one["kept"]
        else "**Requests that were entered are gone**"
    )
    holds = "the trail holds" if one["holds"] else "**the trail is broken**"
    yield f"{kept}, and {holds} (verified in {one['verified_in_s']} s)."
    for error in one["errors"]:
        yield f"\n    {error}"
    yield ""


def _and_99(one: Mapping[str, Any]) -> str:
    wanted = one["p99_target_ms"]
    return "" if wanted is None else f", 99 % within {wanted} ms"


def _step(row: Mapping[str, Any]) -> str:
    names = ("step", "times", "p50_ms", "p95_ms", "p99_ms", "most_ms", "errors", "overtaken")
    return f"| {' | '.join(str(row[name]) for name in names)} | {_yes(row['is_reached'])} |"


def _memory(memory: Mapping[str, Any]) -> str:
    if memory["is_flat"] is None:
        return "It was too short to say anything of memory."
    said = f"The workers held {memory['start_mb']} MB when they had warmed up and {memory['end_mb']} MB at the end"
    return f"{said}{'.' if memory['is_flat'] else ': **it grows**.'}"


def _growth(growth: Mapping[str, Any] | None) -> Iterator[str]:
    if not growth:
        return
    yield f"## How the cost grows, {growth['database']}\n"
    yield (
        "The processor time of a page, with that of the database: the mean over its addresses of the least of some "
        "times.\nThe target for list, search and dossier: no faster than a logarithm, so that between the smallest and "
        "the largest register\nit grows no more than the logarithm of their sizes does. An exponent of 1 would be a "
        "cost that grows as the register.\n"
    )
    for one in growth["measured"]:
        if times := one.get("copies"):
            yield (
                f"The {one['cases']} cases are those of the size before, {times} times over, each with a number, "
                "parties, events\nand a day by which it is due of its own (`benchmarks.load.multiplying`): to enter so "
                "many takes hours.\n"
            )
    sizes = [f"{one['cases']}" for one in growth["measured"]]
    costs = " | ".join(f"{size} cases, ms" for size in sizes)
    yield f"| page | {costs} | grew | a logarithm | exponent | queries | within target |"
    yield f"|---|{'---|' * len(sizes)}---|---|---|---|---|"
    largest = growth["measured"][-1]["families"]
    for row in growth["curves"]:
        costs = " | ".join(f"{cost}" for _, cost in row["points"])
        yield (
            f"| {row['page']} | {costs} | × {row['grown']} | × {row['logarithm']} | {row['exponent']} | "
            f"{largest[row['page']]['queries']} | {_reached(row)} |"
        )
    yield ""
    slow = len(_slow(growth["measured"]))
    yield f"Queries over 5 ms: {f'{slow}, [with their plans]({PLANS})' if slow else 'none'}.\n"


def _reached(row: Mapping[str, Any]) -> str:
    return _yes(row["is_reached"]) if row["page"] in FAMILIES else "none was set"


def plans(growth: Mapping[str, Any]) -> str:
    """The page of the queries over 5 ms, each with how the database went about it."""
    written = [
        f"{cases} cases, `{query['path']}`: {query['ms']} ms.\n\n```\n{query['sql']}\n\n{query['plan']}\n```\n"
        for cases, query in _slow(growth["measured"])
    ]
    return "\n".join(["# Plans of the queries over 5 ms\n", *written])


def _slow(measured: Iterable[Mapping[str, Any]]) -> list[tuple[int, Mapping[str, Any]]]:
    return [
        (one["cases"], query)
        for one in measured
        for family in one["families"].values()
        for query in family["slow"]
    ]


def _peers(rows: Iterable[Mapping[str, Any]] | None) -> Iterator[str]:
    if not rows:
        return
    yield "## The same machine, another page\n"
    yield (
        "By wrk, eight at once who look at nothing. The bare page shows fifty cases in one query, to anybody; the "
        "admin shows the\nsame list to a superuser. Neither knows who may see which case, what is overdue or what a "
        "person is to do.\n"
    )
    yield _WRK
    yield from map(_wrk, rows)
    yield ""


def _connections(rows: Iterable[Mapping[str, Any]] | None) -> Iterator[str]:
    if not rows:
        return
    yield "## Connections to PostgreSQL\n"
    yield f"The work list, by wrk.\n\n{_WRK}"
    yield from map(_wrk, rows)
    yield ""


def _wrk(row: Mapping[str, Any]) -> str:
    return f"| {row['page']} | {row['pages_per_s']} | {row['p50_ms']} | {row['p99_ms']} | {row['errors']} |"


def _tasks(rows: Iterable[Mapping[str, Any]] | None) -> Iterator[str]:
    if not rows:
        return
    yield "## Work in the background\n"
    yield (
        "One after another on the same PostgreSQL; a task of the others does nothing, one of ours is a mail that is "
        "forgotten, with\nits event in the trail. Then a worker is killed in the middle of a task and another works "
        "on ([decision 29](../adr/0029-keep-work-in-the-rows-it-is-about.md)).\n"
    )
    yield _TASKS
    for row in rows:
        left = ", ".join(row["left_when_killed"]) or "nothing"
        yield f"| {row['queue']} | {row['tasks']} | {row['handed_in_per_s']} | {row['done_per_s']} | {left} |"
    yield ""


def _yes(is_reached: bool) -> str:
    return "yes" if is_reached else "**no**"

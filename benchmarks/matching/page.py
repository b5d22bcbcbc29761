"""The figures as a page."""

import platform
from datetime import UTC, datetime
from typing import Any

TARGET = 500
_HEAD = """# Benchmark of matching

How many names a second a tool has compared through `/api/yente/match`; `python -m benchmarks.matching --write` measured
this page and wrote it. Target: {target} names a second on one core, through HTTP, in batches of a hundred.

One process of `openkader serve` with one thread, on one core, with SQLite and the audit trail; whoever asks has
the other core, and asks one batch after another. Half of the names stand on the lists, half on
none; nothing but the name is known, and five results are asked for. *Load* is how many processes
wanted the cores when it began: above the number of cores (2), others had the core for a part of the time. *Names a
processor second* leaves that time out. A batch of one is how `yente-client` asks; no name is asked twice.

Measured on {day}, Python {python}, {names} names against {lists}; load {load} when it began.

| names in a batch | names a second | names a processor second | median ms | 99 % ms | target |
|---|---|---|---|---|---|
"""


def page(found: dict[str, Any]) -> str:
    """Markdown."""
    lists = ", ".join(f"{name} ({number:,})" for name, number in found["lists"].items())
    text = _HEAD.format(
        target=TARGET,
        day=f"{datetime.now(UTC):%-d %B %Y}",
        python=platform.python_version(),
        names=f"{found['names']:,}",
        lists=f"a made-up list ({sum(found['lists'].values()):,})" if found["is_invented"] else lists,
        load=found["load"],
    )
    for size, one in found["through_http"].items():
        reached = ("yes" if one["names_per_s"] >= TARGET else "**no**") if size == "100" else "–"
        text += (
            f"| {size} | {one['names_per_s']} | {one['names_per_processor_s']} | {one['p50_ms']} | {one['p99_ms']}"
            f" | {reached} |\n"
        )
    alone, most = found["engine_alone_names_per_processor_s"], found["peak_mb"]
    return text + (
        f"\nThe engine alone, without HTTP, register or trail: {alone:,} names a processor second. The process that\n"
        f"answers took {most} MB at most.\n\n"
        "yente itself needs an OpenSearch or Elasticsearch server, which was not here; the matcher that it uses,\n"
        "nomenklatura, is measured beside our engine in [the benchmark of screening](screening-benchmark.md).\n"
    )

"""Whom an engine bothers: the harmless people of the harness by origin, over all its lists."""

import json
from collections import Counter, defaultdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.screening.knowing_more import lines
from openkader.screening.engine import Engine
from openkader.screening.fairness import Row, fairness, marked
from openkader.screening.origins import invented_names


def invented_harm(index: Path, each: int) -> list[dict[str, Any]]:
    """The report of the command on the names that come with the project, against a stored index."""
    report = fairness(invented_names(each), Engine.stored(index), datetime.now(UTC))
    return list(json.loads(report.as_json())["rows"])


def harm(asked: Path) -> list[dict[str, Any]]:
    """For each list and origin the matches and checks, with the interval of the rate and who is worse off."""
    rows = []
    for task in sorted(asked.glob("*/benign")):
        for row in marked(_counted(task)):
            low, high = row.interval
            rows.append(
                {
                    "list": task.parent.name,
                    "origin": row.origin,
                    "script": row.script,
                    "n": row.n,
                    "match": row.match,
                    "check": row.check,
                    "low": round(low, 4),
                    "high": round(high, 4),
                    "worse_off": row.is_worse_off,
                }
            )
    return rows


def _counted(task: Path) -> list[Row]:
    bands: dict[str, Counter[str]] = defaultdict(Counter)
    answers = zip(lines(task / "results.jsonl"), lines(task / "truth.jsonl"), strict=True)
    for result, truth in answers:
        bands[truth["class"]][result["band"]] += 1
    rows = []
    for name, found in sorted(bands.items()):
        origin, _, script = name.rpartition(" ")
        row = Row(origin=origin, script=script, n=found.total(), match=found["match"], check=found["check"])
        rows.append(row)
    return rows

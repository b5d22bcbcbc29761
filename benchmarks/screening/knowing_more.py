"""The same harmless people with a birth date, or with their name in characters as well.

By a name in pinyin alone nobody can tell namesakes apart; an organiser who gives more
should be bothered less. The birth dates are drawn by a checksum of the name: who is not
on a list was born on a day of his own.
"""

import csv
import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from benchmarks.screening.harness import Engine, Harness, Report

WHO = "benign-cn-pinyin-dev"
FIRST, DAYS = date(1945, 1, 1), 20_000
Query = dict[str, Any]


def knowing_more(harness: Harness, engine: Engine, tasks: Iterable[Path], core: int) -> dict[str, Report]:
    """The alerts on the harmless people of some tasks, by list and by what more is known."""
    ways: dict[str, Callable[[Query], Query]] = {"birth-date": with_birth_date, "hanzi": _with_hanzi(harness)}
    found: dict[str, Report] = {}
    for task in tasks:
        found[task.parent.name] = {}
        for name, way in ways.items():
            place = task.parent / name
            if _write(task, place, way):
                harness.cost(engine, place, core)
                found[task.parent.name][name] = harness.score(place)["benign"]["ALL"]
    return found


def with_birth_date(query: Query) -> Query:
    """The question with the day on which this person was born, which nobody else needs to know."""
    digest = hashlib.sha256(query["properties"]["name"][0].encode()).digest()
    born = FIRST + timedelta(days=int.from_bytes(digest[:4], "big") % DAYS)
    return {**query, "properties": {**query["properties"], "birthDate": [born.isoformat()]}}


def _with_hanzi(harness: Harness) -> Callable[[Query], Query]:
    characters = _characters(harness.data / "pairs" / "pairs-dev.csv")

    def way(query: Query) -> Query:
        name = query["properties"]["name"][0]
        return {**query, "properties": {**query["properties"], "name": [name, characters[name]]}}

    return way


def _characters(pairs: Path) -> dict[str, str]:
    with pairs.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["b"]: row["a"] for row in rows if row["class"] == "12 simplified to pinyin"}


def _write(task: Path, place: Path, way: Callable[[Query], Query]) -> bool:
    """The task with only these people, each asked in the new way; false when there are none."""
    place.mkdir(parents=True, exist_ok=True)
    (place / "lists").unlink(missing_ok=True)
    (place / "lists").symlink_to((task / "lists").resolve())
    truths = [truth for truth in lines(task / "truth.jsonl") if truth["class"].startswith(WHO)]
    meant = {truth["query"] for truth in truths}
    queries = [way(query) for query in lines(task / "queries.jsonl") if query["id"] in meant]
    for name, rows in (("truth", truths), ("queries", queries)):
        write_lines(place / f"{name}.jsonl", rows)
    return bool(queries)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a file with one on each line."""
    with path.open(encoding="utf-8") as file:
        yield from map(json.loads, file)


def write_lines(path: Path, rows: list[dict[str, Any]]) -> None:
    """A file with one object on each line."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")

"""Whom an engine bothers: the harmless people of the harness, and those that come with the project, by origin."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from itertools import chain
from pathlib import Path
from typing import Any

from benchmarks.screening.harness import Engine, Harness
from benchmarks.screening.knowing_more import lines, write_lines
from openkader.screening.entities import Entity, read_entities
from openkader.screening.fairness import Row, marked, plain
from openkader.screening.names.scripts import script_of
from openkader.screening.origins import invented_names


def invented_harm(harness: Harness, engine: Engine, task: Path, core: int) -> list[dict[str, Any]]:
    """The names that come with the project against all lists at once, those that a list has left out."""
    place = task.parent / "invented"
    place.mkdir(exist_ok=True)
    (place / "lists").unlink(missing_ok=True)
    (place / "lists").symlink_to((task / "lists").resolve())
    known = _listed(place / "lists")
    asked = [one for one in invented_names() if plain(one.party.caption) not in known]
    write_lines(place / "queries.jsonl", [_as_query(one.party) for one in asked])
    harness.cost(engine, place, core)
    bands: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for one, result in zip(asked, lines(place / "results.jsonl"), strict=True):
        bands[one.origin, script_of(one.party.caption)][result["band"]] += 1
    return [_as_data("all", row) for row in marked(_rows(bands))]


def _listed(folder: Path) -> set[tuple[str, ...]]:
    """Every name of every list, as it is compared for equality."""
    entities = chain.from_iterable(map(read_entities, folder.glob("*.ftm.json")))
    return {plain(name.value) for entity in entities for name in entity.names}


def _as_query(party: Entity) -> dict[str, Any]:
    return {"id": party.id, "schema": party.schema, "properties": {"name": [party.caption]}}


def harm(asked: Path) -> list[dict[str, Any]]:
    """For each list and origin the matches and checks, with the interval of the rate and who is worse off."""
    tasks = sorted(asked.glob("*/benign"))
    return [_as_data(task.parent.name, row) for task in tasks for row in marked(_rows(_bands(task)))]


def _bands(task: Path) -> dict[tuple[str, str], Counter[str]]:
    bands: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for result, truth in zip(lines(task / "results.jsonl"), lines(task / "truth.jsonl"), strict=True):
        origin, _, script = truth["class"].rpartition(" ")
        bands[origin, script][result["band"]] += 1
    return bands


def _rows(bands: Mapping[tuple[str, str], Counter[str]]) -> list[Row]:
    return [
        Row(origin=origin, script=script, n=found.total(), match=found["match"], check=found["check"])
        for (origin, script), found in bands.items()
    ]


def _as_data(name: str, row: Row) -> dict[str, Any]:
    low, high = row.interval
    return {
        "list": name,
        "origin": row.origin,
        "script": row.script,
        "n": row.n,
        "match": row.match,
        "check": row.check,
        "low": round(low, 4),
        "high": round(high, 4),
        "worse_off": row.is_worse_off,
    }

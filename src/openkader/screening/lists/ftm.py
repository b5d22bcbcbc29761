"""Lists in FollowTheMoney form, one JSON object a line, as OpenSanctions publishes them.

Both the flat form (`entities.ftm.json`, where a sanction is an object of its own that
points at its entity) and the nested one (`targets.nested.json`) are read. Only
what has a name is taken; relations, addresses and sanctions are not entities to compare
with, but the programme of a sanction comes with its entity.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from openkader.base.errors import Invalid, Problem
from openkader.screening.entities import NameKind
from openkader.screening.lists.drafts import Reading, clean
from openkader.screening.lists.listed import Listed, Origin, entity_of, number_of

# What a sanction says that belongs with the one it falls on.
_OF_SANCTIONS = {
    "programId": "programId",
    "program": "program",
    "listingDate": "createdAt",
    "startDate": "createdAt",
}
_NESTED = ("sanctions", "sanctionEntity")
_MOST = 1 << 24
_Properties = dict[str, dict[str, str]]


def read_ftm(path: Path, reading: Reading) -> Iterator[Listed]:
    """Every entity that has a name, under the number that it has in the file."""
    sanctions = _sanctions(path)
    seen: set[str] = set()
    for text, where in _lines(path):
        data = _object(text, where, reading)
        if data is None:
            continue
        identity, schema, values = number_of(data["id"]), data["schema"], _values(data["properties"])
        if not any(values.get(kind) for kind in NameKind):
            continue
        if identity in seen:
            reading.report("list.number-twice", where, record=identity)
            continue
        seen.add(identity)
        for name, value in sanctions.get(identity, ()):
            values.setdefault(name, {}).setdefault(value, f"Sanction/{name}")
        yield _listed(identity, schema, reading.dataset, values, where)


def _listed(identity: str, schema: str, dataset: str, values: _Properties, where: str) -> Listed:
    fields = {name: tuple(found.values()) for name, found in values.items()}
    return Listed(
        entity=entity_of(identity, schema, dataset, {name: iter(found) for name, found in values.items()}),
        origin=Origin(
            record=identity,
            where=where,
            fields={name: found[:1] if len(set(found)) == 1 else found for name, found in fields.items()},
        ),
    )


def _lines(path: Path) -> Iterator[tuple[str, str]]:
    """Every line that holds anything; a last line without its end was cut off."""
    with path.open("rb") as file:
        number = 0
        while line := file.readline(_MOST):
            number += 1
            where = f"{path.name}:{number}"
            if len(line) == _MOST:
                raise Invalid([Problem("list.record-too-large", where)])
            if not line.endswith(b"\n") and not _is_whole(line):
                raise Invalid([Problem("list.cut", where)])
            try:
                text = line.decode("utf-8-sig" if number == 1 else "utf-8")
            except UnicodeDecodeError as error:
                raise Invalid([Problem("document.not-utf8", where)]) from error
            if text.strip():
                yield text, where


def _is_whole(line: bytes) -> bool:
    """Whether a line without an end is an object all the same; a piece of one can end in a brace too."""
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return not line.strip()


def _object(text: str, where: str, reading: Reading) -> dict[str, Any] | None:
    """The object of a line, if it has the parts of an entity."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        reading.report("screening.bad-entity", where, reason=str(error)[:80])
        return None
    if not isinstance(data, dict) or not isinstance(data.get("properties"), dict):
        data = {}
    parts = {name: _text(data.get(name)) for name in ("id", "schema")}
    if not all(parts.values()):
        reading.report("screening.bad-entity", where, reason="id, schema, properties")
        return None
    return {**data, **parts}


def _text(value: object) -> str:
    """A plain value in one line without control characters; nothing of what is none."""
    return clean(str(value)) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""


def _values(properties: Mapping[str, Any]) -> _Properties:
    """The plain values of each property; of nested entities only what a sanction says."""
    found: _Properties = {}
    for name, values in properties.items():
        for value in values if isinstance(values, list) else [values]:
            if isinstance(value, Mapping):
                for inner, text in _of_sanction(name, value):
                    found.setdefault(inner, {}).setdefault(text, f"{name}/{inner}")
            elif words := _text(value):
                found.setdefault(clean(name), {}).setdefault(words, clean(name))
    return found


def _of_sanction(name: str, nested: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    inner = nested.get("properties")
    if name in _NESTED and isinstance(inner, Mapping):
        yield from _said(inner)


def _said(properties: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for theirs, ours in _OF_SANCTIONS.items():
        values = properties.get(theirs)
        for words in filter(None, map(_text, values if isinstance(values, list) else ())):
            yield ours, words


def _sanctions(path: Path) -> dict[str, tuple[tuple[str, str], ...]]:
    """What the sanctions of the flat form say, by the entity they fall on."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for text, _ in _lines(path):
        if '"Sanction"' not in text:
            continue
        data = _object(text, "", Reading(""))
        if data is None or data["schema"] != "Sanction":
            continue
        for entity in data["properties"].get("entity") or ():
            number = number_of(_text(entity))
            found[number] = (*found.get(number, ()), *_said(data["properties"]))
    return found

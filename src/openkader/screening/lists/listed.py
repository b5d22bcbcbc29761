"""What a list says about one person or organisation, and where it says so."""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.base.errors import Invalid, Problem
from openkader.screening.entities import Entity, ListedName, NameKind

# A register keeps the number of every entity that was ever hit, and has so much room for it.
_LONGEST = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where the values of an entity stand in the list, so that a person can look them up.

    `fields` names for each property the field of every value, in the order of the
    values; where all came from one field it is named once.
    """

    record: str
    where: str
    fields: Mapping[str, tuple[str, ...]]

    def field_of(self, name: str, position: int) -> str:
        """The field of the list that gave the value of a property at a position."""
        fields = self.fields[name]
        return fields[position] if len(fields) > 1 else fields[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """One entity of a list with its origin."""

    entity: Entity
    origin: Origin

    def as_line(self) -> str:
        """The entity in FollowTheMoney form, on one line; the origin stands beside the properties."""
        entity = self.entity
        data = {
            "id": entity.id,
            "schema": entity.schema,
            "caption": entity.caption,
            "datasets": [entity.dataset],
            "properties": entity.properties,
            "origin": {
                "record": self.origin.record,
                "where": self.origin.where,
                "fields": self.origin.fields,
            },
        }
        return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_listed(path: Path) -> Iterator[Listed]:
    """The entities of a snapshot, as they were written there."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            yield listed_of(line, f"{path.name}:{number}")


def listed_of(line: bytes, where: str) -> Listed:
    """The entity of one line of a snapshot; `where` names the line when it is none."""
    try:
        data = json.loads(line.decode("utf-8"))
        origin = data["origin"]
        fields = {name: tuple(found) for name, found in origin["fields"].items()}
        return Listed(
            entity=entity_of(data["id"], data["schema"], data["datasets"][0], data["properties"]),
            origin=Origin(record=origin["record"], where=origin["where"], fields=fields),
        )
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid([Problem("screening.bad-entity", where, {"reason": str(error)[:80]})]) from error


def number_of(text: str) -> str:
    """The number of an entity as it is kept; an endless one ends in a mark of all of it."""
    mark = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 17]}-{mark[:16]}"


def entity_of(identity: str, schema: str, dataset: str, values: Mapping[str, Iterator[str]]) -> Entity:
    """An entity with its names taken from its properties, the best kind first."""
    properties = {name: tuple(found) for name, found in values.items()}
    names = tuple(ListedName(value, kind) for kind in NameKind for value in properties.get(kind, ()))
    return Entity(id=identity, schema=schema, dataset=dataset, names=names, properties=properties)

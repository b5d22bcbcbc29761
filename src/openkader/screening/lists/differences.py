"""What changed between two snapshots of a list: who came, who went, and who is told of otherwise."""

import hashlib
import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.screening.entities import Entity
from openkader.screening.lists.listed import read_listed

_Values = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An entity that is in both snapshots, with the values that it gained and lost."""

    id: str
    caption: str
    gained: _Values
    lost: _Values


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Entities by their number; of those that came and went also what they are called."""

    added: Mapping[str, str]
    removed: Mapping[str, str]
    changed: tuple[Change, ...]

    @property
    def touched(self) -> frozenset[str]:
        """The entities that a screening has to be repeated for: those that are new or changed."""
        return frozenset(self.added) | {change.id for change in self.changed}


def compare(former: Path | None, present: Path) -> Difference:
    """The difference between two files of entities; without a former one, everything is new.

    Where a record stands in the file does not count: lists are sorted anew every day.
    """
    before, after = _marks(former) if former else {}, _marks(present)
    other = {name for name in before.keys() & after.keys() if before[name][0] != after[name][0]}
    return Difference(
        added={name: after[name][1] for name in after if name not in before},
        removed={name: before[name][1] for name in before if name not in after},
        changed=_changes(former, present, other) if former else (),
    )


def _marks(path: Path) -> dict[str, tuple[bytes, str]]:
    """A short mark of what each entity says, so that two lists fit into memory."""
    return {listed.entity.id: (_mark(listed.entity), listed.entity.caption) for listed in read_listed(path)}


def _mark(entity: Entity) -> bytes:
    said = {name: sorted(values) for name, values in entity.properties.items()}
    text = json.dumps([entity.schema, said], sort_keys=True)
    return hashlib.blake2b(text.encode(), digest_size=12).digest()


def _changes(former: Path, present: Path, names: Collection[str]) -> tuple[Change, ...]:
    before, after = _chosen(former, names), _chosen(present, names)
    return tuple(
        Change(
            id=name,
            caption=after[name].caption,
            gained=_without(_said(after[name]), _said(before[name])),
            lost=_without(_said(before[name]), _said(after[name])),
        )
        for name in after
    )


def _chosen(path: Path, names: Collection[str]) -> dict[str, Entity]:
    found = (listed.entity for listed in read_listed(path))
    return {entity.id: entity for entity in found if entity.id in names}


def _said(entity: Entity) -> _Values:
    return {"schema": (entity.schema,), **entity.properties}


def _without(one: _Values, other: _Values) -> _Values:
    """What one says and the other does not."""
    found = {
        name: tuple(value for value in values if value not in other.get(name, ()))
        for name, values in one.items()
    }
    return {name: values for name, values in found.items() if values}

"""People and organisations on a list, and those that are asked about, in the FollowTheMoney form."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from openkader.base.errors import Invalid, Problem

_NAMED = frozenset({"Person", "Organization", "Company", "LegalEntity", "PublicBody"})


class NameKind(StrEnum):
    """How a list gives a name; a weak alias is one that the list itself calls weak."""

    NAME = "name"
    ALIAS = "alias"
    WEAK_ALIAS = "weakAlias"
    PREVIOUS_NAME = "previousName"


@dataclass(frozen=True, slots=True)
class ListedName:
    """One name of an entity, as the list writes it."""

    value: str
    kind: NameKind = NameKind.NAME


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """One person, organisation or thing, with the properties that the list gives."""

    id: str
    schema: str
    dataset: str
    names: tuple[ListedName, ...]
    properties: Mapping[str, tuple[str, ...]]

    @property
    def caption(self) -> str:
        """The name to show."""
        return self.names[0].value if self.names else self.id

    @property
    def is_person(self) -> bool:
        """Whether the names are those of a person; of a legal entity it may be either."""
        return self.schema == "Person"

    @property
    def is_party(self) -> bool:
        """Whether it can be a party at all; a ship or an aircraft cannot."""
        return self.schema in _NAMED

    def values(self, *names: str) -> tuple[str, ...]:
        """All values of some properties, in the order of the list."""
        return tuple(value for name in names for value in self.properties.get(name, ()))


def read_entities(path: Path) -> Iterator[Entity]:
    """The entities of a file with one JSON object a line; a bad line is named with its number."""
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield parse_entity(line, f"{path.name}:{number}")
    except UnicodeDecodeError as error:
        raise Invalid([Problem("document.not-utf8", path.name)]) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise Invalid([Problem("document.unreadable", str(path), {"reason": reason})]) from error


def parse_entity(line: str, where: str) -> Entity:
    """The entity of one line; `where` names the line when it is none."""
    try:
        data = json.loads(line)
        properties = {str(key): _strings(values) for key, values in data["properties"].items()}
        identity, schema = str(data["id"]), str(data["schema"])
        dataset = str(next(iter(data.get("datasets", ())), ""))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Invalid([Problem("screening.bad-entity", where, {"reason": str(error)[:80]})]) from error
    names = tuple(ListedName(value, kind) for kind in NameKind for value in properties.get(kind, ()))
    return Entity(id=identity, schema=schema, dataset=dataset, names=names, properties=properties)


def _strings(values: Sequence[object] | str) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else tuple(str(value) for value in values)

"""FollowTheMoney itself judges what our importers write; the package is a test's judge only (ADR 12)."""

from collections.abc import Iterable, Iterator
from functools import cache

from followthemoney import model
from followthemoney.property import Property

from openkader.screening.entities import Entity
from openkader.screening.lists import Listed

# Types of which only the stored form can be compared; the others stay as the list writes them.
STRICT = frozenset({"country", "date", "gender", "identifier", "name", "topic", "url"})


def faults(listed: Iterable[Listed]) -> list[str]:
    """Everything that FollowTheMoney would not take over as it is."""
    return [fault for one in listed for fault in _faults(one.entity)]


def _faults(entity: Entity) -> Iterator[str]:
    schema = model.get(entity.schema)
    if schema is None:
        yield f"{entity.id}: no schema {entity.schema}"
        return
    for name, values in entity.properties.items():
        found = schema.get(name)
        if found is None or found.stub:
            yield f"{entity.id}: no property {entity.schema}.{name}"
            continue
        yield from (f"{entity.id}: {name} {value!r}" for value in values if not _is_valid(found, value))


@cache
def _is_valid(found: Property, value: str) -> bool:
    kept = found.type.clean(value, format=found.format)
    is_same = kept == value if found.type.name in STRICT else kept is not None
    return is_same and len(value) <= found.type.max_length

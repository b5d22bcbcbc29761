"""What a comparison with the lists gave, as the register keeps it and gives it back."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from openkader.register.asked import DATASET
from openkader.register.audit import plain
from openkader.screening.entities import Entity, ListedName
from openkader.screening.evidence import Band, Compared, Evidence, Feature, Hit, ListUsed
from openkader.screening.names import Reason, Step

_KEPT_ELSEWHERE = frozenset({"entity", "list", "caption", "score", "band", "asked", "listed"})


def asked_as_data(party: Entity) -> dict[str, object]:
    """What was asked about a party, without the name under which the register knows it."""
    return {"schema": party.schema, "properties": plain(party.properties)}


def asked_again(data: Mapping[str, Any], identity: str) -> Entity:
    """What was asked, as it was asked."""
    properties = {name: tuple(values) for name, values in data["properties"].items()}
    return Entity(
        id=identity,
        schema=data["schema"],
        dataset=DATASET,
        names=tuple(map(ListedName, properties.get("name", ()))),
        properties=properties,
    )


def explanation_of(hit: Hit) -> dict[str, object]:
    """Everything about a hit that has no column of its own."""
    said = {name: value for name, value in asdict(hit).items() if name not in _KEPT_ELSEWHERE}
    found = plain(said)
    assert isinstance(found, dict)  # noqa: S101 - a mapping stays one
    return found


def hit_again(columns: Mapping[str, Any]) -> Hit:
    """A hit as it was found, from its columns."""
    said = columns["explanation"]
    return Hit(
        entity=columns["entity"],
        list=columns["list"],
        schema=said["schema"],
        caption=columns["caption"],
        score=columns["score"],
        band=Band(columns["band"]),
        asked=columns["asked_name"],
        listed=columns["listed_name"],
        evidence=tuple(
            Evidence(Feature(one["feature"]), one["weight"], one["asked"], one["listed"])
            for one in said["evidence"]
        ),
        asked_steps=_steps(said["asked_steps"]),
        listed_steps=_steps(said["listed_steps"]),
        missing=tuple(map(Compared, said["missing"])),
        properties={name: tuple(values) for name, values in said["properties"].items()},
    )


def lists_again(data: list[dict[str, Any]]) -> tuple[ListUsed, ...]:
    """The lists of a screening, as they were used."""
    return tuple(ListUsed(**one) for one in data)


def _steps(data: list[dict[str, str]]) -> tuple[Step, ...]:
    return tuple(Step(Reason(one["code"]), one["before"], one["after"]) for one in data)

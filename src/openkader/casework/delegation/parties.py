"""A delegate as screening knows parties: a person, and an organisation beside."""

from openkader.casework.delegation.sheet import Delegate
from openkader.screening.entities import Entity, ListedName

DATASET = "delegation"


def person_of(delegate: Delegate, identity: str) -> Entity:
    """The person that is screened; `identity` is how the caller knows the answer again."""
    properties = {
        "name": delegate.names,
        "birthDate": _if_known(delegate.birth_date),
        "country": _if_known(delegate.country),
        "gender": _if_known(delegate.gender),
    }
    return _entity(identity, "Person", {name: found for name, found in properties.items() if found})


def organisation_of(delegate: Delegate, identity: str) -> Entity | None:
    """The organisation that is screened; None when the list does not name one.

    The country of the person says nothing of the organisation, and is not given to it.
    """
    names = delegate.organisation_names
    return _entity(identity, "Organization", {"name": names}) if names else None


def _if_known(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


def _entity(identity: str, schema: str, properties: dict[str, tuple[str, ...]]) -> Entity:
    names = tuple(map(ListedName, properties["name"]))
    return Entity(id=identity, schema=schema, dataset=DATASET, names=names, properties=properties)

"""Fictional people and organisations to screen, and to be screened against."""

from openkader.screening.entities import Entity, ListedName, NameKind
from openkader.screening.evidence import Hit
from openkader.screening.screener import Screener


def party(identity: str, *names: str, schema: str = "Person", **properties: str) -> Entity:
    """A fictional entity with names of the first kind."""
    listed = tuple(ListedName(name) for name in names)
    return entity(identity, listed, schema, **properties)


def entity(identity: str, names: tuple[ListedName, ...], schema: str = "Person", **properties: str) -> Entity:
    """A fictional entity with names of any kind."""
    values = {key: (value,) for key, value in properties.items()}
    return Entity(id=identity, schema=schema, dataset="fictional", names=names, properties=values)


def meet(asked: str, listed: str, schema: str = "Person") -> Hit | None:
    """How one name meets another one, on a list of people with other names."""
    others = [party(f"other{n}", f"Iemand{n} Anders{n}") for n in range(200)]
    screener = Screener.of([party("it", listed, schema=schema), *others])
    return next(
        (hit for hit in screener.screen(party("q", asked, schema=schema)).hits if hit.entity == "it"), None
    )


LISTED = [
    party("p1", "Wang Xiaoming", birthDate="1970-01-02", country="cn", gender="male"),
    party("p2", "Jan Voorbeeld"),
    party("o1", "Fictief Handel B.V.", schema="Company", registrationNumber="NL-12345678"),
    entity("p3", (ListedName("Karel Fictief"), ListedName("Voorbeeld Bijnaam", NameKind.WEAK_ALIAS))),
    party("nameless"),
]

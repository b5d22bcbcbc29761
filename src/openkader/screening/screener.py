"""Screening: one party against all names of the lists, with bands and the reason for each hit.

A hit is never a verdict. *Match* and *check* both ask a person to look; *clear* says
only that nothing on these lists came near by what was compared.
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.screening.comparing import Compared, Comparer, Likeness
from openkader.screening.entities import Entity, NameKind
from openkader.screening.index import Index
from openkader.screening.keys import spellings
from openkader.screening.names import read_name

MATCH_FROM = 0.92
CHECK_FROM = 0.74
_CANDIDATES = 40
_LESS_FOR_WEAK = 0.9


class Band(StrEnum):
    """What to do with a hit; the order is that of urgency."""

    MATCH = "match"
    CHECK = "check"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Hit:
    """One entity that came near, with the name that did and why."""

    entity: Entity
    score: float
    band: Band
    name: str
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Screening:
    """What was found for one party, best first."""

    query: str
    band: Band
    hits: tuple[Hit, ...]


class Screener:
    """Lists made ready for questions."""

    def __init__(self, entities: Iterable[Entity]) -> None:
        self.entities = tuple(entity for entity in entities if entity.names)
        self._names: list[list[tuple[Compared, NameKind]]] = []
        owners: list[int] = []
        keys: list[frozenset[str]] = []
        for number, entity in enumerate(self.entities):
            self._names.append([])
            for listed in entity.names:
                name = read_name(listed.value, entity.schema)
                self._names[-1].append((Compared.of(name, person=_maybe_person(entity)), listed.kind))
                for spelling in spellings(name, person=_maybe_person(entity)):
                    owners.append(number)
                    keys.append(spelling)
        self._index = Index(owners, keys)
        self._comparer = Comparer(self._index.rarity, math.log(1 + max(1, self._index.size)))

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        """The entities nearest to a party; at most `limit`, each once."""
        person = _maybe_person(party)
        asked = [read_name(listed.value, party.schema) for listed in party.names]
        pieces = [spelling for name in asked for spelling in spellings(name, person=person)]
        compared = [Compared.of(name, person=person) for name in asked]
        hits = [self._hit(compared, number, party) for number in self._index.nearest(pieces, _CANDIDATES)]
        hits.sort(key=lambda hit: -hit.score)
        best = tuple(hits[:limit])
        return Screening(party.id, best[0].band if best else Band.CLEAR, best)

    def _hit(self, asked: Sequence[Compared], number: int, party: Entity) -> Hit:
        entity = self.entities[number]
        score, name, likeness = -1.0, "", None
        for compared, kind in self._names[number]:
            for one in asked:
                found = self._comparer.compare(one, compared)
                value = found.score * (_LESS_FOR_WEAK if kind is NameKind.WEAK_ALIAS else 1.0)
                if value > score:
                    score, name, likeness = value, compared.name.original, found
        assert likeness is not None  # noqa: S101  every entity kept here has a name
        score *= _agreement(party, entity)
        return Hit(entity, round(score, 4), band_of(score), name, likeness)


def band_of(score: float) -> Band:
    """The band of a score."""
    if score >= MATCH_FROM:
        return Band.MATCH
    return Band.CHECK if score >= CHECK_FROM else Band.CLEAR


def _maybe_person(entity: Entity) -> bool:
    return entity.schema in ("Person", "LegalEntity")


def _agreement(party: Entity, entity: Entity) -> float:
    """What else is known speaks too: another sort of party, or another year of birth."""
    factor = 1.0
    if party.is_person is not entity.is_person and "LegalEntity" not in (party.schema, entity.schema):
        factor *= 0.85
    born = (
        {value[:4] for value in party.values("birthDate")},
        {value[:4] for value in entity.values("birthDate")},
    )
    if all(born) and born[0].isdisjoint(born[1]):
        factor *= 0.8
    return factor

"""One question compared with the lists that count, and the answer to it."""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.api.matching.answers import Data, entry_of, properties_of, scored
from openkader.api.matching.questions import Question
from openkader.api.matching.scope import Scope
from openkader.base.errors import Problem
from openkader.screening.engine import Opened
from openkader.screening.entities import Entity
from openkader.screening.evidence import Compared, Hit, Screening


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparing:
    """The lists as they are now and what counts of them, for all questions of one call."""

    opened: Opened
    scope: Scope
    language: str

    def answer(self, question: Question, *, limit: int, cutoff: float, threshold: float) -> Data | Problem:
        """The answer to a question of `/match`; a name that cannot be read was compared with nobody."""
        found = self._found(question.party, limit, cutoff)
        if Compared.NAME not in found.screening.compared:
            return Problem("matching.no-name", question.place)
        near = [hit for hit in found.hits if hit.score >= threshold]
        places = self.opened.places
        return {
            "status": 200,
            "results": [
                scored(hit, self._read_at, places, threshold, self.language) for hit in found.hits[:limit]
            ],
            "total": {"value": len(near), "relation": "eq" if found.is_all else "gte"},
            "query": {
                "id": question.said,
                "schema": question.party.schema,
                "properties": question.party.properties,
            },
            "not_compared": question.not_compared,
        }

    def search(self, party: Entity, *, limit: int, offset: int) -> Data | Problem:
        """The entities nearest to a name, whatever their scores."""
        found = self._found(party, limit + offset, 0.0)
        if Compared.NAME not in found.screening.compared:
            return Problem("matching.no-name", "q")
        shown = found.hits[offset : offset + limit]
        return {
            "results": [entry_of(hit, self._read_at, self.opened.places) for hit in shown],
            "facets": {},
            "total": {"value": len(found.hits), "relation": "eq" if found.is_all else "gte"},
            "limit": limit,
            "offset": offset,
        }

    @property
    def _read_at(self) -> dict[str, str]:
        return {one.id: one.read_at for one in self.scope.lists}

    def _topics(self, hit: Hit) -> Sequence[str]:
        return properties_of(hit, self.opened.places).get("topics", ())

    def _found(self, party: Entity, wanted: int, cutoff: float) -> "_Found":
        """As many hits that count as are wanted; entities that do not count take no place of those that do."""
        asked = self.scope.enough(wanted)
        while True:
            screening = self.opened.screener.screen(party, asked)
            hits = [
                one for one in screening.hits if one.score >= cutoff and self.scope.counts(one, self._topics)
            ]
            is_all = len(screening.hits) < asked or screening.hits[-1].score < cutoff
            if is_all or self.scope.is_whole or len(hits) >= wanted:
                return _Found(screening, hits, is_all)
            asked = self.scope.more(asked)


@dataclass(frozen=True, slots=True)
class _Found:
    screening: Screening
    hits: list[Hit]
    is_all: bool

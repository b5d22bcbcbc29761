"""What a yente server answers about a party, as a screening; less than a whole answer is none.

That the server answers is not enough: it must have taken every name, and have sent
every hit that it counted.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from openkader.base.errors import Unavailable
from openkader.screening.entities import Entity
from openkader.screening.evidence import Band, Compared, Hit, ListUsed, Screening
from openkader.screening.lists.drafts import clean
from openkader.screening.particulars import OF_PERSONS, particulars
from openkader.screening.yente.exchange import incomplete, mapping, sequence, unreadable, word
from openkader.screening.yente.features import OF_NAMES, Explained, Properties, read_evidence
from openkader.screening.yente.question import QUERY, Terms, asked_limit, names_of, not_taken

_GOOD = 200
_URGENCY = tuple(Band)
_MOST_POINTS = 1000
_SIDES = ("query", "candidate")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """An answer being read: about whom, on which terms, and in which lists was searched."""

    party: Entity
    terms: Terms
    limit: int
    lists: tuple[ListUsed, ...]
    server: str

    def read(self, data: Mapping[str, Any]) -> Screening:
        """The screening in the answer of ``POST /match``."""
        one = self._response(data)
        understood = self._understood(one)
        hits = self._hits(one, understood)
        asked = {what for what in Compared if particulars(self.party.properties, what)}
        compared = tuple(what for what in Compared if particulars(understood, what))
        return Screening(
            query=self.party.id,
            band=min((hit.band for hit in hits), key=_URGENCY.index, default=Band.CLEAR),
            hits=hits[: max(0, self.limit)],
            lists=self.lists,
            compared=compared,
            missing=tuple(what for what in self._comparable(asked) if what not in compared),
        )

    def _response(self, data: Mapping[str, Any]) -> Mapping[str, Any]:
        """The part about our party, when the server says that it went well."""
        responses = mapping(data.get("responses"), self.server, "responses")
        if QUERY not in responses:
            raise incomplete(self.server, f"responses.{QUERY}")
        one = mapping(responses[QUERY], self.server, f"responses.{QUERY}")
        if one.get("status") != _GOOD:
            raise incomplete(self.server, f"responses.{QUERY}.status")
        return one

    def _understood(self, one: Mapping[str, Any]) -> Properties:
        """What the server says back of the question: only that was compared."""
        query = mapping(one.get("query"), self.server, "query")
        understood = properties_of(query.get("properties"), self.server)
        if not_taken(names_of(self.party), understood):
            raise Unavailable("screening.name-not-taken", {"server": self.server})
        return understood

    def _hits(self, one: Mapping[str, Any], understood: Properties) -> tuple[Hit, ...]:
        """The entities that came near, best first, each once."""
        results = sequence(one.get("results"), self.server, "results")
        total = mapping(one.get("total"), self.server, "total").get("value")
        if not isinstance(total, int):
            raise unreadable(self.server, "total.value")
        if len(results) < min(total, asked_limit(self.limit)):
            raise incomplete(self.server, "results")
        hits: dict[str, Hit] = {}
        for result in results:
            hit = self._hit(mapping(result, self.server, "results[]"), understood)
            hits.setdefault(hit.entity, hit)
        return tuple(sorted(hits.values(), key=lambda hit: -hit.score))

    def _hit(self, result: Mapping[str, Any], understood: Properties) -> Hit:
        listed = properties_of(result.get("properties"), self.server)
        evidence = read_evidence(explanations_of(result, self.server), understood, listed)
        caption, score = word(result.get("caption"), self.server, "caption"), self._score(result)
        named = next((one for one in evidence if one.feature in OF_NAMES and one.asked and one.listed), None)
        datasets = self._datasets(result)
        return Hit(
            entity=word(result.get("id"), self.server, "id"),
            list=datasets[0],
            schema=word(result.get("schema"), self.server, "schema"),
            caption=caption,
            score=score,
            band=self._band(score, result.get("match")),
            asked=named.asked if named else self.party.caption,
            listed=named.listed if named else caption,
            evidence=evidence,
            missing=self._missing(understood, listed),
            # Where else the entity stands: yente has merged what several lists say of it.
            properties={**listed, "datasets": datasets},
        )

    def _score(self, result: Mapping[str, Any]) -> float:
        score = result.get("score")
        if isinstance(score, bool) or not isinstance(score, int | float) or not 0 <= score <= 1:
            raise unreadable(self.server, "score")
        return float(score)

    def _band(self, score: float, match: object) -> Band:
        """The band of a score; what yente calls a match is never less than a reason to check."""
        if not isinstance(match, bool):
            raise unreadable(self.server, "match")
        if score >= self.terms.match_from:
            return Band.MATCH
        return Band.CHECK if match or score >= self.terms.check_from else Band.CLEAR

    def _datasets(self, result: Mapping[str, Any]) -> tuple[str, ...]:
        """The lists that hold the entity, those that we asked about first."""
        names = sequence(result.get("datasets"), self.server, "datasets")
        datasets = {word(name, self.server, "datasets[]") for name in names}
        if not datasets:
            raise unreadable(self.server, "datasets")
        asked = {used.id for used in self.lists}
        return tuple(sorted(datasets, key=lambda name: (name not in asked, name)))

    def _missing(self, understood: Properties, listed: Properties) -> tuple[Compared, ...]:
        """What one of the two sides lacks; characters only where the other has them."""
        lacks = {what: [not particulars(side, what) for side in (understood, listed)] for what in Compared}
        return tuple(
            what
            for what in self._comparable({what for what in Compared if not all(lacks[what])})
            if any(lacks[what])
        )

    def _comparable(self, known: set[Compared]) -> tuple[Compared, ...]:
        """What a party of this sort can be compared by; characters only where anybody has them."""
        of_persons = OF_PERSONS if self.party.is_person else frozenset()
        always = {Compared.NAME, Compared.COUNTRY, Compared.IDENTIFIER} | of_persons
        return tuple(what for what in Compared if what in always | known)


def properties_of(value: object, server: str) -> dict[str, tuple[str, ...]]:
    """The texts among the properties of an entity; entities inside an entity are left out."""
    found: dict[str, tuple[str, ...]] = {}
    for name, values in mapping(value, server, "properties").items():
        several = [values] if isinstance(values, str) else sequence(values, server, "properties")
        texts = tuple(filter(None, (clean(one) for one in several if isinstance(one, str))))
        if texts:
            found[clean(name)] = texts
    return found


def explanations_of(result: Mapping[str, Any], server: str) -> dict[str, Explained]:
    """The features behind a score, with the values that they compared where the server names them."""
    found = {}
    for name, one in mapping(result.get("explanations", {}), server, "explanations").items():
        data = mapping(one, server, "explanations")
        score = data.get("score")
        if isinstance(score, bool) or not isinstance(score, int | float) or not abs(score) <= _MOST_POINTS:
            raise unreadable(server, "explanations.score")
        asked, listed = (clean(text) if isinstance(text := data.get(side), str) else "" for side in _SIDES)
        found[name] = Explained(float(score), asked, listed)
    return found

"""What our engine found, in the words of yente."""

from collections.abc import Iterable, Mapping, Sequence

from openkader.base.text import Text
from openkader.screening.entity_places import EntityPlaces, Placed
from openkader.screening.evidence import Evidence, Hit, ListUsed
from openkader.screening.explaining.words import FEATURES

Data = dict[str, object]


def scored(
    hit: Hit, read_at: Mapping[str, str], places: EntityPlaces, threshold: float, language: str
) -> Data:
    """One hit, with the evidence behind its score."""
    return {
        **entry_of(hit, read_at, places),
        "score": hit.score,
        "match": hit.score >= threshold,
        "explanations": explanations(hit.evidence, language),
    }


def entry_of(hit: Hit, read_at: Mapping[str, str], places: EntityPlaces) -> Data:
    """What the list says of a hit."""
    return {
        "id": hit.entity,
        "caption": hit.caption,
        "schema": hit.schema,
        "properties": properties_of(hit, places),
        "datasets": [hit.list],
        "referents": [],
        "target": True,
        "first_seen": None,
        "last_seen": read_at.get(hit.list),
        "last_change": None,
    }


def properties_of(hit: Hit, places: EntityPlaces) -> Mapping[str, Sequence[str]]:
    """What the list says of an entity; the engine leaves it out where nobody has to look."""
    if hit.properties:
        return hit.properties
    return next((one.listed.entity.properties for one in places.find(hit.entity) if one.list == hit.list), {})


def explanations(evidence: Iterable[Evidence], language: str) -> dict[str, Data]:
    """The evidence by its sort; a second piece of one sort has a number."""
    found: dict[str, Data] = {}
    for one in evidence:
        name, number = one.feature.value, 2
        while name in found:
            name, number = f"{one.feature.value}_{number}", number + 1
        found[name] = {
            "score": one.weight,
            "detail": FEATURES[one.feature].in_(language),
            "query": one.asked or None,
            "candidate": one.listed or None,
        }
    return found


def whole_entry(placed: Sequence[Placed], used: Mapping[str, ListUsed]) -> Data:
    """An entity as every list that has it says, and where each says it; the first gives it its name and sort."""
    first = placed[0].listed.entity
    properties: dict[str, dict[str, None]] = {}
    for one in placed:
        for name, values in one.listed.entity.properties.items():
            properties.setdefault(name, {}).update(dict.fromkeys(values))
    return {
        "id": first.id,
        "caption": first.caption,
        "schema": first.schema,
        "properties": {name: list(values) for name, values in properties.items()},
        "datasets": [one.list for one in placed],
        "referents": [],
        "target": True,
        "first_seen": None,
        "last_seen": max(used[one.list].read_at for one in placed),
        "last_change": None,
        "sources": [
            {
                "dataset": one.list,
                "snapshot": used[one.list].snapshot,
                "read_at": used[one.list].read_at,
                "record": one.listed.origin.record,
                "where": one.listed.origin.where,
            }
            for one in placed
        ],
    }


NAME = "openkader"
_ABOUT = Text(
    nl="Vergelijkt namen in hun schrift en spelling, weegt elk bewijs voor en tegen (in log-odds), en telt die op; de"
    " score is de kans die zij samen maken. Vanaf 0,5 moet een mens kijken, vanaf 0,9 als eerste. Geen oordeel.",
    en="Compares names in their script and spelling, weighs each piece of evidence for and against (in log-odds), and"
    " adds these up; the score is the chance that they make together. From 0.5 a person has to look, from 0.9 first."
    " No verdict.",
)


def algorithms(language: str) -> Data:
    """The one way in which is scored here, with each sort of evidence in words."""
    features = {
        feature.value: {"description": words.in_(language), "coefficient": 1.0, "url": None}
        for feature, words in FEATURES.items()
    }
    about = _ABOUT.in_(language)
    docs = {"name": NAME, "description": about, "config": {}, "features": features}
    one = {"name": NAME, "description": about, "features": features, "docs": docs}
    return {"algorithms": [one], "default": NAME, "best": NAME}

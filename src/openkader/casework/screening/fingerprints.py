"""When a party, or what a list says of an entity, is still the same for a judgement on a hit."""

import hashlib
import json
from collections.abc import Mapping, Sequence

from openkader.casework.screening.standing import Standing
from openkader.screening.entities import Entity
from openkader.screening.evidence import Hit

# When a list was fetched or touched says nothing of whom it names.
_ABOUT_THE_RECORD = frozenset({"modifiedAt", "retrievedAt", "createdAt"})


def of_party(party: Entity) -> str:
    """The fingerprint of a party as it is asked about, in whatever order its values stand."""
    return _digest(party.schema, party.properties)


def of_entity(hit: Hit) -> str:
    """The fingerprint of an entity as its list describes it."""
    return _digest(hit.schema, hit.properties)


def of_standings(standings: Sequence[Standing]) -> str | None:
    """The fingerprint of where the screening of a delegation stands; None: nobody has to be screened."""
    if not standings:
        return None
    said = sorted([standing.is_screened, sorted(standing.hits)] for standing in standings)
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _digest(schema: str, properties: Mapping[str, Sequence[str]]) -> str:
    said = {
        name: sorted(values)
        for name, values in properties.items()
        if values and name not in _ABOUT_THE_RECORD
    }
    text = json.dumps([schema, said], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

"""What a yente server is asked about a party: what can be compared, and nothing else that is known of it."""

import json
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from openkader.base.errors import Unavailable
from openkader.screening.entities import Entity
from openkader.screening.evidence import Compared
from openkader.screening.names.cleaning import clean
from openkader.screening.particulars import PROPERTIES
from openkader.screening.yente.exchange import Asked

# The server gets no number of the party: what it logs leads nowhere.
QUERY = "party"
_BESIDE_NAMES = tuple(
    name
    for what in (Compared.BIRTH_DATE, Compared.COUNTRY, Compared.IDENTIFIER, Compared.GENDER)
    for name in PROPERTIES[what]
)
# What yente allows; and with none at all, a hit would look clear.
_FEWEST, _MOST = 1, 500
# Just below the lowest band, since yente leaves out what scores exactly as much as its cutoff.
_BELOW = 0.01


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Which dataset is compared with, and from which scores a hit is worth a look.

    The scores are those of the algorithm `logic-v2`; yente itself calls 0.70 a match.
    """

    dataset: str
    check_from: float = 0.70
    match_from: float = 0.90
    algorithm: str = "logic-v2"


def question(party: Entity, terms: Terms, limit: int) -> Asked:
    """The request that asks about one party; a party without any name cannot be asked about."""
    properties = {"name": names_of(party)}
    for name in _BESIDE_NAMES:
        if values := [value for value in map(clean, party.values(name)) if value]:
            properties[name] = values
    body = {"queries": {QUERY: {"schema": party.schema, "properties": properties}}}
    return Asked(
        path=f"match/{terms.dataset}",
        query={
            "limit": str(asked_limit(limit)),
            "threshold": f"{terms.check_from:g}",
            "cutoff": f"{max(0.0, terms.check_from - _BELOW):g}",
            "algorithm": terms.algorithm,
        },
        body=json.dumps(body).encode("ascii"),
    )


def asked_limit(limit: int) -> int:
    """How many hits the server is asked for, when somebody wants so many."""
    return min(_MOST, max(_FEWEST, limit))


def names_of(party: Entity) -> list[str]:
    """Every name of a party in which there is anything to compare; all count alike, also its aliases."""
    names = [name for listed in party.names if letters_of(name := clean(listed.value))]
    if not names:
        raise Unavailable("screening.no-name", {"party": clean(party.id)})
    return list(dict.fromkeys(names))


def letters_of(value: str) -> str:
    """The letters and digits of a value in one form, by which two ways to write it are the same."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFKC", value).casefold()))


def not_taken(asked: Iterable[str], understood: Mapping[str, tuple[str, ...]]) -> bool:
    """Whether the server says back fewer names than it was asked about: those it did not compare."""
    said = set(map(letters_of, understood.get("name", ())))
    return any(letters_of(name) not in said for name in asked)

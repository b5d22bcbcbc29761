"""How the catalogue of a case system calls what a case has here: a file that names everything, or says `none`.

A word that nobody wrote down never passes: a state, an outcome, a purpose that is missing is a problem of the file.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeVar

from openkader.base.document import Entry
from openkader.base.reading import Fields, Reader
from openkader.casework.documents import Purpose
from openkader.casework.life_cycle import State
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome

NONE: Final = "none"
_RSIN: Final = 9
K = TypeVar("K", State, DecisionOutcome, Purpose)


class Vertrouwelijkheid(StrEnum):
    """De vertrouwelijkheidaanduiding van de ZGW-standaarden."""

    PUBLIC = "openbaar"
    LIMITED_PUBLIC = "beperkt_openbaar"
    INTERNAL = "intern"
    CASE_CONFIDENTIAL = "zaakvertrouwelijk"
    CONFIDENTIAL = "vertrouwelijk"
    CONFIDENTIAL_HIGH = "confidentieel"
    SECRET = "geheim"  # noqa: S105 - a level, and no password
    TOP_SECRET = "zeer_geheim"  # noqa: S105 - a level, and no password

    @classmethod
    def of(cls, level: Confidentiality) -> "Vertrouwelijkheid":
        """How the standard calls one of our levels."""
        return cls[level.name]


@dataclass(frozen=True, slots=True, kw_only=True)
class CatalogueMapping:
    """What each thing of a case is in the catalogue, by its description there; None: it does not go.

    `organisation` is the RSIN under which the zaken are numbered, `catalogue` the domain (`domein`) of the catalogue,
    `case_type` the number (`identificatie`) of the zaaktype, of whatever version.
    """

    organisation: str
    catalogue: str
    case_type: str
    statuses: Mapping[State, str | None]
    results: Mapping[DecisionOutcome, str | None]
    documents: Mapping[Purpose, str | None]
    decision: str | None
    levels: frozenset[Confidentiality]


def read_mapping(document: Entry) -> CatalogueMapping:
    """The mapping, or `Invalid` with every problem and its line."""
    reader = _Reading()
    required = (
        "organisation",
        "catalogue",
        "case_type",
        "statuses",
        "results",
        "documents",
        "decision",
        "levels",
    )
    fields = reader.mapping(document, required)
    found = CatalogueMapping(
        organisation=reader.organisation(fields),
        catalogue=fields.words("catalogue"),
        case_type=fields.words("case_type"),
        statuses=reader.table(fields, "statuses", State),
        results=reader.table(fields, "results", DecisionOutcome),
        documents=reader.table(fields, "documents", Purpose),
        decision=_said(fields.words("decision")),
        levels=reader.levels(fields),
    )
    reader.finish()
    return found


class _Reading(Reader):
    def organisation(self, fields: Fields) -> str:
        rsin = fields.words("organisation")
        if rsin and not is_rsin(rsin):
            self.report("filing.bad-organisation", fields.place("organisation"), value=rsin[:20])
        return rsin

    def table(self, fields: Fields, key: str, known: Iterable[K]) -> dict[K, str | None]:
        """What each of the known words is called, every one of them said."""
        entry = fields.entry(key)
        if entry is None:
            return {}
        words = list(known)
        said = self.mapping(entry, [str(word) for word in words])
        return {word: _said(said.words(str(word))) for word in words}

    def levels(self, fields: Fields) -> frozenset[Confidentiality]:
        """The levels that go at all, by the words of the standard."""
        known = {str(Vertrouwelijkheid.of(level)): level for level in Confidentiality}
        found = set()
        for word in fields.codes("levels"):
            if word in known:
                found.add(known[word])
            else:
                place = fields.place("levels")
                self.report("setup.unknown-word", place, value=word[:80], known=", ".join(known))
        return frozenset(found)


def is_rsin(word: str) -> bool:
    """Nine digits of which the weighed sum is a multiple of eleven, as the standards check a RSIN."""
    if len(word) != _RSIN or not (word.isascii() and word.isdecimal()):
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, word, strict=True)) % 11 == 0


def _said(word: str) -> str | None:
    return None if word == NONE else word

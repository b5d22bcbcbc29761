"""What a screening found and why: hits with their evidence, and what was compared to reach them.

A hit is never a verdict. *Match* and *check* both ask a person to look; *clear* says
only that nothing on these lists came near by what was compared.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from openkader.screening.entities import Entity
from openkader.screening.names import Step


class Band(StrEnum):
    """What to do with a hit; the order is that of urgency."""

    MATCH = "match"
    CHECK = "check"
    CLEAR = "clear"


class Feature(StrEnum):
    """One sort of evidence that a party is, or is not, the one on the list.

    The first group is about the name, and a hit has exactly one of it; the second
    weakens a likeness of names; the third is about everything else.
    """

    SAME_WORDS = "same_words"
    SAME_CHARACTERS = "same_characters"
    SAME_READING = "same_reading"
    INITIALS = "initials"
    MISSING_SYLLABLE = "missing_syllable"
    OTHER_CHARACTERS = "other_characters"
    SIMILAR_WORDS = "similar_words"
    ACRONYM = "acronym"

    COMMON_NAME = "common_name"
    RARE_NAME = "rare_name"
    WEAK_ALIAS = "weak_alias"
    FORMER_NAME = "former_name"

    SAME_IDENTIFIER = "same_identifier"
    OTHER_IDENTIFIER = "other_identifier"
    SAME_BIRTH_DATE = "same_birth_date"
    SAME_BIRTH_YEAR = "same_birth_year"
    OTHER_BIRTH_DATE = "other_birth_date"
    SAME_COUNTRY = "same_country"
    OTHER_COUNTRY = "other_country"
    OTHER_GENDER = "other_gender"
    OTHER_SORT = "other_sort"


class Compared(StrEnum):
    """What two parties can be compared by."""

    NAME = "name"
    CHARACTERS = "characters"
    BIRTH_DATE = "birth_date"
    COUNTRY = "country"
    IDENTIFIER = "identifier"
    GENDER = "gender"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence: its weight in log-odds (above 0 for, below 0 against) and the two values."""

    feature: Feature
    weight: float
    asked: str = ""
    listed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One entity of a list that came near, the two names that did, and why.

    `asked_steps` and `listed_steps` lead from each name as written to the spelling in
    which the two meet. `missing` is what could not be compared because one side lacks it.
    """

    entity: str
    list: str
    schema: str
    caption: str
    score: float
    band: Band
    asked: str
    listed: str
    evidence: tuple[Evidence, ...] = ()
    asked_steps: tuple[Step, ...] = ()
    listed_steps: tuple[Step, ...] = ()
    missing: tuple[Compared, ...] = ()
    # What the list says of the entity, in the properties of FollowTheMoney.
    properties: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListUsed:
    """A list as it was when names were compared with it: its snapshot, and when that was read."""

    id: str
    snapshot: str
    read_at: str
    entities: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Screening:
    """What was found for one party, best first, in which lists, and by what it was compared."""

    query: str
    band: Band
    hits: tuple[Hit, ...] = ()
    lists: tuple[ListUsed, ...] = ()
    compared: tuple[Compared, ...] = ()
    missing: tuple[Compared, ...] = ()


class Screens(Protocol):
    """Whatever compares a party with lists: our own engine, or a server that an organisation runs.

    `screen` raises `Unavailable` when it cannot give a whole answer: not screened, never clear.
    """

    @property
    def lists(self) -> tuple[ListUsed, ...]:
        """The lists that names are compared with now."""

    def screen(self, party: Entity, limit: int = 10) -> Screening:
        """Compare one party with every list; the best `limit` entities, each once."""

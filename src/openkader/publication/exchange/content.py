"""What one file between organisations holds: its parts, each of which may be missing."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from openkader.base.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class KaderPart:
    """One version of the kader: the texts that it is read from, and its digest."""

    version: str
    digest: str
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordsPart:
    """Lines to take, or lists of values, as a strict text; `kader` is the version that they stand in."""

    kader: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """The smallest and the largest number that a register allows; None is no upper bound."""

    low: int
    high: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenFigure:
    """A figure of a year as it leaves the house: what it is called, how it is counted, and to what it came.

    `definition` is the version of that way of counting: where two houses have the same, the numbers compare. Without
    `found` the number is withheld, as it is so small that it may be about somebody.
    """

    id: str
    text: Text
    says: Text
    definition: str
    counts: str
    unit: Text | None = None
    found: Bounds | None = None
    of: Bounds | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenYear:
    """The figures of a year; `adopted` is the digest of the adopted evaluation, None where they are the register's."""

    year: int
    kader: str
    digest: str
    adopted: str | None
    fictional: bool
    figures: tuple[GivenFigure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What one organisation gives another in one file."""

    organisation: str
    name: Text
    made_on: date
    kader: KaderPart | None = None
    messages: WordsPart | None = None
    lists: WordsPart | None = None
    years: tuple[GivenYear, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to sign."""
        return not (self.kader or self.messages or self.lists or self.years)

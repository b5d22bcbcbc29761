"""What a published evaluation says, one claim a sentence, and what each of them asserts.

There are six kinds of assertion, and no others: what none of them can say cannot be checked by machine.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from openkader.base.text import Text
from openkader.kader.model import Figure, Kader


class Way(StrEnum):
    """How a sentence states a figure: as a number, as a bound, or as the whole of which it is a part."""

    IS = "is"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ALL = "all"


class Trend(StrEnum):
    """How a figure is said to stand beside that of another year."""

    FEWER = "fewer"
    MORE = "more"
    SAME = "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class States:
    """The sentence states a figure of the year."""

    figure: str
    way: Way
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Compares:
    """The sentence puts a figure of the year beside that of another year."""

    figure: str
    year: int
    trend: Trend


@dataclass(frozen=True, slots=True, kw_only=True)
class AddsUp:
    """The sentence gives parts and their sum; whether the parts are right is what others say."""

    parts: tuple[Decimal, ...]
    total: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class SameNumber:
    """Sentences of one document that give one number, and so must mean the same by it."""

    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Refers:
    """The sentence refers to a part of its own document, which must be there and be about that."""

    part: str
    title: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outside:
    """The register holds nothing of this; `needed` says what it would take."""

    needed: Text


Assertion: TypeAlias = States | Compares | AddsUp | SameNumber | Refers | Outside


@dataclass(frozen=True, slots=True, kw_only=True)
class FiledClaim:
    """A literal sentence with the one thing that is checked of it; `remark` is of whoever wrote the file."""

    reference: str
    sentence: str
    chapter: str | None
    asserts: Assertion
    remark: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the document by the name that it has itself, with its title."""

    name: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimsFile:
    """The claims of one published evaluation.

    `kader` has the figures of the file itself beside its own; the file leaves its digest as it is.
    """

    organisation: Text
    title: Text
    year: int
    kader: Kader
    source: str | None
    fictional: bool
    note: Text | None
    parts: tuple[Part, ...]
    figures: tuple[Figure, ...]
    claims: tuple[FiledClaim, ...]

"""The one condition language of the house: tests on facts, with `all`, `any` and `not`.

Conditions are data. They are evaluated (`kader.program`), said as a sentence
(`kader.sentences`) and read from YAML (`kader.reading`); each of these is a
reading of the same few classes, and no other language exists beside it.

Truth has three values: True, False and None for unknown, combined by the strong
logic of Kleene. So `not (sector in the list)` with an unknown sector is unknown,
and opens no gate.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

Truth: TypeAlias = bool | None
Operand: TypeAlias = bool | int | float | str | date | frozenset[str]


class Operator(StrEnum):
    """How one fact is tested; which types take which operator stands in `kader.reading`."""

    IS = "is"
    ONE_OF = "one_of"
    HAS_ANY = "has_any"
    HAS_ALL = "has_all"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BEFORE = "before"
    SINCE = "since"
    COUNT_AT_LEAST = "count_at_least"


@dataclass(frozen=True, slots=True)
class Test:
    """One test on one fact; unknown as long as the fact is.

    `listing` names the list of the kader that the operand was taken from, so that
    a sentence can say "stands on the list …" instead of naming forty entries.
    """

    fact: str
    operator: Operator
    operand: Operand
    listing: str | None = None


@dataclass(frozen=True, slots=True)
class AllOf:
    """True when every part is; without parts it is always true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class AnyOf:
    """True when at least one part is; without parts it is never true."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Not:
    """True when the part is false; unknown stays unknown."""

    part: "Condition"


Condition: TypeAlias = Test | AllOf | AnyOf | Not

ALWAYS = AllOf(())


def parts_of(condition: Condition) -> tuple[Condition, ...]:
    """The conditions directly inside this one."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return parts
        case Not(part):
            return (part,)
        case _:
            return ()


def tests_in(condition: Condition) -> Iterator[Test]:
    """Every test in the condition, from left to right."""
    if isinstance(condition, Test):
        yield condition
    for part in parts_of(condition):
        yield from tests_in(part)


def facts_in(condition: Condition) -> frozenset[str]:
    """The facts on which the condition depends."""
    return frozenset(test.fact for test in tests_in(condition))

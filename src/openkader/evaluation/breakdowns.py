"""What took place and what was closed, split by what is known of it; the unknown has a line of its own."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from openkader.casework.vocabulary import DecisionOutcome
from openkader.evaluation.counting import Range

Key: TypeAlias = tuple[str | None, ...]
# Of an unknown outcome it may be that the door stayed closed, so it is left out of no table of what did.
CLOSED = (DecisionOutcome.REFUSE, DecisionOutcome.REFER, DecisionOutcome.WITHDRAWN, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """So many records of one year that are alike; None: there were some, and nobody knows how many."""

    year: int
    key: Key
    number: int | None


@dataclass(slots=True)
class _Sum:
    low: int = 0
    is_bounded: bool = True

    def add(self, number: int | None) -> None:
        self.low += number or 0
        self.is_bounded &= number is not None

    @property
    def range(self) -> Range:
        return Range(self.low, self.low if self.is_bounded else None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A table: a line for each value, what most records have in front and what is unknown at the end."""

    fields: tuple[str, ...]
    lines: Mapping[Key, Mapping[int, Range]] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        """Whether anything at all is known of it."""
        return any(any(part is not None for part in key) for key in self.lines)


def split(fields: Sequence[str], parts: Iterable[Part], years: Sequence[int]) -> Split:
    """Add up what is alike, year by year; where a year has none of it, nought was counted."""
    found: defaultdict[Key, defaultdict[int, _Sum]] = defaultdict(lambda: defaultdict(_Sum))
    for part in parts:
        found[part.key][part.year].add(part.number)
    lines = {key: {year: found[key][year].range for year in years} for key in found}
    order = sorted(lines, key=lambda key: (_unknowns(key), -_whole(lines[key]), _words(key)))
    return Split(fields=tuple(fields), lines={key: lines[key] for key in order})


def _unknowns(key: Key) -> int:
    return sum(part is None for part in key)


def _whole(line: Mapping[int, Range]) -> int:
    return sum(one.low for one in line.values())


def _words(key: Key) -> tuple[str, ...]:
    return tuple(part or "" for part in key)

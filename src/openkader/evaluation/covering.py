"""Whether the register shows what an action line asks of an activity.

Three things meet in a cell: whether the line applies, which of its measures the kader asks for, and what the
register holds of each. Where they differ the least proved counts, and unknown never passes for done or for
not applicable.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.casework.vocabulary import MeasureStatus
from openkader.evaluation.records import value_of
from openkader.kader.assessing import Assessment, measure_condition
from openkader.kader.conditions import Truth
from openkader.kader.explaining import because
from openkader.kader.facts import Value
from openkader.kader.model import ActionLine, Kader


class Cover(StrEnum):
    """What a cell says, the least proved first.

    Open stands before unknown: what is certainly missing stays so whatever the open questions bring.
    """

    OPEN = "open"
    UNKNOWN = "unknown"
    WAIVED = "waived"
    FULL = "full"
    NOT_APPLICABLE = "not_applicable"


_RANK = {cover: rank for rank, cover in enumerate(Cover)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A measure as the register holds it, with how much evidence."""

    reference: str
    line: str
    code: str
    status: MeasureStatus
    evidence: int = 0
    reason: str | None = None

    @property
    def cover(self) -> Cover:
        """Done is shown by evidence, and what is set aside by its reason; anything else is open."""
        match self.status:
            case MeasureStatus.DONE if self.evidence:
                return Cover.FULL
            case MeasureStatus.WAIVED if self.reason:
                return Cover.WAIVED
            case MeasureStatus.NOT_APPLICABLE if self.reason:
                return Cover.NOT_APPLICABLE
        return Cover.OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One measure in a cell: whether the kader asks for it, what the register holds of it, and what that makes it."""

    code: str
    asked: Truth
    kept: Kept | None
    cover: Cover


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """One action line for one activity; whether the line applies is told by the facts as they are known."""

    line: ActionLine
    weighed: Assessment
    applies: Truth
    parts: tuple[Part, ...]
    cover: Cover

    @property
    def asked(self) -> int:
        """How many measures there are to show."""
        return sum(part.cover in (Cover.OPEN, Cover.WAIVED, Cover.FULL) for part in self.parts)

    @property
    def shown(self) -> int:
        """How many of them the register shows."""
        return sum(part.cover is Cover.FULL for part in self.parts)

    def of(self, cover: Cover) -> tuple[Part, ...]:
        """The measures that are so."""
        return tuple(part for part in self.parts if part.cover is cover)


def cover_line(line: ActionLine, weighed: Assessment, kept: Iterable[Kept]) -> Cell:
    """What the kader asks under a line, beside what the register holds; first in the order of the kader."""
    held = {one.code: one for one in kept if one.line == line.id}
    asked = {one.id: weighed.truth(measure_condition(line, one)) for one in line.measures}
    codes = dict.fromkeys((*asked, *held))
    parts = tuple(_part(code, asked.get(code, False), held.get(code)) for code in codes)
    applies = weighed.truth(line.applies)
    return Cell(line=line, weighed=weighed, applies=applies, parts=parts, cover=_least(parts, applies))


def _part(code: str, asked: Truth, kept: Kept | None) -> Part:
    """What was set out stays, until somebody closes it; of the rest the kader says whether it is missing."""
    if kept is not None:
        cover = kept.cover
    elif asked is None:
        cover = Cover.UNKNOWN
    else:
        cover = Cover.OPEN if asked else Cover.NOT_APPLICABLE
    return Part(code=code, asked=asked, kept=kept, cover=cover)


def _least(parts: Sequence[Part], applies: Truth) -> Cover:
    """The least proved of the measures; where nobody knows whether the line applies, each has to be held."""
    found = [part.cover for part in parts]
    is_held = bool(parts) and all(part.kept for part in parts)
    if applies is None and not is_held:
        found.append(Cover.UNKNOWN)
    return min(found, key=_RANK.__getitem__, default=Cover.NOT_APPLICABLE)


def cover_lines(weighed: Assessment, kept: Sequence[Kept]) -> dict[str, Cell]:
    """Every action line of the kader for one activity."""
    return {line.id: cover_line(line, weighed, kept) for line in weighed.kader.action_lines}


def known_facts(kader: Kader, stored: Mapping[str, object]) -> dict[str, Value | None]:
    """What is known of an activity in the terms of this kader; what is no answer to it is unknown."""
    return {name: value_of(kader.facts[name], value) for name, value in stored.items() if name in kader.facts}


def reasons(cell: Cell, language: str) -> list[str]:
    """On which facts it rests that a line does not apply, or that it cannot be told; else nothing."""
    return list(dict.fromkeys(_reasons(cell, language)))


def _reasons(cell: Cell, language: str) -> Iterator[str]:
    if cell.cover in _TOLD_BY_LINE and cell.applies is _TOLD_BY_LINE[cell.cover]:
        yield from because(cell.weighed, cell.line.applies, language)
    elif cell.cover is Cover.UNKNOWN:
        unknown = {part.code for part in cell.of(Cover.UNKNOWN)}
        for measure in cell.line.measures:
            if measure.id in unknown:
                yield from because(cell.weighed, measure.when, language)


# What of a line makes its cell so, without a look at its measures.
_TOLD_BY_LINE: Mapping[Cover, Truth] = {Cover.NOT_APPLICABLE: False, Cover.UNKNOWN: None}


def tally(cells: Iterable[Cell]) -> dict[Cover, int]:
    """How many cells say what; every state is named, also where it is nought."""
    found = dict.fromkeys(Cover, 0)
    for cell in cells:
        found[cell.cover] += 1
    return found

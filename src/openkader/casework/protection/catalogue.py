"""The steps by which an organisation protects information on a mission or a visit, as it wrote them."""

import hashlib
import json
from collections.abc import Collection
from dataclasses import asdict, dataclass
from enum import StrEnum

from openkader.base.text import Text
from openkader.casework.vocabulary import Kind
from openkader.kader.sources import Passage


class PhaseName(StrEnum):
    """When a step is taken."""

    BEFORE = "before"
    DURING = "during"
    AFTER = "after"
    VISITORS = "visitors"


class ShownWhen(StrEnum):
    """What a sign-off has to hold before it shows a measure of the kader."""

    SIGNED = "signed"  # the expert agrees with the list
    PREPARED = "prepared"  # and what has to be done beforehand is done, or left out with a reason
    SECURITY_FIRST = "security_first"  # and in each conflict security came first


@dataclass(frozen=True, slots=True)
class StepSource:
    """Where a step was read; without an address or a date these are not known here."""

    id: str
    what: Text
    url: str | None = None
    date: str | None = None  # as exactly as it is known: 2019, 2018-04 or 2021-03-12


@dataclass(frozen=True, slots=True)
class Step:
    """One step; its name is its own in the whole list."""

    id: str
    text: Text
    sources: tuple[str, ...]
    caution: Text | None = None


@dataclass(frozen=True, slots=True)
class Phase:
    """The steps of one moment, for these kinds of activity."""

    phase: PhaseName
    title: Text
    kinds: tuple[Kind, ...]
    prepares: bool  # whether its steps have to be settled before one goes
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Goal:
    """What a step may hamper."""

    id: str
    text: Text


@dataclass(frozen=True, slots=True)
class Shows:
    """A measure of the kader that a sign-off shows, and when."""

    measure: str
    when: ShownWhen


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The whole list, and that it is partial."""

    title: Text
    introduction: Text
    partial: Text  # what it is made of, and what has to replace it
    sources: tuple[StepSource, ...]
    phases: tuple[Phase, ...]
    rule: Text  # what comes first in a conflict
    goals: tuple[Goal, ...]
    cites: tuple[Passage, ...]
    shows: tuple[Shows, ...]

    def phases_for(self, kind: Kind | None) -> tuple[Phase, ...]:
        """The phases of such an activity; of one of a sort that nobody said there are none."""
        return tuple(one for one in self.phases if kind in one.kinds)

    def steps_for(self, kind: Kind | None) -> tuple[Step, ...]:
        """The steps of such an activity, in the order of the list."""
        return tuple(step for phase in self.phases_for(kind) for step in phase.steps)

    def source(self, name: str) -> StepSource:
        """The source of this name."""
        return next(one for one in self.sources if one.id == name)

    def shown_by(self, held: Collection[ShownWhen]) -> tuple[str, ...]:
        """The measures that a sign-off shows which holds so much."""
        return tuple(one.measure for one in self.shows if one.when in held)

    def digest(self, kind: Kind | None) -> str:
        """The fingerprint of what such an activity is asked: other words are another list."""
        asked = [asdict(phase) for phase in self.phases_for(kind)]
        return hashlib.sha256(json.dumps(asked, sort_keys=True).encode()).hexdigest()

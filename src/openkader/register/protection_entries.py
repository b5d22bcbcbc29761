"""What is handed to the services of information protection."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from openkader.casework.protection import ConflictDraft, Outcome, StepSaid


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionEntry:
    """What is said of steps of an activity, and which version of each was seen; None says nothing."""

    activity: str
    said: Mapping[str, StepSaid | None]
    seen: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictEntry:
    """A step of an activity that hampers a goal."""

    activity: str
    draft: ConflictDraft


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingEntry:
    """What a decider says of a conflict, and why."""

    activity: str
    conflict: int
    outcome: Outcome
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffEntry:
    """The sign-off of an expert who saw the list as `seen` tells."""

    activity: str
    seen: str
    note: str = ""

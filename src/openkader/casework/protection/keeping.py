"""How the list of an activity is kept: what is said of each step, which goal a step hampers, and the sign-off.

Security comes first. Only a decider says otherwise, with a reason.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from openkader.base.errors import Refusal
from openkader.casework.protection.catalogue import Phase, ShownWhen
from openkader.casework.vocabulary import ActivityStanding

LONGEST = 2000
_NAMED = 5  # how many steps a refusal names


class StepState(StrEnum):
    """How far a step is; of one of which nobody said anything it is unknown."""

    PLANNED = "planned"
    DONE = "done"
    LEFT_OUT = "left_out"  # with the reason


class Outcome(StrEnum):
    """What gave way in a conflict."""

    SECURITY_FIRST = "security_first"
    OTHERWISE = "otherwise"  # said by a decider


@dataclass(frozen=True, slots=True)
class StepSaid:
    """What somebody says of a step: how far it is, what shows it or why it is left out, and the file that shows it."""

    state: StepState
    note: str = ""
    evidence: int | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """What was said of a step, version by version; the newest counts."""

    versions: tuple[StepSaid, ...] = ()

    @property
    def version(self) -> int:
        """How many times something was said; 0: never."""
        return len(self.versions)

    @property
    def now(self) -> StepSaid | None:
        """What counts."""
        return self.versions[-1] if self.versions else None

    def seen(self, version: int) -> StepSaid | None:
        """What stood there for whoever saw this version."""
        return self.versions[version - 1] if 0 < version <= self.version else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictDraft:
    """A step that hampers a goal, as somebody notes it."""

    step: str
    goal: str
    about: str


@dataclass(frozen=True, slots=True)
class Signed:
    """What an expert signed off: the list, the version of each step, and the rulings on each conflict."""

    catalogue: str
    steps: Mapping[str, int]
    conflicts: Mapping[str, int]


def may_keep(standing: ActivityStanding) -> Refusal | None:
    """What belongs to an activity that was called off stays as it was."""
    return Refusal("activity.cancelled") if standing is ActivityStanding.CANCELLED else None


def may_say(step: str, said: StepSaid, known: Collection[str]) -> Refusal | None:
    """Whether this can be said of a step of the list; what is left out has a reason."""
    if step not in known:
        return Refusal("protection.unknown-step", {"step": step[:20]})
    if len(said.note) > LONGEST:
        return Refusal("protection.too-long", {"step": step})
    if said.state is StepState.LEFT_OUT and not said.note.strip():
        return Refusal("protection.no-reason", {"step": step})
    return None


def is_new(said: StepSaid | None, seen: int, kept: Kept) -> bool:
    """Whether somebody who saw a version says something else; what they left alone says nothing, also if it changed."""
    return said is not None and said not in (kept.now, kept.seen(seen))


def may_change(step: str, seen: int, kept: Kept) -> Refusal | None:
    """Nobody writes over what they did not see."""
    return Refusal("protection.meanwhile", {"step": step}) if seen != kept.version else None


def may_note_conflict(draft: ConflictDraft, steps: Collection[str], goals: Collection[str]) -> Refusal | None:
    """A conflict names a step of the list, a goal, and what is hampered."""
    if draft.step not in steps:
        return Refusal("protection.unknown-step", {"step": draft.step[:20]})
    if draft.goal not in goals:
        return Refusal("protection.unknown-goal")
    return None if 0 < len(draft.about.strip()) <= LONGEST else Refusal("protection.no-conflict")


def may_rule(reason: str, outcome: Outcome, now: Outcome) -> Refusal | None:
    """A decider gives the reason, and decides something that does not hold yet."""
    if outcome is now:
        return Refusal("protection.ruled-already")
    return None if 0 < len(reason.strip()) <= LONGEST else Refusal("protection.ruling-no-reason")


def unsaid(phases: Sequence[Phase], kept: Mapping[str, Kept]) -> tuple[str, ...]:
    """The steps of which nobody said anything yet."""
    return tuple(
        step.id for phase in phases for step in phase.steps if not kept.get(step.id, Kept()).versions
    )


def is_prepared(phases: Sequence[Phase], kept: Mapping[str, Kept]) -> bool:
    """Whether there is anything to prepare, and each of it is done or left out."""
    ahead = [step.id for phase in phases if phase.prepares for step in phase.steps]
    said = [kept.get(name, Kept()).now for name in ahead]
    return bool(said) and all(one is not None and one.state is not StepState.PLANNED for one in said)


def may_sign_off(phases: Sequence[Phase], kept: Mapping[str, Kept], *, is_signed: bool) -> Refusal | None:
    """An expert signs off a whole list: of each step somebody said how it stands."""
    left = unsaid(phases, kept)
    if not phases:
        return Refusal("protection.no-list")
    if left:
        more = len(left) - _NAMED
        named = ", ".join(left[:_NAMED]) + (f" (+{more})" if more > 0 else "")
        return Refusal("protection.unsaid", {"number": str(len(left)), "steps": named})
    return Refusal("protection.signed-already") if is_signed else None


def may_sign_what_was_seen(seen: str, there: str, note: str) -> Refusal | None:
    """An expert signs what they read, and not what somebody changed meanwhile."""
    if seen != there:
        return Refusal("protection.list-changed")
    return Refusal("protection.note-too-long") if len(note) > LONGEST else None


def held_by(
    phases: Sequence[Phase], kept: Mapping[str, Kept], conflicts: Sequence[Outcome]
) -> tuple[ShownWhen, ...]:
    """What a sign-off on this list holds; without any conflict nothing came first."""
    held = [ShownWhen.SIGNED]
    if is_prepared(phases, kept):
        held.append(ShownWhen.PREPARED)
    if conflicts and all(one is Outcome.SECURITY_FIRST for one in conflicts):
        held.append(ShownWhen.SECURITY_FIRST)
    return tuple(held)


def is_stale(signed: Signed, now: Signed) -> bool:
    """Whether anything changed since the expert signed."""
    return signed != now


def changed_since(signed: Signed, now: Signed) -> tuple[str, ...]:
    """The steps of which something else was said since."""
    return tuple(name for name, version in now.steps.items() if signed.steps.get(name, 0) != version)

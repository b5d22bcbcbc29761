"""Information protection of an activity as its page shows it: the steps, the conflicts and the sign-offs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from openkader.casework.permissions import Person
from openkader.casework.protection import Catalogue, Kept, Outcome, Phase, Signed
from openkader.casework.vocabulary import Kind
from openkader.register.models import ProtectionConflict, ProtectionSignOff
from openkader.register.protections import (
    conflicts_of,
    kept_of,
    kind_of,
    mark_of,
    outcome_of,
    signed_by,
    standing_list,
    steps_of,
)
from openkader.register.selectors.activity import ActivityFile, activity_file


@dataclass(frozen=True, slots=True, kw_only=True)
class StepRow:
    """By whom and when something was said of a step the last time."""

    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingRow:
    """What a decider said of a conflict."""

    outcome: Outcome
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    """A step that hampers a goal, what gives way now, and every ruling."""

    number: int
    step: str
    goal: str
    about: str
    outcome: Outcome
    at: datetime
    by: str
    rulings: tuple[RulingRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOffRow:
    """That an expert agreed with a list."""

    reference: str
    note: str
    signed: Signed
    at: datetime
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProtectionFile:
    """An activity with its list; the newest sign-off comes first."""

    activity: ActivityFile
    kind: Kind | None
    phases: tuple[Phase, ...]
    kept: Mapping[str, Kept]
    rows: Mapping[str, StepRow]
    conflicts: tuple[ConflictRow, ...]
    sign_offs: tuple[SignOffRow, ...]
    now: Signed
    mark: str  # of the list as it is now


def protection_file(reference: str, catalogue: Catalogue, *, reader: Person) -> ProtectionFile:
    """The list of an activity that the reader may see."""
    found = activity_file(reference, reader=reader)
    key, kind = int(str(found.row["id"])), kind_of(found.row["kind"])
    steps, conflicts = steps_of(key), conflicts_of(key)
    kept = kept_of(steps)
    now = standing_list(catalogue, kind, kept, conflicts)
    signed = ProtectionSignOff.objects.filter(activity=key).order_by("-id")
    return ProtectionFile(
        activity=found,
        kind=kind,
        phases=catalogue.phases_for(kind),
        kept=kept,
        rows={row.step: StepRow(at=row.at, by=row.by) for row in steps},
        conflicts=tuple(map(_conflict, conflicts)),
        sign_offs=tuple(
            SignOffRow(reference=row.reference, note=row.note, signed=signed_by(row), at=row.at, by=row.by)
            for row in signed
        ),
        now=now,
        mark=mark_of(now),
    )


def _conflict(row: ProtectionConflict) -> ConflictRow:
    rulings = sorted(row.rulings.all(), key=lambda one: one.pk)
    return ConflictRow(
        number=row.number,
        step=row.step,
        goal=row.goal,
        about=row.about,
        outcome=outcome_of(row),
        at=row.at,
        by=row.by,
        rulings=tuple(
            RulingRow(outcome=Outcome(one.outcome), reason=one.reason, at=one.at, by=one.by)
            for one in rulings
        ),
    )

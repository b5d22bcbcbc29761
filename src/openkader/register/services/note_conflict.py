"""A step of information protection hampers another goal: that is noted, and a decider may rule on it."""

from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.protection import Catalogue, may_keep, may_note_conflict, may_rule
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.cases import activity_for_update
from openkader.register.hand import digest, require, writing
from openkader.register.models import ProtectionConflict, ProtectionRuling
from openkader.register.protection_entries import ConflictEntry, RulingEntry
from openkader.register.protections import conflicts_of, kind_of, outcome_of


def note_conflict(entry: ConflictEntry, *, catalogue: Catalogue, by: str, now: datetime) -> int:
    """Note it once; until a decider says otherwise security comes first."""
    draft = entry.draft
    with writing(by=by, now=now, act=Act.PROTECT) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(may_keep(ActivityStanding(activity.standing)))
        steps = [step.id for step in catalogue.steps_for(kind_of(activity.kind))]
        require(may_note_conflict(draft, steps, [goal.id for goal in catalogue.goals]))
        said = {"step": draft.step, "goal": draft.goal, "about": draft.about.strip()}
        former = conflicts_of(activity.pk)
        for one in former:
            if all(getattr(one, name) == value for name, value in said.items()):
                return one.number
        number = len(former) + 1
        ProtectionConflict.objects.create(activity=activity, number=number, **said, at=now, by=by)
        place = activity.reference
        hand.log(
            "conflict.noted", "activity", place, place, number=number, step=draft.step, digest=digest(draft)
        )
    return number


def rule_on_conflict(entry: RulingEntry, *, by: str, now: datetime) -> None:
    """Let something else come before security, or security first again, with the reason."""
    with writing(by=by, now=now, act=Act.RULE_ON_CONFLICT) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(may_keep(ActivityStanding(activity.standing)))
        row = next((one for one in conflicts_of(activity.pk) if one.number == entry.conflict), None)
        if row is None:
            raise NotFound("conflict", str(entry.conflict))
        require(may_rule(entry.reason, entry.outcome, outcome_of(row)))
        ProtectionRuling.objects.create(
            conflict=row, outcome=entry.outcome, reason=entry.reason.strip(), at=now, by=by
        )
        place = activity.reference
        hand.log(
            "conflict.ruled",
            "activity",
            place,
            place,
            number=row.number,
            outcome=entry.outcome,
            digest=digest(entry),
        )

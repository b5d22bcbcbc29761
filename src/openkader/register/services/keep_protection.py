"""Somebody says how far the steps of information protection are, many at once."""

from dataclasses import dataclass
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act
from openkader.casework.protection import (
    Catalogue,
    Kept,
    StepSaid,
    StepState,
    is_new,
    may_change,
    may_keep,
    may_say,
)
from openkader.casework.vocabulary import ActivityStanding
from openkader.register.cases import activity_for_update
from openkader.register.hand import Hand, digest, require, writing
from openkader.register.models import Activity, Evidence, ProtectionStep
from openkader.register.protection_entries import ProtectionEntry
from openkader.register.protections import kept_of, kind_of, steps_of


def keep_protection(entry: ProtectionEntry, *, catalogue: Catalogue, by: str, now: datetime) -> int:
    """Keep what is new, each as another version of its step, or nothing at all; how many steps that were."""
    with writing(by=by, now=now, act=Act.PROTECT) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(may_keep(ActivityStanding(activity.standing)))
        known = [step.id for step in catalogue.steps_for(kind_of(activity.kind))]
        kept = kept_of(steps_of(activity.pk))
        new = {
            step: said
            for step, said in entry.said.items()
            if said is not None and is_new(said, entry.seen.get(step, 0), kept.get(step, Kept()))
        }
        for step, said in new.items():
            require(may_say(step, said, known))
            require(may_change(step, entry.seen.get(step, 0), kept.get(step, Kept())))
        _require_own_evidence(activity, new)
        _store(activity, new, kept, hand)
    return len(new)


def _require_own_evidence(activity: Activity, new: dict[str, StepSaid]) -> None:
    """What shows a step is evidence of the same activity."""
    named = {said.evidence for said in new.values() if said.evidence is not None}
    mine = Evidence.objects.filter(measure__activity=activity, pk__in=named).count() if named else 0
    require(Refusal("protection.unknown-evidence") if mine != len(named) else None)


@dataclass(frozen=True, slots=True)
class _All:
    """Everything that was said at once."""

    said: dict[str, StepSaid]


def _store(activity: Activity, new: dict[str, StepSaid], kept: dict[str, Kept], hand: Hand) -> None:
    ProtectionStep.objects.bulk_create(
        ProtectionStep(
            activity=activity,
            step=step,
            version=kept.get(step, Kept()).version + 1,
            state=said.state,
            note=said.note,
            evidence_id=said.evidence,
            at=hand.now,
            by=hand.by,
        )
        for step, said in new.items()
    )
    if new:
        place = activity.reference
        told = {state: [step for step, said in new.items() if said.state is state] for state in StepState}
        hand.log(
            "protection.kept",
            "activity",
            place,
            place,
            planned=told[StepState.PLANNED],
            done=told[StepState.DONE],
            left_out=told[StepState.LEFT_OUT],
            digest=digest(_All(new)),
        )

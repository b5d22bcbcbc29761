"""Information protection as its services want to see it: what counts of each step and conflict, and what is signed."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from openkader.casework.protection import Catalogue, Kept, Outcome, Signed, StepSaid, StepState
from openkader.casework.vocabulary import Kind
from openkader.register.chain import fingerprint
from openkader.register.models import ProtectionConflict, ProtectionSignOff, ProtectionStep


def kind_of(written: object) -> Kind | None:
    """What sort of activity it is; None where nobody said so."""
    return Kind(str(written)) if written else None


def kept_of(rows: Iterable[ProtectionStep]) -> dict[str, Kept]:
    """What was said of each step, from rows in the order of their versions."""
    found: defaultdict[str, list[StepSaid]] = defaultdict(list)
    for row in rows:
        found[row.step].append(StepSaid(StepState(row.state), row.note, row.evidence_id))
    return {step: Kept(tuple(versions)) for step, versions in found.items()}


def steps_of(activity: int) -> list[ProtectionStep]:
    """Everything that was said of the steps of an activity, in the order of the versions."""
    return list(ProtectionStep.objects.filter(activity=activity).order_by("version", "id"))


def conflicts_of(activity: int) -> list[ProtectionConflict]:
    """The conflicts of an activity with their rulings."""
    rows = ProtectionConflict.objects.filter(activity=activity)
    return list(rows.prefetch_related("rulings").order_by("number"))


def outcome_of(conflict: ProtectionConflict) -> Outcome:
    """What gives way: the newest ruling says it, and without one security comes first."""
    rulings = sorted(conflict.rulings.all(), key=lambda one: one.pk)
    return Outcome(rulings[-1].outcome) if rulings else Outcome.SECURITY_FIRST


def standing_list(
    catalogue: Catalogue,
    kind: Kind | None,
    kept: Mapping[str, Kept],
    conflicts: Iterable[ProtectionConflict],
) -> Signed:
    """The list as it is now, in the way in which an expert signs it."""
    return Signed(
        catalogue=catalogue.digest(kind),
        steps={step.id: kept.get(step.id, Kept()).version for step in catalogue.steps_for(kind)},
        conflicts={str(one.number): len(one.rulings.all()) for one in conflicts},
    )


def signed_by(row: ProtectionSignOff) -> Signed:
    """A stored sign-off as the rules know it."""
    return Signed(catalogue=row.catalogue, steps=row.steps, conflicts=row.conflicts)


def mark_of(signed: Signed) -> str:
    """What an expert saw, in a form that a page can carry."""
    said = {"catalogue": signed.catalogue, "steps": signed.steps, "conflicts": signed.conflicts}
    return fingerprint(said)

"""The information-security expert signs off the list of an activity."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from openkader.base.text import Text
from openkader.casework.permissions import Act
from openkader.casework.protection import (
    Catalogue,
    Kept,
    Phase,
    Signed,
    held_by,
    may_keep,
    may_sign_off,
    may_sign_what_was_seen,
)
from openkader.casework.vocabulary import ActivityStanding, EvidenceKind
from openkader.register.cases import activity_for_update
from openkader.register.entries import EvidenceEntry
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.measures import enter_evidence
from openkader.register.models import Activity, ProtectionConflict, ProtectionSignOff
from openkader.register.numbering import next_reference
from openkader.register.protection_entries import SignOffEntry
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


@dataclass(frozen=True, slots=True)
class _There:
    """The list as it stands at the moment of signing."""

    phases: Sequence[Phase]
    kept: Mapping[str, Kept]
    conflicts: Sequence[ProtectionConflict]
    signed: Signed


def sign_off_protection(entry: SignOffEntry, *, catalogue: Catalogue, by: str, now: datetime) -> str:
    """Keep that the expert agrees with the list as it was seen, and show it at the measures of the activity.

    Whether such a measure is done is said by a person who closes it. A second click finds the first sign-off.
    """
    with writing(by=by, now=now, act=Act.SIGN_OFF_PROTECTION) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(may_keep(ActivityStanding(activity.standing)))
        there = _there(catalogue, activity)
        last = activity.protection_sign_offs.order_by("-id").first()
        is_signed = last is not None and signed_by(last) == there.signed
        if last is not None and is_signed and last.by == by:
            return last.reference
        require(may_sign_off(there.phases, there.kept, is_signed=is_signed))
        require(may_sign_what_was_seen(entry.seen, mark_of(there.signed), entry.note))
        reference = _store(activity, entry, there.signed, hand)
        shown = _show(activity, reference, there, catalogue, hand)
        hand.log(
            "protection.signed-off",
            "protection_sign_off",
            reference,
            activity.reference,
            measures=shown,
            digest=digest(there.signed),
        )
    return reference


def _there(catalogue: Catalogue, activity: Activity) -> _There:
    kept, conflicts = kept_of(steps_of(activity.pk)), conflicts_of(activity.pk)
    phases = catalogue.phases_for(kind_of(activity.kind))
    signed = standing_list(catalogue, kind_of(activity.kind), kept, conflicts)
    return _There(phases, kept, conflicts, signed)


def _store(activity: Activity, entry: SignOffEntry, signed: Signed, hand: Hand) -> str:
    reference = next_reference(f"{activity.reference}-IB")
    claim_references([(reference, activity.reference)], kind="protection_sign_off")
    ProtectionSignOff.objects.create(
        activity=activity,
        reference=reference,
        catalogue=signed.catalogue,
        steps=dict(signed.steps),
        conflicts=dict(signed.conflicts),
        note=entry.note.strip(),
        at=hand.now,
        by=hand.by,
    )
    return reference


def _show(activity: Activity, reference: str, there: _There, catalogue: Catalogue, hand: Hand) -> list[str]:
    """Beside each measure that the sign-off shows it becomes evidence; the codes of those measures."""
    held = held_by(there.phases, there.kept, [outcome_of(one) for one in there.conflicts])
    rows = list(activity.measures.filter(code__in=catalogue.shown_by(held)).order_by("id"))
    title = Text(
        nl=f"Akkoord informatiebescherming {reference}", en=f"Sign-off of information protection {reference}"
    )
    shown = EvidenceEntry(kind=EvidenceKind.FORM, title=title, record=reference)
    enter_evidence([(row, [shown]) for row in rows], hand)
    return [row.code for row in rows]

"""What belongs to notes of a talk and to items in public: whom it was with, and what will follow."""

from openkader.casework.raising import Promise
from openkader.casework.vocabulary import Role
from openkader.register.hand import Hand, claim_references
from openkader.register.models import Activity, FollowUp, MessageNote, PublicItem


def counterparts_of(activity: Activity) -> set[str]:
    """Whom the activity was with: the counterparts that took part, and organisers from the country that it is about."""
    rows = activity.participations.filter(party__isnull=False, dropped_out=False)
    found = rows.filter(role__in=[Role.COUNTERPART, Role.ORGANISER]).values_list(
        "role", "party__reference", "party__country"
    )
    return {
        reference
        for role, reference, country in found
        if role == Role.COUNTERPART or (country is not None and country == activity.country)
    }


def enter_follow_up(of: MessageNote | PublicItem, promise: Promise, hand: Hand) -> str | None:
    """Store what will follow; nothing may follow."""
    if promise.is_empty or promise.due_on is None:
        return None
    activity = of.activity
    reference = f"{activity.reference}-V{FollowUp.objects.filter(activity=activity).count() + 1}"
    claim_references([(reference, activity.reference)], kind="follow-up")
    FollowUp.objects.create(
        reference=reference,
        activity=activity,
        note=of if isinstance(of, MessageNote) else None,
        item=of if isinstance(of, PublicItem) else None,
        what=promise.what.strip(),
        who=promise.who.strip(),
        due_on=promise.due_on,
        source_id=hand.source_id,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )
    hand.log(
        "follow-up.promised", "follow-up", reference, activity.reference, due_on=promise.due_on.isoformat()
    )
    return reference

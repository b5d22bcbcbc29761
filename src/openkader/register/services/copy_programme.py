"""A new programme begins as an earlier one did."""

from datetime import datetime

from openkader.casework.mission import in_order, may_copy, may_lie, may_plan, shifted
from openkader.casework.permissions import Act
from openkader.register.cases import activity_for_update
from openkader.register.hand import require, writing
from openkader.register.mission_entries import CopyEntry
from openkader.register.missions import enter_slots, next_number, slot_draft, standing
from openkader.register.models import ProgrammeSlot, ProgrammeTemplate


def copy_programme(entry: CopyEntry, *, by: str, now: datetime) -> int:
    """Take the parts of another programme over, from another first day on; how many there are."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        template = activity_for_update(entry.template, hand)
        theirs = [slot_draft(row) for row in standing(ProgrammeSlot).filter(activity=template)]
        require(may_copy(theirs, standing(ProgrammeSlot).filter(activity=activity).count()))
        require(may_lie(entry.first_day, activity.year))  # first: beyond the last year no day can be counted
        drafts = shifted(in_order(theirs, lambda one: one), entry.first_day)
        for draft in drafts:
            require(may_plan(draft, activity.year))
        enter_slots(activity, drafts, hand, number=next_number(ProgrammeSlot, activity))
        ProgrammeTemplate.objects.create(activity=activity, template=template, at=now, by=by)
        place = activity.reference
        hand.log("programme.copied", "activity", place, place, number=len(drafts), source=template.reference)
    return len(drafts)

"""A part of a programme is put in, changed, or taken out."""

from datetime import datetime

from openkader.casework.mission import may_change, may_plan
from openkader.casework.permissions import Act
from openkader.register.cases import activity_for_update
from openkader.register.hand import digest, require, writing
from openkader.register.inviting import tell_invited
from openkader.register.mission_entries import SlotEntry
from openkader.register.missions import (
    enter_slots,
    newest_version,
    next_number,
    remove_version,
    slot_draft,
    standing,
)
from openkader.register.models import ProgrammeSlot


def plan_slot(entry: SlotEntry, *, by: str, now: datetime) -> int:
    """Put a part into the programme, or another version of one; the very same twice is a second click."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(may_plan(entry.draft, activity.year))
        if entry.number is None:
            for row in standing(ProgrammeSlot).filter(activity=activity, title=entry.draft.title.strip()):
                if _draft(row) == entry.draft:
                    return int(row.number)
            number, version, action = next_number(ProgrammeSlot, activity), 1, "programme.planned"
        else:
            former = newest_version(ProgrammeSlot, activity, entry.number, "slot")
            if not former.is_removed and _draft(former) == entry.draft:
                return entry.number
            require(may_change(entry.seen, former.version, is_removed=former.is_removed))
            number, version, action = entry.number, former.version + 1, "programme.changed"
        enter_slots(activity, [entry.draft], hand, number=number, version=version)
        place = activity.reference
        hand.log(action, "activity", place, place, number=number, digest=digest(entry.draft))
        tell_invited(activity, hand)
    return number


def remove_slot(activity: str, number: int, seen: int, *, by: str, now: datetime) -> None:
    """Take a part out of the programme; what was removed already stays so."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = activity_for_update(activity, hand)
        former = newest_version(ProgrammeSlot, row, number, "slot")
        if former.is_removed:
            return
        require(may_change(seen, former.version, is_removed=False))
        remove_version(former, hand)
        hand.log("programme.removed", "activity", row.reference, row.reference, number=number)
        tell_invited(row, hand)


def _draft(row: ProgrammeSlot) -> object:
    return slot_draft(row, row.met.order_by("id").values_list("party__reference", flat=True))

"""Somebody is put on the list of participants, changed there, or taken off it; or a whole list comes in."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.mission import ParticipantDraft, may_change, may_enrol
from openkader.casework.permissions import Act
from openkader.register.cases import activity_for_update
from openkader.register.hand import digest, require, writing
from openkader.register.mission_entries import ParticipantEntry, ParticipantsEntry, Reasons
from openkader.register.missions import (
    enter_participants,
    has_begun,
    newest_version,
    next_number,
    participant_draft,
    remove_version,
    standing,
)
from openkader.register.models import Participant


def enrol_participant(entry: ParticipantEntry, reasons: Reasons, *, by: str, now: datetime) -> int:
    """Put somebody on the list, or another version of them; who is on it already is not put on it twice."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        begun = has_begun(activity, hand.today)
        require(may_enrol(entry.draft, reasons.codes, has_begun=begun))
        if entry.number is None:
            mine = standing(Participant).filter(activity=activity)
            known = mine.filter(fingerprint=entry.draft.fingerprint).first()
            if known is not None:
                return int(known.number)
            number, version, action = next_number(Participant, activity), 1, "participant.enrolled"
        else:
            former = newest_version(Participant, activity, entry.number, "participant")
            if not former.is_removed and participant_draft(former) == entry.draft:
                return entry.number
            require(may_change(entry.seen, former.version, is_removed=former.is_removed))
            number, version, action = entry.number, former.version + 1, "participant.changed"
        enter_participants(activity, [entry.draft], hand, number=number, version=version)
        place, status = activity.reference, entry.draft.status
        hand.log(action, "activity", place, place, number=number, status=status, digest=digest(entry.draft))
    return number


def enrol_participants(entry: ParticipantsEntry, *, by: str, now: datetime) -> tuple[int, int]:
    """Put everybody of a list on ours who is not on it: how many are new, and how many were known."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        activity = activity_for_update(entry.activity, hand)
        require(None if entry.drafts else Refusal("participants.nobody"))
        begun = has_begun(activity, hand.today)
        for draft in entry.drafts:
            require(may_enrol(draft, (), has_begun=begun))
        known = set(standing(Participant).filter(activity=activity).values_list("fingerprint", flat=True))
        new: dict[str, ParticipantDraft] = {}
        for draft in entry.drafts:
            if draft.fingerprint not in known:
                new.setdefault(draft.fingerprint, draft)
        if new:
            number = next_number(Participant, activity)
            enter_participants(activity, list(new.values()), hand, number=number)
            hand.log(
                "participants.enrolled",
                "activity",
                activity.reference,
                activity.reference,
                added=len(new),
                file=entry.digest,
                unreadable=entry.unreadable,
            )
    return len(new), len(entry.drafts) - len(new)


def remove_participant(activity: str, number: int, seen: int, *, by: str, now: datetime) -> None:
    """Take somebody off the list who came on it by mistake; who dropped out stays on it, with the reason."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        row = activity_for_update(activity, hand)
        former = newest_version(Participant, row, number, "participant")
        if former.is_removed:
            return
        require(may_change(seen, former.version, is_removed=False))
        remove_version(former, hand)
        hand.log("participant.removed", "activity", row.reference, row.reference, number=number)

"""The programme of an activity: what stands on which day, at what time of the place, with whom and for whom."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar

from openkader.base.errors import Refusal
from openkader.casework.mission.words import ParticipantRole
from openkader.casework.mission.zones import exists, zone_of
from openkader.casework.vocabulary import Setting

S = TypeVar("S")
LONGEST_TITLE = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class SlotDraft:
    """One part of a programme as somebody wants it to stand there.

    The times are those of the clock at the place. Without a time it is for the whole day. `roles` are those
    whom it is for; without any it is for everybody. `parties` are registered, `counterparts` are words.
    """

    title: str
    day: date
    begins: time | None = None
    ends: time | None = None
    zone: str | None = None
    place: str = ""
    setting: Setting | None = None
    parties: tuple[str, ...] = ()
    counterparts: tuple[str, ...] = ()
    roles: tuple[ParticipantRole, ...] = ()
    note: str = ""


def may_plan(draft: SlotDraft, year: int) -> Refusal | None:
    """A part has a title and a day near the activity; a time belongs to the clock of a place."""
    if not draft.title.strip() or len(draft.title) > LONGEST_TITLE:
        return Refusal("programme.no-title")
    return may_lie(draft.day, year) or _is_in_time(draft)


def may_lie(day: date, year: int) -> Refusal | None:
    """A day of a programme is near the activity."""
    return Refusal("programme.other-year", {"year": str(year)}) if abs(day.year - year) > 1 else None


def _is_in_time(draft: SlotDraft) -> Refusal | None:
    if draft.zone is not None and zone_of(draft.zone) != draft.zone:
        return Refusal("programme.unknown-zone", {"zone": draft.zone[:60]})
    if draft.begins is None:
        return Refusal("programme.no-begin") if draft.ends else None
    if draft.zone is None:
        return Refusal("programme.no-zone")
    if draft.ends is not None and draft.ends <= draft.begins:
        return Refusal("programme.ends-first")
    for at in filter(None, (draft.begins, draft.ends)):
        if not exists(draft.day, at, draft.zone):
            return Refusal("programme.no-such-time", {"time": f"{at:%H:%M}", "title": draft.title})
    return None


def may_change(seen: int, version: int, *, is_removed: bool) -> Refusal | None:
    """What somebody else changed or removed meanwhile is read first."""
    if is_removed:
        return Refusal("mission.removed")
    return None if seen == version else Refusal("mission.meanwhile")


def in_order(slots: Iterable[S], draft: Callable[[S], SlotDraft]) -> list[S]:
    """As the days go; what has no time comes before what has, and what is alike stays in the order it came in."""
    return sorted(slots, key=lambda slot: (draft(slot).day, draft(slot).begins or time.min))


def is_for(draft: SlotDraft, role: ParticipantRole | None) -> bool:
    """Whether a part is for somebody of this role; of whom the role is unknown, only what is for everybody."""
    return not draft.roles or role in draft.roles

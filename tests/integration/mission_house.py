"""Programmes and participants for the tests; everybody is made up."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from openkader.casework.mission import ParticipantDraft, SlotDraft
from openkader.casework.permissions import HouseHand
from openkader.register import services
from openkader.register.mission_entries import (
    CopyEntry,
    ParticipantEntry,
    ParticipantsEntry,
    Reasons,
    SlotEntry,
)

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
REASONS = Reasons(codes=frozenset({"illness", "costs"}))
DAY = date(2030, 5, 23)


def slot(**changes: Any) -> SlotDraft:
    plain = {"title": "Gesprek", "day": DAY, "begins": time(9), "ends": time(10), "zone": "Asia/Shanghai"}
    return SlotDraft(**{**plain, **changes})


def planned(activity: str = "X-1", number: int | None = None, seen: int = 0, **changes: Any) -> int:
    entry = SlotEntry(activity=activity, draft=slot(**changes), number=number, seen=seen)
    return services.plan_slot(entry, **HAND)


def person(**changes: Any) -> ParticipantDraft:
    return ParticipantDraft(**{"name": "Hazel Wren", **changes})


def enrolled(activity: str = "X-1", number: int | None = None, seen: int = 0, **changes: Any) -> int:
    entry = ParticipantEntry(activity=activity, draft=person(**changes), number=number, seen=seen)
    return services.enrol_participant(entry, REASONS, **HAND)


def handed_in(*names: str, activity: str = "X-1") -> tuple[int, int]:
    drafts = tuple(person(name=name) for name in names)
    entry = ParticipantsEntry(activity=activity, drafts=drafts, digest="a" * 64, unreadable=2)
    return services.enrol_participants(entry, **HAND)


def copied(template: str, activity: str, first_day: date) -> int:
    return services.copy_programme(
        CopyEntry(activity=activity, template=template, first_day=first_day), **HAND
    )


def prepared(activity: Callable[[], object]) -> dict[str, Callable[..., Callable[[], object]]]:
    """What each service of a mission needs, and the one call that is the change."""

    def after(
        *before: Callable[[], object], then: Callable[[], object]
    ) -> Callable[..., Callable[[], object]]:
        def prepare(*_: object) -> Callable[[], object]:
            for one in (activity, *before):
                one()
            return then

        return prepare

    return {
        "plan_slot": after(then=planned),
        "remove_slot": after(planned, then=lambda: services.remove_slot("X-1", 1, 1, **HAND)),
        "enrol_participant": after(then=enrolled),
        "enrol_participants": after(then=lambda: handed_in("Hazel Wren")),
        "remove_participant": after(enrolled, then=lambda: services.remove_participant("X-1", 1, 1, **HAND)),
        "copy_programme": after(planned, _another, then=lambda: copied("X-1", "X-2", DAY)),
        "note_lesson": after(then=lambda: services.note_lesson("X-1", "Meer tijd.", **HAND)),
    }


def _another() -> None:
    from tests.integration.register_house import an_activity

    an_activity(reference="X-2")

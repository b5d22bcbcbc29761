"""Programmes and participants for the tests; everybody is made up."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time
from typing import Any

from django.test import Client

from openkader.base.text import Text
from openkader.casework.mission import ParticipantDraft, SlotDraft
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import PartyKind, Role
from openkader.register import services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry
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
URL = "/activiteiten/X-1/programma/"


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


def a_journey() -> str:
    """An activity in China, of a year whose kader is known, with one party."""
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.COMPANY, name="Tuin BV"), **HAND)
    mine = ParticipationEntry(reference="D-1", role=Role.OWN_PARTY, party="P-1")
    return services.record_activity(
        ActivityEntry(
            reference="X-1",
            year=2024,
            title=Text(nl="Fictief", en="Fictional"),
            country="CN",
            period=Period.day(date(2024, 5, 23), date(2024, 5, 28)),
            participations=(mine,),
        ),
        **HAND,
    )


def sent(client: Client, fields: dict[str, Any], url: str = URL, status: int = 302) -> str:
    response = client.post(url, fields)
    text = " ".join(response.content.decode().split())
    assert response.status_code == status, text[:3000]
    return text


def shown(client: Client, url: str = URL, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return " ".join(response.content.decode().split())

"""Missions with companies, and the self-scans that are asked of them, for the tests of the register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import Act, DoorHand, HouseHand
from openkader.casework.self_scan import Given, Reply
from openkader.casework.vocabulary import Kind, PartyKind, Role
from openkader.register import services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry
from openkader.register.intake_entries import LinkEntry
from openkader.register.models import Participation, Party
from openkader.register.scan_forms import scan_form
from openkader.register.selectors import link_digest
from openkader.register.self_scan_entries import (
    BriefingEntry,
    ScanSaidEntry,
    ScanWaiverEntry,
    SelfScanEntry,
)

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
TODAY = NOW.date()
DAY = timedelta(days=1)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
TOKEN = "s" * 32
LINK = LinkEntry(digest=link_digest(TOKEN), ends=NOW + 30 * DAY)
MISSION, COMPANY, OTHER = "X-1", "P-1", "P-2"
COMPANY_HAND = DoorHand("link:X-1-Z1", Act.WORK)
DEPARTURE = date(2030, 6, 1)


def a_party(reference: str = COMPANY, kind: PartyKind = PartyKind.COMPANY, name: str = "") -> str:
    if not Party.objects.filter(reference=reference).exists():
        entry = PartyEntry(reference=reference, kind=kind, name=name or f"Fictief {reference}")
        services.record_party(entry, **HAND)
    return reference


def a_place(activity: str, at: int, **changes: Any) -> ParticipationEntry:
    return replace(ParticipationEntry(reference=f"{activity}-D{at}", role=Role.OWN_PARTY), **changes)


def a_mission(*parties: str, reference: str = MISSION, group: int | None = 0, **changes: Any) -> str:
    """A mission with these companies, and with a group of so many of which nobody knows the names."""
    places = [a_place(reference, at, party=a_party(one)) for at, one in enumerate(parties, 1)]
    if group != 0:
        words = Text(nl="tuinbouwbedrijven", en="horticultural companies")
        places.append(a_place(reference, 90, description=words, number=group))
    plain = ActivityEntry(
        reference=reference,
        year=2030,
        title=Text(nl="Fictieve missie", en="Fictional mission"),
        kind=Kind.OUTGOING_MISSION,
        country="CN",
        period=Period.day(DEPARTURE),
        participations=tuple(places),
    )
    return services.record_activity(replace(plain, **changes), **HAND)


def a_question(**changes: Any) -> SelfScanEntry:
    plain = SelfScanEntry(
        activity=MISSION,
        party=COMPANY,
        recipient="A. Fictief",
        due_on=TODAY + 10 * DAY,
        email="a@voorbeeld.example",
        link=LINK,
    )
    return replace(plain, **changes)


def asked(**changes: Any) -> str:
    return services.ask_self_scan(a_question(**changes), form=scan_form(), **HAND)


def asked_before(days: int = 8, **changes: Any) -> str:
    """Asked so many days ago."""
    entry = a_question(**changes)
    return services.ask_self_scan(entry, form=scan_form(), by=HAND["by"], now=NOW - days * DAY)


def whole(reply: Reply = Reply.IN_PLACE, reason: str = "") -> dict[str, Given]:
    return {one.id: Given(reply, reason) for one in scan_form().questions}


def said(scan: str = "X-1-Z1", **changes: Any) -> ScanSaidEntry:
    return replace(ScanSaidEntry(scan=scan, seen=0, said=whole(), given_by="A. Fictief"), **changes)


def handed_in(scan: str = "X-1-Z1", now: datetime = NOW, **changes: Any) -> None:
    services.hand_in_self_scan(said(scan, **changes), by=COMPANY_HAND, now=now)


def a_waiver(**changes: Any) -> ScanWaiverEntry:
    plain = ScanWaiverEntry(
        activity=MISSION, party=COMPANY, reason="Ging vorig jaar ook mee.", expires_on=DEPARTURE
    )
    return replace(plain, **changes)


def key_of(at: int, activity: str = MISSION) -> str:
    """What a form calls the party or group in that place of an activity."""
    return f"D{Participation.objects.get(reference=f'{activity}-D{at}').pk}"


def a_session(**changes: Any) -> BriefingEntry:
    plain = BriefingEntry(activity=MISSION, kind="rvo", held_on=TODAY, by_whom="RVO (fictief)")
    noted: dict[str, Any] = {"present": changes.pop("present") if "present" in changes else {key_of(1): 1}}
    return replace(plain, **noted, **changes)


Change = Callable[..., Callable[[], object]]


def prepared() -> dict[str, Change]:
    """What each service of self-scans needs."""

    def after(first: Callable[[], object], act: Callable[[], object]) -> Change:
        def prepare(_assessor: object, _folder: Path) -> Callable[[], object]:
            a_mission(COMPANY)
            first()
            return act

        return prepare

    def proposed() -> str:
        return services.waive_self_scan(a_waiver(), by=HouseHand("cli:colleague"), now=NOW)

    def noting() -> str:
        return services.note_briefing(a_session(), form=scan_form(), **HAND)

    def nothing() -> None:
        pass

    return {
        "ask_self_scan": after(nothing, asked),
        "remind_company": after(asked_before, lambda: services.remind_company("X-1-Z1", **HAND)),
        "take_back_self_scan": after(
            asked, lambda: services.take_back_self_scan("X-1-Z1", "Verkeerd adres.", **HAND)
        ),
        "save_self_scan": after(asked, lambda: services.save_self_scan(said(), **HAND)),
        "hand_in_self_scan": after(asked, lambda: services.hand_in_self_scan(said(), **HAND)),
        "waive_self_scan": after(nothing, lambda: services.waive_self_scan(a_waiver(), **HAND)),
        "agree_to_scan_waiver": after(proposed, lambda: services.agree_to_scan_waiver("X-1-ZO1", **HAND)),
        "note_briefing": after(nothing, noting),
        "strike_out_briefing": after(
            noting, lambda: services.strike_out_briefing("X-1-VS1", "Verkeerde dag.", **HAND)
        ),
    }

"""The network and its initiatives, for the tests; everything is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

from openkader.base.text import Text
from openkader.casework.initiatives import StepKind
from openkader.casework.network import (
    ContactDraft,
    ContactPointDraft,
    ContributionDraft,
    ContributionKind,
    Manner,
)
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import Kind, PartyKind
from openkader.register import services
from openkader.register.entries import ActivityEntry, PartyEntry, TalkEntry
from openkader.register.initiative_entries import InitiativeEntry, Side, StepEntry
from openkader.register.kaders import assessor_of
from openkader.register.network import words_of
from openkader.register.network_entries import (
    ContactEntry,
    ContactPointEntry,
    ContributionEntry,
    MemberEntry,
    ProfileEntry,
)

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
MEMBER, EXPERT = "NW-1", "NW-2"
KADER = assessor_of("zuid-holland/2024-01-01").kader
CONTACT = ContactDraft(
    period=Period.day(date(2030, 4, 1)),
    purpose="exploration",
    by_whom="Anna Bedacht",
    about="Wat er speelt in de keten.",
    manner=Manner.MEETING,
    whom="B. Verzonnen",
)
CONTRIBUTION = ContributionDraft(
    kind=ContributionKind.ACTIVITY, to="NX-1", what="Sprak met de bedrijven.", period=Period.year(2029)
)
PERSON = ContactPointDraft(name="B. Verzonnen", function="beleid", email="b@example.nl")
ASKED = StepEntry(
    kind=StepKind.SOUGHT,
    what=Text(nl="Zoekt kennis van mensenrechten.", en="Seeks knowledge of human rights."),
    seeker=Side(None, Text(nl="een bedachte school", en="a made-up school")),
)


def party(reference: str = "NP-1", name: str = "Stichting Bedacht", **changes: Any) -> str:
    entry = PartyEntry(reference=reference, kind=PartyKind.CIVIL_SOCIETY, name=name)
    return services.record_party(replace(entry, **changes), **HAND)


def activity(reference: str = "NX-1", **changes: Any) -> str:
    entry = ActivityEntry(
        reference=reference,
        year=2030,
        title=Text(nl="Bedachte missie", en="Made-up mission"),
        kind=Kind.OUTGOING_MISSION,
        country="CN",
        programme="china",
        period=Period.day(date(2030, 3, 1)),
    )
    return services.record_activity(replace(entry, **changes), **HAND)


def joined(to: str = "NP-1", **changes: Any) -> str:
    entry = MemberEntry(
        party=to,
        why=Text(nl="Kent de keten.", en="Knows the chain."),
        expertise=("human_rights",),
        countries=("CN",),
    )
    return services.join_network(replace(entry, **changes), words=words_of(KADER), **HAND)


def a_member(reference: str = "NP-1", name: str = "Stichting Bedacht") -> str:
    return joined(party(reference, name))


def spoke(*members: str, hand: dict[str, Any] = HAND, **changes: Any) -> str:
    entry = ContactEntry(members=members or (MEMBER,), draft=replace(CONTACT, **changes))
    return services.note_contact(entry, kader=KADER, **hand)


def contributed(member: str = MEMBER, hand: dict[str, Any] = HAND, **changes: Any) -> str:
    entry = ContributionEntry(member=member, draft=replace(CONTRIBUTION, **changes))
    return services.note_contribution(entry, kader=KADER, **hand)


def described(member: str = MEMBER, seen: int = 1, **changes: Any) -> None:
    entry = ProfileEntry(member=member, expertise=("law",), countries=("CN", "MA"), seen=seen)
    services.describe_member(replace(entry, **changes), words=words_of(KADER), **HAND)


def reached(member: str = MEMBER, hand: dict[str, Any] = HAND, **changes: str) -> int:
    entry = ContactPointEntry(member=member, draft=replace(PERSON, **changes))
    return services.keep_contact_point(entry, **hand)


def ten_talks(number: int | None = 10, year: int = 2030) -> str:
    entry = TalkEntry(
        reference="G-1",
        number=number,
        year=year,
        purpose="exploration",
        period=Period.year(year),
        title=Text(nl="Tien bedachte gesprekken", en="Ten made-up talks"),
    )
    return services.record_talk(entry, **HAND)


def begun(hand: dict[str, Any] = HAND, **changes: Any) -> str:
    entry = InitiativeEntry(
        title=Text(nl="Kennis voor een school", en="Knowledge for a school"), steps=(ASKED,), activity="NX-1"
    )
    return services.start_initiative(replace(entry, **changes), **hand).reference


def step(kind: StepKind, initiative: str = "NX-1-I1", hand: dict[str, Any] = HAND, **changes: Any) -> int:
    entry = StepEntry(kind=kind, what=Text(nl="Zo ging het.", en="So it went."))
    if kind is StepKind.MATCHED:
        entry = replace(entry, partner=Side(None, Text(nl="een stichting", en="a foundation")))
    return services.add_initiative_step(initiative, replace(entry, **changes), **hand)


def _after(*before: Callable[[], object], then: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    def prepare(*_: object) -> Callable[[], object]:
        for one in before:
            one()
        return then

    return prepare


def _stopped() -> None:
    services.stop_member(MEMBER, "Opgeheven.", **HAND)


PREPARED: dict[str, Callable[..., Callable[[], object]]] = {
    "join_network": _after(party, then=joined),
    "describe_member": _after(a_member, then=described),
    "stop_member": _after(a_member, then=_stopped),
    "resume_member": _after(
        a_member, _stopped, then=lambda: services.resume_member(MEMBER, "Weer terug.", **HAND)
    ),
    "keep_contact_point": _after(a_member, then=reached),
    "remove_contact_point": _after(
        a_member, reached, then=lambda: services.remove_contact_point(MEMBER, 1, **HAND)
    ),
    "note_contact": _after(a_member, then=spoke),
    "note_contribution": _after(a_member, activity, then=contributed),
    "strike_out_contact": _after(
        a_member, spoke, then=lambda: services.strike_out_contact(MEMBER, "G-2030-N1", "Dubbel.", **HAND)
    ),
    "strike_out_contribution": _after(
        a_member,
        activity,
        contributed,
        then=lambda: services.strike_out_contribution(MEMBER, "NW-1-B1", "Verkeerd lid.", **HAND),
    ),
    "start_initiative": _after(activity, then=begun),
    "add_initiative_step": _after(activity, begun, then=lambda: step(StepKind.MATCHED)),
}

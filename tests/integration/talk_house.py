"""Talks with counterparts, what is noted of them, and what was said of them in public."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.raising import Promise
from openkader.casework.vocabulary import Kind, PartyKind, PublicKind, Role, Setting
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry
from openkader.register.message_entries import MessageNoteEntry, PublicItemEntry

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
TITLE = Text(nl="Bedacht gesprek", en="Made-up talk")
RAISED = MessageNoteEntry(
    activity="G-1",
    line="level_playing_field",
    raised=True,
    seen=0,
    party="W-1",
    said_by="gedeputeerde Bedacht",
    setting=Setting.FORMAL,
    reaction="Zij noemden hun eigen wet.",
)
PROMISE = Promise(what="Brief sturen", who="Anna", due_on=date(2030, 6, 1))
POST = PublicItemEntry(
    activity="G-1",
    kind=PublicKind.POST,
    title="Bericht over het gesprek",
    published_on=date(2030, 4, 30),
    url="https://example.nl/bericht",
    text="Wij spraken over een gelijk speelveld.",
    topics=("level_playing_field",),
)


def party(reference: str = "W-1", name: str = "Bedachte Commissie", country: str = "CN") -> str:
    entry = PartyEntry(reference=reference, kind=PartyKind.GOVERNMENT, name=name, country=country)
    return services.record_party(entry, **HAND)


def talk(reference: str = "G-1", *whom: str, **changes: Any) -> str:
    """A talk in April 2030 with these counterparts, who are registered."""
    places = tuple(
        ParticipationEntry(reference=f"{reference}-P{number}", role=Role.COUNTERPART, party=one)
        for number, one in enumerate(whom, 1)
    )
    plain = ActivityEntry(
        reference=reference,
        year=2030,
        title=TITLE,
        kind=Kind.EMBASSY_TALK,
        country="CN",
        programme="china",
        period=Period.day(date(2030, 4, 29)),
        office_holder=True,
        participations=places,
    )
    return services.record_activity(replace(plain, **changes), **HAND)


def noted(assessor: Assessor, entry: MessageNoteEntry = RAISED, **changes: Any) -> int:
    return services.note_message(replace(entry, **changes), kader=assessor.kader, **HAND)


def published(assessor: Assessor, entry: PublicItemEntry = POST, **changes: Any) -> str:
    return services.record_public_item(replace(entry, **changes), kader=assessor.kader, **HAND)


def _met(act: Callable[[Assessor], object]) -> Callable[[Assessor, Path], Callable[[], object]]:
    def prepare(assessor: Assessor, _: Path) -> Callable[[], object]:
        talk("G-1", party())
        return lambda: act(assessor)

    return prepare


def _finishing(assessor: Assessor, _: Path) -> Callable[[], object]:
    talk("G-1", party())
    noted(assessor, promise=PROMISE)
    return lambda: services.finish_follow_up("G-1-V1", "Verstuurd.", **HAND)


def _promising(assessor: Assessor, _: Path) -> Callable[[], object]:
    talk("G-1", party())
    item = published(assessor, kind=PublicKind.MEDIA)
    return lambda: services.promise_follow_up(item, PROMISE, **HAND)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "note_message": _met(noted),
    "record_public_item": _met(published),
    "finish_follow_up": _finishing,
    "promise_follow_up": _promising,
}

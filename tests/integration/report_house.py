"""A mission that was held, with everything a report is composed from; everything is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from openkader.base.text import Text
from openkader.casework.agreements import Stated
from openkader.casework.mission import ParticipantStatus
from openkader.casework.period import Period
from openkader.casework.reporting import ReportKind
from openkader.casework.vocabulary import AgreementStatus, Kind, PartyKind, Role, Setting
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.entries import (
    ActivityEntry,
    AgreementEntry,
    ParticipationEntry,
    PartyEntry,
)
from openkader.register.report_entries import FinalEntry, ReportEntry
from tests.integration.mission_house import DAY, HAND, enrolled, planned
from tests.integration.talk_house import noted

TEXT = "# Verslag\n\n## Waar het om ging\n\nAlles ingevuld."
PARTIES = (
    PartyEntry(reference="P-1", kind=PartyKind.COMPANY, name="Bedachte Kas BV"),
    PartyEntry(reference="W-1", kind=PartyKind.GOVERNMENT, name="Bedachte Commissie", country="CN"),
    PartyEntry(
        reference="W-2",
        kind=PartyKind.PERSON,
        name="Wang Xugou",
        function=Text(nl="vicegouverneur van Bedacht", en="vice-governor of Madeup"),
    ),
    PartyEntry(reference="W-3", kind=PartyKind.PERSON, name="Zhao Shili"),
)


def a_mission(reference: str = "G-1", **changes: Any) -> str:
    """A mission with formal and informal parts, people on its list, topics, an agreement, lessons and a measure."""
    for entry in PARTIES:
        services.record_party(entry, **HAND)
    places = (
        ParticipationEntry(reference=f"{reference}-P1", role=Role.OWN_PARTY, party="P-1"),
        *(
            ParticipationEntry(reference=f"{reference}-{one}", role=Role.COUNTERPART, party=one)
            for one in ("W-1", "W-2", "W-3")
        ),
    )
    plain = ActivityEntry(
        reference=reference,
        year=2030,
        title=Text(nl="Bedachte missie", en="Made-up mission"),
        kind=Kind.OUTGOING_MISSION,
        country="CN",
        programme="china",
        period=Period.day(date(2030, 4, 20), date(2030, 4, 25)),
        aim=Text(nl="Kassen laten zien.", en="To show greenhouses."),
        place="Bedachtstad",
        office_holder=True,
        participations=places,
        agreements=(
            AgreementEntry(
                reference=f"{reference}-M1", stated=Stated(form="mou", status=AgreementStatus.SIGNED)
            ),
        ),
    )
    return services.record_activity(replace(plain, **changes), **HAND)


def told(assessor: Assessor, reference: str = "G-1") -> str:
    """The same with what was prepared and noted."""
    a_mission(reference)
    planned(reference, title="Rondetafel in het kantoor", setting=Setting.FORMAL, day=DAY)
    planned(reference, title="Geheim diner", setting=Setting.INFORMAL, day=DAY)
    enrolled(reference, name="Hazel Wren", status=ParticipantStatus.TOOK_PART)
    enrolled(reference, name="Robin Vink", status=ParticipantStatus.DROPPED_OUT, reason="illness")
    noted(assessor, activity=reference)
    services.note_lesson(reference, "Meer tijd voor tolken.", **HAND)
    measures = {"M3.report": "M3", "M3.self_scan": "M3", "E2.experts": "E2"}
    services.require_measures(reference, measures, **HAND)
    return reference


def an_entry(**changes: Any) -> ReportEntry:
    plain = ReportEntry(
        activity="G-1",
        kind=ReportKind.MISSION_REPORT,
        language="nl",
        text=TEXT,
        seen=0,
        sections={"about": "a"},
    )
    return replace(plain, **changes)


def saved(**changes: Any) -> int:
    return services.save_report(an_entry(**changes), **HAND)


def finished(**changes: Any) -> str:
    plain = FinalEntry(
        activity="G-1",
        kind=ReportKind.MISSION_REPORT,
        language="nl",
        seen=1,
        paper=DocumentEntry(name="verslag.txt", content=TEXT.encode()),
        measure="M3.report",
    )
    return services.finish_report(replace(plain, **changes), **HAND)


def _saving(*_: object) -> Callable[[], object]:
    a_mission()
    return saved


def _finishing(*_: object) -> Callable[[], object]:
    a_mission()
    saved()
    return finished


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    "save_report": _saving,
    "finish_report": _finishing,
}

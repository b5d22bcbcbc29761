"""A made-up journey in preparation and a made-up visit that was held: what comes after a decision.

Their days are counted from the day on which the demo is first started.
"""

from datetime import date, datetime, time, timedelta
from pathlib import Path

from django.utils import timezone

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.measures import WaiverDraft
from openkader.casework.mission import ParticipantDraft, ParticipantRole, ParticipantStatus, SlotDraft
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE
from openkader.casework.raising import NOTHING, Promise
from openkader.casework.self_scan import Given, Reply
from openkader.casework.vocabulary import EvidenceKind, MeasureStatus, PublicKind, Setting
from openkader.cli.demo_accounts import BY
from openkader.cli.demo_results import show_results
from openkader.cli.demo_years import take_over_example
from openkader.cli.house import alone, now
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.activity_entries import HeldEntry, MeasureWaiverEntry, PlanEntry
from openkader.register.documents import DocumentEntry
from openkader.register.entries import EvidenceEntry
from openkader.register.kaders import assessor_of
from openkader.register.message_entries import MessageNoteEntry, PublicItemEntry
from openkader.register.mission_entries import ParticipantEntry, Reasons, SlotEntry
from openkader.register.scan_forms import scan_form
from openkader.register.self_scan_entries import ScanSaidEntry, SelfScanEntry

YEAR = Path("zuid-holland", "registers", "fictief-missies.yaml")
KADER = "zuid-holland/2024-01-01"
JOURNEY, VISIT = "FICTIEF-REIS", "FICTIEF-BEZOEK"
BUREAU, GREENHOUSE = "FICTIEF-P-bureau", "Verzonnen Kas, Westland"
VISITORS = {
    "A. Verzonnen": "FICTIEF-P-kas",
    "B. Verzonnen": "FICTIEF-P-koepel",
    "C. Verzonnen": "FICTIEF-P-kas",
}
COMPANIES = {"FICTIEF-P-kas": "Kas", "FICTIEF-P-zaad": "Zaad", "FICTIEF-P-klimaat": "Klimaat"}
LEFT_OPEN = {"M2.informal", "E5.aligned"}  # of the visit, so that something asks for attention


def prepare_missions(language: str) -> str:
    """Take over their requests and carry them out; done before, nothing changes."""
    with alone():
        said = take_over_example(YEAR, language)
        moment, assessor = now(), assessor_of(KADER)
        if not _is_there(f"{VISIT}-A1"):
            _hold_a_visit(assessor, moment)
            show_results(f"{VISIT}-A1", assessor, moment)
        if not _is_there(f"{JOURNEY}-A1"):
            _prepare_a_journey(assessor, moment)
    return said


def _is_there(reference: str) -> bool:
    try:
        selectors.find_dossier(reference)
    except NotFound:
        return False
    return True


def _hold_a_visit(assessor: Assessor, moment: datetime) -> None:
    """Six weeks ago; most is proved and told, and two measures still wait."""
    day = timezone.localdate(moment) - timedelta(weeks=6)
    plan = PlanEntry(
        request=VISIT,
        title=Text(nl="Verzonnen bezoek uit Hebei", en="Made-up visit from Hebei"),
        period=Period.day(day),
        place=GREENHOUSE,
        office_holder=True,
    )
    activity = services.plan_activity(plan, assessor=assessor, by=BY, now=moment)
    _programme(activity, day, "Europe/Amsterdam", moment)
    for name, party in VISITORS.items():
        _person(activity, _draft(name, party, ParticipantStatus.TOOK_PART), moment)
    held = HeldEntry(
        activity=activity,
        period=Period.day(day),
        place=GREENHOUSE,
        office_holder=True,
        foreign_delegation=True,
    )
    services.hold_activity(held, assessor=assessor, by=BY, now=moment)
    _raise_lines(activity, assessor, moment)
    _tell_in_public(activity, day, assessor, moment)
    for code in sorted(_measures(activity) - LEFT_OPEN):
        _prove(f"{activity}-{code}", moment)
        services.close_measure(f"{activity}-{code}", MeasureStatus.DONE, by=BY, now=moment)


def _prepare_a_journey(assessor: Assessor, moment: datetime) -> None:
    """In three weeks; one company handed in its scan, one was asked, and one was not yet."""
    first = timezone.localdate(moment) + timedelta(weeks=3)
    plan = PlanEntry(
        request=JOURNEY,
        title=Text(nl="Verzonnen reis naar Hebei", en="Made-up journey to Hebei"),
        period=Period.day(first, first + timedelta(days=4)),
        place="Shijiazhuang",
        office_holder=True,
    )
    activity = services.plan_activity(plan, assessor=assessor, by=BY, now=moment)
    _programme(activity, first, "Asia/Shanghai", moment)
    for number, (party, name) in enumerate(COMPANIES.items()):
        status = ParticipantStatus.CONFIRMED if number else ParticipantStatus.INVITED
        _person(activity, _draft(f"{name} Verzonnen", party, status), moment)
    _ask_scans(activity, first, moment)
    _prove(f"{activity}-E1.technology", moment)
    services.close_measure(f"{activity}-E1.technology", MeasureStatus.DONE, by=BY, now=moment)
    draft = WaiverDraft(reason="Er komt geen gesprek buiten het programma (verzonnen).", expires_on=first)
    waiver = MeasureWaiverEntry(measure=f"{activity}-E3.desks", draft=draft)
    services.waive_measure(waiver, by=BY, now=moment)


def _programme(activity: str, day: date, zone: str, moment: datetime) -> None:
    """Three parts on one day, of which one is informal."""
    parts = (
        ("Verzonnen ontvangst", time(9), time(10), Setting.FORMAL),
        ("Verzonnen rondetafel over de keten", time(10, 30), time(12), Setting.FORMAL),
        ("Verzonnen rondgang door de kas", time(13), time(14, 30), Setting.INFORMAL),
    )
    for title, begins, ends, setting in parts:
        draft = SlotDraft(
            title=title, day=day, begins=begins, ends=ends, zone=zone, setting=setting, parties=(BUREAU,)
        )
        services.plan_slot(SlotEntry(activity=activity, draft=draft), by=BY, now=moment)


def _draft(name: str, party: str, status: ParticipantStatus) -> ParticipantDraft:
    """Somebody of a company; their address is of a sort that nobody can have."""
    address = f"{name.split(maxsplit=1)[0].strip('.').lower()}@verzonnen.example"
    return ParticipantDraft(
        name=name, email=address, role=ParticipantRole.COMPANY, status=status, party=party
    )


def _person(activity: str, draft: ParticipantDraft, moment: datetime) -> None:
    entry = ParticipantEntry(activity=activity, draft=draft)
    services.enrol_participant(entry, Reasons(), by=BY, now=moment)


def _raise_lines(activity: str, assessor: Assessor, moment: datetime) -> None:
    """Two lines were raised with the counterpart, of which one with a promise."""
    soon = timezone.localdate(moment) + timedelta(weeks=2)
    promise = Promise(what="Voorbeelden sturen (verzonnen)", who="demo-adviseur", due_on=soon)
    for line, promised in (("chain_transparency", promise), ("level_playing_field", NOTHING)):
        entry = MessageNoteEntry(
            activity=activity,
            line=line,
            raised=True,
            seen=0,
            party=BUREAU,
            said_by="De gedeputeerde (verzonnen)",
            setting=Setting.FORMAL,
            reaction="Men luisterde en vroeg door (verzonnen).",
            promise=promised,
        )
        services.note_message(entry, kader=assessor.kader, by=BY, now=moment)


def _tell_in_public(activity: str, day: date, assessor: Assessor, moment: datetime) -> None:
    entry = PublicItemEntry(
        activity=activity,
        kind=PublicKind.POST,
        title="Verzonnen bericht over het bezoek",
        published_on=day + timedelta(days=3),
        text="Wij spraken met ons bezoek over de keten en een gelijk speelveld (verzonnen).",
        topics=("chain_transparency", "level_playing_field"),
    )
    services.record_public_item(entry, kader=assessor.kader, by=BY, now=moment)


def _ask_scans(activity: str, first: date, moment: datetime) -> None:
    form, asked = scan_form(), []
    for party in list(COMPANIES)[:2]:
        entry = SelfScanEntry(
            activity=activity,
            party=party,
            recipient="A. Verzonnen",
            due_on=first - timedelta(days=7),
        )
        asked.append(services.ask_self_scan(entry, form=form, by=BY, now=moment))
    replies = (Reply.IN_PLACE, Reply.PARTLY, Reply.NOT_YET)
    said = {one.id: Given(replies[number % 3]) for number, one in enumerate(form.questions)}
    services.hand_in_self_scan(
        ScanSaidEntry(scan=asked[0], seen=0, said=said, given_by="A. Verzonnen"), by=BY, now=moment
    )


def _measures(activity: str) -> set[str]:
    """What the kader asks of it and is open."""
    found = selectors.activity_file(activity, reader=HOUSE)
    return {str(row["code"]) for row in found.measures.values() if row["status"] == MeasureStatus.OPEN}


def _prove(measure: str, moment: datetime) -> None:
    title = Text(nl="Verzonnen verslag", en="Made-up report")
    file = DocumentEntry(name="verzonnen-verslag.txt", content=f"Verzonnen bewijs bij {measure}.".encode())
    entry = EvidenceEntry(kind=EvidenceKind.REPORT, title=title)
    services.record_evidence(measure, entry, file=file, by=BY, now=moment)

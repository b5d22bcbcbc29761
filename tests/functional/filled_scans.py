"""A mission with companies for the pages of self-scans; everybody is made up."""

from datetime import datetime, timedelta

from django.utils import timezone

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.self_scan import Given, Reply
from openkader.casework.vocabulary import ActivityStanding, Kind, PartyKind, Role
from openkader.register import selectors, services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry
from openkader.register.intake_entries import LinkEntry
from openkader.register.models import Activity
from openkader.register.scan_forms import scan_form
from openkader.register.self_scan_entries import (
    BriefingEntry,
    ScanSaidEntry,
    ScanWaiverEntry,
    SelfScanEntry,
)
from openkader.register.taking_part import taking_part

BY = HouseHand("cli:tests")
MISSION, SCAN, SCANNED = "BEDACHT-M1", "f" * 32, "g" * 32


def fill_scans(now: datetime) -> None:
    """A mission with three companies and a group: one handed in its scan, one was asked, one was let off."""
    today = timezone.localdate(now)
    own = [
        ParticipationEntry(reference=f"{MISSION}-D{at}", role=Role.OWN_PARTY, party=_company(at, now))
        for at in (1, 2, 3)
    ]
    group = ParticipationEntry(
        reference=f"{MISSION}-D9",
        role=Role.OWN_PARTY,
        number=4,
        description=Text(nl="bedachte telers", en="made-up growers"),
    )
    entry = ActivityEntry(
        reference=MISSION,
        year=2026,
        title=Text(nl="Bedachte missie om mee te toetsen", en="Mission made up to test with"),
        kind=Kind.OUTGOING_MISSION,
        standing=ActivityStanding.PLANNED,
        country="CN",
        programme="china",
        period=Period.day(today + timedelta(days=60)),
        participations=(*own, group),
    )
    services.record_activity(entry, by=BY, now=now)
    _scans(now)
    _beside(now)


def _scans(now: datetime) -> None:
    today, form = timezone.localdate(now), scan_form()
    for at, token in ((1, SCANNED), (2, SCAN)):
        link = LinkEntry(digest=selectors.link_digest(token), ends=now + timedelta(days=30))
        asked = SelfScanEntry(
            activity=MISSION,
            party=f"BEDACHT-M1-P{at}",
            recipient="A. Bedacht",
            due_on=today + timedelta(days=20),
            link=link,
        )
        services.ask_self_scan(asked, form=form, by=BY, now=now)
    said = {one.id: Given(Reply.PARTLY) for one in form.questions}
    scan = ScanSaidEntry(scan=f"{MISSION}-Z1", seen=0, said=said, given_by="A. Bedacht")
    services.hand_in_self_scan(scan, by=BY, now=now)


def _beside(now: datetime) -> None:
    today, form = timezone.localdate(now), scan_form()
    waiver = ScanWaiverEntry(
        activity=MISSION,
        party="BEDACHT-M1-P3",
        reason="Gaat alleen mee als tolk.",
        expires_on=today + timedelta(days=90),
    )
    services.waive_self_scan(waiver, by=BY, now=now)
    present = {one.key: 1 for one in taking_part(Activity.objects.get(reference=MISSION)).members[:2]}
    session = BriefingEntry(
        activity=MISSION, kind="rvo", held_on=today, by_whom="RVO (bedacht)", present=present
    )
    services.note_briefing(session, form=form, by=BY, now=now)


def _company(at: int, now: datetime) -> str:
    entry = PartyEntry(reference=f"{MISSION}-P{at}", kind=PartyKind.COMPANY, name=f"Bedachte Kassen {at} BV")
    services.record_party(entry, by=BY, now=now)
    return entry.reference

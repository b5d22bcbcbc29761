"""An activity that was held, with participants who were asked what came of it; everybody is made up."""

from datetime import date, datetime, timedelta

from django.utils import timezone

from openkader.base.text import Text
from openkader.casework.effect import Answered, Consent
from openkader.casework.mission import ParticipantDraft, ParticipantRole, ParticipantStatus
from openkader.casework.period import Period, months_after
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import Kind, PartyKind, Role
from openkader.register import selectors, services
from openkader.register.entries import ActivityEntry, ParticipationEntry, PartyEntry
from openkader.register.intake_entries import LinkEntry
from openkader.register.mission_entries import ParticipantEntry, Reasons
from openkader.register.survey_entries import SurveyEntry, SurveySaidEntry
from openkader.register.survey_forms import survey_form

BY = HouseHand("cli:tests")
HELD, ALONE, SURVEY = "BEDACHT-E1", "BEDACHT-E2", "h" * 32
NAMES = ("Anna", "Bram", "Chris", "Dina", "Evert", "Femke", "Gijs")
_SAID = (
    Answered(
        chosen={"outcome": ("talk", "cooperation"), "enabled": ("door",), "hindered": ("rules",)},
        words="Zonder de provincie was dit gesprek er niet gekomen.",
        consent=Consent.NAMED,
    ),
    Answered(
        chosen={"outcome": ("contract", "talk"), "enabled": ("door", "trust"), "hindered": ("nothing",)},
        words="Wij kijken nu anders naar onze leveranciers.",
        consent=Consent.UNNAMED,
    ),
    Answered(chosen={"outcome": ("contact", "practice"), "hindered": ("means",)}, words="Niet voor buiten."),
    Answered(chosen={"outcome": ("nothing",), "enabled": ("nothing",), "hindered": ("partner", "risks")}),
    Answered(chosen={"outcome": ("talk",), "enabled": ("network",)}),
)


def fill_surveys(now: datetime) -> None:
    """Seven people took part, five answered, one was asked and one was not; and a group without names."""
    last = _a_month_ago(timezone.localdate(now))
    _activity(HELD, last, now)
    _activity(ALONE, last, now)
    for name in NAMES:
        _took_part(name, now)
    for at, name in enumerate(NAMES[:6], 1):
        _ask(at, f"{name} Bedacht", now)
    for at, said in enumerate(_SAID, 1):
        services.answer_survey(SurveySaidEntry(survey=f"{HELD}-E{at}", said=said), by=BY, now=now)


def _a_month_ago(today: date) -> date:
    """A last day of which the first wave is open today, whatever day that is."""
    day = today - timedelta(days=45)
    assert months_after(day, 1) <= today
    return day


def _activity(reference: str, last: date, now: datetime) -> None:
    party = PartyEntry(reference=f"{reference}-P1", kind=PartyKind.ORGANISATION, name="Bedachte Koepel")
    services.record_party(party, by=BY, now=now)
    group = ParticipationEntry(
        reference=f"{reference}-D9",
        role=Role.OWN_PARTY,
        number=18,
        description=Text(nl="bedachte tuinbouworganisaties", en="made-up horticultural organisations"),
    )
    own = ParticipationEntry(reference=f"{reference}-D1", role=Role.OWN_PARTY, party=f"{reference}-P1")
    entry = ActivityEntry(
        reference=reference,
        year=2026,
        title=Text(nl="Bedachte matchmaking om mee te toetsen", en="Matchmaking made up to test with"),
        kind=Kind.OUTGOING_MISSION,
        country="CN",
        programme="china",
        period=Period.day(last - timedelta(days=3), last),
        participations=(own, group),
    )
    services.record_activity(entry, by=BY, now=now)


def _took_part(name: str, now: datetime) -> None:
    draft = ParticipantDraft(
        name=f"{name} Bedacht",
        organisation="Bedachte Kassen BV",
        email=f"{name.lower()}@voorbeeld.example",
        role=ParticipantRole.COMPANY,
        status=ParticipantStatus.TOOK_PART,
    )
    entry = ParticipantEntry(activity=HELD, draft=draft)
    services.enrol_participant(entry, Reasons(), by=BY, now=now)


def _ask(at: int, name: str, now: datetime) -> None:
    token = SURVEY if at == len(_SAID) + 1 else f"{SURVEY[:-1]}{at}"
    entry = SurveyEntry(
        activity=HELD,
        member=f"P{at}",
        wave="month",
        recipient=name,
        due_on=timezone.localdate(now) + timedelta(days=28),
        email=f"{name.split(maxsplit=1)[0].lower()}@voorbeeld.example",
        link=LinkEntry(digest=selectors.link_digest(token), ends=now + timedelta(days=60)),
    )
    services.ask_survey(entry, form=survey_form(), by=BY, now=now)

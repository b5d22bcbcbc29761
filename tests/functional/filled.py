"""What the demo does not have: a case that is decided, one that waits for others, an account with two steps.

Runs in the installation of the demo, beside its server. Everything is made up.
"""

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.utils import timezone

from openkader.base.text import Text
from openkader.casework.advice import AdviceVerdict
from openkader.casework.measures import WaiverDraft
from openkader.casework.mission import ParticipantDraft, SlotDraft
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE, HouseHand
from openkader.casework.protection import ConflictDraft, StepSaid, StepState
from openkader.casework.reporting import ReportKind
from openkader.casework.vocabulary import (
    AccountRole,
    Confidentiality,
    DecisionOutcome,
    EvidenceKind,
    Kind,
    Level,
    MeasureStatus,
    PartyKind,
)
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.accounts import Post, account_named
from openkader.register.activity_entries import MeasureWaiverEntry, PlanEntry
from openkader.register.advice_entries import AdviceEntry, AdviceRequestEntry
from openkader.register.documents import DocumentEntry
from openkader.register.entries import (
    ActivityEntry,
    AnswerEntry,
    DecisionEntry,
    EvidenceEntry,
    NameEntry,
    PartyEntry,
    RequestEntry,
)
from openkader.register.intake_entries import LinkEntry
from openkader.register.kaders import assessor_of
from openkader.register.mission_entries import ParticipantEntry, Reasons, SlotEntry
from openkader.register.protection_entries import ConflictEntry, ProtectionEntry, SignOffEntry
from openkader.register.protection_lists import catalogue
from openkader.register.report_entries import FinalEntry, ReportEntry
from tests.functional.filled_agreements import fill_agreements
from tests.functional.filled_evaluations import adopt_evaluation, fill_evaluation
from tests.functional.filled_investments import fill_investments
from tests.functional.filled_kaders import fill_kader_drafts
from tests.functional.filled_mail import fill_mail
from tests.functional.filled_publications import fill_publications
from tests.functional.filled_retention import fill_destruction_lists
from tests.functional.filled_scans import fill_scans
from tests.functional.filled_surveys import fill_surveys
from tests.integration.register_house import GREEN_FACTS
from tests.web_pages import PASSWORD

BY = HouseHand("cli:tests")
DECIDED, WAITING, SECRET = "BEDACHT-01", "BEDACHT-02", "BEDACHT-03"
# Each journey decides on a case of its own, and answers a question of its own.
BACK, BY_KEYBOARD, TWO_CLICKS = "BEDACHT-04", "BEDACHT-05", {True: "BEDACHT-06", False: "BEDACHT-07"}
WRITTEN = "BEDACHT-VERSLAG-1"
MISSION, NEXT_MISSION = "BEDACHT-REIS-1", "BEDACHT-REIS-2"
ACTIVITY, LATE = f"{DECIDED}-A1", f"{DECIDED}-A2"
MEASURE, DONE = f"{ACTIVITY}-M2.screening", f"{ACTIVITY}-M2.informal"
LETTER = f"/dossiers/{DECIDED}/besluit/{DECIDED}-BSL1/brief/"
ASKED, ANSWERED, TO_ADVISE = "a" * 32, "b" * 32, {True: "d" * 32, False: "e" * 32}
CODE_APP, PASSKEY, OTHER_KEY, ONE_STEP = "bedacht-app", "bedacht-sleutel", "bedacht-slot", "bedacht"
TWO_STEPS, LEFT = "bedacht-twee-stappen", "bedacht-vertrokken"


def fill() -> None:
    """Make them, and say the secret of the code app."""
    now = timezone.now()
    assessor = assessor_of("zuid-holland/2024-01-01")
    _decided(assessor, now)
    _waiting(assessor, now)
    for reference in (BACK, BY_KEYBOARD, *TWO_CLICKS.values()):
        _assessed(assessor, reference, now)
    _request(SECRET, now, Confidentiality.SECRET)
    _mission(now)
    fill_scans(now)
    fill_agreements(assessor.kader, now)
    fill_publications(ACTIVITY, now)
    fill_surveys(now)
    fill_mail(now)
    fill_investments(assessor, now)
    fill_evaluation(assessor, now)
    fill_kader_drafts(now)
    fill_destruction_lists(now)
    adopt_evaluation(assessor, now)
    _reported(now)
    print(json.dumps({"secret": _with_two_steps(now)}))  # noqa: T201 - read by whoever started this


def _request(reference: str, now: datetime, level: Confidentiality = Confidentiality.INTERNAL) -> str:
    entry = RequestEntry(
        reference=reference,
        year=2026,
        title=Text(nl="Bedacht om mee te toetsen", en="Made up to test with"),
        kind=Kind.INCOMING_DELEGATION,
        country="CN",
        programme="china",
        confidentiality=level,
    )
    return services.record_request(entry, by=BY, now=now)


def _assessed(assessor: Assessor, reference: str, now: datetime, **changes: object) -> str:
    facts = {name: value for name, value in (GREEN_FACTS | changes).items() if name in assessor.kader.facts}
    answers = [AnswerEntry(fact=name, value=value) for name, value in facts.items()]
    request = _request(reference, now)
    services.answer_facts(request, answers, kader=assessor.kader, by=BY, now=now)
    services.assess_request(request, assessor=assessor, by=BY, now=now)
    return request


def _reported(now: datetime) -> None:
    """An activity of which a report was saved, changed since, and a version of before was final."""
    hand: dict[str, Any] = {"by": BY, "now": now}
    day = now.date() - timedelta(days=20)
    entry = ActivityEntry(
        reference=WRITTEN,
        year=day.year,
        title=Text(nl="Bedachte missie met verslag", en="Made-up mission with a report"),
        kind=Kind.OUTGOING_MISSION,
        country="CN",
        programme="china",
        period=Period.day(day),
        place="Bedachtstad",
    )
    services.record_activity(entry, **hand)
    plain = ReportEntry(
        activity=WRITTEN, kind=ReportKind.MISSION_REPORT, language="nl", text="# Bedacht\n\nKlaar.", seen=0
    )
    services.save_report(plain, **hand)
    services.finish_report(
        FinalEntry(activity=WRITTEN, kind=plain.kind, language=plain.language, seen=1), **hand
    )
    services.save_report(
        replace(plain, text="# Bedacht\n\n## Waar\n\nIn [niet bekend: waar het was].\n- punt", seen=1), **hand
    )


def _protected(now: datetime) -> None:
    """The list of the journey in every state, signed off before its last change; that of the next one is untouched."""
    listed, done = catalogue(), StepSaid(StepState.DONE, "Bedacht bewijs")
    said = {step.id: done for step in listed.steps_for(Kind.OUTGOING_MISSION)}
    hand: dict[str, Any] = {"catalogue": listed, "by": BY, "now": now}
    services.keep_protection(ProtectionEntry(activity=MISSION, said=said), **hand)
    draft = ConflictDraft(step="IB25", goal="communication", about="Geen bericht vanaf de beurs (bedacht).")
    services.note_conflict(ConflictEntry(activity=MISSION, draft=draft), **hand)
    seen = selectors.protection_file(MISSION, listed, reader=HOUSE).mark
    services.sign_off_protection(SignOffEntry(activity=MISSION, seen=seen), **hand)
    later = {
        "IB02": StepSaid(StepState.LEFT_OUT, "Er gaan geen telefoons mee (bedacht)."),
        "IB41": StepSaid(StepState.PLANNED),
    }
    services.keep_protection(
        ProtectionEntry(activity=MISSION, said=later, seen=dict.fromkeys(later, 1)), **hand
    )


def _mission(now: datetime) -> None:
    """A journey with a part in its programme, somebody on its list, and one from which it may be begun."""
    title = Text(nl="Bedachte reis", en="Made-up journey")
    entry = ActivityEntry(
        reference=MISSION,
        year=2026,
        title=title,
        kind=Kind.OUTGOING_MISSION,
        country="CN",
        period=Period.day(date(2026, 3, 2)),
    )
    services.record_activity(entry, by=BY, now=now)
    part = SlotDraft(title="Bedacht gesprek", day=date(2026, 3, 2), begins=time(9), zone="Asia/Shanghai")
    services.plan_slot(SlotEntry(activity=MISSION, draft=part), by=BY, now=now)
    person = ParticipantDraft(name="Wang Bedacht", function="Directeur", organisation="Bedacht Glas BV")
    services.enrol_participant(ParticipantEntry(activity=MISSION, draft=person), Reasons(), by=BY, now=now)
    services.note_lesson(MISSION, "Meer tijd voor de tolk (bedacht).", by=BY, now=now)
    services.record_activity(replace(entry, reference=NEXT_MISSION), by=BY, now=now)
    _protected(now)


def _decision(request: str, motivation: str | None = None) -> DecisionEntry:
    return DecisionEntry(
        reference=f"{request}-BSL1",
        request=request,
        year=2026,
        level=Level.DELEGATION,
        outcome=DecisionOutcome.TAKE_UP,
        motivation=motivation,
    )


def _decided(assessor: Assessor, now: datetime) -> None:
    request = _assessed(assessor, DECIDED, now)
    brief = DocumentEntry(name="brief.txt", content=b"Bedachte brief")
    services.keep_document(request, brief, by=BY, now=now)
    services.decide_request(_decision(request), by="demo-beslisser", now=now)
    _planned(assessor, request, now)
    for party in ("BEDACHT-P1", "BEDACHT-P2"):
        entry = PartyEntry(reference=party, kind=PartyKind.COMPANY, name="Bedacht Glas BV")
        services.record_party(entry, by=BY, now=now)
    services.name_party("BEDACHT-P1", NameEntry(name="Bedachte Glasfabriek"), by=BY, now=now)


def _planned(assessor: Assessor, request: str, now: datetime) -> None:
    """Two activities: one in a month, and one that was to be today and of which something is late."""
    today = timezone.localdate(now)
    title = Text(nl="Bezoek van een bedachte delegatie", en="Visit of a made-up delegation")
    for seen, first in enumerate((today + timedelta(days=30), today)):
        entry = PlanEntry(request=request, title=title, period=Period.day(first), seen=seen)
        services.plan_activity(entry, assessor=assessor, by=BY, now=now)
    report = EvidenceEntry(kind=EvidenceKind.REPORT, title=Text(nl="Bedacht verslag", en="Made-up report"))
    file = DocumentEntry(name="verslag.txt", content=b"Bedacht verslag")
    services.record_evidence(MEASURE, report, file=file, by=BY, now=now)
    draft = WaiverDraft(reason="Bedachte reden.", expires_on=today + timedelta(days=60))
    services.waive_measure(MeasureWaiverEntry(measure=MEASURE, draft=draft), by=BY, now=now)
    services.close_measure(DONE, MeasureStatus.NOT_APPLICABLE, reason="Bedachte reden.", by=BY, now=now)


def _waiting(assessor: Assessor, now: datetime) -> None:
    """Sensitive: one desk advised, another did not yet, and a decision waits for a second person."""
    request = _assessed(assessor, WAITING, now, risk_areas=["robotics_autonomous"], sensitive_part="core")
    desks = ("embassy", "foreign_affairs", "economic_security_desk")
    for desk, token in (("nctv", ANSWERED), *zip(desks, (ASKED, *TO_ADVISE.values()), strict=True)):
        link = LinkEntry(digest=selectors.link_digest(token), ends=now + timedelta(days=20))
        question = AdviceRequestEntry(
            request=request,
            desk=desk,
            question="Is het risico beheersbaar?",
            recipient="Loket Bedacht",
            due_on=timezone.localdate(now) + timedelta(days=5),
            link=link,
        )
        advice = services.ask_advice(question, assessor=assessor, by=BY, now=now)
        if token == ANSWERED:
            answer = AdviceEntry(
                advice=advice, seen=0, verdict=AdviceVerdict.NO_OBJECTION, given_by="A. Bedacht"
            )
            services.give_advice(answer, by=BY, now=now)
    services.assess_request(
        request, assessor=assessor, by=BY, now=now
    )  # what the desk said is a fact as well
    services.decide_request(_decision(request, "Beheersbaar (bedacht)."), by="demo-beslisser", now=now)


def _with_two_steps(now: datetime) -> str:
    """Accounts with a password alone, and one with a code app and recovery codes."""
    for name in (CODE_APP, PASSKEY, OTHER_KEY, ONE_STEP, TWO_STEPS, LEFT):
        services.open_account(name, PASSWORD, post=Post(roles=[AccountRole.ADVISER]), by=BY, now=now)
    services.close_account(LEFT, by=BY, now=now)
    user = account_named(TWO_STEPS)
    secret = str(generate_totp_secret())
    TOTP.activate(user, secret)
    RecoveryCodes.activate(user)
    return secret

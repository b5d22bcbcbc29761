"""Requests, decisions and activities, and what each service needs, for the tests of the register."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.db import connection, transaction

from openkader.base.errors import Refused
from openkader.base.text import Text
from openkader.casework.joining import Sameness
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.vocabulary import (
    AccountRole,
    ActivityStanding,
    ClaimOperator,
    Confidentiality,
    DecisionOutcome,
    EvidenceKind,
    FindingSubject,
    Kind,
    Level,
    MeasureStatus,
    PartyKind,
    Role,
)
from openkader.casework.work_list import Holder
from openkader.cli.fictional_cases import Plan, chunks
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.accounts import Post
from openkader.register.documents import DocumentEntry
from openkader.register.entries import (
    ActivityEntry,
    AnswerEntry,
    AssignmentEntry,
    ClaimEntry,
    DecisionEntry,
    EvidenceEntry,
    FindingEntry,
    NameEntry,
    ParticipantEntry,
    PartyEntry,
    PartyJudgementEntry,
    RecommendationEntry,
    RequestEntry,
    TalkEntry,
)
from openkader.register.models import HeldRole, PreparedDecision
from openkader.register.screening_entries import ComparisonEntry
from openkader.register.yearfile import read_year_file
from tests.integration import (
    account_house,
    advice_house,
    agreement_house,
    destruction_house,
    evaluation_house,
    exchange_house,
    investment_house,
    kader_house,
    mail_house,
    mission_house,
    network_house,
    outlook_house,
    protection_house,
    publication_house,
    replay_house,
    report_house,
    screening_house,
    self_scan_house,
    spreadsheet_house,
    subscription_house,
    survey_house,
    talk_house,
    token_house,
)
from tests.web_pages import PASSWORD
from tests.yearfiles import year_file

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
TITLE = Text(nl="Fictief", en="Fictional")
GREEN_FACTS = {
    "participants": "confirmed",
    "demand": True,
    "fits_national_policy": True,
    "own_line": True,
    "structural_commitment": False,
    "competent_authority": "province",
    "risk_areas": [],
    "sanctions": "clear",
    "informative_lists": [],
    "abuse_findings": [],
    "national_advice": "positive",
    "counter_listed": False,
    "sensitive_part": "separable",
    "office_holder": True,
    "foreign_delegation": True,
}


def a_request(reference: str = "V-1", kind: Kind = Kind.INCOMING_DELEGATION, **more: Any) -> str:
    entry = RequestEntry(
        reference=reference, year=2030, title=TITLE, kind=kind, country="CN", programme="china", **more
    )
    return services.record_request(entry, **HAND)


def answered(assessor: Assessor, request: str, **changes: object) -> str:
    facts = {name: value for name, value in (GREEN_FACTS | changes).items() if name in assessor.kader.facts}
    answers = [AnswerEntry(fact=name, value=value) for name, value in facts.items()]
    services.answer_facts(request, answers, kader=assessor.kader, **HAND)
    return request


def with_role(name: str, role: AccountRole = AccountRole.DECIDER) -> str:
    """A colleague with a role, so that a mandate of the kader is theirs."""
    account, _ = User.objects.get_or_create(username=name)
    HeldRole.objects.get_or_create(account=account, role=role, defaults={"at": NOW, "by": "test"})
    return name


def assessed(assessor: Assessor, reference: str = "V-1", **changes: object) -> str:
    with_role("adviser")
    request = answered(assessor, a_request(reference), **changes)
    services.assess_request(request, assessor=assessor, **HAND)
    return request


def a_decision(request: str, **changes: Any) -> DecisionEntry:
    plain = DecisionEntry(
        reference=f"B-{request}",
        request=request,
        year=2030,
        level=Level.DELEGATION,
        outcome=DecisionOutcome.TAKE_UP,
    )
    return replace(plain, **changes)


def taken(entry: DecisionEntry, by: str = "adviser", now: datetime = NOW) -> str:
    """A decision by somebody who may, with a second person where the kader asks for one."""
    with_role("second")
    reference = services.decide_request(entry, by=with_role(by), now=now)
    if PreparedDecision.objects.filter(reference=reference).exists():
        services.agree_to_decision(reference, by=with_role("second"), now=now)
    return reference


def decided(assessor: Assessor, reference: str = "V-1") -> str:
    request = assessed(assessor, reference)
    services.decide_request(a_decision(request), **HAND)
    return request


def an_activity(request: str | None = None, reference: str = "X-1") -> str:
    entry = ActivityEntry(reference=reference, year=2030, title=TITLE, request=request)
    return services.record_activity(entry, **HAND)


def a_measure() -> str:
    return services.require_measures(an_activity(), {"M2.analysis": "M2"}, **HAND)[0]


def a_plan(reference: str = "X-2", **changes: Any) -> str:
    """An activity that still has to take place."""
    entry = ActivityEntry(reference=reference, year=2030, title=TITLE, standing=ActivityStanding.PLANNED)
    return services.record_activity(replace(entry, **changes), **HAND)


LONG_AGO = ActivityEntry(reference="X-1", year=2030, title=TITLE, period=Period.day(date(2030, 4, 1)))
EVIDENCE = EvidenceEntry(kind=EvidenceKind.MINUTES, title=TITLE, sha256="a" * 64)


def prepared_import(folder: Path) -> Callable[[], object]:
    body = "requests:\n  - {reference: V-9, title: {nl: a, en: b}, country: CN}\n"
    file = read_year_file(year_file(folder, body))
    return lambda: services.import_year(file, **HAND)


def change(name: str, assessor: Assessor, folder: Path) -> Callable[[], object]:
    """Prepare what a service needs, and give the one call that is the change."""
    if name in PREPARED:
        return PREPARED[name](assessor, folder)
    return lambda: getattr(services, name)(SIMPLE[name], **HAND)


def answering(assessor: Assessor, folder: Path) -> Callable[[], object]:
    request = a_request()
    return lambda: answered(assessor, request)


def applying(assessor: Assessor, folder: Path) -> Callable[[], object]:
    prepared_import(folder)()
    return lambda: services.apply_kader("FX-2030", assessor=assessor, **HAND)


def assessing(assessor: Assessor, folder: Path) -> Callable[[], object]:
    request = answered(assessor, a_request())
    return lambda: services.assess_request(request, assessor=assessor, **HAND)


def closing(assessor: Assessor, folder: Path) -> Callable[[], object]:
    measure = a_measure()
    services.record_evidence(measure, EVIDENCE, **HAND)
    return lambda: services.close_measure(measure, MeasureStatus.DONE, **HAND)


def deciding(assessor: Assessor, folder: Path) -> Callable[[], object]:
    request = assessed(assessor)
    return lambda: services.decide_request(a_decision(request), **HAND)


def keeping(assessor: Assessor, folder: Path) -> Callable[[], object]:
    request, entry = a_request(), DocumentEntry(name="brief.txt", content=b"Fictief")
    return lambda: services.keep_document(request, entry, **HAND)


def receiving(*_: object) -> Callable[[], object]:
    from tests.integration.front_door_house import received

    return received


def finishing_mail(*_: object) -> Callable[[], object]:
    receiving()()
    taken = services.take_mail("worker", now=NOW)
    assert taken is not None
    return lambda: services.finish_mail(taken, None, **HAND)


def sending_again(*_: object) -> Callable[[], object]:
    receiving()()
    taken = services.take_mail("worker", now=NOW)
    assert taken is not None
    services.finish_mail(taken, "mail.not-sent", **HAND)
    return lambda: services.send_mails_again(**HAND)


def describing(act: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    """Something about one of two parties that are there."""

    def prepare(*_: object) -> Callable[[], object]:
        for reference in ("P-1", "P-2"):
            entry = PartyEntry(reference=reference, kind=PartyKind.COMPANY, name="Fictief")
            services.record_party(entry, **HAND)
        return act

    return prepare


JUDGEMENT = PartyJudgementEntry(leading="P-1", other="P-2", verdict=Sameness.SAME, reason="Zelfde adres.")


def prepared_decision(assessor: Assessor, by: str = "colleague") -> str:
    """A decision on a case that touches the risk list: it waits for a second person."""
    with_role("second")
    request = assessed(assessor, risk_areas=["robotics_autonomous"], sensitive_part="core")
    advice_house.answered(advice_house.asked(assessor, request))
    services.assess_request(request, assessor=assessor, **HAND)
    entry = a_decision(request, motivation="Beheersbaar.")
    return services.decide_request(entry, by=with_role(by), now=NOW)


def with_draft(act: Callable[[str], object]) -> Callable[..., Callable[[], object]]:
    def prepare(assessor: Assessor, _: Path) -> Callable[[], object]:
        draft = prepared_decision(assessor)
        return lambda: act(draft)

    return prepare


def with_colleague(act: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    """Something that is done with a request by a colleague of that name."""

    def prepare(*_: object) -> Callable[[], object]:
        services.open_account("adviser", PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
        a_request()
        return act

    return prepare


def referring(assessor: Assessor, _: Path) -> Callable[[], object]:
    request = assessed(assessor, competent_authority="municipality")
    entry = a_decision(
        request, outcome=DecisionOutcome.REFER, ground="other_authority", referred_to="Gemeente Fictief"
    )
    decision = services.decide_request(entry, **HAND)
    return lambda: services.hand_over(decision, "B. Verzonnen, gemeente Fictief", **HAND)


def made_up(assessor: Assessor, folder: Path) -> Callable[[], object]:
    source = services.enter_fictional_source("FICTIEF-1", 1, assessor=assessor, **HAND)
    plan = Plan(source=source, number=1, seed=1, kader=assessor.kader, assignees=(), today=NOW.date())
    (some,) = chunks(plan)
    return lambda: services.enter_fictional_cases(some, assessor=assessor, **HAND)


def making_up(assessor: Assessor, folder: Path) -> Callable[[], object]:
    return lambda: services.enter_fictional_source("FICTIEF-1", 1, assessor=assessor, **HAND)


NAMED = ParticipantEntry(request="V-1", role=Role.COUNTERPART, name="Fictief")
COMPARED = ComparisonEntry(names=2, lists=(("fictional", "2030-04-30-aaaaaaaa"),))
GIVEN = AssignmentEntry(request="V-1", to=Holder(assignee="adviser", team="economie"), seen=Holder())


def proving(assessor: Assessor, folder: Path) -> Callable[[], object]:
    measure = a_measure()
    return lambda: services.record_evidence(measure, EVIDENCE, **HAND)


def reading(assessor: Assessor, folder: Path) -> Callable[[], object]:
    entry = RequestEntry(reference="V-1", year=2030, title=TITLE, confidentiality=Confidentiality.SECRET)
    services.record_request(entry, **HAND)
    return lambda: services.note_reading("V-1", "dossier", **HAND)


def reading_several(assessor: Assessor, folder: Path) -> Callable[[], object]:
    reading(assessor, folder)
    levels = {"V-1": Confidentiality.SECRET, "V-2": Confidentiality.PUBLIC}
    return lambda: services.note_readings(levels, "coverage", **HAND)


def requiring(assessor: Assessor, folder: Path) -> Callable[[], object]:
    activity = an_activity()
    return lambda: services.require_measures(activity, {"M2.analysis": "M2"}, **HAND)


ACTIVITY_SERVICES = (
    *("plan_activity", "move_activity", "hold_activity", "cancel_activity", "renew_measures"),
    *("reopen_measure", "give_measure", "waive_measure", "agree_to_measure_waiver", "lapse_measures"),
    *("remind_owner", "invite_colleagues", "uninvite_colleague"),
)


def _of_activities(name: str, assessor: Assessor, folder: Path) -> Callable[[], object]:
    from tests.integration import activity_house  # it stands on this one

    return activity_house.PREPARED[name](assessor, folder)


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    **account_house.prepared(HAND),
    **talk_house.PREPARED,
    **agreement_house.PREPARED,
    **{name: lambda *_, ready=ready: ready() for name, ready in screening_house.PREPARED.items()},
    **advice_house.prepared(assessed),
    **token_house.CHANGES,
    **subscription_house.CHANGES,
    **mission_house.prepared(lambda: services.record_activity(LONG_AGO, **HAND)),
    **self_scan_house.prepared(),
    **survey_house.prepared(),
    **protection_house.PREPARED,
    **publication_house.PREPARED,
    **investment_house.PREPARED,
    **network_house.PREPARED,
    **outlook_house.PREPARED,
    **report_house.PREPARED,
    **evaluation_house.PREPARED,
    **kader_house.PREPARED,
    **exchange_house.PREPARED,
    **destruction_house.PREPARED,
    **replay_house.PREPARED,
    **{name: lambda *given, name=name: _of_activities(name, *given) for name in ACTIVITY_SERVICES},
    "add_participant": with_colleague(lambda: services.add_participant(NAMED, **HAND)),
    "answer_facts": answering,
    "note_infected_upload": lambda *_: (
        lambda: services.note_infected_upload("Eicar", [b"eicar"], sent_by="anna", **HAND)
    ),
    "note_upgrade": lambda *_: lambda: services.note_upgrade("0.2.0", "0099_later", **HAND),
    "apply_kader": applying,
    "assess_request": assessing,
    "close_measure": closing,
    "decide_request": deciding,
    "agree_to_decision": with_draft(lambda draft: services.agree_to_decision(draft, **HAND)),
    "return_decision": with_draft(lambda draft: services.return_decision(draft, "Nog niet.", **HAND)),
    "hand_over": referring,
    "keep_document": keeping,
    "receive_request": receiving,
    "finish_mail": finishing_mail,
    "send_mails_again": sending_again,
    "note_trail_export": lambda *_: lambda: services.note_trail_export("van=2030-01-01", "csv", **HAND),
    "assign_request": with_colleague(lambda: services.assign_request(GIVEN, **HAND)),
    "note_export": lambda *_: lambda: services.note_export("van=all", "csv", 0, **HAND),
    "note_comparison": lambda *_: lambda: services.note_comparison(COMPARED, **HAND),
    "enter_fictional_source": making_up,
    "enter_fictional_cases": made_up,
    "judge_parties": describing(lambda: services.judge_parties(JUDGEMENT, **HAND)),
    "name_party": describing(lambda: services.name_party("P-1", NameEntry(name="Bedacht"), **HAND)),
    "number_party": describing(lambda: services.number_party("P-1", "kvk", "12345678", **HAND)),
    "import_year": lambda _, folder: prepared_import(folder),
    **spreadsheet_house.prepared(HAND),
    **mail_house.prepared(HAND),
    "note_reading": reading,
    "note_readings": reading_several,
    "record_evidence": proving,
    "require_measures": requiring,
}
SIMPLE: dict[str, Any] = {
    "record_activity": ActivityEntry(reference="X-1", year=2030, title=TITLE),
    "record_claim": ClaimEntry(
        reference="C-1", year=2030, chapter="x", figure="f", operator=ClaimOperator.ALL, derived=True
    ),
    "record_decision": DecisionEntry(
        reference="B-1", year=2030, level=Level.ORGANISATION, title=TITLE, passage="Zin."
    ),
    "record_finding": FindingEntry(
        reference="F-1", year=2030, subject=FindingSubject.ACTION_LINE, line="M2", text=TITLE
    ),
    "record_party": PartyEntry(
        reference="P-1", kind=PartyKind.COMPANY, name="Fictief", identifiers={"kvk": "1"}
    ),
    "record_recommendation": RecommendationEntry(reference="A-1", year=2030, text=TITLE),
    "record_request": RequestEntry(reference="V-1", year=2030, title=TITLE, received=Period.year(2030)),
    "record_talk": TalkEntry(reference="T-1", year=2030, purpose="exploration", title=TITLE, number=None),
}


def everything() -> dict[str, int]:
    counts = {}
    with connection.cursor() as cursor:
        for table in (x for x in connection.introspection.table_names() if x.startswith("register_")):
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
            counts[table] = cursor.fetchone()[0]
    return counts


def refused(code: str, act: Callable[[], object]) -> None:
    before = everything()
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    assert (caught.value.refusal.code, everything()) == (code, before)

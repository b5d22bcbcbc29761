"""Every change goes through a service, leaves an event, and is refused for a reason or not at all."""

import ast
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from django.db import connection, transaction

from openkader.base.errors import Invalid, NotFound, Refused
from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.vocabulary import (
    ClaimOperator,
    DecisionOutcome,
    EvidenceKind,
    FindingSubject,
    Kind,
    Level,
    MeasureStatus,
    PartyKind,
    Role,
)
from openkader.kader import Assessor
from openkader.register import audit, selectors, services
from openkader.register.entries import (
    ActivityEntry,
    AnswerEntry,
    ClaimEntry,
    DecisionEntry,
    EvidenceEntry,
    FindingEntry,
    ParticipationEntry,
    PartyEntry,
    RecommendationEntry,
    RequestEntry,
    TalkEntry,
    TopicEntry,
)
from openkader.register.kaders import assessor_of
from openkader.register.yearfile import read_year_file
from tests.integration import screening_house
from tests.web_pages import PASSWORD
from tests.yearfiles import year_file

pytestmark = pytest.mark.django_db
NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": "adviser", "now": NOW}
TITLE = Text(nl="Fictief", en="Fictional")
SOURCE = Path(services.__file__).resolve().parents[2]
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


@pytest.fixture
def assessor(db: None) -> Assessor:
    return assessor_of("zuid-holland/2024-01-01")


def a_request(reference: str = "V-1", kind: Kind = Kind.INCOMING_DELEGATION) -> str:
    entry = RequestEntry(
        reference=reference, year=2030, title=TITLE, kind=kind, country="CN", programme="china"
    )
    return services.record_request(entry, **HAND)


def answered(assessor: Assessor, request: str, **changes: object) -> str:
    facts = {name: value for name, value in (GREEN_FACTS | changes).items() if name in assessor.kader.facts}
    answers = [AnswerEntry(fact=name, value=value) for name, value in facts.items()]
    services.answer_facts(request, answers, kader=assessor.kader, **HAND)
    return request


def assessed(assessor: Assessor, reference: str = "V-1", **changes: object) -> str:
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


def decided(assessor: Assessor, reference: str = "V-1") -> str:
    request = assessed(assessor, reference)
    services.decide_request(a_decision(request), **HAND)
    return request


def an_activity(request: str | None = None, reference: str = "X-1") -> str:
    entry = ActivityEntry(reference=reference, year=2030, title=TITLE, request=request)
    return services.record_activity(entry, **HAND)


def a_measure() -> str:
    return services.require_measures(an_activity(), {"M2.analysis": "M2"}, **HAND)[0]


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


def proving(assessor: Assessor, folder: Path) -> Callable[[], object]:
    measure = a_measure()
    return lambda: services.record_evidence(measure, EVIDENCE, **HAND)


def requiring(assessor: Assessor, folder: Path) -> Callable[[], object]:
    activity = an_activity()
    return lambda: services.require_measures(activity, {"M2.analysis": "M2"}, **HAND)


def with_account(act: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    def prepare(*_: object) -> Callable[[], object]:
        services.open_account("colleague", PASSWORD, **HAND)
        return act

    return prepare


PREPARED: dict[str, Callable[[Assessor, Path], Callable[[], object]]] = {
    **{name: lambda *_, ready=ready: ready() for name, ready in screening_house.PREPARED.items()},
    "answer_facts": answering,
    "change_password": with_account(lambda: services.change_password("colleague", PASSWORD[::-1], **HAND)),
    "close_account": with_account(lambda: services.close_account("colleague", **HAND)),
    "open_account": lambda *_: lambda: services.open_account("colleague", PASSWORD, **HAND),
    "apply_kader": applying,
    "assess_request": assessing,
    "close_measure": closing,
    "decide_request": deciding,
    "import_year": lambda _, folder: prepared_import(folder),
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
# To hold a task for a while is no change of the register.
CHANGES = sorted(set(services.__all__) - {"take_tasks"})
ONE_EVENT = sorted(set(CHANGES) - {"import_year"})


@pytest.mark.parametrize("name", ONE_EVENT)
def test_a_change_leaves_exactly_one_event(name: str, assessor: Assessor, tmp_path: Path) -> None:
    make_the_change = change(name, assessor, tmp_path)
    before = selectors.event_count()
    make_the_change()
    event = selectors.events(limit=1)[0]
    assert selectors.event_count() == before + 1
    assert (event.actor, event.at) == ("adviser", NOW)
    assert audit.verify() is None


def test_an_import_leaves_an_event_for_itself_and_one_for_each_record(tmp_path: Path) -> None:
    prepared_import(tmp_path)()
    actions = [event.action for event in selectors.events()]
    assert actions == ["request.recorded", "year.imported"]


@pytest.mark.parametrize("name", CHANGES)
def test_a_change_that_fails_at_its_end_leaves_nothing(
    name: str, assessor: Assessor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_the_change = change(name, assessor, tmp_path)
    before = everything()

    def fall_over(*_: object, **__: object) -> None:
        raise RuntimeError("the power went out")

    monkeypatch.setattr(audit, "append", fall_over)
    with pytest.raises(RuntimeError, match="the power went out"):
        make_the_change()
    assert everything() == before


def everything() -> dict[str, int]:
    tables = [x for x in connection.introspection.table_names() if x.startswith("register_")]
    with connection.cursor() as cursor:
        counts = {}
        for table in tables:
            cursor.execute(f"SELECT count(*) FROM {table}")  # noqa: S608
            counts[table] = cursor.fetchone()[0]
    return counts


WRITERS = {"services", "migrations"}
WRITER_MODULES = {
    *("hand", "audit", "answers", "measures", "participations"),
    *("parties", "delegations", "screenings", "hits"),
}
WRITES = {
    "create",
    "bulk_create",
    "update",
    "bulk_update",
    "delete",
    "save",
    "get_or_create",
    "update_or_create",
}


ORM = re.compile(r"objects|_default_manager|filter\(")
NO_DATABASE = {"np", "cache"}  # a file of numbers, and what is forgotten in a quarter of an hour


def writes_in(path: Path) -> list[str]:
    """Calls such as `X.objects.create(…)` and `row.save(…)`."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [
        f"{path.relative_to(SOURCE)}:{call.lineno}"
        for call in calls
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in WRITES
        and ast.unparse(call.func.value) not in NO_DATABASE
        and (call.func.attr in ("save", "delete") or ORM.search(ast.unparse(call.func.value)))
    ]


def test_only_the_register_writes() -> None:
    found = []
    for path in SOURCE.rglob("*.py"):
        parts = path.relative_to(SOURCE).parts
        is_writer = parts[0] == "register" and (parts[1] in WRITERS or path.stem in WRITER_MODULES)
        found += [] if is_writer else writes_in(path)
    assert found == []
    assert writes_in(SOURCE / "register" / "services" / "close_measure.py")


def test_an_event_outside_a_transaction_is_a_mistake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audit, "connection", SimpleNamespace(in_atomic_block=False))
    with pytest.raises(RuntimeError, match="in the transaction of its change"):
        audit.append([], by="x", now=NOW)


# --- deciding ---------------------------------------------------------------------


def test_a_settled_proposal_is_followed_without_a_motivation(assessor: Assessor) -> None:
    dossier = selectors.dossier(decided(assessor))
    assert dossier.assessments[-1]["settled"] is True
    decision = dossier.decisions[-1]
    assert decision["departs_from_proposal"] is False
    assert (decision["decided_by"], str(decision["decided_on"])) == ("adviser", "2030-05-01")
    assert decision["assessment__reference"] == "V-1-B1"


def test_a_decision_falls_on_the_day_of_the_organisation(assessor: Assessor) -> None:
    late = datetime(2030, 5, 1, 23, 30, tzinfo=UTC)  # half past one at night in Amsterdam
    services.decide_request(a_decision(assessed(assessor)), by="x", now=late)
    assert str(selectors.dossier("V-1").decisions[-1]["decided_on"]) == "2030-05-02"


def refused(code: str, act: Callable[[], object]) -> None:
    before = everything()
    with pytest.raises(Refused) as caught, transaction.atomic():
        act()
    assert caught.value.refusal.code == code
    assert everything() == before


def test_departing_from_the_proposal_needs_a_motivation(assessor: Assessor) -> None:
    request = assessed(assessor, sanctions="hit")
    refused("decision.no-motivation", lambda: services.decide_request(a_decision(request), **HAND))
    services.decide_request(a_decision(request, motivation="Een ander beeld."), **HAND)
    assert selectors.dossier(request).decisions[-1]["departs_from_proposal"] is True


def test_green_light_while_questions_are_open_needs_a_motivation(assessor: Assessor) -> None:
    request = assessed(assessor, sanctions=None)
    refused("decision.no-motivation", lambda: services.decide_request(a_decision(request), **HAND))


def test_a_decision_without_an_assessment_is_refused(assessor: Assessor) -> None:
    request = a_request()
    refused("decision.no-assessment", lambda: services.decide_request(a_decision(request), **HAND))


def test_a_withdrawn_request_needs_no_assessment(assessor: Assessor) -> None:
    request = a_request()
    services.decide_request(a_decision(request, outcome=DecisionOutcome.WITHDRAWN), **HAND)
    assert selectors.rows("requests", 2030)[0]["outcome"] == "withdrawn"


def test_new_answers_make_the_assessment_stale(assessor: Assessor) -> None:
    request = answered(assessor, assessed(assessor), sanctions="possible")
    refused("decision.stale-assessment", lambda: services.decide_request(a_decision(request), **HAND))
    assert services.assess_request(request, assessor=assessor, **HAND) == "V-1-B2"


def test_an_assessment_is_decided_on_once(assessor: Assessor) -> None:
    request = decided(assessor)
    again = a_decision(request, reference="B-2")
    refused("decision.already-decided", lambda: services.decide_request(again, **HAND))


def test_refusing_needs_a_ground(assessor: Assessor) -> None:
    request = assessed(assessor, sanctions="hit")
    no = a_decision(request, outcome=DecisionOutcome.REFUSE)
    refused("decision.no-ground", lambda: services.decide_request(no, **HAND))
    services.decide_request(replace(no, ground="sanctions"), **HAND)


def test_an_answer_outside_the_question_is_refused(assessor: Assessor) -> None:
    request = a_request()
    wrong = [AnswerEntry(fact="sanctions", value="maybe"), AnswerEntry(fact="weather", value=True)]
    with pytest.raises(Invalid) as caught:
        services.answer_facts(request, wrong, kader=assessor.kader, **HAND)
    assert [problem.code for problem in caught.value.problems] == [
        "facts.not-an-answer",
        "facts.unknown-fact",
    ]


def test_the_newest_answer_counts_and_the_older_one_stays(assessor: Assessor) -> None:
    request = answered(assessor, a_request())
    services.answer_facts(request, [AnswerEntry(fact="demand", value=None)], kader=assessor.kader, **HAND)
    dossier = selectors.dossier(request)
    assert dossier.facts["demand"] is None
    assert [row["value"] for row in dossier.answers if row["fact"] == "demand"] == [True, None]


# --- what is recorded ----------------------------------------------------------------


def test_an_activity_waits_for_green_light(assessor: Assessor) -> None:
    request = assessed(assessor)
    refused("activity.no-green-light", lambda: an_activity(request))
    services.decide_request(a_decision(request), **HAND)
    an_activity(request)


def test_a_reference_is_given_once_even_to_another_kind_of_record() -> None:
    a_request("SAME")
    party = PartyEntry(reference="SAME", kind=PartyKind.COMPANY, name="x")
    refused("reference.taken", lambda: services.record_party(party, **HAND))


def test_a_reference_outlives_its_record() -> None:
    talk = SIMPLE["record_talk"]
    services.record_talk(talk, **HAND)
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM register_talk")
    refused("reference.taken", lambda: services.record_talk(talk, **HAND))


def test_a_number_of_a_public_register_belongs_to_one_party() -> None:
    party = SIMPLE["record_party"]
    services.record_party(party, **HAND)
    other = PartyEntry(reference="P-2", kind=PartyKind.COMPANY, name="x", identifiers={"kvk": "1"})
    refused("register.identifier-twice", lambda: services.record_party(other, **HAND))


def test_a_party_or_a_topic_that_stands_twice_is_refused() -> None:
    services.record_party(SIMPLE["record_party"], **HAND)
    entry: Any = SIMPLE["record_activity"]
    twice = tuple(ParticipationEntry(reference=f"X-1-P{n}", role=Role.ADVISER, party="P-1") for n in (1, 2))
    refused(
        "register.named-twice", lambda: services.record_activity(replace(entry, participations=twice), **HAND)
    )
    topics = (TopicEntry(code="x"),) * 2
    refused("register.topic-twice", lambda: services.record_activity(replace(entry, topics=topics), **HAND))


def test_a_reference_twice_in_one_record_is_refused() -> None:
    twice = [ParticipationEntry(reference="X-1-P1", role=Role.ADVISER, description=TITLE)] * 2
    entry = ActivityEntry(reference="X-1", year=2030, title=TITLE, participations=tuple(twice))
    refused("reference.taken", lambda: services.record_activity(entry, **HAND))


def test_what_is_not_there_is_not_found(assessor: Assessor) -> None:
    for act in (
        lambda: services.assess_request("V-0", assessor=assessor, **HAND),
        lambda: an_activity("V-0"),
        lambda: services.record_evidence("M-0", EVIDENCE, **HAND),
        lambda: services.require_measures("X-0", {}, **HAND),
        lambda: services.record_talk(
            TalkEntry(reference="T-1", year=2030, purpose="x", title=TITLE, party="P-0"), **HAND
        ),
        lambda: selectors.dossier("V-0"),
        lambda: selectors.rows("weather"),
    ):
        with pytest.raises(NotFound):
            act()


def test_an_office_holder_who_takes_part_is_known_to_take_part() -> None:
    services.record_party(PartyEntry(reference="P-1", kind=PartyKind.PERSON, name="Fictief"), **HAND)
    took_part = ParticipationEntry(reference="X-1-P1", role=Role.OFFICE_HOLDER, party="P-1")
    entry = ActivityEntry(reference="X-1", year=2030, title=TITLE, participations=(took_part,))
    services.record_activity(entry, **HAND)
    an_activity(reference="X-2")
    assert [row["office_holder"] for row in selectors.rows("activities")] == [True, None]


def test_measures_are_opened_once_and_closed_with_evidence() -> None:
    measure = a_measure()
    assert services.require_measures("X-1", {"M2.analysis": "M2", "M2.screening": "M2"}, **HAND) == [
        "X-1-M2.screening"
    ]
    done = MeasureStatus.DONE
    refused("measure.no-evidence", lambda: services.close_measure(measure, done, **HAND))
    services.record_evidence(measure, EVIDENCE, **HAND)
    assert [row["evidenced"] for row in selectors.rows("measures")] == [True, False]
    services.close_measure(measure, done, **HAND)
    assert [row["status"] for row in selectors.rows("measures")] == ["done", "open"]
    waived = MeasureStatus.WAIVED
    refused("measure.no-reason", lambda: services.close_measure("X-1-M2.screening", waived, **HAND))
    services.close_measure("X-1-M2.screening", waived, reason="Geen deelnemers.", **HAND)
    event = selectors.events(limit=1)[0]
    assert (event.detail["before"], event.detail["after"]) == ("open", "waived")


def test_nothing_to_open_is_no_event() -> None:
    a_measure()
    before = selectors.event_count()
    assert services.require_measures("X-1", {"M2.analysis": "M2"}, **HAND) == []
    assert selectors.event_count() == before


def test_the_trail_holds_no_names() -> None:
    services.record_party(
        PartyEntry(reference="P-1", kind=PartyKind.PERSON, name="Geheime Naam", passage="Geheime zin."),
        **HAND,
    )
    assert "Geheim" not in str(selectors.events())

"""A program answers the questions of the kader and assesses, on the newest that there is."""

from typing import Any

import pytest

from openkader.api import answers as answering
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.entries import AnswerEntry
from tests.integration.program_house import LIST, PROBLEM, a_program, answer, assess, told, with_token
from tests.integration.register_house import HAND, NOW, a_request, answered

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
HAND_IN, READ, WORK = TokenScope.HAND_IN, TokenScope.READ, TokenScope.WORK
ANSWERS, ASSESSMENTS = f"{LIST}/V-1/antwoorden", f"{LIST}/V-1/toetsingen"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def questions(response: Any) -> dict[str, Any]:
    return {one["vraag"]: one for one in told(response)["antwoorden"]}


def given(*pairs: tuple[str, object]) -> list[dict[str, object]]:
    return [{"vraag": fact, "waarde": value} for fact, value in pairs]


def test_the_questions_are_there_with_what_can_be_answered() -> None:
    a_request("V-1")
    response = a_program(READ).get(ANSWERS)
    found = questions(response)
    assert response["ETag"].startswith('"')
    assert (found["demand"]["soort"], found["demand"]["waarde"], found["demand"]["aantalAntwoorden"]) == (
        "ja_of_nee",
        None,
        0,
    )
    assert {one["code"] for one in found["competent_authority"]["opties"]} >= {"province"}
    assert "country" not in found  # the request says so itself


def test_answers_are_kept_beside_the_earlier_ones_and_the_trail_names_the_token() -> None:
    a_request("V-1")
    client = a_program(WORK)
    first = client.get(ANSWERS)
    response = answer(client, "V-1", given(("demand", True), ("risk_areas", [])), first["ETag"])
    found = questions(response)
    assert (response.status_code, found["demand"]["waarde"], found["risk_areas"]["waarde"]) == (200, True, [])
    assert response["ETag"] == client.get(ANSWERS)["ETag"] != first["ETag"]
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail["token"]) == (
        "facts.answered",
        "colleague",
        "zaaksysteem",
    )


def test_unknown_is_an_answer_and_what_is_not_named_stays_as_it_was() -> None:
    a_request("V-1")
    client = a_program(WORK)
    mark = answer(client, "V-1", given(("demand", True), ("own_line", True)), client.get(ANSWERS)["ETag"])[
        "ETag"
    ]
    found = questions(answer(client, "V-1", given(("demand", None)), mark))
    assert (found["demand"]["waarde"], found["demand"]["aantalAntwoorden"]) == (None, 2)
    assert (found["own_line"]["waarde"], found["own_line"]["aantalAntwoorden"]) == (True, 1)


def test_the_same_said_again_is_no_second_answer() -> None:
    a_request("V-1")
    client = a_program(WORK)
    mark = answer(client, "V-1", given(("demand", True)), client.get(ANSWERS)["ETag"])["ETag"]
    again = answer(client, "V-1", given(("demand", True)), mark)
    assert (again.status_code, again["ETag"]) == (200, mark)


@pytest.mark.parametrize("mark", [None, "*", ""])
def test_who_does_not_say_what_they_saw_changes_nothing(mark: str | None) -> None:
    a_request("V-1")
    response = answer(a_program(WORK), "V-1", given(("demand", True)), mark)
    assert (response.status_code, response["Content-Type"]) == (428, PROBLEM)
    assert told(response)["code"] == "interface.no-version"


def test_who_saw_something_else_than_there_is_now_is_told_so(assessor: Assessor) -> None:
    a_request("V-1")
    client = a_program(WORK)
    seen = client.get(ANSWERS)["ETag"]
    services.answer_facts("V-1", [AnswerEntry(fact="demand", value=False)], kader=assessor.kader, **HAND)
    response = answer(client, "V-1", given(("demand", True)), seen)
    assert (response.status_code, told(response)["code"]) == (412, "interface.overtaken")
    assert questions(client.get(ANSWERS))["demand"]["waarde"] is False


def test_a_mark_that_a_server_between_made_weak_is_ours() -> None:
    a_request("V-1")
    client = a_program(WORK)
    mark = client.get(ANSWERS)["ETag"]
    assert answer(client, "V-1", given(("demand", True)), f'"elders", W/{mark}').status_code == 200


def test_an_answer_that_came_between_looking_and_writing_is_not_passed_over(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_request("V-1")
    client = a_program(WORK)

    def meanwhile(*_: object) -> None:
        entry = AnswerEntry(fact="demand", value=False)
        services.answer_facts("V-1", [entry], kader=assessor.kader, **HAND)

    monkeypatch.setattr(answering, "require_newest", meanwhile)
    response = answer(client, "V-1", given(("demand", True)), '"x"')
    assert (response.status_code, told(response)["code"]) == (412, "facts.meanwhile")


@pytest.mark.parametrize(
    ("answers", "place", "code"),
    [
        (given(("niets", True)), "antwoorden.0.vraag", "interface.not-asked"),
        (given(("country", "CN")), "antwoorden.0.vraag", "interface.not-asked"),
        (given(("demand", True), ("demand", True)), "antwoorden.1.vraag", "interface.twice"),
        (given(("demand", "ja")), "demand", "facts.not-an-answer"),
        (given(("demand", 1)), "demand", "facts.not-an-answer"),
        (given(("competent_authority", "x\0")), "competent_authority", "facts.not-an-answer"),
        (given(("risk_areas", ["x"])), "risk_areas", "facts.not-an-answer"),
        ([{"vraag": "demand"}], "antwoorden.0.waarde", "interface.missing"),
        ([{"vraag": "demand", "waarde": True, "door": "mij"}], "antwoorden.0.door", "interface.unknown-name"),
        ([], "antwoorden", "interface.wrong-value"),
    ],
    ids=repr,
)
def test_an_answer_that_is_none_is_named_and_nothing_is_kept(answers: object, place: str, code: str) -> None:
    a_request("V-1")
    client = a_program(WORK)
    mark = client.get(ANSWERS)["ETag"]
    response = answer(client, "V-1", answers, mark)
    (wrong,) = told(response)["ongeldigeWaarden"]
    assert (response.status_code, wrong["waarde"], wrong["code"]) == (400, place, code)
    assert client.get(ANSWERS)["ETag"] == mark


@pytest.mark.parametrize(
    "value", [{"a": 1}, [[]], [1], 10**400, 1e308, "x" * 121], ids=lambda one: repr(one)[:12]
)
def test_a_value_of_another_form_is_refused(value: object) -> None:
    a_request("V-1")
    client = a_program(WORK)
    response = answer(client, "V-1", given(("demand", value)), client.get(ANSWERS)["ETag"])
    assert (response.status_code, told(response)["code"]) == (400, "interface.invalid")


# --- assessing -------------------------------------------------------------------------------


def test_a_case_is_assessed_and_says_why(assessor: Assessor) -> None:
    answered(assessor, a_request("V-1"), demand=None)
    client = a_program(WORK)
    response = assess(client)
    found = told(response)
    assert (response.status_code, found["uitkomst"], found["staatVast"]) == (201, "aanhouden", False)
    assert response["Location"] == f"http://testserver{ASSESSMENTS}/{found['nummer']}"
    assert found["openVragen"] == ["demand"]
    truths = {one["geldt"] for one in found["alleRegels"]}
    assert truths == {False, None}
    open_one = next(one for one in found["alleRegels"] if one["geldt"] is None)
    assert open_one["omdat"][0]["nl"].startswith("nog niet bekend")
    assert told(client.get(response["Location"])) == found
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["token"]) == ("request.assessed", "zaaksysteem")


def test_while_nothing_changed_the_last_assessment_stays(assessor: Assessor) -> None:
    answered(assessor, a_request("V-1"))
    client = a_program(WORK)
    first, again = assess(client), assess(client)
    assert (again.status_code, again.content) == (200, first.content)
    assert len(told(client.get(ASSESSMENTS))["toetsingen"]) == 1


def test_of_a_kader_that_is_gone_the_reasons_are_unknown(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(assessor, a_request("V-1"))
    client = a_program(WORK)
    address = assess(client)["Location"]
    monkeypatch.setattr("openkader.api.assessments.reassessed", lambda _row: None)
    assert told(client.get(address))["alleRegels"] is None


def test_what_is_sent_along_with_assessing_is_refused() -> None:
    a_request("V-1")
    response = a_program(WORK).post(ASSESSMENTS, "{}", content_type="application/json")
    assert (response.status_code, told(response)["code"]) == (400, "interface.invalid")
    assert told(response)["detail"] == "Deze naam kent de interface hier niet."


# --- who may ---------------------------------------------------------------------------------


def test_a_token_that_is_for_reading_works_on_nothing() -> None:
    a_request("V-1")
    client = a_program(READ, HAND_IN)
    for response in (answer(client, "V-1", "onzin", None), assess(client)):
        assert (response.status_code, told(response)["code"]) == (403, "token.out-of-scope")


def test_who_may_only_read_cases_does_so_through_a_token_for_work_too() -> None:
    a_request("V-1")
    client = a_program(WORK, role=AccountRole.EVALUATOR)
    assert client.get(ANSWERS).status_code == 200
    for response in (answer(client, "V-1", [], '"x"'), assess(client)):
        assert (response.status_code, told(response)["code"]) == (403, "role.work")


def test_a_case_that_may_not_be_seen_is_not_there() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    client = a_program(WORK, team="elders")
    for response in (
        client.get(ANSWERS),
        answer(client, "V-1", given(("demand", True)), '"x"'),
        client.get(ASSESSMENTS),
        client.get(f"{ASSESSMENTS}/V-1-B1"),
        assess(client),
    ):
        assert (response.status_code, told(response)["code"]) == (404, "request.not-found")


def test_an_assessment_is_found_in_its_own_case_alone(assessor: Assessor) -> None:
    answered(assessor, a_request("V-1"))
    a_request("V-2")
    client = a_program(WORK)
    number = told(assess(client))["nummer"]
    assert client.get(f"{LIST}/V-2/toetsingen/{number}").status_code == 404


def test_who_reads_the_questions_of_a_confidential_case_stands_in_the_trail() -> None:
    a_request("V-1", confidentiality=Confidentiality.CONFIDENTIAL)
    a_program(READ, role=AccountRole.AUDITOR).get(ANSWERS)
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["token"]) == ("dossier.read", "zaaksysteem")


def test_a_case_that_was_taken_over_is_not_weighed_anew() -> None:
    client = a_program(WORK)
    response = assess(client, "V-2024-01")
    assert (response.status_code, told(response)["code"]) == (409, "case.taken-over")


def test_two_tokens_of_one_account_are_told_apart() -> None:
    a_request("V-1")
    a_program(WORK)
    client = with_token(WORK, name="tweede")
    answer(client, "V-1", given(("demand", True)), client.get(ANSWERS)["ETag"])
    assert selectors.events(limit=1)[0].detail["token"] == "tweede"

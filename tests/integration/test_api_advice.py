"""A program asks a desk for advice, and enters what the desk answered, as the page of a case does."""

import json
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from tests.integration import investment_house
from tests.integration.advice_house import a_question, an_answer, asked
from tests.integration.program_house import LIST, PROBLEM, a_program, told, with_token
from tests.integration.register_house import HAND, NOW, answered, assessed, decided, everything

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, WORK = TokenScope.READ, TokenScope.WORK
ASK, GIVE = TokenScope.ASK_ADVICE, TokenScope.GIVE_ADVICE
ADVICE = f"{LIST}/V-1/adviezen"
QUESTION = {
    "loket": "nctv",
    "vraag": "Is het risico beheersbaar?",
    "gevraagdAan": "Loket Fictief",
    "email": "loket@voorbeeld.example",
    "uiterlijkOp": "2030-05-06",
}
ANSWER = {"oordeel": "geen_bezwaar", "gegevenDoor": "A. Fictief"}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def case(assessor: Assessor) -> str:
    """A case that touches the risk list, and so has to be put before a desk."""
    return assessed(assessor, risk_areas=["robotics_autonomous"])


def ask(client: Client, **changes: object) -> Any:
    return client.post(ADVICE, json.dumps(QUESTION | changes), content_type="application/json")


def give(client: Client, advice: str, mark: str | None = "", **changes: object) -> Any:
    """`mark` is what was seen; empty: what there is now."""
    seen = client.get(f"{ADVICE}/{advice}").headers.get("ETag", '"x"') if mark == "" else mark
    headers = {} if seen is None else {"if-match": seen}
    return client.post(
        f"{ADVICE}/{advice}/antwoorden",
        json.dumps(ANSWER | changes),
        content_type="application/json",
        headers=headers,
    )


def take_back(client: Client, advice: str, reason: str = "Niet meer nodig.") -> Any:
    sent = json.dumps({"reden": reason})
    return client.put(f"{ADVICE}/{advice}/terugname", sent, content_type="application/json")


def code_of(response: Any) -> tuple[int, str]:
    assert response["Content-Type"] == PROBLEM
    return response.status_code, told(response)["code"]


# --- asking ----------------------------------------------------------------------------------


def test_a_desk_is_asked_and_its_link_is_told_once(case: str, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "kader@voorbeeld.example"
    client = a_program(ASK)
    needed = told(client.get(ADVICE))
    assert ("nctv", True) in {(one["loket"], one["ontbreekt"]) for one in needed["nodig"]}
    assert "nctv" in {one["code"] for one in needed["loketten"]}
    response = ask(client)
    found = told(response)
    link = found.pop("antwoordkoppeling")["href"]
    assert (response.status_code, found["stand"]) == (201, "gevraagd")
    assert told(client.get(response["Location"])) == found == told(client.get(ADVICE))["adviezen"][0]
    assert found["feiten"]["risk_areas"] == ["robotics_autonomous"]
    assert "loket@" not in response.content.decode()  # the page does not show it either
    assert models.OutgoingMail.objects.get().to == "loket@voorbeeld.example"
    assert Client().get(link).status_code == 200
    (event,) = (one for one in selectors.events(limit=3) if one.action == "advice.asked")
    assert (event.actor, event.detail["token"]) == ("colleague", "zaaksysteem")


def test_the_same_question_sent_again_is_one_question_and_one_mail(case: str, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "kader@voorbeeld.example"
    client = a_program(ASK)
    first = ask(client)
    before = everything()
    again = ask(client)
    assert (again.status_code, again["Location"]) == (200, first["Location"])
    assert told(again)["antwoordkoppeling"] is None
    assert {name for name, number in everything().items() if number != before[name]} == set()
    assert code_of(ask(client, vraag="Een andere vraag")) == (409, "advice.already-asked")


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"loket": "zomaar"}, "loket", "interface.unknown-word"),
        ({"uiterlijkOp": "2030-04-30"}, "uiterlijkOp", "advice.due-in-the-past"),
        ({"uiterlijkOp": "6 mei"}, "uiterlijkOp", "interface.wrong-value"),
        ({"vraag": "\x07 "}, "vraag", "interface.wrong-value"),
        ({"email": "geen adres"}, "email", "interface.wrong-value"),
        ({"door": "mij"}, "door", "interface.unknown-name"),
    ],
)
def test_a_question_that_is_none_is_named_and_nobody_is_asked(
    case: str, changes: dict[str, Any], place: str, code: str
) -> None:
    response = ask(a_program(ASK), **changes)
    (wrong,) = told(response)["ongeldigeWaarden"]
    assert (response.status_code, wrong["waarde"], wrong["code"]) == (400, place, code)
    assert not models.AdviceRequest.objects.exists()


def test_of_what_is_decided_nobody_is_asked(assessor: Assessor) -> None:
    decided(assessor)
    assert code_of(ask(a_program(ASK))) == (409, "advice.decided")


def test_a_question_that_is_open_is_taken_back_with_a_reason(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    client = a_program(ASK)
    response = take_back(client, advice)
    found = told(response)
    assert (response.status_code, found["stand"]) == (200, "teruggenomen")
    assert (found["teruggenomenOmdat"], told(client.get(f"{ADVICE}/{advice}"))) == ("Niet meer nodig.", found)
    before = everything()
    assert take_back(client, advice).status_code == 200
    assert code_of(take_back(client, advice, "Anders.")) == (409, "advice.not-open")
    assert take_back(client, advice, " ").status_code == 400
    assert everything() == before
    assert code_of(give(with_token(GIVE, name="loket"), advice)) == (409, "advice.withdrawn")


# --- giving ----------------------------------------------------------------------------------


def test_what_a_desk_answered_is_kept_and_may_be_corrected(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    client = a_program(GIVE, role=AccountRole.REVIEWER)
    response = give(client, advice)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{ADVICE}/{advice}")
    found = told(response)
    assert (found["stand"], found["antwoorden"][0]["oordeel"]) == ("gegeven", "geen_bezwaar")
    assert told(client.get(response["Location"])) == found
    again = give(client, advice, response["ETag"], oordeel="bezwaar", toelichting="Toch niet.")
    assert [one["oordeel"] for one in told(again)["antwoorden"]] == ["geen_bezwaar", "bezwaar"]
    events = {one.action: one for one in selectors.events(limit=4)}  # the kader takes an answer from it too
    event = events["advice.answered"]
    assert (event.actor, event.detail["token"]) == ("colleague", "zaaksysteem")


def test_who_did_not_see_the_newest_answer_gives_none(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    client = a_program(GIVE)
    seen = client.get(f"{ADVICE}/{advice}")["ETag"]
    assert code_of(give(client, advice, None)) == (428, "interface.no-version")
    services.give_advice(an_answer(advice), **HAND)
    assert code_of(give(client, advice, seen)) == (412, "interface.overtaken")
    assert models.Advice.objects.count() == 1


def test_an_answer_that_came_between_is_not_passed_over(
    case: str, assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    advice = asked(assessor, case)
    monkeypatch.setattr(
        "openkader.api.advice.require_newest", lambda *_: services.give_advice(an_answer(advice), **HAND)
    )
    response = give(a_program(GIVE), advice, '"x"', oordeel="bezwaar", toelichting="Nee.")
    assert code_of(response) == (412, "advice.meanwhile")


@pytest.mark.parametrize(
    ("changes", "status", "code"),
    [
        ({"oordeel": "bezwaar"}, 409, "advice.no-explanation"),
        ({"oordeel": "geen_bezwaar_onder_voorwaarden", "voorwaarden": []}, 409, "advice.no-conditions"),
        ({"oordeel": "misschien"}, 400, "interface.invalid"),
        ({"gegevenDoor": " "}, 400, "interface.invalid"),
        ({"verklaring": {"gezegdOp": "2030-05-01"}}, 400, "interface.invalid"),
    ],
)
def test_an_answer_that_is_not_whole_is_refused(
    case: str, assessor: Assessor, changes: dict[str, Any], status: int, code: str
) -> None:
    response = give(a_program(GIVE), asked(assessor, case), **changes)
    assert code_of(response) == (status, code)
    assert not models.Advice.objects.exists()


def test_what_the_partner_of_an_investment_answers_is_a_statement(assessor: Assessor) -> None:
    advice = investment_house.asked(assessor, answered(assessor, investment_house.an_investment()))
    client = a_program(GIVE)
    assert told(give(client, advice))["ongeldigeWaarden"][0]["waarde"] == "verklaring"
    said = {"gezegdOp": "2030-05-01", "geldigTot": "2031-05-01", "nummer": "Z-7"}
    found = told(give(client, advice, verklaring=said))
    assert found["antwoorden"][0]["verklaring"] == said | {"gronden": []}
    assert models.InvestmentStatement.objects.count() == 1


def test_an_advice_is_found_in_its_own_case_alone(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    assessed(assessor, "V-2", risk_areas=["robotics_autonomous"])
    assert a_program(READ).get(f"{LIST}/V-2/adviezen/{advice}").status_code == 404


# --- who may ---------------------------------------------------------------------------------


def test_who_may_not_ask_or_answer_or_see_the_case_hears_so(case: str, assessor: Assessor) -> None:
    advice = asked(assessor, case)
    reads = a_program(READ, WORK, GIVE, name="vraagt-niet")
    gives_not = a_program(READ, WORK, ASK, name="antwoordt-niet")
    reviewer = a_program(ASK, role=AccountRole.REVIEWER, name="beoordelaar")
    before = everything()
    assert code_of(ask(reads)) == (403, "token.out-of-scope")
    assert code_of(take_back(reads, advice)) == (403, "token.out-of-scope")
    assert code_of(give(gives_not, advice)) == (403, "token.out-of-scope")
    assert code_of(ask(reviewer)) == (403, "role.ask-advice")
    nobody = Client(headers={"authorization": "Bearer okt_x"})
    assert {one.status_code for one in (ask(nobody), give(nobody, advice), nobody.get(ADVICE))} == {401}
    assert everything() == before
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    stranger = a_program(ASK, GIVE, name="vreemde")
    before = everything()
    for response in (
        stranger.get(ADVICE),
        stranger.get(f"{ADVICE}/{advice}"),
        ask(stranger),
        give(stranger, advice),
        take_back(stranger, advice),
    ):
        assert response.status_code == 404
    assert everything() == before


def test_who_reads_the_advice_of_a_confidential_case_stands_in_the_trail(
    case: str, assessor: Assessor
) -> None:
    services.ask_advice(a_question(case), assessor=assessor, **HAND)
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    a_program(READ, role=AccountRole.AUDITOR).get(ADVICE)
    assert selectors.events(limit=1)[0].action == "dossier.read"

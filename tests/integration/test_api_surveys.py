"""A program reads what came of an activity and asks who took part, by the services of the page; no answer is traced."""

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from openkader.api.mission_words import STANDINGS
from openkader.casework.effect import Consent, SurveyState, WaveState
from openkader.casework.mission import ParticipantStatus
from openkader.casework.tokens import TokenScope
from openkader.register import models
from openkader.register.survey_forms import survey_form
from tests.installation import Installation
from tests.integration.program_doors import (
    of_a_request,
    what_may_not_be_seen_is_not_there,
    who_may_not_write_writes_nothing,
    who_sends_too_much_waits,
)
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.survey_house import (
    NOW,
    SURVEY,
    TODAY,
    an_answer,
    answered,
    asked,
    held_and_asked,
    took_part,
    was_held,
)
from tests.integration.test_api_activities_written import done, refusal, send, wrong
from tests.web_pages import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
HERE = "/api/v1/activiteiten/X-1"
ALL, SURVEYS, ONE = f"{HERE}/ervaringen", f"{HERE}/vragenlijsten", f"{HERE}/vragenlijsten/{SURVEY}"
ASKING: dict[str, Any] = {
    "deelnemer": "P1",
    "vraagmoment": "month",
    "gevraagdAan": "A. Fictief",
    "email": "a@voorbeeld.example",
    "taal": "en",
}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> Client:
    """A program that works on an activity that was held, with one that took part and one that did not say."""
    was_held(group=7)
    took_part()
    took_part("B. Fictief", status=ParticipantStatus.CONFIRMED, email="")
    return a_program(WORK)


def ask(client: Client, path: str = SURVEYS, **changes: object) -> Any:
    return send(client, "POST", path, {name: one for name, one in (ASKING | changes).items() if one != ""})


def page() -> str:
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    return " ".join(browser.get("/activiteiten/X-1/ervaringen/").content.decode().split())


def wave(client: Client, name: str = "month") -> Any:
    (found,) = (one for one in told(client.get(ALL))["vraagmomenten"] if one["vraagmoment"] == name)
    return found


# --- reading ---------------------------------------------------------------------------------


def test_each_that_took_part_is_read_with_how_far_it_is(client: Client) -> None:
    found = told(client.get(ALL))
    assert [(one["deelnemer"], one["aantal"], one["standen"]["month"]) for one in found["deelnemers"]] == [
        (found["deelnemers"][0]["deelnemer"], 7, "alleen_een_aantal"),
        ("P1", 1, "te_vragen"),
        ("P2", 1, "niet_genoteerd"),
    ]
    month = wave(client)
    assert (month["stand"], month["van"], found["stand"]) == ("open", TODAY.isoformat(), "gehouden")
    assert month["bereikt"] | {"dedenMee": 8, "teVragen": 1, "gevraagd": 0} == month["bereikt"]
    assert (month["tellingen"], month["eigenWoorden"]) == ([], [])
    asked()
    (survey,) = told(client.get(ALL))["deelnemers"][1]["vragenlijsten"]
    assert (survey["nummer"], survey["stand"], survey["gevraagdAan"]) == (SURVEY, "gevraagd", "A. Fictief")
    assert told(client.get(ONE)) == survey
    assert refusal(client.get(f"{SURVEYS}/X-1-E9")) == (404, "survey.not-found")


def test_answers_are_counted_and_nobody_reads_whose_they_are(client: Client) -> None:
    asked()
    outcome = survey_form().questions[0]
    chosen = outcome.options[0].id
    answered(said=an_answer(chosen, words="Het bracht ons verder.", consent=Consent.UNNAMED))
    month = wave(client)
    assert (month["bereikt"]["beantwoord"], month["bereikt"]["gevraagd"]) == (1, 1)
    counted = month["tellingen"][0]
    assert (counted["vraag"], counted["beantwoord"]) == (outcome.id, 1)
    assert [(one["antwoord"], one["aantal"]) for one in counted["antwoorden"]][:2] == [
        (chosen, 1),
        (outcome.options[1].id, 0),
    ]
    assert month["eigenWoorden"] == [
        {"woorden": "Het bracht ons verder.", "magOpenbaar": "zonder_naam", "naam": None}
    ]
    assert "Het bracht ons verder." in page()
    taker = told(client.get(ALL))["deelnemers"][1]
    assert (taker["standen"]["month"], taker["vragenlijsten"]) == ("beantwoord", [])
    alone = told(client.get(ONE))
    assert (alone["stand"], alone["gevraagdAan"], alone["email"]) == ("beantwoord", None, None)
    assert "Het bracht" not in client.get(ONE).content.decode()


def test_who_agreed_to_be_named_is_named_beside_their_words(client: Client) -> None:
    asked()
    answered(said=an_answer(words="Met naam en al.", consent=Consent.NAMED))
    (said,) = wave(client)["eigenWoorden"]
    assert (said["naam"], said["magOpenbaar"]) == ("A. Fictief", "met_naam")


def test_every_word_of_how_far_it_is_has_a_dutch_one() -> None:
    of_house = {*SurveyState, *WaveState} - {WaveState.OPEN, WaveState.PAST}
    beside = {"left_out", "not_noted", "unnamed", "not_asked", "to_ask", "without_address"}
    assert set(STANDINGS) == {str(one) for one in of_house} | beside
    assert len(set(STANDINGS.values())) == len(STANDINGS)


def test_where_the_organisation_has_no_questions_there_is_nothing_to_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openkader.register.survey_forms.loaded", lambda *_: None)
    assert refusal(client.get(ALL)) == (409, "survey.closed")
    assert refusal(ask(client)) == (409, "survey.closed")


# --- asking ----------------------------------------------------------------------------------


def test_somebody_is_asked_once_and_the_link_leads_to_the_questions(client: Client) -> None:
    response = ask(client)
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{ONE}")
    last = TODAY + timedelta(days=survey_form().term.answer_within)
    assert (found["stand"], found["uiterlijkOp"], found["taal"]) == ("gevraagd", last.isoformat(), "en")
    link = found.pop("antwoordkoppeling")["href"]
    assert told(client.get(ONE)) == found
    again = ask(client)
    assert (again.status_code, told(again)["nummer"]) == (200, SURVEY)
    assert told(again)["antwoordkoppeling"]["href"] != link
    assert (models.EffectSurvey.objects.count(), done()) == (1, ["survey.linked", "survey.asked"])
    secret = link.rstrip("/").rpartition("/")[2]
    for path in (ALL, ONE):
        body = client.get(path).content.decode()
        assert secret not in body
        assert "koppeling" not in body
    assert "A. Fictief" in page()


def test_the_question_goes_by_mail_where_mail_is_set_up_and_once(client: Client, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "Voorbeeld <post@voorbeeld.example>"
    links = [told(ask(client))["antwoordkoppeling"]["href"] for _ in range(2)]
    (mail,) = models.OutgoingMail.objects.all()
    assert (mail.to, links[0] in mail.text) == (ASKING["email"], True)


def test_what_the_page_refuses_is_refused_to_a_program(client: Client) -> None:
    ask(client)
    assert refusal(ask(client, gevraagdAan="Een ander")) == (409, "survey.already-asked")
    assert refusal(ask(client, deelnemer="P2")) == (409, "survey.took-no-part")
    group = told(client.get(ALL))["deelnemers"][0]["deelnemer"]
    assert refusal(ask(client, deelnemer=group)) == (409, "survey.group")
    assert models.EffectSurvey.objects.count() == 1


def test_what_does_not_fit_is_named_and_nobody_is_asked(client: Client) -> None:
    before = everything()
    assert wrong(ask(client, deelnemer="P9", vraagmoment="ooit")) == [
        ("vraagmoment", "interface.unknown-word"),
        ("deelnemer", "interface.unknown-word"),
    ]
    assert wrong(ask(client, taal="de")) == [("taal", "interface.unknown-word")]
    assert wrong(ask(client, email="geen adres")) == [("email", "interface.wrong-value")]
    assert wrong(ask(client, gevraagdAan="")) == [("gevraagdAan", "interface.missing")]
    assert wrong(ask(client, uiterlijkOp="2030-06-01")) == [("uiterlijkOp", "interface.unknown-name")]
    assert wrong(client.get(f"{ALL}?x=1")) == [("x", "interface.unknown-name")]
    assert everything() == before


def test_who_has_not_answered_is_reminded_once(client: Client) -> None:
    asked()
    response = send(client, "POST", f"{ONE}/herinneringen")
    found = told(response)
    assert (response.status_code, found["herinnerdOp"]) == (201, TODAY.isoformat())
    assert "/" in found["antwoordkoppeling"]["href"]
    before = everything()
    assert send(client, "POST", f"{ONE}/herinneringen").status_code == 409
    assert send(client, "POST", f"{ONE}/herinneringen", {"x": 1}).status_code == 400
    assert everything() == before
    assert done() == ["survey.reminded"]


def test_a_question_is_taken_back_and_its_link_ends(client: Client) -> None:
    link = told(ask(client))["antwoordkoppeling"]["href"].removeprefix("http://testserver")
    place = f"{ONE}/terugname"
    assert Client().get(link).status_code == 200
    assert wrong(send(client, "PUT", place, {"reden": " "})) == [("reden", "interface.wrong-value")]
    for _ in range(2):
        assert send(client, "PUT", place, {"reden": "Wil niet."}).status_code == 204
    assert send(client, "PUT", place, {"reden": "Anders."}).status_code == 409
    found = told(client.get(ONE))
    assert (found["stand"], found["teruggenomenOmdat"]) == ("teruggenomen", "Wil niet.")
    assert Client().get(link).status_code == 404
    assert done() == ["survey.taken-back", "survey.asked"]


def readdress(client: Client, mark: str | None = None, **changes: object) -> Any:
    better = {"gevraagdAan": "B. Fictief", "email": "b@voorbeeld.example"}
    seen = mark or client.get(ONE)["ETag"]
    return send(client, "POST", f"{ONE}/adressen", better | changes, if_match=seen)


def test_a_survey_goes_to_a_better_address_once_and_its_former_link_ends(
    client: Client, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.OPENKADER_MAIL_FROM = "Voorbeeld <post@voorbeeld.example>"
    former = told(ask(client))["antwoordkoppeling"]["href"].removeprefix("http://testserver")
    mark = client.get(ONE)["ETag"]
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW + timedelta(minutes=1))
    response = readdress(client, mark)
    found = told(response)
    assert response.status_code == 201
    assert (found["gevraagdAan"], found["email"]) == ("B. Fictief", "b@voorbeeld.example")
    link = found["antwoordkoppeling"]["href"].removeprefix("http://testserver")
    assert [Client().get(one).status_code for one in (former, link)] == [404, 200]
    assert refusal(readdress(client, mark)) == (412, "interface.overtaken")
    again = readdress(client)
    assert (again.status_code, told(again)) == (200, told(client.get(ONE)))
    assert [one.to for one in models.OutgoingMail.objects.order_by("id")][1:] == ["b@voorbeeld.example"]
    assert [one for one in done() if one.startswith("survey.")] == ["survey.readdressed", "survey.asked"]
    elsewhere = readdress(client, email=None)
    assert (elsewhere.status_code, told(elsewhere)["email"]) == (201, None)
    assert link.rstrip("/").rpartition("/")[2] not in client.get(ALL).content.decode()


def test_a_better_address_is_one_and_is_given_by_who_saw_the_former(client: Client) -> None:
    asked()
    before = everything()
    assert wrong(readdress(client, email="geen adres")) == [("email", "interface.wrong-value")]
    assert wrong(readdress(client, gevraagdAan=" ")) == [("gevraagdAan", "interface.wrong-value")]
    bare = send(client, "POST", f"{ONE}/adressen", {"gevraagdAan": "B. Fictief"})
    assert refusal(bare) == (428, "interface.no-version")
    assert refusal(send(client, "POST", f"{SURVEYS}/X-1-E9/adressen", {"gevraagdAan": "B."})) == (
        404,
        "survey.not-found",
    )
    assert everything() == before


def test_what_was_answered_stays(client: Client) -> None:
    asked()
    answered()
    before = everything()
    assert send(client, "PUT", f"{ONE}/terugname", {"reden": "Toch niet."}).status_code == 409
    assert send(client, "POST", f"{ONE}/herinneringen").status_code == 409
    for whom in ("A. Fictief", "B. Fictief"):  # nor does it tell whose the answer was
        assert refusal(readdress(client, gevraagdAan=whom)) == (409, "survey.not-open")
    assert everything() == before


# --- who may ---------------------------------------------------------------------------------

READS = (ALL, ONE)
WRITES: dict[str, Callable[[Client], Any]] = {
    "ask": ask,
    "remind": lambda client: send(client, "POST", f"{ONE}/herinneringen"),
    "readdress": lambda client: readdress(client, '"x"'),
    "take back": lambda client: send(client, "PUT", f"{ONE}/terugname", {"reden": "Nee."}),
}


@pytest.fixture
def case() -> None:
    """The activity of a request, of which one that took part was asked."""
    held_and_asked()
    of_a_request("X-1")


@pytest.mark.usefixtures("case")
def test_who_may_not_write_writes_nothing() -> None:
    who_may_not_write_writes_nothing(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_case_that_may_not_be_seen_is_not_there_and_who_reads_is_noted() -> None:
    what_may_not_be_seen_is_not_there(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_program_that_sends_too_much_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    paced = {name: WRITES[name] for name in ("ask", "remind")} | {"readdress": readdress}
    who_sends_too_much_waits(paced, monkeypatch)


AT_ONCE = """
import json
from datetime import timedelta
from django.utils import timezone
from openkader.register import models
from tests.integration.program_doors import ProgramsAtOnce
from tests.integration.survey_house import took_part, was_held
from tests.integration.test_api_surveys import ONE, ask, readdress
last = timezone.localdate() - timedelta(days=33)
was_held(last=last, year=last.year)
took_part()
took_part("B. Fictief")
programs = ProgramsAtOnce()
def asking(**changes):
    return lambda mine: ask(mine, **changes)
same = programs.send([asking()] * 4)
others = programs.send([asking(deelnemer="P2", gevraagdAan=f"Iemand {number}") for number in range(4)])
mark = programs.client().get(ONE)["ETag"]
moved = programs.send([lambda mine, to=to: readdress(mine, mark, gevraagdAan=to) for to in "abcd"])
counts = [models.EffectSurvey.objects.count(), models.SurveyAddress.objects.count()]
print(json.dumps([same, others, moved, counts]))
"""


def test_programs_at_once_ask_somebody_once(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    out, error = either.script(AT_ONCE).communicate(timeout=90)
    assert out, error
    same, others, moved, counts = json.loads(out)
    assert set(same) <= {200, 201}, error
    assert (others, moved) == ([201, 409, 409, 409], [201, 412, 412, 412]), error
    assert counts == [2, 1], error

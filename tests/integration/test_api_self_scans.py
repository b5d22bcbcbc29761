"""A program reads the self-scans of companies and asks for them, by the services of the page; no link is ever read."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HouseHand
from openkader.casework.self_scan import Reply
from openkader.casework.tokens import TokenScope
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.scan_forms import scan_form
from tests.installation import Installation
from tests.integration import activity_house
from tests.integration.activity_house import ACTIVITY
from tests.integration.program_doors import (
    what_may_not_be_seen_is_not_there,
    who_may_not_write_writes_nothing,
    who_sends_too_much_waits,
)
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.self_scan_house import (
    COMPANY,
    DEPARTURE,
    HAND,
    NOW,
    OTHER,
    a_mission,
    a_party,
    a_session,
    a_waiver,
    asked,
    asked_before,
    handed_in,
    whole,
)
from tests.integration.test_api_activities_written import done, refusal, send, wrong
from tests.web_pages import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN, WORK = TokenScope.READ, TokenScope.HAND_IN, TokenScope.WORK
ROOT = "/api/v1/activiteiten"
COMPANIES, SCANS, SCAN = f"{ROOT}/X-1/bedrijven", f"{ROOT}/X-1/zelfscans", f"{ROOT}/X-1/zelfscans/X-1-Z1"
ASKING: dict[str, Any] = {
    "partij": COMPANY,
    "gevraagdAan": "A. Fictief",
    "email": "a@voorbeeld.example",
    "taal": "en",
    "uiterlijkOp": "2030-05-11",
}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> Client:
    """A program that works on a mission with two companies and a group."""
    a_mission(COMPANY, OTHER, group=12)
    return a_program(WORK)


def ask(client: Client, path: str = SCANS, **changes: object) -> Any:
    return send(client, "POST", path, {name: one for name, one in (ASKING | changes).items() if one != ""})


def page() -> str:
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    return " ".join(browser.get("/activiteiten/X-1/bedrijven/").content.decode().split())


def states(client: Client) -> list[str | None]:
    found = told(client.get(COMPANIES))["bedrijven"]
    return [one["zelfscan"]["stand"] if one["zelfscan"] else None for one in found]


# --- reading ---------------------------------------------------------------------------------


def test_each_company_is_read_with_how_far_it_is_and_what_stands_in_the_way(client: Client) -> None:
    asked()
    handed_in()
    found = told(client.get(COMPANIES))
    assert (found["dag"], found["isNodig"]) == (DEPARTURE.isoformat(), True)
    assert [(one["partij"], one["aantal"]) for one in found["bedrijven"]] == [
        (COMPANY, 1),
        (OTHER, 1),
        (None, 12),
    ]
    assert states(client) == ["geldig", None, None]
    assert found["dekkingZelfscan"] == {"minstens": 1, "hoogstens": 1, "vanMinstens": 2, "vanHoogstens": 14}
    assert found["dekkingVoorlichting"]["minstens"] == 0
    first = found["beletsels"][0]
    assert first["detail"] in page()
    assert first["code"] == "activity.scans-missing"


def test_what_a_company_answered_is_read_step_by_step_without_a_score(client: Client) -> None:
    asked()
    assert told(client.get(SCAN))["stappen"] == []
    handed_in(said=whole(Reply.NOT_APPLICABLE, "Wij doen dit niet."))
    found = told(client.get(SCAN))
    form = scan_form()
    assert [one["titel"]["nl"] for one in found["stappen"]] == [step.title.nl for step in form.steps]
    first = found["stappen"][0]
    assert first["stap"] == "inbedden"
    assert first["aantallen"] == {
        "op_orde": 0,
        "deels": 0,
        "nog_niet": 0,
        "niet_van_toepassing": len(form.steps[0].questions),
    }
    assert first["antwoorden"][0] == {
        "vraag": {"nl": form.steps[0].questions[0].text.nl, "en": form.steps[0].questions[0].text.en},
        "antwoord": "niet_van_toepassing",
        "reden": "Wij doen dit niet.",
    }
    assert (found["partij"], found["ingeleverdDoor"], found["stand"]) == (COMPANY, "A. Fictief", "geldig")
    for path in (f"{SCANS}/X-1-Z9", f"{SCANS}/NOPE"):
        assert refusal(client.get(path)) == (404, "self_scan.not-found")


def test_who_was_let_off_and_who_was_informed_is_read(client: Client) -> None:
    services.waive_self_scan(a_waiver(), by=HouseHand("cli:colleague"), now=NOW)
    (waiver,) = told(client.get(COMPANIES))["ontheffingen"]
    assert (waiver["reden"], waiver["ingestemdDoor"]) == ("Ging vorig jaar ook mee.", None)
    services.agree_to_scan_waiver("X-1-ZO1", **HAND)
    session = services.note_briefing(a_session(), form=scan_form(), **HAND)
    found = told(client.get(COMPANIES))
    assert found["bedrijven"][0]["heeftOntheffing"] is True
    assert found["ontheffingen"][0]["ingestemdDoor"] == "cli:adviser"
    (one,) = found["voorlichtingen"]
    assert (one["nummer"], one["soort"], one["gegevenDoor"]) == (session, "rvo", "RVO (fictief)")
    assert [person["aantal"] for person in one["aanwezigen"]] == [1, None, None]
    assert found["dekkingPerVoorlichting"]["rvo"]["minstens"] == 1


def test_where_the_organisation_has_no_self_scan_there_is_nothing_to_read(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openkader.register.scan_forms.loaded", lambda *_: None)
    assert refusal(client.get(COMPANIES)) == (409, "self-scan.closed")
    assert refusal(ask(client)) == (409, "self-scan.closed")


# --- asking ----------------------------------------------------------------------------------


def test_a_scan_is_asked_once_and_its_link_leads_the_company_in(client: Client) -> None:
    response = ask(client)
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{SCAN}")
    assert (found["nummer"], found["stand"], found["uiterlijkOp"], found["taal"]) == (
        "X-1-Z1",
        "gevraagd",
        "2030-05-11",
        "en",
    )
    link = found.pop("zelfscankoppeling")["href"]
    assert Client().get(link.removeprefix("http://testserver")).status_code == 200
    assert told(client.get(COMPANIES))["bedrijven"][0]["zelfscan"] == found
    again = ask(client)
    assert (again.status_code, told(again)["nummer"]) == (200, "X-1-Z1")
    second = told(again)["zelfscankoppeling"]["href"]
    assert second != link
    assert Client().get(second.removeprefix("http://testserver")).status_code == 200
    assert (models.SelfScan.objects.count(), done()) == (1, ["self-scan.linked", "self-scan.asked"])
    assert "A. Fictief" in page()


def test_no_link_is_read_back_by_anybody(client: Client) -> None:
    link = told(ask(client))["zelfscankoppeling"]["href"]
    secret = link.rstrip("/").rpartition("/")[2]
    for path in (COMPANIES, SCAN):
        body = client.get(path).content.decode()
        assert secret not in body
        assert "zelfscankoppeling" not in body
    assert secret not in json.dumps([one.detail for one in models.AuditEvent.objects.all()])


def test_the_question_goes_by_mail_where_mail_is_set_up_and_once(client: Client, settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "Voorbeeld <post@voorbeeld.example>"
    links = [told(ask(client))["zelfscankoppeling"]["href"] for _ in range(2)]
    (mail,) = models.OutgoingMail.objects.all()
    assert (mail.to, links[0] in mail.text, mail.subject) == (
        ASKING["email"],
        True,
        "Self-scan responsible business: Fictional mission",
    )


def test_what_the_page_refuses_is_refused_to_a_program(client: Client) -> None:
    ask(client)
    assert refusal(ask(client, gevraagdAan="Een ander")) == (409, "self-scan.already-asked")
    assert refusal(ask(client, partij=OTHER, uiterlijkOp="2030-04-30")) == (409, "self-scan.due-in-the-past")
    handed_in()
    assert refusal(ask(client)) == (409, "self-scan.still-counts")
    assert models.SelfScan.objects.count() == 1


def test_what_does_not_fit_is_named_and_nothing_is_asked(client: Client) -> None:
    a_party("P-9")
    before = everything()
    assert wrong(ask(client, partij="P-9")) == [("partij", "interface.unknown-word")]
    assert wrong(ask(client, taal="de")) == [("taal", "interface.unknown-word")]
    assert wrong(ask(client, email="geen adres")) == [("email", "interface.wrong-value")]
    assert wrong(ask(client, gevraagdAan="x" * 201)) == [("gevraagdAan", "interface.wrong-value")]
    assert wrong(ask(client, uiterlijkOp="")) == [("uiterlijkOp", "interface.missing")]
    assert wrong(ask(client, koppeling="x")) == [("koppeling", "interface.unknown-name")]
    assert wrong(client.get(f"{COMPANIES}?x=1")) == [("x", "interface.unknown-name")]
    assert everything() == before


def test_a_day_at_the_end_of_the_calendar_is_asked_for_as_any_other(client: Client) -> None:
    response = ask(client, uiterlijkOp="9999-12-31")
    assert (response.status_code, told(response)["uiterlijkOp"]) == (201, "9999-12-31")
    assert client.get(COMPANIES).status_code == 200


def test_who_has_not_answered_is_reminded_once_a_week(client: Client) -> None:
    asked_before()
    response = send(client, "POST", f"{SCAN}/herinneringen")
    found = told(response)
    assert (response.status_code, found["herinnerdOp"]) == (201, NOW.date().isoformat())
    place = found["zelfscankoppeling"]["href"].removeprefix("http://testserver")
    assert Client().get(place).status_code == 200
    again = send(client, "POST", f"{SCAN}/herinneringen")
    assert refusal(again) == (409, "self-scan.told-this-week")
    assert send(client, "POST", f"{SCAN}/herinneringen", {"x": 1}).status_code == 400
    assert done() == ["company.reminded"]


def test_a_question_is_taken_back_and_its_link_ends(client: Client) -> None:
    link = told(ask(client))["zelfscankoppeling"]["href"].removeprefix("http://testserver")
    place = f"{SCAN}/terugname"
    assert wrong(send(client, "PUT", place, {"reden": " "})) == [("reden", "interface.wrong-value")]
    assert send(client, "PUT", place, {"reden": "Verkeerd adres."}).status_code == 204
    assert refusal(send(client, "PUT", place, {"reden": "Verkeerd adres."})) == (404, "self_scan.not-found")
    assert Client().get(link).status_code == 404
    assert states(client) == [None, None, None]
    assert done() == ["self-scan.taken-back", "self-scan.asked"]
    assert told(ask(client))["nummer"] == "X-1-Z2"


def test_what_was_handed_in_stays(client: Client) -> None:
    asked()
    handed_in()
    before = everything()
    assert send(client, "PUT", f"{SCAN}/terugname", {"reden": "Toch niet."}).status_code == 409
    assert refusal(send(client, "POST", f"{SCAN}/herinneringen")) == (409, "self-scan.not-open")
    assert everything() == before


def test_a_scan_of_another_activity_is_read_and_is_not_touched_from_here(client: Client) -> None:
    a_mission(COMPANY, reference="X-2")
    asked_before(activity="X-2")
    found = told(client.get(COMPANIES))["bedrijven"][0]["zelfscan"]
    assert (found["nummer"], found["isVanDezeActiviteit"]) == ("X-2-Z1", False)
    strange = f"{SCANS}/X-2-Z1"
    assert client.get(strange).status_code == 200
    before = everything()
    for response in (
        send(client, "POST", f"{strange}/herinneringen"),
        send(client, "PUT", f"{strange}/terugname", {"reden": "Toch niet."}),
    ):
        assert refusal(response) == (404, "self_scan.not-found")
    assert everything() == before


def test_no_address_lets_a_company_off(client: Client) -> None:
    before = everything()
    for path in (f"{ROOT}/X-1/ontheffingen", f"{COMPANIES}/ontheffingen"):
        assert send(client, "POST", path, {"partij": COMPANY}).status_code == 404
    assert send(client, "POST", COMPANIES, {}).status_code == 405
    assert everything() == before


# --- who may ---------------------------------------------------------------------------------

CASE = f"{ROOT}/{ACTIVITY}"
CASE_SCAN = f"{CASE}/zelfscans/{ACTIVITY}-Z1"
READS = (f"{CASE}/bedrijven", CASE_SCAN)
WRITES: dict[str, Callable[[Client], Any]] = {
    "ask": lambda client: ask(client, f"{CASE}/zelfscans"),
    "remind": lambda client: send(client, "POST", f"{CASE_SCAN}/herinneringen"),
    "take back": lambda client: send(client, "PUT", f"{CASE_SCAN}/terugname", {"reden": "Nee."}),
}


@pytest.fixture
def case(assessor: Assessor) -> None:
    """An activity of a request, with a company of which a scan was asked."""
    activity_house.planned(assessor)
    a_party()
    activity = models.Activity.objects.get(reference=ACTIVITY)
    models.Participation.objects.create(
        activity=activity,
        party=models.Party.objects.get(reference=COMPANY),
        role="own_party",
        reference=f"{ACTIVITY}-D1",
        year=activity.year,
        number=1,
        dropped_out=False,
        recorded_at=NOW,
        recorded_by="test",
    )
    asked_before(activity=ACTIVITY)


@pytest.mark.usefixtures("case")
def test_who_may_not_write_writes_nothing() -> None:
    who_may_not_write_writes_nothing(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_case_that_may_not_be_seen_is_not_there_and_who_reads_is_noted() -> None:
    what_may_not_be_seen_is_not_there(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_program_that_sends_too_much_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    who_sends_too_much_waits({name: WRITES[name] for name in ("ask", "remind")}, monkeypatch)


AT_ONCE = """
import json
from datetime import timedelta
from django.utils import timezone
from openkader.register import models
from tests.integration.program_doors import ProgramsAtOnce
from tests.integration.self_scan_house import COMPANY, OTHER, a_mission, key_of
from tests.integration.test_api_briefings import note, strike
from tests.integration.test_api_self_scans import ask
a_mission(COMPANY, OTHER)
programs = ProgramsAtOnce()
due_on = (timezone.localdate() + timedelta(days=9)).isoformat()
def asking(**changes):
    return lambda mine: ask(mine, uiterlijkOp=due_on, **changes)
same = programs.send([asking()] * 4)
others = programs.send([asking(partij=OTHER, gevraagdAan=f"Iemand {number}") for number in range(4)])
key, held_on = key_of(1), timezone.localdate().isoformat()
noted = programs.send([lambda mine: note(mine, (key, 1), dag=held_on)] * 4)
struck = programs.send([strike] * 4)
counts = [one.objects.count() for one in (models.SelfScan, models.Briefing, models.BriefingCorrection)]
print(json.dumps([same + noted, others, struck, counts]))
"""


def test_programs_at_once_ask_a_company_once_and_note_a_session_once(either: Installation) -> None:
    assert either.run("migrate").returncode == 0
    out, error = either.script(AT_ONCE).communicate(timeout=90)
    assert out, error
    same, others, struck, counts = json.loads(out)
    assert set(same) <= {200, 201}, error
    assert (others, set(struck) <= {200, 409}, 200 in struck) == ([201, 409, 409, 409], True, True), error
    assert counts == [2, 1, 1], error

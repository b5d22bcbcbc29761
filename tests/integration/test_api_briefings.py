"""A program notes a session beforehand with who was there, and strikes out what was noted wrongly, as the page does."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.register import models, services
from openkader.register.scan_forms import scan_form
from tests.integration.program_doors import (
    of_a_request,
    what_may_not_be_seen_is_not_there,
    who_may_not_write_writes_nothing,
    who_sends_too_much_waits,
)
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.self_scan_house import COMPANY, HAND, NOW, OTHER, TODAY, a_mission, a_session, key_of
from tests.integration.test_api_activities_written import done, refusal, send, wrong
from tests.web_pages import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
WORK = TokenScope.WORK
HERE = "/api/v1/activiteiten/X-1"
SESSIONS, SESSION = f"{HERE}/voorlichtingen", f"{HERE}/voorlichtingen/X-1-VS1"
HELD: dict[str, Any] = {
    "soort": "rvo",
    "dag": TODAY.isoformat(),
    "gegevenDoor": "RVO (fictief)",
    "onderwerp": "Kennisveiligheid",
}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def client() -> Client:
    """A program that works on a mission with two companies and a group."""
    a_mission(COMPANY, OTHER, group=12)
    return a_program(WORK)


def note(client: Client, *present: tuple[str, object], path: str = SESSIONS, **changes: object) -> Any:
    there = [{"deelnemer": key, "aantal": number} for key, number in present or [(key_of(1), 1)]]
    return send(client, "POST", path, HELD | {"aanwezigen": there} | changes)


def strike(client: Client, path: str = SESSION, reason: str = "Verkeerde dag.") -> Any:
    return send(client, "PUT", f"{path}/doorhaling", {"reden": reason})


def test_a_session_is_noted_once_with_who_was_there_and_the_page_says_so(client: Client) -> None:
    members = told(client.get(f"{HERE}/bedrijven"))["deelnemers"]
    assert [(one["deelnemer"], one["aantal"]) for one in members] == [
        (key_of(1), 1),
        (key_of(2), 1),
        (key_of(90), 12),
    ]
    response = note(client, (key_of(1), 1), (key_of(90), 7))
    found = told(response)
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{SESSION}")
    assert {name: found[name] for name in HELD} == HELD
    assert [(one["deelnemer"], one["aantal"]) for one in found["aanwezigen"]] == [
        (key_of(1), 1),
        (key_of(2), None),
        (key_of(90), 7),
    ]
    again = note(client, (key_of(90), 7), (key_of(1), 1))
    assert (again.status_code, told(again)) == (200, found)
    assert told(client.get(SESSION)) == found
    shown = told(client.get(f"{HERE}/bedrijven"))
    assert (shown["voorlichtingen"], shown["dekkingVoorlichting"]["minstens"]) == ([found], 8)
    assert (models.Briefing.objects.count(), done()) == (1, ["briefing.noted"])
    browser = Client()
    browser.login(username="colleague", password=PASSWORD)
    assert "RVO (fictief)" in browser.get("/activiteiten/X-1/bedrijven/").content.decode()


def test_what_was_noted_wrongly_is_struck_out_once_and_counts_no_more(client: Client) -> None:
    note(client)
    found = told(strike(client))
    assert found["doorgehaaldOmdat"] == "Verkeerde dag."
    assert told(strike(client)) == found
    assert refusal(strike(client, reason="Iets anders.")) == (409, "briefing.struck-out")
    assert wrong(strike(client, reason=" ")) == [("reden", "interface.wrong-value")]
    assert told(client.get(f"{HERE}/bedrijven"))["dekkingVoorlichting"]["minstens"] == 0
    assert sorted(done()) == ["briefing.noted", "briefing.struck-out"]
    assert note(client).status_code == 201  # the one that was struck out is another one


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"soort": "zomaar"}, "briefing.no-kind"),
        ({"dag": (TODAY + timedelta(days=1)).isoformat()}, "briefing.not-yet"),
    ],
)
def test_what_the_page_refuses_is_refused_to_a_program(
    client: Client, changes: dict[str, Any], code: str
) -> None:
    assert refusal(note(client, **changes)) == (409, code)
    assert refusal(note(client, (key_of(1), 2))) == (409, "briefing.too-many")
    assert not models.Briefing.objects.exists()


def test_who_takes_no_part_or_is_named_twice_was_not_there(client: Client) -> None:
    before = everything()
    assert wrong(note(client, (key_of(1), 1), ("D999999", 1))) == [
        ("aanwezigen.1.deelnemer", "interface.unknown-word")
    ]
    assert wrong(note(client, (key_of(1), 1), (key_of(1), 0))) == [
        ("aanwezigen.1.deelnemer", "interface.unknown-word")
    ]
    for number in (-1, "1", None, True, 1.5):
        assert wrong(note(client, (key_of(1), number)))[0][0] == "aanwezigen.0.aantal"
    assert wrong(note(client, aanwezigen=[])) == [("aanwezigen", "interface.wrong-value")]
    assert everything() == before


def test_a_session_of_another_activity_is_not_here(client: Client) -> None:
    a_mission(COMPANY, reference="X-2")
    there = models.Participation.objects.get(reference="X-2-D1").pk
    session = a_session(activity="X-2", present={f"D{there}": 1})
    assert services.note_briefing(session, form=scan_form(), **HAND) == "X-2-VS1"
    before = everything()
    strange = f"{SESSIONS}/X-2-VS1"
    assert refusal(client.get(strange)) == (404, "briefing.not-found")
    assert refusal(strike(client, strange)) == (404, "briefing.not-found")
    assert wrong(note(client, (f"D{there}", 1))) == [("aanwezigen.0.deelnemer", "interface.unknown-word")]
    assert everything() == before


# --- who may ---------------------------------------------------------------------------------

READS = (SESSION,)
NOTE: dict[str, Callable[[Client], Any]] = {"note": lambda client: note(client, ("D1", 1))}
WRITES = NOTE | {"strike out": strike}


@pytest.fixture
def case() -> None:
    """The mission of a request, with a session."""
    a_mission(COMPANY)
    services.note_briefing(a_session(), form=scan_form(), **HAND)
    of_a_request("X-1")


@pytest.mark.usefixtures("case")
def test_who_may_not_write_writes_nothing() -> None:
    who_may_not_write_writes_nothing(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_case_that_may_not_be_seen_is_not_there_and_who_reads_is_noted() -> None:
    what_may_not_be_seen_is_not_there(WRITES, READS)


@pytest.mark.usefixtures("case")
def test_a_program_that_notes_too_much_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    who_sends_too_much_waits({"note": note}, monkeypatch)

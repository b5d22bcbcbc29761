"""A program registers the parties of a request, and adds names and numbers to them, as the pages do."""

import json
from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HOUSE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind, Role
from openkader.register import models, selectors, services
from openkader.register.entries import NameEntry, ParticipantEntry
from openkader.register.limits import Limit
from tests.integration.program_house import PROBLEM, a_program, told
from tests.integration.register_house import HAND, NOW, a_request, everything
from tests.integration.test_parties_described import a_party

pytestmark = pytest.mark.django_db
READ, WORK = TokenScope.READ, TokenScope.WORK
LIST = "/api/v1/relaties"
NEW = {"naam": "Verzonnen Tuinbouw BV", "soort": "bedrijf", "verzoek": "V-1", "rol": "tegenpartij"}
NUMBER = {"stelsel": "kvk", "waarde": "1234 5678"}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def register(client: Client, **changes: object) -> Any:
    return client.post(LIST, json.dumps(NEW | changes), content_type="application/json")


def describe(client: Client, party: str, sent: object, mark: str | None = "") -> Any:
    """`mark` is what was seen; empty: what there is now."""
    seen = client.get(f"{LIST}/{party}").headers.get("ETag", '"x"') if mark == "" else mark
    headers = {} if seen is None else {"if-match": seen}
    return client.patch(f"{LIST}/{party}", json.dumps(sent), content_type="application/json", headers=headers)


def registered(request: str) -> str:
    """The same party, registered by a colleague."""
    entry = ParticipantEntry(
        request=request, role=Role.COUNTERPART, name=str(NEW["naam"]), kind=PartyKind.COMPANY
    )
    return services.add_participant(entry, **HAND)


def code_of(response: Any) -> tuple[int, str]:
    assert response["Content-Type"] == PROBLEM
    return response.status_code, told(response)["code"]


# --- registering -----------------------------------------------------------------------------


def test_a_party_is_registered_with_its_request_and_what_looks_like_it_is_named() -> None:
    a_request("V-1")
    a_party("P-1", "Verzonnen Tuinbouw")
    client = a_program(WORK)
    response = register(client)
    found = told(response)
    assert (response.status_code, found["nummer"]) == (201, "V-1-P1")
    assert response["Location"] == f"http://testserver{LIST}/V-1-P1"
    assert [one["nummer"] for one in found.pop("gelijkenden")] == ["P-1"]
    assert told(client.get(response["Location"])) == found
    assert (found["soort"], found["verzoek"]) == ("bedrijf", "V-1")
    assert [(one["nummer"], one["rol"]) for one in found["deelnames"]] == [("V-1", "tegenpartij")]
    (event,) = selectors.events(limit=1)
    assert (event.action, event.actor) == ("participant.added", "colleague")
    assert (event.detail["party"], event.detail["token"]) == ("V-1-P1", "zaaksysteem")


def test_sent_twice_it_is_one_party() -> None:
    a_request("V-1")
    client = a_program(WORK)
    register(client)
    before = everything()
    again = register(client, naam="  Verzonnen  Tuinbouw BV ")
    assert (again.status_code, told(again)["nummer"], told(again)["gelijkenden"]) == (200, "V-1-P1", [])
    assert {name: number for name, number in everything().items() if number != before[name]} == {}


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"naam": " \t "}, "naam", "interface.wrong-value"),
        ({"naam": "x" * 301}, "naam", "interface.wrong-value"),
        ({"naam": "\u00ad"}, "naam", "interface.wrong-value"),
        ({"naam": "Verzonnen\u00adBV"}, "naam", "name.empty"),
        ({"soort": "mens"}, "soort", "interface.unknown-word"),
        ({"rol": None}, "rol", "interface.unknown-word"),
        ({"relatie": "P-1"}, "relatie", "interface.unknown-name"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(
    changes: dict[str, object], place: str, code: str
) -> None:
    a_request("V-1")
    response = register(a_program(WORK), **changes)
    (wrong,) = told(response)["ongeldigeWaarden"]
    assert (response.status_code, wrong["waarde"], wrong["code"]) == (400, place, code)
    assert not models.Party.objects.exists()


def test_a_look_alike_of_a_case_that_may_not_be_seen_is_not_named() -> None:
    a_request("V-1")
    registered(a_request("V-2", confidentiality=Confidentiality.SECRET))
    assert told(register(a_program(WORK)))["gelijkenden"] == []


# --- describing ------------------------------------------------------------------------------


def test_names_and_numbers_are_added_and_the_trail_names_the_token() -> None:
    a_party("P-1")
    client = a_program(WORK)
    response = describe(client, "P-1", {"andereNamen": ["虚构 公司"], "kenmerken": [NUMBER]})
    found = told(response)
    assert (response.status_code, found["andereNamen"]) == (200, ["虚构 公司"])
    assert found["kenmerken"] == [{"stelsel": "kvk", "waarde": "12345678"}]
    again = client.get(f"{LIST}/P-1")
    assert (told(again), again["ETag"]) == (found, response["ETag"])
    events = selectors.events(limit=2)
    assert {event.action for event in events} == {"party.named", "party.numbered"}
    assert {event.detail["token"] for event in events} == {"zaaksysteem"}


@pytest.mark.parametrize(("mark", "status"), [(None, 428), ("*", 428), ('"x"', 412)])
def test_who_did_not_see_the_newest_changes_nothing(mark: str | None, status: int) -> None:
    a_party("P-1")
    assert describe(a_program(WORK), "P-1", {"andereNamen": ["Anders"]}, mark).status_code == status
    assert not models.PartyName.objects.exists()


def test_a_name_that_somebody_gave_meanwhile_overtakes() -> None:
    a_party("P-1")
    client = a_program(WORK)
    seen = client.get(f"{LIST}/P-1")["ETag"]
    services.name_party("P-1", NameEntry(name="Ondertussen"), **HAND)
    assert code_of(describe(client, "P-1", {"andereNamen": ["Anders"]}, seen)) == (
        412,
        "interface.overtaken",
    )


@pytest.mark.parametrize(
    ("sent", "place", "code"),
    [
        ({}, "andereNamen", "interface.missing"),
        ({"andereNamen": ["\u00ad"]}, "andereNamen.0", "interface.wrong-value"),
        ({"andereNamen": ["Verzonnen\u00adBV"]}, "andereNamen.0", "name.empty"),
        ({"kenmerken": [{"stelsel": "bsn", "waarde": "1"}]}, "kenmerken.0.stelsel", "interface.unknown-word"),
        (
            {"andereNamen": ["Goed"], "kenmerken": [NUMBER, {"stelsel": "lei", "waarde": "1"}]},
            "kenmerken.1.waarde",
            "identifier.wrong-digit",
        ),
        ({"naam": "Anders"}, "naam", "interface.unknown-name"),
    ],
)
def test_what_cannot_be_a_name_or_a_number_is_named(sent: dict[str, object], place: str, code: str) -> None:
    a_party("P-1")
    response = describe(a_program(WORK), "P-1", sent)
    (wrong,) = told(response)["ongeldigeWaarden"]
    assert (response.status_code, wrong["waarde"], wrong["code"]) == (400, place, code)
    assert not models.PartyName.objects.exists()


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        ({"andereNamen": ["Goed", "Fictief Bedrijf"], "kenmerken": [NUMBER]}, "name.known"),
        ({"kenmerken": [NUMBER, {"stelsel": "rsin", "waarde": "123456782"}]}, "register.identifier-twice"),
    ],
)
def test_all_of_it_is_taken_or_nothing(sent: dict[str, object], code: str) -> None:
    a_party("P-1")
    a_party("P-2", "Ander Bedrijf", identifiers={"rsin": "123456782"})
    before = everything()
    assert code_of(describe(a_program(WORK), "P-1", sent)) == (409, code)
    found = selectors.party_file("P-1", reader=HOUSE)
    assert (found.names, found.line.identifiers) == ((), ())
    changed = {name for name, number in everything().items() if number != before[name]}
    assert changed & {"register_partyname", "register_partyidentifier"} == set()


# --- who may ---------------------------------------------------------------------------------


def test_who_may_not_work_or_see_the_case_hears_so() -> None:
    party = registered(a_request("V-1", confidentiality=Confidentiality.SECRET))
    for client, status in (
        (Client(headers={"authorization": "Bearer okt_x"}), 401),
        (a_program(READ, TokenScope.HAND_IN, name="leest"), 403),
        (a_program(WORK, role=AccountRole.EVALUATOR, name="telt"), 403),
        (a_program(WORK, team="elders"), 404),
    ):
        before = everything()
        assert register(client).status_code == status
        assert describe(client, party, {"andereNamen": ["Anders"]}).status_code == status
        assert everything() == before


@pytest.mark.usefixtures("year_2024")
def test_a_case_that_was_taken_over_gets_no_party() -> None:
    assert code_of(register(a_program(WORK), verzoek="V-2024-01")) == (409, "case.taken-over")


def test_a_program_that_registers_too_fast_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    a_request("V-1")
    client = a_program(WORK)
    monkeypatch.setattr("openkader.api.pace._LEFT", Limit("program", most=1, minutes=1))
    assert [register(client, naam=name).status_code for name in ("Een", "Twee")] == [201, 429]
    assert models.Party.objects.count() == 1

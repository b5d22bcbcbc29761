"""A program notes figures of others and strikes one out, as the page does. All is made up."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api import pace
from openkader.casework.permissions import Act
from openkader.casework.tokens import TokenScope, acts_of
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, selectors
from openkader.register.limits import Limit
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import refusal, send, wrong
from tests.integration.test_web_context import NOTE
from tests.web_pages import colleague, page

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
CITE, EVALUATOR = TokenScope.CITE, AccountRole.EVALUATOR
LIST = "/api/v1/evaluaties/2024/contextcijfers"
STRIKE = f"{LIST}/CX-2024-1/doorhaling"
SENT: dict[str, Any] = {
    "naam": "Bedachte uitvoer",
    "waarde": "1234.5",
    "eenheid": "miljoen euro",
    "overJaar": 2023,
    "delen": [{"naam": "tuinbouw", "waarde": "1000.3"}, {"naam": "overig", "waarde": "234"}],
    "bron": "Bedachte brief",
    "bronVan": {"van": "2024-01-01", "tot": "2024-12-31", "nauwkeurigheid": "jaar"},
}


@pytest.fixture
def client() -> Client:
    return a_program(CITE, role=EVALUATOR)


def note(client: Client, path: str = LIST, **changes: object) -> Any:
    return send(client, "POST", path, SENT | changes)


def strike(client: Client, reason: str = "Verkeerd jaar.", path: str = STRIKE) -> Any:
    return send(client, "PUT", path, {"reden": reason})


def columns() -> list[dict[str, Any]]:
    rows = models.ContextFigure.objects.filter(source=None).order_by("id")
    kept = [name.attname for name in models.ContextFigure._meta.concrete_fields]
    mine = [name for name in kept if name not in {"id", "reference", "recorded_at", "recorded_by"}]
    return [{**row, "parts": None} for row in rows.values(*mine)]


def test_what_a_program_notes_is_what_the_page_notes(client: Client) -> None:
    response = note(client)
    here = f"{LIST}/CX-2024-1"
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{here}")
    found = told(response)
    assert (found["nummer"], found["waarde"], found["delen"][0]["waarde"]) == (
        "CX-2024-1",
        "1234.5",
        "1000.3",
    )
    assert (found["optelling"]["klopt"], found["optelling"]["tekort"]) == (False, "0.2")
    assert (found["vastgelegdDoor"], found["isFictief"], found["bestandsnaam"]) == ("colleague", False, None)
    assert told(client.get(here)) == found
    assert colleague("eva", "evaluator").post("/jaar/2024/context/", NOTE).status_code == 302
    mine, theirs = columns()
    assert mine == theirs
    assert "Telt niet op" in page("/jaar/2024/context/")
    event = next(one for one in selectors.events(limit=9) if one.actor == "colleague")
    assert (event.action, event.detail["token"]) == ("context.recorded", "zaaksysteem")


def test_the_same_again_is_one_and_what_differs_in_anything_is_another(client: Client) -> None:
    first, other = note(client), with_token(CITE, name="ander systeem")
    before = everything()
    again = note(other)
    assert (again.status_code, again.content) == (200, first.content)
    assert everything() == before
    parts = [SENT["delen"][0], {"naam": "overig", "waarde": "234.2"}]
    changes: list[dict[str, Any]] = [
        {"delen": parts},
        {"delen": []},
        {"eenheid": None},
        {"uitgever": "Bedacht bureau"},
        {"bronadres": "https://example.nl/brief"},
        {"bronVan": None},
    ]
    numbers = {told(note(client, **one))["nummer"] for one in changes}
    assert len(numbers | {"CX-2024-1"}) == 7


def test_what_was_noted_wrongly_is_struck_out_once_and_noted_anew(client: Client) -> None:
    note(client)
    response = strike(client)
    assert (response.status_code, told(response)["doorgehaaldOmdat"]) == (200, "Verkeerd jaar.")
    before = everything()
    assert strike(client).content == response.content
    assert refusal(strike(client, "Toch iets anders.")) == (409, "context.struck-out")
    assert everything() == before
    assert "Bedachte uitvoer" not in page("/jaar/2024/context/")
    assert told(note(client))["nummer"] == "CX-2024-2"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"waarde": "95,2"}, "waarde"),
        ({"waarde": "1.23456"}, "waarde"),
        ({"waarde": "1" * 15}, "waarde"),
        ({"waarde": "١٢"}, "waarde"),
        ({"waarde": "1\n"}, "waarde"),
        ({"waarde": 95.2}, "waarde"),
        ({"waarde": "NaN"}, "waarde"),
        ({"overJaar": 1899}, "overJaar"),
        ({"overJaar": "2023"}, "overJaar"),
        ({"overJaar": True}, "overJaar"),
        ({"naam": "\u202e "}, "naam"),
        ({"naam": "x" * 301}, "naam"),
        ({"eenheid": "x" * 61}, "eenheid"),
        ({"bron": None}, "bron"),
        ({"bronadres": "javascript:alert(1)"}, "bronadres"),
        ({"delen": [{"naam": "x", "waarde": "1"}] * 31}, "delen"),
        ({"delen": [{"naam": "x", "waarde": "1", "meer": 1}]}, "delen.0.meer"),
        ({"bronVan": {"van": "2024-01-01", "tot": "2024-12-30", "nauwkeurigheid": "jaar"}}, "bronVan"),
        ({"document": "x"}, "document"),
    ],
)
def test_what_cannot_be_read_is_named_and_nothing_is_noted(
    client: Client, changes: dict[str, Any], where: str
) -> None:
    before = everything()
    assert [place for place, _code in wrong(note(client, **changes))] == [where]
    assert everything() == before


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"[" * 100_000, 400), (b"", 400), (b'{"naam":"' + b"y" * 10_000_000 + b'"}', 413)],
    ids=["deep", "nothing", "ten megabytes"],
)
def test_what_is_no_figure_is_refused(client: Client, body: bytes, status: int) -> None:
    note(client)
    before = everything()
    assert client.generic("POST", LIST, body, content_type="application/json").status_code == status
    assert client.generic("PUT", STRIKE, body, content_type="application/json").status_code == status
    assert everything() == before


def test_what_the_rule_of_the_page_refuses_is_refused(client: Client) -> None:
    before = everything()
    assert refusal(note(client, bronadres="ftp://example.nl/brief")) == (409, "context.bad-address")
    for number in ("99999999999999.9999", "23456789012345.6789"):
        assert refusal(note(client, waarde=number)) == (409, "context.too-exact")
        assert refusal(note(client, delen=[{"naam": "x", "waarde": number}])) == (409, "context.too-exact")
    assert everything() == before


def test_of_a_year_that_is_not_there_or_another_nothing_is_noted_or_struck_out(client: Client) -> None:
    note(client)
    before = everything()
    assert note(client, path=LIST.replace("2024", "1999")).status_code == 404
    for path in (
        STRIKE.replace("/2024/", "/2023/"),
        STRIKE.replace("-1/", "-9/"),
        STRIKE.replace("CX", "x" * 3000),
    ):
        assert refusal(strike(client, path=path)) == (404, "context.not-found")
    assert client.get(f"{LIST}/CX-2024-9").status_code == 404
    assert everything() == before


def test_who_may_not_on_the_page_may_not_through_a_token(client: Client) -> None:
    note(client)
    adviser = a_program(*TokenScope, role=AccountRole.ADVISER, name="adviseur")
    others = with_token(*(one for one in TokenScope if one is not CITE), name="andere")
    before = everything()
    for act in (note, strike):
        assert refusal(act(adviser)) == (403, "role.cite")
        assert refusal(act(others)) == (403, "token.out-of-scope")
        assert refusal(act(Client())) == (401, "token.unknown")
    assert send(client, "POST", f"{LIST}?x=1", SENT).status_code == 400
    assert everything() == before


def test_a_token_that_notes_figures_writes_no_evaluation() -> None:
    assert Act.EVALUATE not in acts_of(list(TokenScope))


def test_who_notes_too_often_waits(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    assert refusal(note(client)) == (429, "interface.too-many")


def test_a_number_is_given_back_as_it_was_sent(client: Client) -> None:
    for place, value in enumerate(("-0.0001", "99999999999999.9", "12345678901.2345", "0", "100", "-12.5")):
        assert told(note(client, waarde=value, naam=f"Cijfer {place}", delen=[]))["waarde"] == value
    assert told(note(client, waarde="007.50", naam="Nullen", delen=[]))["waarde"] == "7.5"
    assert json.loads(client.get(LIST).content)["contextcijfers"][-1]["naam"]["nl"] == "Nullen"


def test_the_commands_of_the_handbook_note_a_figure_and_strike_it_out(client: Client) -> None:
    how = Path(__file__).parents[2] / "docs/how-to/let-a-program-read-the-account-of-a-year.md"
    part = how.read_text(encoding="utf-8").partition("## Note a figure of others")[2]
    addresses, bodies = re.findall(r'"\$HERE(/[^"]*)"', part)[:2], re.findall(r"-d '(\{.*?\})'", part)
    assert note(client, **json.loads(bodies[0])).status_code == 201
    response = send(client, "PUT", f"/api/v1/evaluaties/2024{addresses[1]}", json.loads(bodies[1]))
    assert told(response)["doorgehaaldOmdat"] == "Verkeerd jaar."

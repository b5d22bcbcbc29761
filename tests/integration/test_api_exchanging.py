"""A program gives another organisation a file, as the page does; what others gave a person takes over."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.publication.exchange import received
from openkader.register import models, selectors
from openkader.register.adopted_kaders import forget_adopted
from tests.integration.exchange_house import FILE, file_of
from tests.integration.kader_house import BASE
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import refusal, wrong
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
EXCHANGE = TokenScope.EXCHANGE
HERE = "/api/v1/uitwisseling"
PAGE = f"/uitwisselen/meegeven/?kader={BASE}&messages=policy_line&lists=desks&years=2024"
CHOSEN = {"kader": True, "boodschappen": ["policy_line"], "lijsten": ["desks"], "jaren": [2024]}


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def client() -> Client:
    return a_program(EXCHANGE, role=AccountRole.EVALUATOR)


def give(client: Client, **chosen: Any) -> Any:
    return client.post(f"{HERE}/bestanden", json.dumps(chosen), content_type="application/json")


def given() -> int:
    return models.AuditEvent.objects.filter(action="exchange.given").count()


def test_the_file_is_that_of_the_page_and_stands_in_the_trail(client: Client) -> None:
    browser = colleague("ev", AccountRole.EVALUATOR)
    seen = browser.get(PAGE).context["page"]["seen"]
    theirs = browser.post(PAGE, {"seen": seen})
    mine = give(client, **CHOSEN)
    assert mine.status_code == 200
    assert mine.content == theirs.content
    for header in ("Content-Type", "Content-Disposition"):
        assert mine[header] == theirs[header]
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail["token"]) == (
        "exchange.given",
        "colleague",
        "zaaksysteem",
    )
    assert event.detail["sha256"] == received(mine.content, FILE).digest
    assert give(client, **CHOSEN).content == mine.content
    assert given() == 3


def test_what_is_not_named_stays_here(client: Client) -> None:
    found = received(give(client, boodschappen=["policy_line"]).content, FILE)
    assert list(found.lines) == ["policy_line"]
    assert (dict(found.lists), found.exchange.kader, found.exchange.years) == ({}, None, ())
    found = received(give(client, jaren=[2024]).content, FILE)
    assert [one.year for one in found.exchange.years] == [2024]
    assert dict(found.lines) == {}


def test_what_can_be_given_and_what_stays_is_what_the_page_says(client: Client) -> None:
    found = told(client.get(HERE))
    page = colleague("ev", AccountRole.EVALUATOR).get("/uitwisselen/").context["page"]
    form = page["give"]
    assert found["kader"] == BASE
    for name, field in (("boodschap", "messages"), ("lijst", "lists")):
        rows = found["boodschappen" if name == "boodschap" else "lijsten"]
        assert [one[name] for one in rows] == [value for value, _label in form.fields[field].choices]
    ticked = [one["lijst"] for one in found["lijsten"] if not one["isVoorEenMens"]]
    assert sorted(ticked) == form.initial["lists"]
    assert found["jaren"] == [2024]
    assert len(found["blijftHier"]) == len(page["left_out"]) > 0
    assert all(one["reden"] for one in found["blijftHier"])


def test_a_list_of_which_only_a_person_knows_whether_it_may_go_does_not(client: Client) -> None:
    (for_person, *_rest) = [one["lijst"] for one in told(client.get(HERE))["lijsten"] if one["isVoorEenMens"]]
    before = everything()
    assert refusal(give(client, lijsten=["desks", for_person])) == (403, "interface.person-passes-on")
    assert everything() == before


def test_what_stays_here_or_is_not_there_is_named_by_its_place_and_nothing_goes(client: Client) -> None:
    stays = told(client.get(HERE))["blijftHier"][0]["lijst"]
    before = everything()
    assert wrong(give(client, lijsten=["desks", stays])) == [("lijsten.1", "exchange.empty-list")]
    assert wrong(give(client, boodschappen=["nergens"], lijsten=["weg"], jaren=[2024, 1966])) == [
        ("boodschappen.0", "interface.unknown-word"),
        ("jaren.1", "interface.unknown-word"),
        ("lijsten.0", "interface.unknown-word"),
    ]
    nothings: list[dict[str, Any]] = [{}, {"boodschappen": []}, {"kader": False}]
    for nothing in nothings:
        assert wrong(give(client, **nothing)) == [("", "exchange.empty")]
    assert wrong(give(client, rijen=True)) == [("rijen", "interface.unknown-name")]
    assert wrong(give(client, kader="ja"))[0][0] == "kader"
    assert everything() == before


def test_who_may_not_exchange_hears_why() -> None:
    reviewer = a_program(*TokenScope, role=AccountRole.REVIEWER, name="ziet")
    a_program(EXCHANGE, name="geeft")
    others = with_token(*(one for one in TokenScope if one is not EXCHANGE), account="geeft", name="anders")
    for client, code in ((reviewer, "role.exchange"), (others, "token.out-of-scope")):
        assert refusal(client.get(HERE)) == (403, code)
        assert refusal(give(client, **CHOSEN)) == (403, code)
    assert give(Client(), **CHOSEN).status_code == 401
    assert given() == 0


def test_what_others_gave_no_program_takes_over(client: Client) -> None:
    before = everything()
    response = client.post(HERE, file_of(), content_type="application/json")
    assert refusal(response) == (403, "interface.person-takes-over")
    assert client.put(HERE, b"{}", content_type="application/json")["Allow"] == "GET"
    assert everything() == before

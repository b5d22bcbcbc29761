"""A program lets a receiver hear of the cases of its account, and ends that, by a token for that alone."""

import json
from typing import Any

import pytest

from openkader.casework.case_events import CaseEvent
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import models, selectors
from tests.integration.program_house import PROBLEM, a_program, told, with_token
from tests.integration.subscription_house import WORLD
from tests.integration.token_house import NOW

pytestmark = pytest.mark.django_db
LIST = "/api/v1/abonnementen"
SUBSCRIBE = TokenScope.SUBSCRIBE
SENT = {"naam": "zaaksysteem", "adres": WORLD, "soorten": [CaseEvent.DECIDED]}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def subscribe(client: Any, **changes: object) -> Any:
    return client.post(LIST, json.dumps(SENT | changes), content_type="application/json")


def test_a_program_subscribes_reads_the_secret_once_and_withdraws() -> None:
    client = a_program(SUBSCRIBE)
    response = subscribe(client, naam=" zaak  systeem ")
    made = told(response)
    assert (response.status_code, made["naam"], made["adres"]) == (201, "zaak systeem", WORLD)
    assert made["geheim"].startswith("whsec_")
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["token"]) == ("subscription.opened", "zaaksysteem")
    (listed,) = told(client.get(LIST))["abonnementen"]
    assert listed == {name: value for name, value in made.items() if name != "geheim"}
    assert (listed["aantalWachtend"], listed["laatsteAntwoord"], listed["staatStil"]) == (0, None, False)
    assert response["Location"].endswith(f"{LIST}/{made['nummer']}")
    assert told(client.get(f"{LIST}/{made['nummer']}")) == listed
    assert client.delete(f"{LIST}/{made['nummer']}").status_code == 204
    assert told(client.get(LIST)) == {"abonnementen": []}
    gone = client.delete(f"{LIST}/{made['nummer']}")
    assert (gone.status_code, told(gone)["code"]) == (404, "subscription.not-found")


def test_what_is_sent_twice_is_one_subscription_and_the_second_hears_so() -> None:
    client = a_program(SUBSCRIBE)
    subscribe(client)
    again = subscribe(client)
    assert (again.status_code, told(again)["code"]) == (409, "subscription.taken")
    assert models.EventSubscription.objects.count() == 1


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"adres": "https://10.0.0.1/"}, "adres"),
        ({"adres": "ftp://example.nl"}, "adres"),
        ({"adres": "https://example.nl/" + "x" * 500}, "adres"),
        ({"adres": None}, "adres"),
        ({"soorten": []}, "soorten"),
        ({"soorten": ["nl.openkader.alles"]}, "soorten.0"),
        ({"naam": ""}, "naam"),
        ({"naam": "x" * 61}, "naam"),
        ({"geheim": "whsec_eigen"}, "geheim"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(changes: Any, place: str) -> None:
    response = subscribe(a_program(SUBSCRIBE), **changes)
    assert (response.status_code, response["Content-Type"]) == (400, PROBLEM)
    assert [one["waarde"] for one in told(response)["ongeldigeWaarden"]] == [place]
    assert not models.EventSubscription.objects.exists()


def test_nobody_learns_from_a_refusal_where_a_name_leads_inside(settings: Any) -> None:
    from openkader.conf.security import Security

    settings.OUTGOING = Security.read({}).outgoing
    response = subscribe(a_program(SUBSCRIBE), adres="https://localhost/hook")
    assert response.status_code == 400
    assert b"127.0.0.1" not in response.content


def test_the_subscriptions_of_another_account_are_not_there() -> None:
    made = told(subscribe(a_program(SUBSCRIBE)))
    other = a_program(SUBSCRIBE, name="other")
    assert told(other.get(LIST)) == {"abonnementen": []}
    assert other.delete(f"{LIST}/{made['nummer']}").status_code == 404
    assert models.EventSubscription.objects.get().withdrawn_at is None


def test_a_token_for_something_else_subscribes_to_nothing_and_one_for_this_reads_no_case() -> None:
    a_program(TokenScope.READ)
    reads = with_token(TokenScope.READ, name="leest")
    for response in (subscribe(reads), reads.get(LIST), reads.delete(f"{LIST}/1")):
        assert (response.status_code, told(response)["code"]) == (403, "token.out-of-scope")
    subscribes = with_token(SUBSCRIBE, name="abonneert")
    assert subscribes.get("/api/v1/verzoeken").status_code == 403


def test_who_may_read_no_case_subscribes_to_none() -> None:
    response = subscribe(a_program(SUBSCRIBE, role=AccountRole.ADMINISTRATOR))
    assert (response.status_code, told(response)["code"]) == (403, "role.subscribe")

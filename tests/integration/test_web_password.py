"""A colleague replaces the own password in the browser; whoever finds an open browser cannot."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from openkader.casework.vocabulary import AccountRole
from openkader.register import selectors, services
from openkader.register.accounts import Post
from tests.integration.register_house import HAND

pytestmark = pytest.mark.django_db
PLACE, OLD, NEW = "/account/wachtwoord/", "het vorige woord van anna", "vier heel andere woorden"
FORM = {"former": OLD, "password": NEW, "again": NEW}


@pytest.fixture
def anna() -> Client:
    cache.clear()
    services.open_account("anna", OLD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    return signed_in(OLD)


def signed_in(password: str) -> Client:
    client = Client()
    client.post("/aanmelden/", {"username": "anna", "password": password})
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_the_new_password_counts_here_and_the_former_one_nowhere(anna: Client) -> None:
    elsewhere = signed_in(OLD)
    done = anna.post(PLACE, FORM, follow=True)
    assert "Uw wachtwoord is gewijzigd" in done.content.decode()
    assert is_in(anna)
    assert not is_in(elsewhere)
    assert not is_in(signed_in(OLD))
    assert is_in(signed_in(NEW))
    event = selectors.events(limit=1)[0]
    assert (event.actor, event.action, event.detail) == ("anna", "account.password-changed", {})


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"former": "verkeerd"}, "niet uw wachtwoord van nu"),
        ({"again": "iets anders"}, "niet gelijk"),
        ({"password": "kort", "again": "kort"}, "niet sterk genoeg"),
        ({"password": "anna", "again": "anna"}, "niet sterk genoeg"),
        ({"password": "", "again": ""}, "verplicht"),
        ({"password": "x" * 10_000, "again": "x" * 10_000}, "1000"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_changes(anna: Client, changes: dict[str, Any], says: str) -> None:
    before = selectors.event_count()
    answer = anna.post(PLACE, {**FORM, **changes})
    assert answer.status_code == 422
    text = answer.content.decode()
    assert says in text
    assert OLD not in text
    assert NEW not in text
    assert selectors.event_count() == before
    assert is_in(signed_in(OLD))


def test_a_password_is_not_carried_along_when_the_session_ended() -> None:
    answer = Client().post(PLACE, FORM, follow=True)
    assert "Aanmelden" in answer.content.decode()
    assert NEW not in answer.content.decode()
    assert OLD not in answer.content.decode()


def test_guessing_the_former_one_has_to_wait(anna: Client) -> None:
    for _ in range(9):
        answer = anna.post(PLACE, {**FORM, "former": "gok"})
    assert answer.status_code == 429
    assert anna.post(PLACE, FORM).status_code == 429
    assert selectors.events(limit=1)[0].action == "account.opened"


def test_who_comes_through_the_organisation_has_no_password_here() -> None:
    services.welcome_account("ben", **HAND)
    from openkader.register.accounts import account_named

    client = Client()
    client.force_login(account_named("ben"))
    assert "U meldt zich aan via uw organisatie" in client.get(PLACE).content.decode()
    assert client.post(PLACE, FORM).status_code == 422
    assert PLACE not in client.get("/account/").content.decode()
    assert Client().get(PLACE).status_code == 302

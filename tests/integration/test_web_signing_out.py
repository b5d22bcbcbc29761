"""Signing out: nothing stays in the browser, it ends at the provider too, and it ends here when it ended there."""

import time
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.test import Client

from openkader.register import selectors, services
from openkader.web.views.signing_out import _TOKENS
from tests.integration.oidc_provider import CLIENT, Provider, a_key, configure
from tests.integration.register_house import HAND
from tests.integration.test_web_provider import visited
from tests.web_pages import PASSWORD, text

pytestmark = pytest.mark.django_db
ENDED = "/aanmelden/via/organisatie/afgemeld/"


def signed_in() -> Client:
    client = Client()
    assert visited(client).status_code == 302
    return client


def is_in(client: Client) -> bool:
    return client.get("/account/").status_code == 200


def test_a_browser_is_told_to_keep_nothing_of_us_and_keeps_the_language() -> None:
    services.open_account("anna", PASSWORD, **HAND)
    client = Client()
    client.post("/aanmelden/", {"username": "anna", "password": PASSWORD})
    done = client.post("/afmelden/")
    assert done.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert (done.status_code, done.headers["Location"]) == (302, "/")
    assert not is_in(client)


def test_who_came_from_the_provider_is_led_past_it_with_what_it_gave(provider: Provider) -> None:
    client = signed_in()
    done = client.post("/afmelden/")
    place = urlsplit(done.headers["Location"])
    asked = {name: values[0] for name, values in parse_qs(place.query).items()}
    assert f"{place.scheme}://{place.netloc}{place.path}" == provider.ends_at
    assert asked["client_id"] == CLIENT
    assert asked["id_token_hint"].count(".") == 2
    assert asked["post_logout_redirect_uri"] == "http://testserver/afmelden/terug/"
    assert done.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert not is_in(client)
    back = client.get(f"/afmelden/terug/?state={asked['state']}", follow=True)
    assert "U bent afgemeld, hier en bij OpenID Connect." in text(back)
    again = client.get(f"/afmelden/terug/?state={asked['state']}", follow=True)
    assert "U bent afgemeld" not in text(again)


@pytest.mark.parametrize("state", ["", "another", "\u00e9"])
def test_another_state_says_nothing(provider: Provider, state: str) -> None:
    client = signed_in()
    client.post("/afmelden/")
    assert "U bent afgemeld" not in text(client.get("/afmelden/terug/", {"state": state}, follow=True))


def test_who_came_with_a_password_is_not_sent_there(provider: Provider) -> None:
    services.open_account("anna", PASSWORD, **HAND)
    client = Client()
    client.post("/aanmelden/", {"username": "anna", "password": PASSWORD})
    assert client.post("/afmelden/").headers["Location"] == "/"


@pytest.mark.parametrize("place", ["", "https://elders.example/end", "javascript:alert(1)"])
def test_a_provider_that_names_no_such_page_of_its_own_is_said_so(provider: Provider, place: str) -> None:
    client = signed_in()
    provider.ends_at = place
    done = client.post("/afmelden/", follow=True)
    assert done.redirect_chain[0] == ("/", 302)
    assert "Bij OpenID Connect misschien nog niet" in text(done)
    assert not is_in(client)


def test_a_token_that_another_key_locked_is_handed_back_to_nobody(provider: Provider, settings: Any) -> None:
    client = signed_in()
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key of the installation, from today"
    assert client.post("/afmelden/").headers["Location"].startswith(provider.ends_at)


def test_who_signs_out_there_is_signed_out_here(provider: Provider) -> None:
    client, elsewhere = signed_in(), signed_in()
    assert (
        Client(enforce_csrf_checks=True).post(ENDED, {"logout_token": provider.logout_token()}).status_code
        == 200
    )
    assert not is_in(client)
    assert not is_in(elsewhere)
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor) == ("account.sessions-ended", "oidc:organisatie")
    assert event.detail == {"sessions": 2}


def test_only_the_session_that_is_named_ends(provider: Provider) -> None:
    provider.claims["sid"] = "one"
    client = signed_in()
    provider.claims["sid"] = "two"
    elsewhere = signed_in()
    said = Client().post(ENDED, {"logout_token": provider.logout_token(sub=None, sid="two")})
    assert (said.status_code, said.content) == (200, b"")
    assert is_in(client)
    assert not is_in(elsewhere)
    Client().post(ENDED, {"logout_token": provider.logout_token(sub="somebody else", sid="one")})
    assert is_in(client)


def test_a_session_with_a_password_is_not_the_provider_s_to_end(provider: Provider) -> None:
    signed_in()
    services.change_password("c.dejong", PASSWORD, **HAND)
    client = Client()
    client.post("/aanmelden/", {"username": "c.dejong", "password": PASSWORD})
    assert is_in(client)
    Client().post(ENDED, {"logout_token": provider.logout_token()})
    assert is_in(client)


def test_nobody_is_signed_out_of_another_number_and_that_is_no_mistake(provider: Provider) -> None:
    client = signed_in()
    before = selectors.event_count()
    assert Client().post(ENDED, {"logout_token": provider.logout_token(sub="nobody")}).status_code == 200
    assert is_in(client)
    assert selectors.event_count() == before


CHANGES: dict[str, dict[str, Any]] = {
    "another issuer": {"iss": "https://elders.example"},
    "another audience": {"aud": "agenda"},
    "ended": {"exp": 1_000_000_000},
    "without an end": {"exp": None},
    "of another moment": {"iat": int(time.time()) - 3600},
    "without a moment": {"iat": None},
    "without a number of its own": {"jti": None},
    "with a nonce": {"nonce": "of a visit"},
    "without events": {"events": None},
    "of another event": {"events": {"http://schemas.openid.net/event/other": {}}},
    "an event that is no object": {"events": {"http://schemas.openid.net/event/backchannel-logout": True}},
    "of nobody": {"sub": None},
    "of somebody who is a list": {"sub": None, "sid": ["one"]},
}


@pytest.mark.parametrize("how", CHANGES)
def test_a_logout_token_that_is_not_wholly_right_ends_nothing(provider: Provider, how: str) -> None:
    client = signed_in()
    answer = Client().post(ENDED, {"logout_token": provider.logout_token(**CHANGES[how])})
    assert (answer.status_code, answer.json()) == (400, {"error": "invalid_request"})
    assert "no-store" in answer.headers["Cache-Control"]
    assert is_in(client)


FORGED: dict[str, tuple[str, Any]] = {
    "another key": ("signed_by", a_key()),
    "no signature": ("algorithm", "none"),
    "signed with the shared secret": ("algorithm", "HS256"),
    "a key that is not there": ("kid", "two"),
    "an access token": ("typ", "at+jwt"),
}


@pytest.mark.parametrize("how", FORGED)
def test_a_forged_logout_token_ends_nothing(provider: Provider, how: str) -> None:
    client = signed_in()
    setattr(provider, *FORGED[how])
    assert Client().post(ENDED, {"logout_token": provider.logout_token()}).status_code == 400
    assert is_in(client)


@pytest.mark.parametrize("typ", ["logout+jwt", "application/logout+jwt", "JWT"])
def test_the_kinds_that_a_logout_token_may_have(provider: Provider, typ: str) -> None:
    client = signed_in()
    provider.typ = typ
    assert Client().post(ENDED, {"logout_token": provider.logout_token()}).status_code == 200
    assert not is_in(client)


def test_a_logout_token_counts_once(provider: Provider) -> None:
    signed_in()
    token = provider.logout_token()
    assert Client().post(ENDED, {"logout_token": token}).status_code == 200
    client = signed_in()
    assert Client().post(ENDED, {"logout_token": token}).status_code == 400
    assert is_in(client)


def test_what_is_no_token_and_too_many_of_them_are_refused(provider: Provider) -> None:
    for rubbish in ({}, {"logout_token": "x"}, {"logout_token": "a.b.c"}, {"logout_token": "é" * 3}):
        assert Client().post(ENDED, rubbish).status_code == 400
    assert Client().get(ENDED).status_code == 405
    while _TOKENS.count("organisatie"):
        pass
    assert Client().post(ENDED, {"logout_token": provider.logout_token()}).status_code == 429


def test_where_there_is_no_provider_nobody_listens(settings: Any) -> None:
    assert Client().post(ENDED, {"logout_token": "x"}).status_code == 404


def test_a_provider_whose_keys_are_away_ends_nothing_and_may_try_again(provider: Provider) -> None:
    client = signed_in()
    provider.keys_url = "http://127.0.0.1:9/keys"
    assert Client().post(ENDED, {"logout_token": provider.logout_token()}).status_code == 503
    assert is_in(client)


@pytest.mark.parametrize(
    ("asked", "said", "status"),
    [
        ({"OIDC_ACR": "hoog hoger"}, {"acr": "hoger"}, 302),
        ({"OIDC_ACR": "hoog"}, {"acr": "laag"}, 403),
        ({"OIDC_ACR": "hoog"}, {}, 403),
        ({"OIDC_ACR": "hoog"}, {"acr": ["hoog"]}, 403),
        ({"OIDC_AMR": "mfa"}, {"amr": ["pwd", "mfa"]}, 302),
        ({"OIDC_AMR": "mfa"}, {"amr": ["pwd"]}, 403),
        ({"OIDC_AMR": "mfa"}, {"amr": "mfa"}, 403),
        ({"OIDC_AMR": "mfa"}, {}, 403),
        ({"OIDC_ACR": "hoog", "OIDC_AMR": "mfa"}, {"acr": "hoog"}, 403),
    ],
)
def test_who_was_recognised_by_less_than_was_asked_does_not_get_in(
    provider: Provider, settings: Any, asked: dict[str, str], said: dict[str, Any], status: int
) -> None:
    configure(settings, provider, **asked)
    provider.claims |= said
    client = Client()
    response = visited(client)
    assert response.status_code == status
    assert is_in(client) is (status == 302)
    if status == 403:
        assert "herkende u met minder dan hier nodig is" in response.content.decode()

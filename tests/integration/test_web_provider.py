"""Signing in through the organisation's provider: its signed word counts, and nothing else does."""

import re
import time
from http.client import HTTPConnection
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from django.contrib.auth.models import User
from django.test import Client

from openkader.base.errors import Invalid
from openkader.casework.vocabulary import AccountRole
from openkader.conf.security import Security
from openkader.conf.signing_in import SigningIn
from openkader.register import selectors, services
from openkader.register.accounts import Post
from openkader.register.people import person_named
from tests.integration.oidc_provider import Provider, a_key, configure
from tests.integration.register_house import HAND
from tests.web_pages import PASSWORD, colleague

pytestmark = pytest.mark.django_db
LEAVE = "/aanmelden/via/organisatie/"


def asked_there(client: Client) -> str:
    """Where the provider sends the visitor back to, after it recognised them."""
    response = client.post(LEAVE, {"next": "/lijsten/"})
    assert response.status_code == 302, response.content.decode()
    place = urlsplit(response.headers["Location"])
    connection = HTTPConnection(str(place.hostname), place.port or 80, timeout=10)
    connection.request("GET", f"{place.path}?{place.query}")
    back = connection.getresponse().getheader("Location") or ""
    connection.close()
    return back.partition("testserver")[2]


def visited(client: Client | None = None) -> Any:
    client = client or Client()
    return client.get(asked_there(client))


def test_the_page_offers_the_provider_only_where_there_is_one(provider: Provider, settings: Any) -> None:
    settings.OIDC = SigningIn.read({})
    assert "Via uw organisatie" not in Client().get("/aanmelden/").content.decode()
    assert Client().post(LEAVE).status_code == 404
    configure(settings, provider, OIDC_NAME="Fictief account")
    assert "Aanmelden met Fictief account" in Client().get("/aanmelden/").content.decode()


def test_who_comes_for_the_first_time_is_known_by_name_and_has_no_role(provider: Provider) -> None:
    client = Client()
    response = visited(client)
    assert (response.status_code, response.headers["Location"]) == (302, "/lijsten/")
    user = User.objects.get()
    assert (user.username, user.has_usable_password()) == ("c.dejong", False)
    assert person_named("c.dejong").roles == frozenset()
    assert client.get("/lijsten/").status_code == 403
    assert "U hebt nog geen rol" in client.get("/account/").content.decode()
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor) == ("account.welcomed", "oidc:organisatie")


def test_a_role_that_was_given_here_stays_at_the_next_visit(provider: Provider) -> None:
    visited()
    services.change_roles("c.dejong", Post(roles=[AccountRole.ADVISER], team="china"), **HAND)
    client = Client()
    visited(client)
    assert client.get("/lijsten/").status_code == 200
    assert User.objects.count() == 1


def test_somebody_is_known_by_their_number_there_whatever_they_are_called(provider: Provider) -> None:
    visited()
    provider.claims["preferred_username"] = "c.jansen"
    client = Client()
    visited(client)
    assert [user.username for user in User.objects.all()] == ["c.dejong"]
    provider.claims["sub"] = "another"
    provider.claims["preferred_username"] = "C.DeJong"
    assert visited().status_code == 403
    assert User.objects.count() == 1


def test_nobody_takes_over_an_account_by_having_its_name_elsewhere(provider: Provider) -> None:
    services.open_account("c.dejong", PASSWORD, post=Post(roles=[AccountRole.ADMINISTRATOR]), **HAND)
    client = Client()
    response = visited(client)
    assert response.status_code == 403
    assert "Er is hier al een account met uw naam" in response.content.decode()
    assert client.get("/account/").status_code == 302


@pytest.mark.parametrize("name", [None, "", "cli:root", "a b", "x" * 81, "<b>", ["c.dejong"]])
def test_a_name_that_no_account_can_have_opens_none(provider: Provider, name: Any) -> None:
    provider.claims["preferred_username"] = name
    assert visited().status_code == 403
    assert not User.objects.exists()


LIES: dict[str, tuple[str, Any]] = {
    "another key": ("signed_by", a_key()),
    "no signature": ("algorithm", "none"),
    "signed with the shared secret": ("algorithm", "HS256"),
    "a key that is not there": ("kid", "two"),
    "another audience": ("forged", {"aud": "another application"}),
    "another issuer": ("forged", {"iss": "https://elders.example"}),
    "another issuer in its configuration": ("issuer", "https://elders.example"),
    "the answer to another question": ("forged", {"nonce": "of another browser"}),
    "an answer to no question": ("forged", {"nonce": None}),
    "expired": ("forged", {"exp": 1_000_000_000}),
    "no token": ("with_token", False),
    "an access token": ("typ", "at+jwt"),
    "a token of signing out": ("typ", "logout+jwt"),
}


@pytest.mark.parametrize("how", LIES)
def test_a_forged_token_lets_nobody_in(provider: Provider, how: str) -> None:
    setattr(provider, *LIES[how])
    client = Client()
    response = visited(client)
    assert response.status_code == 403
    assert "Aanmelden via uw organisatie is niet gelukt" in response.content.decode()
    assert not User.objects.exists()
    assert client.get("/account/").status_code == 302


def test_a_slash_at_the_end_of_its_name_is_left_to_the_provider(provider: Provider) -> None:
    provider.issuer = f"{provider.url}/"
    assert visited().status_code == 302
    provider.forged = {"iss": provider.url}
    assert visited().status_code == 403


def test_the_way_back_holds_once_and_in_the_browser_that_left(provider: Provider) -> None:
    client, thief = Client(), Client()
    back = asked_there(client)
    assert thief.get(back).status_code == 403
    assert client.get(back).status_code == 302
    assert client.get(back).status_code == 403
    assert client.get(f"{LEAVE}terug/?code=x&state=y").status_code == 403
    assert client.get(f"{LEAVE}terug/?error=access_denied").status_code == 403


def test_it_starts_with_a_press_on_our_own_page(provider: Provider) -> None:
    assert Client().get(LEAVE).status_code == 405
    assert Client(enforce_csrf_checks=True).post(LEAVE).status_code == 403


def test_the_way_on_is_a_page_of_ours(provider: Provider) -> None:
    client = Client()
    place = urlsplit(client.post(LEAVE, {"next": "https://elders.example/"}).headers["Location"])
    connection = HTTPConnection(str(place.hostname), place.port or 80, timeout=10)
    connection.request("GET", f"{place.path}?{place.query}")
    back = (connection.getresponse().getheader("Location") or "").partition("testserver")[2]
    connection.close()
    assert client.get(back).headers["Location"] == "/"


def test_a_closed_account_stays_closed(provider: Provider) -> None:
    visited()
    services.close_account("c.dejong", **HAND)
    client = Client()
    response = visited(client)
    assert response.headers["Location"] == "/account/gesloten/"
    assert client.get("/account/").status_code == 302


def test_words_of_the_provider_stand_for_roles_and_hold_at_every_visit(
    provider: Provider, settings: Any
) -> None:
    configure(settings, provider, OIDC_ROLES="Advies=adviser; Toets=reviewer", OIDC_ROLE_CLAIM="groups")
    provider.claims["groups"] = ["Advies", "Toets", "Koffie"]
    visited()
    assert person_named("c.dejong").roles == {AccountRole.ADVISER, AccountRole.REVIEWER}
    provider.claims["groups"] = "Toets"
    visited()
    assert person_named("c.dejong").roles == {AccountRole.REVIEWER}
    for nothing in ([], None, {"Toets": 1}, [["Toets"]], 7):
        provider.claims["groups"] = nothing
        assert visited().status_code == 302
        assert person_named("c.dejong").roles == frozenset()


def test_roles_that_must_be_apart_are_not_given_by_a_provider_either(
    provider: Provider, settings: Any
) -> None:
    configure(settings, provider, OIDC_ROLES="A=auditor;B=adviser")
    provider.claims["roles"] = ["A", "B"]
    response = visited()
    assert response.status_code == 403
    assert "gaan niet samen" in response.content.decode()
    assert person_named("c.dejong").roles == frozenset()


def test_whoever_was_signed_in_at_this_browser_is_no_longer(provider: Provider) -> None:
    client = colleague("anna")
    visited(client)
    assert "c.dejong" in client.get("/account/").content.decode()


def test_a_provider_that_is_away_is_said_so(provider: Provider, settings: Any) -> None:
    configure(settings, provider)
    settings.OIDC = SigningIn.read(
        {"OIDC_URL": "http://127.0.0.1:9", "OIDC_CLIENT_ID": "a", "OIDC_CLIENT_SECRET": "b"}
    )
    settings.SOCIALACCOUNT_PROVIDERS = settings.OIDC.providers()
    assert Client().post(LEAVE).status_code == 503


@pytest.mark.parametrize("said", [[], {}, {"issuer": 7}, "no", None])
def test_a_page_that_is_no_configuration_is_no_provider(
    provider: Provider, said: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    back = asked_there(client := Client())
    monkeypatch.setattr(provider, "configuration", lambda: said)
    assert client.get(back).status_code == 503
    answer = client.post(LEAVE)
    assert answer.status_code == 503
    assert "De provider van uw organisatie is niet te bereiken." in answer.content.decode()


@pytest.mark.parametrize(
    ("variables", "code"),
    [
        ({"OIDC_URL": "http://elders.example"}, "settings.oidc-url"),
        ({"OIDC_URL": "https://u:p@elders.example"}, "settings.oidc-url"),
        ({"OIDC_URL": "https://elders.example; script-src *"}, "settings.oidc-url"),
        ({"OIDC_URL": "https://elders.example"}, "settings.oidc-incomplete"),
        ({"OIDC_ROLES": "Groep=koning"}, "settings.oidc-roles"),
        ({"OIDC_ROLES": "adviser"}, "settings.oidc-roles"),
        ({"OIDC_NAME_CLAIM": "naam; x"}, "settings.oidc-claim"),
        ({"OIDC_SCOPES": "profile groups"}, "settings.oidc-scopes"),
        ({"OIDC_SCOPES": 'openid "groups"'}, "settings.oidc-scopes"),
    ],
)
def test_settings_that_mean_nothing_are_said_at_the_start(variables: dict[str, str], code: str) -> None:
    with pytest.raises(Invalid) as caught:
        SigningIn.read(variables)
    assert code in {problem.code for problem in caught.value.problems}
    assert "b:p" not in str(caught.value)


def confirmed(client: Client) -> str:
    """Where a file that leaves the house is asked for: nothing, or the page where one shows who one is."""
    return client.get("/werk/bestand/csv/").headers.get("Location", "")


def test_who_the_provider_recognised_long_ago_is_sent_there_again(provider: Provider, settings: Any) -> None:
    settings.OPENKADER_CONFIRM_MINUTES = 15
    visited()
    services.change_roles("c.dejong", Post(roles=[AccountRole.ADVISER]), **HAND)
    client = Client()
    provider.claims["auth_time"] = int(time.time()) - 3600
    visited(client)
    page = confirmed(client)
    assert page == "/account/bevestigen/?next=%2Fwerk%2Fbestand%2Fcsv%2F"
    shown = client.get(page).content.decode()
    assert "Bevestigen met OpenID Connect" in shown
    way = re.search(r'action="(/aanmelden/via/[^"]+)"', shown)
    assert way
    sent = client.post(way[1].replace("&amp;", "&"), {"next": "/werk/bestand/csv/"})
    asked = parse_qs(urlsplit(sent.headers["Location"]).query)
    assert (asked["prompt"], asked["max_age"]) == (["login"], ["900"])
    provider.claims["auth_time"] = int(time.time())
    visited(client)
    assert confirmed(client) == ""


def test_a_provider_that_names_a_place_inside_is_not_followed_there(
    provider: Provider, settings: Any
) -> None:
    settings.OUTGOING = Security.read({"OIDC_URL": provider.url}).outgoing
    assert visited().status_code == 302
    provider.keys_url = "http://169.254.169.254/keys"
    response = visited()
    assert response.status_code == 503
    assert "169.254" not in response.content.decode()

"""Signing in through a provider that is not ours: Canaille, with its own pages, its own tokens and its own opinion."""

import base64
import hashlib
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

import jwt
import pytest
import requests
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from openkader.casework.vocabulary import AccountRole
from openkader.conf.signing_in import SigningIn
from openkader.register import selectors
from openkader.register.people import person_named
from openkader.web.views.provider import Asking
from tests.integration.canaille_provider import (
    BACK,
    CLIENT,
    SECRET,
    Canaille,
    Visitor,
    canaille_on_this_computer,
)

pytestmark = pytest.mark.django_db
LEAVE = "/aanmelden/via/organisatie/"
FILE = "/werk/bestand/csv/"


@pytest.fixture(scope="module")
def running() -> Iterator[Canaille]:
    with canaille_on_this_computer() as found:
        yield found


@pytest.fixture
def there(running: Canaille, settings: Any) -> Canaille:
    cache.clear()
    configure(settings, running)
    running.forget_codes()
    running.person("c.dejong", "Advies")
    return running


def configure(settings: Any, there: Canaille, **more: str) -> None:
    variables = {
        "OIDC_URL": there.url,
        "OIDC_CLIENT_ID": CLIENT,
        "OIDC_CLIENT_SECRET": SECRET,
        "OIDC_SCOPES": "openid profile groups",
        "OIDC_ROLE_CLAIM": "groups",
        "OIDC_ROLES": "Advies=adviser;Toets=reviewer",
        **more,
    }
    settings.OIDC = SigningIn.read(variables)
    settings.SOCIALACCOUNT_PROVIDERS = settings.OIDC.providers()


def left(client: Client, way: str = LEAVE) -> str:
    """Where the button on our page sends somebody."""
    response = client.post(way, {"next": "/lijsten/"})
    assert response.status_code == 302, response.content.decode()
    return str(response.headers["Location"])


def signed_in(name: str = "c.dejong", client: Client | None = None) -> tuple[Client, Any]:
    client = client or Client()
    return client, client.get(Visitor(name).go(left(client)))


def test_a_name_and_password_typed_there_open_the_pages_of_the_role_of_the_group(there: Canaille) -> None:
    client, response = signed_in()
    assert (response.status_code, response.headers["Location"]) == (302, "/lijsten/")
    assert client.get("/lijsten/").status_code == 200
    assert person_named("c.dejong").roles == {AccountRole.ADVISER}
    assert not User.objects.get().has_usable_password()
    done = [(event.action, event.actor) for event in selectors.events(limit=2)]
    assert done == [("account.roles-changed", "oidc:organisatie"), ("account.welcomed", "oidc:organisatie")]


def test_what_is_asked_of_it_is_a_code_with_pkce_and_a_nonce(there: Canaille) -> None:
    asked = parse_qs(urlsplit(left(Client())).query)
    assert asked["response_type"] == ["code"]
    assert asked["code_challenge_method"] == ["S256"]
    assert asked["redirect_uri"] == [BACK]
    assert set(asked["scope"][0].split()) == {"openid", "profile", "groups"}
    assert len(asked["nonce"][0]) == 64


def test_who_is_in_no_group_of_ours_gets_in_nowhere(there: Canaille) -> None:
    there.person("b.buiten")
    there.person("b.buiten-ook", "Koffie")
    for name in ("b.buiten", "b.buiten-ook"):
        client, _ = signed_in(name)
        assert person_named(name).roles == frozenset()
        assert client.get("/lijsten/").status_code == 403
        assert client.get(FILE).status_code == 403
        assert "U hebt nog geen rol" in client.get("/account/").content.decode()


def test_other_groups_there_are_other_roles_here_the_next_time(there: Canaille) -> None:
    there.person("d.wissel", "Advies")
    signed_in("d.wissel")
    there.person("d.wissel", "Toets")
    signed_in("d.wissel")
    assert person_named("d.wissel").roles == {AccountRole.REVIEWER}
    there.person("d.wissel")
    client, _ = signed_in("d.wissel")
    assert person_named("d.wissel").roles == frozenset()
    assert client.get("/lijsten/").status_code == 403


def test_a_wrong_password_there_leads_nowhere(there: Canaille) -> None:
    with pytest.raises(AssertionError, match="asks for ever"):
        Visitor("c.dejong", "een ander wachtwoord").go(left(Client()))
    assert not User.objects.exists()


def test_the_code_of_somebody_else_lets_nobody_in(there: Canaille) -> None:
    thief, victim = Client(), Client()
    back = Visitor("c.dejong").go(left(victim))
    state = parse_qs(urlsplit(left(thief)).query)["state"][0]
    code = parse_qs(urlsplit(back).query)["code"][0]
    injected = thief.get(f"{LEAVE}terug/?{urlencode({'code': code, 'state': state})}")
    assert injected.status_code == 403
    assert thief.get(back).status_code == 403
    assert not User.objects.exists()


def test_what_it_says_to_another_application_is_not_said_to_us(
    there: Canaille, monkeypatch: pytest.MonkeyPatch
) -> None:
    there.other_client("agenda")
    client, verifier = Client(), "a" * 43
    place = urlsplit(left(client))
    ours = {name: values[0] for name, values in parse_qs(place.query).items()}
    challenge = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()
    asked = {**ours, "client_id": "agenda", "code_challenge": challenge}
    back = Visitor("c.dejong").go(f"{there.url}{place.path}?{urlencode(asked)}")
    given = {
        "grant_type": "authorization_code",
        "code": parse_qs(urlsplit(back).query)["code"][0],
        "code_verifier": verifier,
        "redirect_uri": BACK,
        "client_id": "agenda",
        "client_secret": SECRET,
    }
    found = requests.get(f"{there.url}/.well-known/openid-configuration", timeout=20).json()
    theirs = requests.post(found["token_endpoint"], data=given, timeout=20).json()
    said = jwt.decode(theirs["id_token"], options={"verify_signature": False})
    assert (said["aud"], said["nonce"]) == (["agenda"], ours["nonce"])
    # The very token, signed by the provider for the question of this browser, but to another.
    monkeypatch.setattr(Asking, "get_access_token", lambda *_, **__: theirs)
    assert client.get(back).status_code == 403
    assert not User.objects.exists()


def test_a_provider_that_calls_itself_otherwise_is_another(there: Canaille, settings: Any) -> None:
    configure(settings, there, OIDC_URL=there.url.replace("127.0.0.1", "localhost"))
    client = Client()
    response = client.get(Visitor("c.dejong").go(left(client)))
    assert response.status_code == 403
    assert "Aanmelden via uw organisatie is niet gelukt" in response.content.decode()
    assert not User.objects.exists()


def test_signing_out_ends_it_here_and_the_next_browser_starts_anew(there: Canaille) -> None:
    client, _ = signed_in()
    assert client.get("/lijsten/").status_code == 200
    assert client.post("/afmelden/").status_code == 302
    assert client.get("/lijsten/").status_code == 302
    assert client.get("/account/").headers["Location"].startswith("/aanmelden/")


def test_signing_out_ends_it_there_too_and_the_password_is_asked_again(there: Canaille) -> None:
    client, visitor = Client(), Visitor("c.dejong")
    client.get(visitor.go(left(client)))
    assert client.get(visitor.go(left(client))).status_code == 302
    typed = visitor.typed
    sent = client.post("/afmelden/").headers["Location"]
    assert sent.startswith(f"{there.url}/")
    assert client.get("/account/").status_code == 302
    back = visitor.go(sent)
    assert visitor.typed == typed, "nobody is asked whether they are sure"
    page = client.get(back, follow=True).content.decode()
    assert "U bent afgemeld, hier en bij OpenID Connect." in page
    client.get(visitor.go(left(client)))
    assert visitor.typed > typed


def test_a_provider_that_is_gone_keeps_nobody_signed_in_here(there: Canaille) -> None:
    client, _ = signed_in()
    with there.away():
        done = client.post("/afmelden/", follow=True)
    assert "U bent hier afgemeld. Bij OpenID Connect misschien nog niet" in done.content.decode()
    assert client.get("/account/").status_code == 302


def test_it_says_by_what_it_recognised_somebody_and_too_little_is_refused(
    there: Canaille, settings: Any
) -> None:
    configure(settings, there, OIDC_AMR="pwd hwk")
    assert signed_in()[1].status_code == 302
    configure(settings, there, OIDC_AMR="mfa hwk")
    _, response = signed_in()
    assert response.status_code == 403
    assert "herkende u met minder dan hier nodig is" in response.content.decode()
    configure(settings, there, OIDC_ACR="urn:voorbeeld:hoog")
    assert parse_qs(urlsplit(left(Client())).query)["acr_values"] == ["urn:voorbeeld:hoog"]
    assert signed_in()[1].status_code == 403, "it says no level at all"


def test_a_provider_that_is_gone_is_said_so_on_both_ways(there: Canaille) -> None:
    client = Client()
    back = Visitor("c.dejong").go(left(client))
    with there.away():
        leaving = client.post(LEAVE, {"next": "/lijsten/"})
        assert leaving.status_code == 503
        assert "De provider van uw organisatie is niet te bereiken." in leaving.content.decode()
        coming = client.get(back)
        assert coming.status_code == 503
        assert "De provider van uw organisatie is niet te bereiken." in coming.content.decode()
        assert client.get("/aanmelden/").status_code == 200
    there.forget_codes()
    assert signed_in(client=client)[1].status_code == 302


def asked_again(client: Client) -> str:
    """The address that the button on the page of confirming leads to."""
    page = client.get(FILE).headers["Location"]
    shown = client.get(page).content.decode()
    found = re.search(r'action="(/aanmelden/via/[^"]+)"', shown)
    assert found, shown
    return found[1].replace("&amp;", "&")


def test_before_a_file_leaves_the_house_the_password_is_typed_there_once_more(
    there: Canaille, settings: Any
) -> None:
    settings.OPENKADER_CONFIRM_MINUTES = 15
    client, visitor = Client(), Visitor("c.dejong")
    client.get(visitor.go(left(client)))
    assert client.get(FILE).status_code == 200
    session = client.session
    session["recognised-by-provider-at"] -= 3600
    session.save()
    before = visitor.typed
    place = left(client, asked_again(client))
    assert client.get(visitor.go(place)).status_code == 302
    assert visitor.typed == before + 1
    assert client.get(FILE).status_code == 200


def test_it_says_when_somebody_was_recognised_and_an_old_moment_there_is_old_here(
    there: Canaille, settings: Any
) -> None:
    settings.OPENKADER_CONFIRM_MINUTES = 15
    client, visitor = Client(), Visitor("c.dejong")
    client.get(visitor.go(left(client)))
    first = client.session["recognised-by-provider-at"]
    again = Client()
    again.get(visitor.go(left(again)))
    assert (again.session["recognised-by-provider-at"], visitor.typed) == (first, 2)


def test_a_token_is_renewed_by_nobody_and_kept_nowhere(there: Canaille) -> None:
    client, _ = signed_in()
    kept = str(dict(client.session)) + str(list(User.objects.values()))
    # Its parts stand between dots; what is enciphered (the token that signs out) has none, and any three letters.
    assert not re.search(r"eyJ[A-Za-z0-9_-]{20,}\.", kept)

"""A second step beside the password: a code app, recovery codes and passkeys."""

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client

from openkader.casework.vocabulary import AccountRole
from openkader.register import models, selectors, services
from openkader.register.accounts import Post
from tests.integration.register_house import HAND
from tests.second_steps import code_of
from tests.web_pages import PASSWORD

pytestmark = pytest.mark.django_db
STEP = "/account/tweede-stap/"
PAGES = (STEP, f"{STEP}totp/activate/", f"{STEP}webauthn/", f"{STEP}webauthn/add/")


@pytest.fixture(autouse=True)
def _fresh() -> None:
    cache.clear()


def signed_in(name: str = "anna", **more: str) -> tuple[Client, Any]:
    client = Client()
    return client, client.post("/aanmelden/", {"username": name, "password": PASSWORD, **more})


def an_account(name: str = "anna") -> Client:
    services.open_account(name, PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    client, _ = signed_in(name)
    client.post("/account/bevestigen/", {"password": PASSWORD})
    return client


def with_code_app(name: str = "anna") -> tuple[Client, str]:
    """An account with a code app, and its secret as the page showed it."""
    client = an_account(name)
    text = client.get(f"{STEP}totp/activate/").content.decode()
    found = re.search(r'id="authenticator_secret"[^>]*value="([A-Z2-7]+)"', text)
    assert found
    for steps in (-1, 0, 0):  # the half minute may end between the code and the answer
        if not Authenticator.objects.filter(type="totp").exists():
            client.post(f"{STEP}totp/activate/", {"code": code_of(found[1], steps)})
    assert Authenticator.objects.filter(type="totp").exists()
    cache.clear()  # the code of setting up is used up, and the test cannot wait half a minute
    return client, found[1]


def recovery_codes() -> list[str]:
    found = Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes()
    return [str(code) for code in found]


def test_signing_in_then_asks_for_a_code_and_only_then_lets_in() -> None:
    _, secret = with_code_app()
    client, response = signed_in(next="/lijsten/")
    assert response.headers["Location"] == f"{STEP}authenticate/"
    assert client.get("/lijsten/").status_code == 302
    assert client.get("/account/").status_code == 302
    assert "code" in client.get(f"{STEP}authenticate/").content.decode()
    assert client.post(f"{STEP}authenticate/", {"code": "000000"}).status_code == 200
    assert client.get("/account/").status_code == 302
    done = client.post(f"{STEP}authenticate/", {"code": code_of(secret)})
    assert done.headers["Location"] == "/lijsten/"
    assert client.get("/lijsten/").status_code == 200


def test_a_code_counts_once() -> None:
    _, secret = with_code_app()
    code = code_of(secret)
    first, _ = signed_in()
    assert first.post(f"{STEP}authenticate/", {"code": code}).status_code == 302
    second, _ = signed_in()
    assert second.post(f"{STEP}authenticate/", {"code": code}).status_code == 200
    assert second.get("/account/").status_code == 302


def test_guessing_codes_has_to_wait_also_with_the_right_one() -> None:
    _, secret = with_code_app()
    client, _ = signed_in()
    for guess in range(12):
        client.post(f"{STEP}authenticate/", {"code": f"{guess:06}"})
    assert client.post(f"{STEP}authenticate/", {"code": code_of(secret)}).status_code == 200
    assert client.get("/account/").status_code == 302


def test_a_recovery_code_opens_the_door_once() -> None:
    with_code_app()
    code = recovery_codes()[0]
    client, _ = signed_in()
    assert client.post(f"{STEP}authenticate/", {"code": code}).status_code == 302
    assert client.get("/account/").status_code == 200
    again, _ = signed_in()
    assert again.post(f"{STEP}authenticate/", {"code": code}).status_code == 200


def test_the_database_alone_tells_no_secret(settings: Any) -> None:
    _, secret = with_code_app()
    stored = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in stored
    assert all(code not in stored for code in recovery_codes())
    settings.SECRET_KEY = "another installation, another key"
    client, _ = signed_in()
    with pytest.raises(Exception, match=r".*"):
        client.post(f"{STEP}authenticate/", {"code": code_of(secret)})


def test_a_former_key_still_opens_and_a_new_one_locks_after_it_was_renewed(
    settings: Any, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from openkader.cli import main as door

    monkeypatch.setattr("openkader.cli.house.check_database", lambda: None)
    monkeypatch.setenv("OPENKADER_LANGUAGE", "en")
    client, secret = with_code_app()
    codes, former = recovery_codes(), settings.SECRET_KEY
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "a new key of the installation", [former]
    assert "(deze)" in client.get("/account/").content.decode(), "nobody is signed out, or gone from the list"
    assert recovery_codes() == codes
    assert door.main(["account", "reseal"]) == 0
    assert "2 secrets" in capsys.readouterr().out
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail) == ("account.second-steps-resealed", {"done": 2, "lost": 0})
    settings.SECRET_KEY_FALLBACKS = []
    assert recovery_codes() == codes
    again, _ = signed_in()
    assert again.post(f"{STEP}authenticate/", {"code": code_of(secret)}).status_code == 302
    settings.SECRET_KEY = "a third key, and nobody kept the one before it"
    assert door.main(["account", "reseal"]) == 1
    assert "2 are opened by none of the keys" in capsys.readouterr().out


def test_what_changes_stands_in_the_trail_without_the_secret(django_capture_on_commit_callbacks: Any) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        client, secret = with_code_app()
    client.post(f"{STEP}totp/deactivate/")
    actions = [(event.action, event.detail.get("what")) for event in selectors.events()]
    assert ("account.second-step-changed", "totp_activated") in actions
    assert ("account.second-step-changed", "totp_deactivated") in actions
    assert not models.AuditEvent.objects.filter(detail__contains=secret).exists()


@pytest.mark.parametrize("place", [PAGES[1], PAGES[3]])
def test_whoever_finds_an_open_browser_is_asked_for_the_password_first(place: str) -> None:
    services.open_account("anna", PASSWORD, **HAND)
    client, _ = signed_in()
    session = client.session
    session.pop("account_authentication_methods", None)
    session.save()
    assert client.get(place).headers["Location"].startswith("/account/bevestigen/")
    assert Client().get(place).status_code == 302


@pytest.mark.parametrize("place", PAGES)
def test_the_pages_have_our_look_and_run_no_script_of_their_own(place: str) -> None:
    client = an_account()
    text = client.get(place).content.decode()
    assert "nl-skip-link" in text
    assert '<html lang="nl">' in text
    for attributes, body in re.findall(r"<script([^>]*)>(.*?)</script>", text, re.DOTALL):
        assert 'type="application/json"' in attributes or ("src=" in attributes and not body.strip())
    assert "style=" not in text
    assert "data:image" not in text


def test_somebody_elses_passkey_is_not_found() -> None:
    first = an_account("anna")
    user = models.HeldRole.objects.get(account__username="anna").account
    key = Authenticator.objects.create(user=user, type="webauthn", data={"name": "Sleutel van Anna"})
    second = an_account("ben")
    for act in ("remove", "edit"):
        place = f"{STEP}webauthn/keys/{key.pk}/{act}/"
        assert second.get(place).status_code == 404
        assert second.post(place, {"name": "x"}).status_code == 404
    assert Authenticator.objects.filter(pk=key.pk).exists()
    assert first.get(f"{STEP}webauthn/keys/{key.pk}/remove/").status_code == 200


@pytest.mark.parametrize("credential", ["", "x", "{}", "[]", '{"id": 1}', "x" * 10_000])
def test_a_made_up_passkey_is_refused_with_a_page(credential: str) -> None:
    with_code_app()
    client, _ = signed_in()
    client.get(f"{STEP}authenticate/")
    response = client.post(f"{STEP}authenticate/", {"credential": credential})
    assert response.status_code == 200
    assert client.get("/account/").status_code == 302


def test_what_was_typed_before_waits_for_the_second_step_and_is_then_forgotten() -> None:
    _, secret = with_code_app()
    client, response = signed_in(next="/screening/1/", **{"kept-reason": "Een lange reden, getypt."})
    assert response.headers["Location"] == f"{STEP}authenticate/"
    done = client.post(f"{STEP}authenticate/", {"code": code_of(secret)}, follow=True)
    assert "Een lange reden, getypt." in done.content.decode()
    assert "Een lange reden" not in str(dict(client.session))
    assert client.get("/aanmelden/verder/").headers["Location"] == "/"


# --- where the installation asks for it ---------------------------------------------------------


def test_who_has_to_set_up_a_second_step_is_a_visitor_until_then(settings: Any) -> None:
    settings.OPENKADER_TWO_STEPS = True
    services.open_account("anna", PASSWORD, post=Post(roles=[AccountRole.ADVISER]), **HAND)
    client, _ = signed_in()
    response = client.get("/lijsten/")
    assert response.status_code == 403
    assert "Stel eerst een tweede stap in" in response.content.decode()
    assert "Stel eerst een tweede stap in" in client.get("/account/").content.decode()
    assert client.get(STEP).status_code == 200


def test_with_a_second_step_the_same_pages_open(settings: Any) -> None:
    settings.OPENKADER_TWO_STEPS = True
    client, secret = with_code_app()
    assert client.get("/lijsten/").status_code == 200
    again, _ = signed_in()
    again.post(f"{STEP}authenticate/", {"code": code_of(secret)})
    assert again.get("/lijsten/").status_code == 200


def test_nobody_signs_up_or_changes_an_address_here() -> None:
    for place in ("/account/signup/", "/accounts/signup/", "/account/email/", "/account/password/reset/"):
        assert Client().get(place).status_code == 404

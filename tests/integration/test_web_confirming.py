"""Who shows again who they are does so with what they know or are; what they have, the session is already."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from fido2.webauthn import AuthenticatorData

from openkader.conf.signing_in import SigningIn
from openkader.register.accounts import account_named
from tests.integration.soft_key import SoftKey, shown_again
from tests.integration.test_web_second_step import with_code_app
from tests.second_steps import code_of
from tests.web_pages import PASSWORD

pytestmark = pytest.mark.django_db
CONFIRM = "/account/bevestigen/"
WITH_CODE = "/account/tweede-stap/reauthenticate/"
FILE = "/werk/bestand/csv/"
FLAG = AuthenticatorData.FLAG


@pytest.fixture(autouse=True)
def _a_quarter_of_an_hour(settings: Any) -> None:
    settings.OPENKADER_CONFIRM_MINUTES = 15
    cache.clear()


def long_ago(client: Client) -> Client:
    session = client.session
    for record in session["account_authentication_methods"]:
        record["at"] -= 16 * 60
    session.save()
    return client


def test_a_code_does_not_stand_for_the_password(settings: Any) -> None:
    client, secret = with_code_app()
    long_ago(client)
    page = client.get(f"{CONFIRM}?next={FILE}")
    assert 'name="password"' in page.content.decode()
    assert WITH_CODE not in page.content.decode()
    sent = client.post(WITH_CODE, {"code": code_of(secret), "next": FILE})
    assert sent.headers["Location"].startswith(CONFIRM)
    assert client.get(FILE).status_code == 302
    client.post(CONFIRM, {"password": PASSWORD, "next": FILE})
    assert client.get(FILE).status_code == 200


def test_a_passkey_that_asked_for_a_pin_does_and_one_that_was_only_touched_does_not() -> None:
    client, _ = with_code_app()
    key = SoftKey("anna")
    long_ago(client)
    assert "Gebruik een passkey" in client.get(CONFIRM).content.decode()
    touched = shown_again(client, key, FLAG.UP, FILE)
    assert (
        "Deze passkey heeft niet gevraagd wie u bent. Gebruik uw wachtwoord."
        in client.get(CONFIRM).content.decode()
    )
    assert touched.headers.get("Location", "") != FILE
    assert client.get(FILE).status_code == 302
    asked = shown_again(client, key, FLAG.UP | FLAG.UV, FILE)
    assert asked.headers["Location"] == FILE
    assert client.get(FILE).status_code == 200


def test_who_has_no_password_here_gives_a_code_where_there_is_no_provider(settings: Any) -> None:
    client, secret = with_code_app()
    account = account_named("anna")
    account.set_unusable_password()
    account.save()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    assert client.get(FILE).status_code == 302
    assert client.get(CONFIRM).headers["Location"].startswith(WITH_CODE)
    client.post(WITH_CODE, {"code": code_of(secret), "next": FILE})
    assert client.get(FILE).status_code == 200


def test_who_has_no_password_here_is_sent_to_the_provider_where_there_is_one(settings: Any) -> None:
    client, _ = with_code_app()
    account = account_named("anna")
    account.set_unusable_password()
    account.save()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    settings.OIDC = SigningIn.read(
        {"OIDC_URL": "http://127.0.0.1:9", "OIDC_CLIENT_ID": "a", "OIDC_CLIENT_SECRET": "b"}
    )
    settings.SOCIALACCOUNT_PROVIDERS = settings.OIDC.providers()
    page = client.get(f"{CONFIRM}?next={FILE}").content.decode()
    assert "Bevestigen met OpenID Connect" in page
    assert "prompt%3Dlogin" in page

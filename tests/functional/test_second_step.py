"""A second step beside the password, in a browser: a code app, recovery codes and a passkey."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.functional.axe import findings
from tests.functional.filled import CODE_APP, OTHER_KEY, PASSKEY
from tests.functional.people import add_key, by_password, fresh_code, give_key, press, prove
from tests.second_steps import code_of

STEP = "/account/tweede-stap/"
pytestmark = pytest.mark.usefixtures("filled")


@pytest.fixture
def owner(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


def test_a_passkey_is_added_opens_the_door_and_is_taken_away(site: str, owner: Page) -> None:
    page = owner
    by_password(page, site, PASSKEY)
    devices, device = give_key(page)
    page.goto(f"{site}{STEP}webauthn/add/")
    prove(page)
    add_key(page, "Sleutel van mijn laptop")
    (key,) = devices.send("WebAuthn.getCredentials", {"authenticatorId": device})["credentials"]
    assert (key["rpId"], key["signCount"]) == ("localhost", 1)
    page.goto(f"{site}{STEP}webauthn/")
    expect(page.locator(".said strong")).to_have_text(re.compile("Sleutel van mijn laptop"))
    press(page, "Afmelden")
    by_password(page, site, PASSKEY)
    assert page.url.endswith(f"{STEP}authenticate/")
    inside = page.context.request
    assert inside.get(f"{site}/account/", max_redirects=0).status == 302, "the password alone opens nothing"
    page.get_by_role("button", name="Gebruik een passkey").press("Enter")
    expect(page.locator(".account__name")).to_contain_text(PASSKEY)
    assert page.url == f"{site}/account/"
    page.goto(f"{site}{STEP}webauthn/")
    page.get_by_role("link", name="Verwijder Sleutel van mijn laptop").click()
    prove(page)
    press(page, "Verwijder")
    press(page, "Afmelden")
    by_password(page, site, PASSKEY)
    expect(page.locator(".account__name")).to_contain_text(PASSKEY)


def test_a_passkey_of_another_device_opens_nothing(site: str, owner: Page, browser: Browser) -> None:
    by_password(owner, site, OTHER_KEY)
    give_key(owner)
    owner.goto(f"{site}{STEP}webauthn/add/")
    prove(owner)
    add_key(owner, "De enige sleutel")
    thief = browser.new_page()
    give_key(thief)
    by_password(thief, site, OTHER_KEY)
    thief.get_by_role("button", name="Gebruik een passkey").click()
    thief.wait_for_timeout(500)
    thief.goto(f"{site}/account/")
    expect(thief).to_have_url(re.compile("/aanmelden/"))
    thief.close()


def test_a_code_app_and_a_recovery_code_open_the_door(site: str, owner: Page) -> None:
    page = owner
    by_password(page, site, CODE_APP)
    page.get_by_role("link", name="Een tweede stap instellen").click()
    page.get_by_role("link", name="Activeer").click()
    prove(page)
    secret = page.locator("#authenticator_secret").input_value()
    page.locator("input[name=code]").fill("000000")
    press(page, "Instellen")
    assert findings(page) == []
    used = code_of(secret)
    page.locator("input[name=code]").fill(used)
    press(page, "Instellen")
    page.goto(f"{site}{STEP}recovery-codes/")
    codes = page.locator("#recovery_codes").input_value().split()
    assert len(codes) == 10
    leave(page, site)
    give_code(page, codes[0])
    expect(page.locator(".account__name")).to_contain_text(CODE_APP)
    leave(page, site)
    give_code(page, codes[0])
    assert page.url.endswith(f"{STEP}authenticate/"), "a recovery code opens the door once"
    give_code(page, fresh_code(page, secret, used))
    expect(page.locator(".account__name")).to_contain_text(CODE_APP)


def leave(page: Page, site: str) -> None:
    press(page, "Afmelden")
    by_password(page, site, CODE_APP)


def give_code(page: Page, code: str) -> None:
    page.locator("input[name=code]").fill(code)
    with page.expect_navigation():
        page.keyboard.press("Enter")

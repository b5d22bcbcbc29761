"""Colleagues who come in with a password, as people do outside the demo."""

from playwright.sync_api import CDPSession, Page

from tests.second_steps import code_of
from tests.web_pages import PASSWORD

KEY = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


def by_password(page: Page, site: str, name: str) -> None:
    """Sign in; where a second step is set up, its page comes next."""
    page.goto(f"{site}/aanmelden/?next=/account/")
    page.locator("#username").fill(name)
    page.locator("#password").fill(PASSWORD)
    press(page, "Aanmelden")


def press(page: Page, name: str) -> None:
    """A button of which the answer is another page."""
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).click()


def give_key(page: Page) -> tuple[CDPSession, str]:
    """A device that makes passkeys, as Chromium imitates one."""
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    return devices, devices.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})["authenticatorId"]


def add_key(page: Page, name: str) -> None:
    """Press for a passkey on the page that makes one."""
    page.locator("#id_name").fill(name)
    with page.expect_navigation():
        page.locator("#mfa_webauthn_add").click()


def prove(page: Page) -> None:
    """Before anything is changed about a second step the password is asked for once more."""
    page.locator("#id_password").fill(PASSWORD)
    press(page, "Bevestigen")


def fresh_code(page: Page, secret: str, used: str) -> str:
    """A code counts once: the first one that is another than the one that was used."""
    while code_of(secret) == used:
        page.wait_for_timeout(500)
    return code_of(secret)

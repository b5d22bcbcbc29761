"""How long an adviser takes to enter a request that came by telephone, with the keyboard alone.

    python -m benchmarks.entry_by_phone http://localhost:8000

Somebody who types four keys a second, which is slow, begins at the list of work of a running demo. Every key is really
pressed, at that pace, in Chromium; the time that the pages take is in it. Thinking and listening are not.
"""

import shutil
import sys
import time
from dataclasses import dataclass

from playwright.sync_api import Page, sync_playwright

KEYS_A_SECOND = 4
MOST_TABS = 60
# What is heard on the telephone. Made up.
SAID = (
    "Koepel van kassenbouwers (verzonnen) belt. Delegatie uit Hebei, zes mensen, "
    "wil in mei een ochtend over waterhergebruik."
)
WORDS = {
    "said": SAID,
    "subject": "Ontvangst uit Hebei over water (verzonnen)",
    "kind": "Een delegatie",
    "initiative": "een koepel",
    "requester": "Koepel Verzonnen",
    "country": "China",
    "channel": "telefoon",
    "contact_name": "B. Bedacht",
    "contact_phone": "010 000 00 00",
}


@dataclass(slots=True)
class Typist:
    """Somebody at a keyboard, at a pace in keys a second; without a pace as fast as it goes."""

    page: Page
    pace: float = 0
    keys: int = 0

    def press(self, key: str) -> None:
        """One key."""
        self.page.keyboard.press(key)
        self.keys += 1
        if self.pace:
            self.page.wait_for_timeout(1000 / self.pace)

    def type(self, words: str) -> None:
        """Key by key."""
        for letter in words:
            self.press(letter)

    def tab_to(self, place: str) -> None:
        """On with Tab until the keyboard is there."""
        for _ in range(MOST_TABS):
            self.press("Tab")
            if self.page.evaluate(f"document.activeElement.matches({place!r})"):
                return
        raise LookupError(place)


def enter(typist: Typist) -> None:
    """From the list of work to the dossier of the new request."""
    page = typist.page
    typist.tab_to("nav a[href='/dossiers/nieuw/']")
    typist.press("Enter")
    page.wait_for_url("**/dossiers/nieuw/")
    typist.press("Tab")
    typist.press("Enter")  # past the navigation
    for name, words in WORDS.items():
        typist.tab_to(f"[name={name}]")
        typist.type(words)
    typist.tab_to("main button[type=submit]")
    typist.press("Enter")
    page.wait_for_url("**/dossiers/ZH-*/")


def main() -> int:
    """Sign in at the demo whose address was given, and measure."""
    site = sys.argv[1].rstrip("/")
    with sync_playwright() as playwright:
        chromium = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(f"{site}/aanmelden/?next=/werk/")
        page.get_by_role("button", name="Aanmelden als demo-adviseur").click()
        typist, begun = Typist(page, KEYS_A_SECOND), time.monotonic()
        enter(typist)
        print(f"{typist.keys} keys, {time.monotonic() - begun:.1f} seconds, at {KEYS_A_SECOND} keys a second")
        print(page.url)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""A request that comes by telephone is entered with the keyboard, in fewer keys than fit in two minutes."""

from playwright.sync_api import Page, expect

from benchmarks.entry_by_phone import KEYS_A_SECOND, SAID, WORDS, Typist, enter
from tests.functional.test_screening import sign_in

SECONDS = 120
FOR_PAGES = 20  # of the two minutes, for pages that come


def test_a_request_by_telephone_takes_fewer_keys_than_fit_in_two_minutes(site: str, page: Page) -> None:
    sign_in(page, site, "demo-adviseur", "/werk/")
    typist = Typist(page)
    enter(typist)
    assert typist.keys < (SECONDS - FOR_PAGES) * KEYS_A_SECOND
    expect(page.get_by_role("heading", level=1)).to_contain_text(WORDS["subject"])
    for words in (SAID, "B. Bedacht", "010 000 00 00", "Koepel Verzonnen"):
        expect(page.get_by_text(words).first).to_be_visible()

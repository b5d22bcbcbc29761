"""A requester on a phone and an adviser at a desk, in a browser, as visitors meet the demo."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from tests.functional.axe import findings
from tests.functional.test_screening import press_until, sign_in

ANSWERS = {
    "Uw naam": "A. Verzonnen",
    "Uw organisatie": "Kas Voorbeeld (fictief)",
    "Uw e-mailadres": "a@example.nl",
    "Uw verzoek in een paar woorden": "Bezoek uit Baoding (fictief)",
    "Wat vraagt u van de provincie?": "Een ontvangst en een rondetafel.",
    "Wanneer is het?": "12 mei",
    "Welke buitenlandse organisaties doen mee?": "Landbouwbureau Baoding",
    "Om welke sector gaat het?": "glastuinbouw",
    "Wat wilt u bereiken?": "Kennismaken.",
}


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    """A phone of 390 pixels on which scripts are off."""
    page = browser.new_page(viewport={"width": 390, "height": 844}, java_script_enabled=False)
    yield page
    page.close()


def begin(page: Page, site: str) -> None:
    page.goto(site + "/verzoek/")
    page.get_by_label("Een delegatie uit het buitenland ontvangen").check()
    page.get_by_role("button", name="Ga verder").click()


def fill(page: Page) -> None:
    for label, words in ANSWERS.items():
        page.get_by_label(label).fill(words)
    page.get_by_label("Om welk land gaat het?").select_option("CN")
    page.get_by_label("een koepel- of brancheorganisatie").check()


def test_a_requester_on_a_phone_sends_a_request_and_follows_it(site: str, phone: Page) -> None:
    begin(phone, site)
    fill(phone)
    phone.get_by_label("Uw e-mailadres").fill("geen adres")
    phone.get_by_label("Bestanden die u meestuurt").set_input_files(
        [
            FilePayload(name="brief.txt", mimeType="text/plain", buffer=b"Fictieve brief"),
            FilePayload(name="factuur.pdf", mimeType="application/pdf", buffer=b"MZ\x90\0program"),
        ]
    )
    phone.get_by_role("button", name="Controleer wat u verstuurt").click()
    expect(phone.get_by_role("alert")).to_contain_text("Alles wat u invulde, is bewaard")
    expect(phone.get_by_role("alert")).to_contain_text("factuur.pdf: Dit is een programma")
    phone.get_by_role("alert").get_by_role("link", name="Uw e-mailadres").click()
    assert phone.url.endswith("#id_email")
    expect(phone.get_by_label("Uw naam")).to_have_value("A. Verzonnen")
    phone.get_by_label("Uw e-mailadres").fill("a@example.nl")
    phone.get_by_role("button", name="Controleer wat u verstuurt").click()
    expect(phone.get_by_text("brief.txt")).to_be_visible()
    phone.go_back()
    expect(phone.get_by_label("Uw naam")).to_have_value("A. Verzonnen")
    phone.go_forward()
    phone.get_by_role("button", name="Verstuur het verzoek").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Uw verzoek is ontvangen")
    phone.locator("a[href*='/verzoek/status/']").click()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Wij hebben uw verzoek ontvangen.")
    phone.go_back()
    phone.go_back()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Uw verzoek is ontvangen")


def test_a_request_can_be_sent_with_the_keyboard_alone(site: str, page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(site + "/verzoek/")
    press_until(page, lambda page: page.locator("input[name=kind]:focus").count())
    page.keyboard.press("Space")
    press_until(page, lambda page: page.locator("button:focus", has_text="Ga verder").count())
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/verzoek/[\w-]{32}/"))
    words = {"name": "A", "email": "a@example.nl", "country": "China", "initiative": ""}
    for _ in range(60):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || ''")
        if name == "initiative":
            page.keyboard.press("Space")
        elif name and name not in ("language", "documents", "delegation_list", "go"):
            page.keyboard.type(words.get(name, "Verzonnen"))
        if name == "go":
            page.keyboard.press("Enter")
            break
    expect(page.get_by_role("heading", level=1)).to_have_text("Controleer wat u verstuurt")
    expect(page.get_by_text("China", exact=True)).to_be_visible()
    press_until(page, lambda page: page.locator("button:focus", has_text="Verstuur het verzoek").count())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Uw verzoek is ontvangen")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_front_door_has_no_findings_and_no_sideways_scroll(site: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    def is_sound() -> None:
        page.wait_for_load_state()
        assert page.evaluate("document.documentElement.scrollWidth") <= width, page.url
        assert findings(page) == [], page.url

    page.goto(site + "/verzoek/")
    is_sound()
    page.get_by_role("button", name="Ga verder").click()
    is_sound()
    begin(page, site)
    is_sound()
    page.get_by_role("button", name="Controleer wat u verstuurt").click()
    is_sound()
    fill(page)
    page.get_by_role("button", name="Controleer wat u verstuurt").click()
    is_sound()
    page.get_by_role("button", name="Verstuur het verzoek").click()
    is_sound()
    page.locator("a[href*='/verzoek/status/']").click()
    is_sound()


def test_an_adviser_enters_a_mail_with_the_keyboard_and_stands_in_the_dossier(site: str, page: Page) -> None:
    sign_in(page, site, "demo-adviseur", "/dossiers/nieuw/")
    assert findings(page) == []
    words = {
        "said": "Van: Kas Voorbeeld (fictief). Graag ontvangst van een delegatie.",
        "subject": "Ontvangst (fictief)",
        "kind": "Een gesprek",
        "initiative": "de provincie",
    }
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate("document.activeElement.name || ''")
        if name in words:
            page.keyboard.type(words[name])
        if page.locator("button:focus", has_text="Bewaar en ga naar het dossier").count():
            page.keyboard.press("Enter")
            break
    expect(page).to_have_url(re.compile(r"/dossiers/ZH-\d{4}-\d{5}/$"))
    expect(page.get_by_text("Graag ontvangst van een delegatie.")).to_be_visible()
    expect(page.get_by_text("de provincie zelf").first).to_be_visible()
    assert findings(page) == []

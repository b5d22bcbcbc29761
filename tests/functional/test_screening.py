"""A delegation is handed in, screened and judged by two colleagues, in a browser and as visitors meet the demo."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.functional.axe import findings
from tests.functional.people import press

DOSSIER = "/dossiers/FICTIEF-2026-01/"
DELEGATION = DOSSIER + "delegatie/"
# Invented people; the row without a name is a mistake, and Zhou Moban stands on the invented list.
LIST = (
    "Fictieve delegatie;;;\n"
    "Naam;Naam in karakters;Geboortedatum;Nationaliteit\n"
    "Wang Xugou;王虚构;14-03-1968;CN\n"
    "Zhou Moban;周模板;1971;CN\n"
    ";;1980;CN\n"
)
PATIENCE = 60_000


def sign_in(page: Page, site: str, name: str, target: str) -> None:
    """As the demo offers it: one press."""
    page.goto(f"{site}/aanmelden/?next={target}")
    page.get_by_role("button", name=f"Aanmelden als {name}").click()
    expect(page.locator(".account__name")).to_contain_text(name)


@pytest.fixture
def inside(site: str, page: Page) -> Page:
    """A browser in which the first colleague is signed in."""
    sign_in(page, site, "demo-adviseur", "/screening/")
    return page


@pytest.fixture
def without_javascript(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(java_script_enabled=False)
    yield page
    page.close()


def hand_in(page: Page, site: str, content: str) -> None:
    page.goto(site + DELEGATION)
    page.get_by_label("Een bestand").set_input_files(
        {"name": "delegatie.csv", "mimeType": "text/csv", "buffer": content.encode()}
    )
    page.get_by_role("button", name="Lees de lijst").click()


def wait_until_screened(page: Page) -> None:
    """After a list was saved; the link on the page serves where there is no JavaScript.

    The page before has no such link either, nor has a page of which the beginning came alone: so a page is
    there whole before it is looked at.
    """
    expect(page.get_by_text("De lijst is opgeslagen.")).to_be_visible()
    page.wait_for_load_state()
    for _ in range(60):
        again = page.get_by_role("link", name="Kijk opnieuw")
        if not again.count():
            return
        page.wait_for_timeout(1000)
        page.goto(page.url)
    pytest.fail("nobody screened")


def test_a_list_with_a_mistake_becomes_a_hit_that_two_people_judge(
    site: str, without_javascript: Page
) -> None:
    page = without_javascript
    sign_in(page, site, "demo-adviseur", DELEGATION)
    hand_in(page, site, LIST)
    expect(page.get_by_text("Rij 5: Niet overgenomen")).to_be_visible()
    expect(page.get_by_text("Nieuw: Zhou Moban")).to_be_visible()
    page.get_by_role("button", name=re.compile("Opslaan als versie")).first.click()
    wait_until_screened(page)
    page.get_by_role("link", name="Zhou Moban").click()
    page.get_by_role("link", name="周模板").click()
    expect(page.get_by_text("Is dit dezelfde?")).to_be_visible()
    page.get_by_label("Ja, het is deze partij").check()
    page.get_by_label("Waarom").fill("Zelfde karakters en hetzelfde jaar.")
    page.get_by_role("button", name="Leg het oordeel vast").click()
    expect(page.get_by_text("Een tweede persoon moet er nu naar kijken")).to_be_visible()
    expect(page.get_by_role("button", name="Leg het oordeel vast")).to_be_disabled()
    hit = page.url
    press(page, "Afmelden")
    sign_in(page, site, "demo-beoordelaar", hit.removeprefix(site))
    page.get_by_label("Ja, het is deze partij").check()
    page.get_by_label("Waarom").fill("Ook het instituut bevestigt het.")
    page.get_by_role("button", name="Leg het oordeel vast").click()
    expect(page.locator(".stand").get_by_text("Staat op een lijst")).to_be_visible()
    page.goto(site + DELEGATION)
    expect(page.locator(".numbers").get_by_text("Bevindingen")).to_be_visible()


def test_progress_moves_by_itself_and_takes_no_focus(site: str, inside: Page) -> None:
    hand_in(inside, site, "Naam\n" + "".join(f"Verzonnen Naam {letter}\n" for letter in "ABCDEFGH"))
    inside.get_by_role("button", name=re.compile("Opslaan als versie")).first.click()
    expect(inside.get_by_text("De lijst is opgeslagen.")).to_be_visible()
    crumb = inside.get_by_label("Kruimelpad").get_by_role("link", name="FICTIEF-2026-01")
    crumb.focus()
    # The page before this one has no progress either: what ends the waiting is what the screening says.
    expect(inside.get_by_text("Niets gevonden")).to_have_count(8, timeout=PATIENCE)
    expect(inside.locator("progress")).to_have_count(0, timeout=PATIENCE)
    expect(crumb).to_be_focused()


def test_of_two_windows_the_second_is_told_and_keeps_its_words(site: str, browser: Browser) -> None:
    first, second = browser.new_page(), browser.new_page()
    for page, name in ((first, "demo-adviseur"), (second, "demo-beoordelaar")):
        sign_in(page, site, name, "/screening/?state=all")
        page.get_by_role("link", name="Y.B. Li").click()
        page.get_by_label("Het is niet te zeggen").check()
        page.get_by_label("Waarom").fill(f"Gezien door {name}.")
    for page in (first, second):
        page.get_by_role("button", name="Leg het oordeel vast").click()
    expect(second.get_by_text("demo-adviseur beoordeelde deze treffer intussen")).to_be_visible()
    expect(second.get_by_label("Waarom")).to_have_value("Gezien door demo-beoordelaar.")
    second.get_by_role("button", name="Leg het oordeel vast").click()
    expect(second.locator(".stand").get_by_text("Niet te zeggen")).to_be_visible()
    first.close()
    second.close()


def test_a_hit_can_be_judged_with_the_keyboard_alone(site: str, inside: Page) -> None:
    inside.goto(site + "/screening/?state=all")
    press_until(inside, lambda page: page.locator("a:focus", has_text="河北示例机械有限公司").count())
    inside.keyboard.press("Enter")
    expect(inside.get_by_text("Is dit dezelfde?")).to_be_visible()
    press_until(inside, lambda page: page.locator(":focus").get_attribute("name") == "verdict")
    inside.keyboard.press("ArrowDown")
    expect(inside.get_by_label("Nee, het is iemand anders")).to_be_checked()
    press_until(inside, lambda page: page.locator(":focus").get_attribute("name") == "reason")
    inside.keyboard.type("Een andere plaats.")
    inside.keyboard.press("Tab")
    inside.keyboard.press("Enter")
    expect(inside.get_by_text("Uw oordeel is vastgelegd.")).to_be_visible()


def press_until(page: Page, is_there, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if is_there(page):
            return
    pytest.fail("the keyboard does not come there")


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_for_colleagues_have_no_findings_and_no_sideways_scroll(
    site: str, inside: Page, width: int
) -> None:
    errors: list[str] = []
    inside.on("pageerror", lambda error: errors.append(str(error)))
    inside.on(
        "console", lambda message: errors.append(message.text) if "Security Policy" in message.text else None
    )
    inside.set_viewport_size({"width": width, "height": 900})
    for route in pages_for_colleagues(inside, site):
        inside.goto(site + route)
        assert inside.evaluate("document.documentElement.scrollWidth") <= width, route
        assert (route, findings(inside)) == (route, [])
        expect(inside.get_by_text("Bedacht").first).to_be_visible() if "/dossiers/" in route else None
    assert errors == []


def pages_for_colleagues(page: Page, site: str) -> list[str]:
    """Every page behind the door, with a preview of a list and a hit among them."""
    hand_in(page, site, LIST)
    preview = page.url.removeprefix(site)
    page.goto(site + "/screening/?state=all")
    hit = page.locator("th a").first.get_attribute("href") or ""
    page.goto(site + DELEGATION)
    party = page.locator("th a").first.get_attribute("href") or ""
    parties = [
        "/partijen/?q=Heibei",
        "/partijen/FICTIEF-2026-01-L1-3/",
        "/partijen/FICTIEF-2026-01-L1-3/dezelfde/",
    ]
    return [DOSSIER, DELEGATION, preview, "/screening/?state=all", hit, party, "/lijsten/", *parties]

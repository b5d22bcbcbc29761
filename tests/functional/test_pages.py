"""Every page is accessible, fits a phone, and works in both languages."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.functional.axe import findings
from tests.functional.test_screening import sign_in

ROUTES = [
    "/jaar/2024/",
    "/jaar/2024/evaluatie/",
    "/jaar/2024/evaluatie/parties_distinct/",
    "/jaar/2024/evaluatie/responsible_business_incoming/",
    "/jaar/2024/evaluatie/refused_after_screening/",
    "/jaar/2024/evaluatie/measures_evidenced/",
    "/dossiers/",
    "/dossiers/ZH-2024-02/",
    "/dossiers/ZH-2024-06/",
    "/dossiers/V-2024-08/",
    "/kader/zuid-holland/2024-01-01/",
    "/kader/zuid-holland/2024-01-01/voorbeeld/FX-KI-2/",
    "/toegankelijkheid/",
    "/handboek/",
    "/handboek/eerste-kwartier/",
    "/aanmelden/",
    "/screening/gelijkheid/",
    "/dossiers/bestaat-niet/",
]


@pytest.mark.parametrize("route", ROUTES)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_has_no_accessibility_findings_and_no_sideways_scroll(
    site: str, page: Page, route: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on(
        "console", lambda message: errors.append(message.text) if "Security Policy" in message.text else None
    )
    page.goto(site + route)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert findings(page) == []
    assert errors == []


@pytest.mark.parametrize("route", ROUTES)
def test_a_page_says_that_the_kader_is_reconstructed(site: str, page: Page, route: str) -> None:
    page.goto(site + route)
    expect(page.get_by_text("gereconstrueerd uit een gepubliceerde evaluatie").first).to_be_visible()


def test_from_27_to_the_dossier_in_two_clicks(site: str, page: Page) -> None:
    page.goto(site + "/jaar/2024/evaluatie/")
    page.get_by_role("link", name="Verschillende Zuid-Hollandse partijen: 27").first.click()
    expect(page.locator(".verdict__number").first).to_have_text("18–3718 tot en met 37")
    expect(page.get_by_role("heading", name="Waarom niet één getal?")).to_be_visible()
    for reason in ("Ten minste.", "Ten hoogste.", "ten minste 10 herhaalde deelnames"):
        expect(page.get_by_text(reason, exact=False).first).to_be_visible()
    page.get_by_role("link", name="Roadshow in de Chinese provincies Hebei en Shandong").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Roadshow")
    assert page.url.endswith("/dossiers/ZH-2024-02/")


def test_the_way_also_works_without_javascript(site: str, browser: Browser) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(site)
    page.get_by_role("navigation", name="Hoofdnavigatie").get_by_role("link", name="Evaluatie").click()
    page.get_by_role("link", name="Inkomende delegaties", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inkomende delegaties")
    page.close()


def test_english_is_one_press_away_and_stays(site: str, page: Page) -> None:
    page.goto(site + "/jaar/2024/evaluatie/")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("heading", level=1)).to_have_text("Evaluation of the year 2024")
    page.goto(site + "/jaar/2024/evaluatie/parties_distinct/")
    expect(page.get_by_role("heading", name="Why not one number?")).to_be_visible()
    page.get_by_role("button", name="Nederlands").click()
    expect(page.locator("html")).to_have_attribute("lang", "nl")


def test_the_keyboard_reaches_the_content_first(site: str, page: Page) -> None:
    page.goto(site + "/jaar/2024/")
    page.keyboard.press("Tab")
    focused = page.locator(":focus")
    expect(focused).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#content$"))


def test_a_page_that_does_not_exist_says_so_with_the_right_code(site: str, page: Page) -> None:
    for route in (
        "/dossiers/bestaat-niet/",
        "/jaar/1999/",
        "/jaar/2024/evaluatie/geen_cijfer/",
        "/kader/x/2024-01-01/",
    ):
        response = page.goto(site + route)
        assert response is not None
        assert response.status == 404, route
        expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_no_page_may_be_framed_or_load_from_elsewhere(site: str, page: Page) -> None:
    response = page.goto(site + "/jaar/2024/")
    assert response is not None
    policy = response.headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe-inline" not in policy
    assert response.headers["x-frame-options"] == "DENY"


def test_the_row_stands_on_one_line_for_whoever_sees_most(site: str, page: Page) -> None:
    sign_in(page, site, "demo-adviseur", "/dossiers/")
    page.set_viewport_size({"width": 1280, "height": 900})
    row = page.get_by_role("navigation", name="Hoofdnavigatie")
    assert row.bounding_box()["height"] < 60  # type: ignore[index]  # it is there
    below = page.get_by_role("navigation", name="Werk", exact=True)
    expect(below.get_by_role("link", name="Dossiers")).to_have_attribute("aria-current", "page")
    row.get_by_role("link", name="Relaties").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Partijen")

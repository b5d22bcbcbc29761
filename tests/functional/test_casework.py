"""Two made-up requests are worked from the first question to the decision, in a browser, by two colleagues."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.functional.axe import findings
from tests.functional.people import press
from tests.functional.test_screening import press_until, sign_in, wait_until_screened

DELEGATION, MISSION = "/dossiers/FICTIEF-2026-02/", "/dossiers/FICTIEF-2026-03/"
# Invented people: nobody of them stands on the invented list of the demo.
VISITORS = (
    "Naam;Organisatie;Functie;Geboortedatum;Nationaliteit\n"
    "Gao Bianzao;Verzonnen Landbouwbureau;hoofd;1970;CN\n"
    "Tang Xujia;Verzonnen Landbouwbureau;tolk;1988;CN\n"
    "Shen Weixu;Voorbeeld Glaskas Co.;inkoper;1979;CN\n"
)


@pytest.fixture
def official(site: str, browser: Browser) -> Iterator[Page]:
    """A colleague in a browser that runs no JavaScript."""
    page = browser.new_page(java_script_enabled=False)
    sign_in(page, site, "demo-adviseur", "/dossiers/")
    yield page
    page.close()


def answer(page: Page, question: str, *words: str) -> None:
    for word in words:
        page.locator(f"#q-{question}").get_by_label(word).first.check()


def keep_and_assess(page: Page) -> None:
    page.get_by_role("button", name="Bewaar de antwoorden en toets").click()
    expect(page.get_by_text("De antwoorden zijn bewaard, en het dossier is ermee getoetst.")).to_be_visible()


def proposal(page: Page):
    return page.locator(".stand").filter(has_text="Voorstel van het kader")


def as_decider(page: Page, site: str, dossier: str) -> None:
    """Whoever answers the questions does not decide."""
    expect(deciding(page).get_by_label("Uitvoeren", exact=False).first).to_be_disabled()
    press(page, "Afmelden")
    sign_in(page, site, "demo-beslisser", dossier)


def deciding(page: Page):
    return page.locator("section[aria-labelledby=deciding]")


def test_a_plain_visit_is_screened_weighed_and_taken_up(site: str, official: Page) -> None:
    page = official
    page.goto(site + DELEGATION)
    page.get_by_role("link", name="De lijst inlezen").click()
    page.get_by_label("Of plak de lijst").fill(VISITORS)
    page.get_by_role("button", name="Lees de lijst").click()
    page.get_by_role("button", name=re.compile("Opslaan als versie")).first.click()
    wait_until_screened(page)
    page.goto(site + DELEGATION)
    # An adviser does not decide, and the assessment did not see the delegation yet.
    expect(deciding(page).get_by_label("Weigeren")).to_be_disabled()
    people = page.locator("section[aria-labelledby=delegation]")
    screened = people.get_by_text("Gescreend", exact=True).locator("xpath=following-sibling::dd")
    expect(screened).to_have_text("5 van 5")
    expect(people.get_by_text("Gao Bianzao")).to_be_visible()
    expect(page.locator("#q-sanctions")).to_have_count(0)
    answer(page, "competent_authority", "De provincie")
    for question in ("demand", "fits_national_policy", "own_line"):
        answer(page, question, "Ja:")
    answer(page, "participants", "Bekend en bevestigd")
    for question in ("risk_areas", "informative_lists", "abuse_findings"):
        answer(page, question, "Geen van deze")
    answer(page, "national_advice", "Niet gevraagd")
    page.locator("#q-demand").get_by_label("Bron").fill("Het verzoek van de koepel (verzonnen)")
    keep_and_assess(page)
    expect(proposal(page).get_by_text("Uitvoeren", exact=True)).to_be_visible()
    expect(page.get_by_text("Het verzoek van de koepel (verzonnen)").first).to_be_visible()
    as_decider(page, site, DELEGATION)
    deciding(page).get_by_label("Uitvoeren", exact=False).first.check()
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_text("Het besluit is vastgelegd.")).to_be_visible()
    expect(page.get_by_text("Het volgt het voorstel.")).to_be_visible()


def test_a_mission_with_a_sensitive_part_is_taken_up_under_conditions(
    site: str, official: Page, browser: Browser
) -> None:
    page = official
    page.goto(site + MISSION)
    answer(page, "competent_authority", "De provincie")
    for question in ("demand", "fits_national_policy", "own_line"):
        answer(page, question, "Ja:")
    answer(page, "participants", "Nog niet volledig")
    page.locator("#q-risk_areas summary").first.click()
    answer(page, "risk_areas", "Artificiële intelligentie", "Biotechnologie")
    answer(page, "sensitive_part", "Het is af te zonderen")
    answer(page, "sanctions", "Nog niemand te toetsen")
    for question in ("informative_lists", "abuse_findings"):
        answer(page, question, "Geen van deze")
    answer(page, "national_advice", "In afwachting")
    keep_and_assess(page)
    expect(proposal(page).get_by_text("Uitvoeren onder voorwaarden")).to_be_visible()
    expect(page.get_by_text("Geen bedrijf gaat mee zonder MVO-zelfscan.").first).to_be_visible()
    expect(page.get_by_text("Wat het voorstel zou veranderen")).to_be_visible()
    # The sector stands on the risk list: the national desk is asked before anybody decides.
    expect(deciding(page).get_by_label("Weigeren")).to_be_disabled()
    advise(site, page)
    page.goto(site + MISSION)
    # The advice answered a question by itself, so that the case is weighed with it first.
    expect(page.get_by_text("uit het advies", exact=False).first).to_be_visible()
    page.get_by_role("button", name="Toets aan het kader").click()
    as_decider(page, site, MISSION)
    decide_on_terms(page)
    agree(site, browser)
    page.goto(site + MISSION)
    expect(page.locator("#decision-1")).to_be_visible()
    expect(page.locator("#decision-2")).to_have_count(0)


def decide_on_terms(page: Page) -> None:
    """Departing without a reason is refused beside the field; then two clicks prepare one decision."""
    deciding(page).get_by_label("Weigeren").check()
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_text("Er is niets opgeslagen.")).to_be_visible()
    expect(deciding(page).get_by_label("Weigeren")).to_be_checked()
    deciding(page).get_by_label("Uitvoeren onder voorwaarden").check()
    page.get_by_role("button", name="Leg het besluit vast").dblclick()
    expect(page.get_by_text("Zolang een tweede persoon niet heeft ingestemd")).to_be_visible()
    page.get_by_role("button", name="Instemmen met het besluit").click()
    expect(page.get_by_text("U bereidde dit besluit voor.")).to_be_visible()


def agree(site: str, browser: Browser) -> None:
    """A second colleague agrees, and only then the decision is taken."""
    second = browser.new_page()  # axe needs scripts; the page does not
    sign_in(second, site, "demo-beoordelaar", f"{MISSION}afstemming/")
    assert findings(second) == []
    second.get_by_role("button", name="Instemmen met het besluit").click()
    expect(second.get_by_text("U stemde in. Het besluit is genomen.")).to_be_visible()
    second.close()


def advise(site: str, page: Page) -> None:
    """Ask the national desk, and answer as that desk does: by the link, in a browser of its own."""
    page.get_by_role("link", name="Advies en instemming").first.click()
    expect(page.get_by_text("Het besluit wacht op dit advies.").first).to_be_visible()
    asking = page.locator("section[aria-labelledby=ask]")
    asking.get_by_label("Aan wie u het vraagt").fill("Loket Verzonnen")
    page.get_by_role("button", name="Advies vragen").click()
    said = page.get_by_text("Verstuur zelf deze link").text_content() or ""
    link = re.search(r"/advies/[\w-]+/", said)
    assert link
    assert page.context.browser
    desk = page.context.browser.new_page()
    desk.goto(site + link.group())
    desk.get_by_label("Geen bezwaar, onder voorwaarden").check()
    desk.get_by_label("Voorwaarden", exact=False).last.fill("Twee bedrijven wachten op ons.")
    assert findings(desk) == []
    desk.get_by_role("button", name="Advies geven").click()
    expect(desk.get_by_text("Dank u wel, uw advies is vastgelegd.")).to_be_visible()
    desk.close()


def test_a_case_is_answered_and_decided_with_the_keyboard_alone(site: str, page: Page) -> None:
    """An adviser answers a question, and a decider finds the decision by keyboard as well."""
    sign_in(page, site, "demo-adviseur", "/dossiers/FICTIEF-2026-01/")
    press_until(page, lambda page: page.locator(":focus").get_attribute("name") == "answer-own_line", 150)
    page.keyboard.press("Space")
    press_until(page, lambda page: page.locator("button:focus", has_text="Bewaar alleen").count(), 150)
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 antwoord is bewaard.")).to_be_visible()
    page.get_by_role("button", name="Afmelden").press("Enter")
    sign_in(page, site, "demo-beslisser", "/dossiers/FICTIEF-2026-01/")
    press_until(page, lambda page: page.locator(":focus").get_attribute("name") == "outcome", 150)
    page.keyboard.press("Space")
    expect(deciding(page).get_by_label("Ingetrokken")).to_be_checked()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_gallery_and_a_worked_case_have_no_findings(site: str, page: Page, width: int) -> None:
    sign_in(page, site, "demo-adviseur", "/onderdelen/")
    page.set_viewport_size({"width": width, "height": 900})
    for route in ("/onderdelen/?scheme=dark", "/onderdelen/?scheme=light", DELEGATION, MISSION):
        page.goto(site + route)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, route
        assert (route, findings(page)) == (route, [])


def test_a_session_that_ended_in_a_long_form_loses_nothing(site: str, page: Page) -> None:
    sign_in(page, site, "demo-adviseur", MISSION)
    page.get_by_text("vragen zijn beantwoord").click() if page.get_by_text(
        "vragen zijn beantwoord"
    ).count() else None
    page.locator("#q-demand").get_by_label("Bron").fill("Gebeld met de koepel (verzonnen)")
    page.context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Bewaar alleen de antwoorden").click()
    page.get_by_role("button", name="Aanmelden als demo-adviseur").click()
    expect(page.get_by_text("Gebeld met de koepel (verzonnen)")).to_be_visible()
    page.get_by_role("button", name="Verstuur het nu").click()
    expect(page.get_by_text("antwoord is bewaard.")).to_be_visible()

"""One outgoing mission from the request to the public account, as the people do it, in a browser.

Everything in it is made up: the chamber that asks, the company that comes along, and what was said.
"""

import re
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.functional.axe import findings
from tests.functional.people import press
from tests.functional.test_casework import answer, as_decider, deciding, keep_and_assess
from tests.functional.test_screening import sign_in

Fields = dict[str, str]
COMPANY, TITLE = "Verzonnen Kas BV", "Bedachte reis voor de glastuinbouw"


@pytest.fixture
def page(page: Page) -> Page:
    page.set_default_timeout(20_000)
    return page


def send(page: Page, form: str, fields: Fields, *checks: str) -> None:
    """Fill a form in and send it; the page that comes says what was done."""
    box = page.locator(form).first
    box.evaluate("form => { const d = form.closest('details'); if (d) d.open = true; }")
    for name, value in fields.items():
        field = box.locator(f"[name={name}]").first
        if field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(value)
        else:
            field.fill(value)
    for check in checks:
        box.locator(check).first.check()
    with page.expect_navigation():
        box.locator("button[type=submit]").last.click()


def act(name: str) -> str:
    return f"form:has(input[name=act][value={name}])"


def open_part(page: Page, activity: str, label: str) -> None:
    page.goto(activity)
    page.locator("main").get_by_role("link", name=label, exact=True).click()


def test_a_mission_goes_from_the_request_to_the_public_account(site: str, page: Page) -> None:
    today = date.today().isoformat()  # noqa: DTZ011 - the browser and the server stand on this machine
    sign_in(page, site, "demo-adviseur", "/werk/")
    dossier = asked_for(site, page, today)
    company_comes_along(page, dossier)
    weighed(page, dossier)
    decided(page, site, dossier.removeprefix(site))
    activity = planned(site, page, dossier, today)
    send_on_programme(page, activity, today)
    self_scan(site, page, activity)
    lines_noted(page, activity)
    held(page, activity, today)
    said_in_public(page, activity, today)
    every_measure_closed(page, activity)
    page.goto(dossier)
    expect(page.locator("section[aria-labelledby^='activity-1 ']")).to_contain_text("Gehouden")
    page.goto(f"{site}/activiteiten/")
    expect(page.get_by_role("link", name=TITLE)).to_have_count(0)


def asked_for(site: str, page: Page, today: str) -> str:
    page.goto(f"{site}/dossiers/nieuw/")
    said = {
        "said": "Wilt u met onze bedrijven naar China? (bedacht)",
        "subject": TITLE,
        "kind": "outgoing_mission",
        "requester": "Koepel Verzonnen",
        "country": "CN",
        "channel": "mail",
        "received_on": today,
    }
    form = page.locator("main form:has([name=said])")
    form.locator("[name=initiative]").select_option(index=1)
    send(page, "main form:has([name=said])", said)
    expect(page.get_by_role("heading", level=1)).to_contain_text(TITLE)
    return page.url


def company_comes_along(page: Page, dossier: str) -> None:
    page.goto(f"{dossier}partijen/")
    fields = {"name": COMPANY, "role": "own_party", "kind": "company"}
    send(page, "form:has(select[name=kind])", fields)
    expect(page.get_by_text(COMPANY).first).to_be_visible()


def weighed(page: Page, dossier: str) -> None:
    page.goto(dossier)
    answer(page, "competent_authority", "De provincie")
    for question in ("demand", "fits_national_policy", "own_line"):
        answer(page, question, "Ja:")
    answer(page, "participants", "Bekend en bevestigd")
    answer(page, "sanctions", "Nog niemand te toetsen")
    for question in ("risk_areas", "informative_lists", "abuse_findings"):
        answer(page, question, "Geen van deze")
    answer(page, "national_advice", "Niet gevraagd")
    keep_and_assess(page)


def decided(page: Page, site: str, dossier: str) -> None:
    as_decider(page, site, dossier)
    proposed = page.locator(".stand").filter(has_text="Voorstel van het kader").inner_text()
    wanted = "take_up_with_conditions" if "voorwaarden" in proposed else "take_up"
    deciding(page).locator(f"input[name=outcome][value={wanted}]").check()
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(
        page.get_by_text(re.compile("Het besluit is vastgelegd|Het besluit is voorbereid"))
    ).to_be_visible()


def planned(site: str, page: Page, dossier: str, today: str) -> str:
    press(page, "Afmelden")
    sign_in(page, site, "demo-adviseur", dossier.removeprefix(site))
    page.get_by_role("link", name="Een activiteit plannen").click()
    send(
        page, "main form:has([name=first])", {"first": today, "place": "Shijiazhuang", "office_holder": "yes"}
    )
    expect(page.get_by_text("De activiteit is gepland").first).to_be_visible()
    expect(page.get_by_text("Alle bedrijven deden een MVO-zelfscan").first).to_be_visible()
    return page.url


def send_on_programme(page: Page, activity: str, today: str) -> None:
    open_part(page, activity, "Programma en deelnemers")
    fields = {"title": "Bezoek aan een bedachte kas", "day": today, "place": "Shijiazhuang"}
    send(page, "form:has([name=day])", fields)
    expect(page.get_by_text("Bezoek aan een bedachte kas").first).to_be_visible()
    value = page.locator("form:has([name=status]) option", has_text=COMPANY).first.get_attribute("value")
    person = {"name": "B. Bedacht", "party": value or "", "role": "company", "status": "confirmed"}
    send(page, "form:has([name=status])", person)
    expect(page.get_by_text("B. Bedacht").first).to_be_visible()


def self_scan(site: str, page: Page, activity: str) -> None:
    """The company fills its scan in by a link, saves half-way, and hands in; a mission without it is not held."""
    page.goto(activity)
    expect(page.locator(f"{act('hold')} button")).to_be_disabled()
    expect(page.locator("#why-not-hold")).to_contain_text(COMPANY)
    open_part(page, activity, "Bedrijven: zelfscan en voorlichting")
    send(page, act("ask"), {"recipient": "C. Bedacht"})
    said = page.get_by_text("Verstuur zelf deze link").text_content() or ""
    link = re.search(r"/zelfscan/[\w-]+/", said)
    assert link
    assert page.context.browser
    company = page.context.browser.new_page()
    company.goto(site + link.group())
    for question in company.locator(".scan__question").all():
        question.get_by_role("radio").first.check()
    company.get_by_role("button", name="Bewaar en ga later verder").click()
    expect(company.get_by_role("status")).to_contain_text("Bewaard op")
    company.reload()
    assert findings(company) == []
    company.locator("[name=given_by]").fill("C. Bedacht")
    company.get_by_role("button", name="Lever de zelfscan in").click()
    expect(company.locator(".scan__question")).to_have_count(0)
    company.close()
    page.reload()
    session = {"by_whom": "RVO (bedacht)", "held_on": date.today().isoformat()}  # noqa: DTZ011
    send(page, act("session"), session)


def lines_noted(page: Page, activity: str) -> None:
    open_part(page, activity, "Boodschappen")
    send(page, act("note"), {"said_by": "De gedeputeerde (bedacht)"}, "input[name=raised][value=yes]")


def held(page: Page, activity: str, today: str) -> None:
    page.goto(activity)
    send(page, act("hold"), {"first": today, "office_holder": "yes"})
    expect(page.get_by_text("De activiteit is gehouden en telt mee")).to_be_visible()


def said_in_public(page: Page, activity: str, today: str) -> None:
    open_part(page, activity, "Openbare terugkoppeling")
    words = {
        "title": "Bedacht bericht",
        "published_on": today,
        "text": "Wij spraken over de keten (bedacht).",
    }
    send(page, act("record"), words)
    expect(page.get_by_text("Bedacht bericht").first).to_be_visible()


def every_measure_closed(page: Page, activity: str) -> None:
    """Each with evidence; what the pages above proved has it already."""
    page.goto(activity)
    places = [str(one.get_attribute("href")) for one in page.locator(".todo__what a").all()]
    assert len(places) > 10
    site = activity.partition("/activiteiten/")[0]
    for place in places:
        page.goto(site + place)
        if not page.locator("section[aria-labelledby=evidence] .said").count():
            send(page, act("prove"), {"title": "Bedacht bewijs", "url": "https://example.nl/bewijs"})
        send(page, act("close"), {}, "input[name=status][value=done]")
        expect(page.get_by_text("De maatregel is afgesloten.")).to_be_visible()
    page.goto(activity)
    expect(page.locator(".tally")).not_to_contain_text("Open")

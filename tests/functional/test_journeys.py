"""What each role comes here for, from the page where one signs in to the end, in a browser."""

import re
from collections.abc import Callable, Iterator
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.functional.filled import BACK, BY_KEYBOARD, SECRET, TO_ADVISE, TWO_CLICKS, WAITING
from tests.functional.people import press
from tests.functional.test_screening import press_until, sign_in

pytestmark = pytest.mark.usefixtures("filled")
BROWSERS = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
Enter = Callable[..., Page]


@pytest.fixture
def enter(site: str, browser: Browser) -> Iterator[Enter]:
    """A browser of its own for each colleague, signed in."""
    pages: list[Page] = []

    def enter(who: str, target: str, *, scripts: bool = True) -> Page:
        page = browser.new_context(java_script_enabled=scripts).new_page()
        pages.append(page)
        if who:
            sign_in(page, site, who, target)
        page.goto(site + target)
        return page

    yield enter
    for page in pages:
        page.context.close()


def deciding(page: Page):
    return page.locator("section[aria-labelledby=deciding]")


def choose(page: Page) -> None:
    deciding(page).get_by_label(re.compile("^Uitvoeren")).first.check()


def decisions(page: Page) -> int:
    return page.locator("[id^=decision-]").count()


# --- the decider --------------------------------------------------------------------------------


@BROWSERS
def test_two_clicks_on_decide_make_one_decision(site: str, enter: Enter, scripts: bool) -> None:
    place = f"/dossiers/{TWO_CLICKS[scripts]}/"
    page = enter("demo-beslisser", place, scripts=scripts)
    choose(page)
    deciding(page).get_by_role("button", name="Leg het besluit vast").dblclick()
    expect(page.locator("#decision-1")).to_be_visible()
    page.goto(site + place)
    expect(page.locator("#decision-2")).to_have_count(0)


def test_who_goes_back_sees_the_decision_and_an_older_window_makes_no_second(site: str, enter: Enter) -> None:
    place = f"/dossiers/{BACK}/"
    page = enter("demo-beslisser", place)
    older = page.context.new_page()
    older.goto(site + place)
    for window in (page, older):
        choose(window)
    deciding(page).get_by_role("button", name="Leg het besluit vast").click()
    expect(page.locator("#decision-1")).to_be_visible()
    page.go_back()
    expect(page.locator("#decision-1")).to_be_visible()
    expect(deciding(page).get_by_text("Opnieuw besluiten")).to_be_visible()
    deciding(older).get_by_role("button", name="Leg het besluit vast").click()
    expect(older.locator("#decision-1")).to_be_visible()
    page.goto(site + place)
    expect(page.locator("#decision-2")).to_have_count(0)


def test_a_decision_is_taken_with_the_keyboard_alone(site: str, enter: Enter) -> None:
    page = enter("demo-beslisser", f"/dossiers/{BY_KEYBOARD}/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Naar de inhoud")
    page.keyboard.press("Enter")
    press_until(page, lambda page: page.locator(":focus").get_attribute("name") == "outcome", 150)
    page.keyboard.press("Space")
    expect(page.locator("input[name=outcome][value=take_up]")).to_be_checked()
    press_until(page, lambda page: page.locator("button:focus", has_text="Leg het besluit vast").count(), 60)
    page.keyboard.press("Enter")
    expect(page.get_by_text("Het besluit is vastgelegd.")).to_be_visible()


# --- information security -----------------------------------------------------------------------


def test_information_security_judges_a_hit_and_sees_no_other_case(site: str, enter: Enter) -> None:
    page = enter("demo-informatiebeveiliging", "/screening/?state=all", scripts=False)
    page.get_by_role("link", name="王虚构").first.click()
    page.get_by_label("Het is niet te zeggen").check()
    page.get_by_label("Waarom").fill("Alleen het jaar komt overeen (bedacht).")
    page.get_by_role("button", name="Leg het oordeel vast").click()
    expect(page.get_by_text("Een tweede persoon moet er nu naar kijken")).to_be_visible()
    answer = page.goto(f"{site}/dossiers/{SECRET}/")
    assert answer
    assert answer.status == 404
    page.goto(f"{site}/dossiers/FICTIEF-2026-01/")
    expect(deciding(page).get_by_label("Weigeren")).to_be_disabled()


# --- a desk that is asked for advice ------------------------------------------------------------


@BROWSERS
def test_a_desk_advises_by_its_link_with_the_keyboard_alone(site: str, enter: Enter, scripts: bool) -> None:
    page = enter("", f"/advies/{TO_ADVISE[scripts]}/", scripts=scripts)
    press_until(page, lambda page: page.locator("input[name=verdict]:focus").count())
    page.keyboard.press("Space")
    press_until(page, lambda page: page.locator("textarea[name=explanation]:focus").count())
    page.keyboard.type("Geen bezwaar (bedacht).")
    press_until(page, lambda page: page.locator("button:focus", has_text="Advies geven").count())
    page.keyboard.press("Enter")
    expect(page.get_by_text("Dank u wel, uw advies is vastgelegd.")).to_be_visible()


# --- the evaluator ------------------------------------------------------------------------------


def test_an_evaluator_goes_from_a_figure_to_its_cases_and_takes_a_list_along(site: str, enter: Enter) -> None:
    page = enter("demo-evaluator", "/jaar/2024/evaluatie/")
    page.get_by_role("link", name="Verschillende Zuid-Hollandse partijen: 27").first.click()
    page.get_by_role("link", name="Roadshow in de Chinese provincies Hebei en Shandong").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Roadshow")
    page.goto(f"{site}/werk/?van=all")
    with page.expect_download() as taken:
        page.get_by_role("link", name="CSV").click()
    assert taken.value.suggested_filename.endswith(".csv")
    page.goto(f"{site}/dossiers/{WAITING}/")
    expect(deciding(page).get_by_label("Weigeren")).to_be_disabled()
    answer = page.goto(f"{site}/screening/")
    assert answer
    assert answer.status == 403
    expect(page.get_by_text("Screening is voor wie aan zaken werkt")).to_be_visible()


# --- the auditor --------------------------------------------------------------------------------


def test_an_auditor_follows_the_trail_to_a_secret_case_and_changes_nothing(site: str, enter: Enter) -> None:
    page = enter("demo-auditor", "/account/", scripts=False)
    page.get_by_role("link", name="Controlespoor").click()
    page.get_by_label("Record of dossier").fill(SECRET)
    page.get_by_role("button", name="Toon").click()
    page.get_by_role("link", name=SECRET).first.click()
    expect(page.get_by_text(SECRET).first).to_be_visible()
    for button in page.locator("main form[method=post] button[type=submit]").all():
        expect(button).to_be_disabled()
    page.goto(f"{site}/controlespoor/?soort=dossier.read&persoon=demo-auditor&onderwerp={SECRET}")
    expect(page.get_by_role("rowheader", name="Vertrouwelijke zaak gelezen").first).to_be_visible()
    page.goto(f"{site}/controlespoor/?persoon=demo-auditor")
    before = page.locator("tbody tr").count()
    answer = page.context.request.get(f"{site}/controlespoor/bestand/csv/?persoon=demo-auditor")
    assert "Deel van het controlespoor als bestand meegenomen" in answer.text()
    page.reload()
    assert page.locator("tbody tr").count() == before + 1


# --- the administrator --------------------------------------------------------------------------


@BROWSERS
def test_an_administrator_lets_a_colleague_in_and_out_and_sees_no_case(
    site: str, enter: Enter, scripts: bool
) -> None:
    name = f"c.nieuw-{scripts}".lower()
    page = enter("demo-beheerder", "/beheer/", scripts=scripts)
    page.get_by_label("Accountnaam").fill(name)
    page.get_by_role("button", name="Open het account").click()
    password = page.locator(".notice--positive code").text_content() or ""
    colleague = enter("", "/aanmelden/?next=/werk/", scripts=scripts)
    colleague.locator("#username").fill(name)
    colleague.locator("#password").fill(password)
    press(colleague, "Aanmelden")
    own = "vier losse woorden bij elkaar"
    colleague.get_by_label("Uw wachtwoord van nu").fill(password)
    colleague.get_by_label("Nieuw wachtwoord", exact=True).fill(own)
    colleague.get_by_label("Nieuw wachtwoord, nog een keer").fill(own)
    press(colleague, "Wijzig het wachtwoord")
    colleague.goto(f"{site}/werk/")
    expect(colleague.get_by_text("Uw account heeft geen rol waarmee u zaken ziet.")).to_be_visible()
    page.get_by_role("link", name=name).click()
    page.get_by_label("beoordelaar").check()
    press(page, "Geef deze rollen")
    colleague.goto(f"{site}/werk/")
    expect(colleague.get_by_role("heading", level=1)).to_have_text("Werkvoorraad")
    press(page, "Sluit dit account")
    colleague.goto(f"{site}/werk/")
    expect(colleague.get_by_role("heading", level=1)).to_have_text("Aanmelden")
    answer = page.goto(f"{site}/dossiers/{WAITING}/")
    assert answer
    assert answer.status == 404


# --- everybody ----------------------------------------------------------------------------------

_UNSEEN = """() => {
    const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
    const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const inside = box.bottom > 0 && box.top < innerHeight;
    return drawn && inside ? '' : one.outerHTML.slice(0, 200);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(
    "place",
    ["/werk/?van=all", f"/dossiers/{WAITING}/", f"/dossiers/{WAITING}/afstemming/", "/dossiers/nieuw/"],
)
def test_wherever_the_keyboard_comes_it_is_seen(
    site: str, enter: Enter, place: str, scheme: Literal["light", "dark"]
) -> None:
    page = enter("demo-adviseur", place)
    page.emulate_media(color_scheme=scheme)
    seen: list[str] = []
    for _ in range(200):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement === document.body"):
            break
        unseen = page.evaluate(_UNSEEN)
        assert unseen == "", place
        seen.append(page.evaluate("document.activeElement.outerHTML.slice(0, 120)"))
    else:
        pytest.fail(f"the keyboard is caught at {seen[-1]}")
    assert len(seen) > 15

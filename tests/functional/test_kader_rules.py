"""An adviser drafts a next version in forms, in a browser without scripts and without a line of YAML."""

import pytest
from playwright.sync_api import Browser, expect

from tests.functional.people import press
from tests.functional.test_screening import sign_in

pytestmark = pytest.mark.usefixtures("filled")


def test_a_rule_is_changed_looked_at_and_saved_without_scripts_and_without_yaml(
    site: str, browser: Browser
) -> None:
    page = browser.new_context(java_script_enabled=False).new_page()
    sign_in(page, site, "demo-adviseur", "/kader/studio/")
    page.locator("[name=name]").fill("In formulieren (bedacht)")
    page.locator("[name=in_force_from]").fill("2101-01-01")
    page.locator("form:has(input[name=act][value=start]) button").click()
    expect(page.get_by_text("Er is nog niets anders")).to_be_visible()
    page.get_by_role("link", name="Verander de regels in een formulier").click()
    page.get_by_role("link", name="against_national_policy").click()
    page.get_by_label("Wat wordt voorgesteld").select_option("hold")
    page.get_by_label("Een voorwaarde over").select_option("country")
    press(page, "Voeg een voorwaarde toe")
    second = page.get_by_role("group", name="Voorwaarde 2")
    press(page, "Bewaar de regel")
    expect(second.get_by_text("Kies hoe het antwoord wordt vergeleken.")).to_be_visible()
    second.get_by_label("Hoe").select_option(label="is een van")
    second.get_by_label("Landen").fill("China, be")
    press(page, "Bekijk wat dit verandert")
    seen = page.locator("section[aria-labelledby=preview]")
    expect(seen).to_contain_text("Aanhouden, als aan RV1 is niet voldaan en het land is ‘BE’ of ‘CN’")
    expect(seen).to_contain_text("Was ‘weigeren’, wordt ‘aanhouden’")
    press(page, "Bewaar de regel")
    expect(page.get_by_text("De regel is bewaard.")).to_be_visible()
    page.get_by_role("link", name="Het hele concept").click()
    changed = page.locator("section[aria-labelledby=changes]")
    expect(changed).to_contain_text("against_national_policy · verandert")
    expect(changed).to_contain_text("Voorstel: was “weigeren”, wordt “aanhouden”")
    page.context.close()

"""The pages of a register that comes in from a spreadsheet, in the states in which somebody meets them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from tests.functional.place import Place
from tests.functional.places import ADVISER

HOME = "/overnemen/"
SHEET = (
    "Datum;Onderwerp;Soort;Land;Besluit\n"
    "23-5-2023;Bedacht bezoek;Inkomende delegatie;China;Uitgevoerd\n"
    "24-6-2023;Verzonnen verzoek;Iets;Atlantis;zie mail\n"
    "25-6-2023;Verzonnen missie;Missie;Japan;Geweigerd\n"
)


def handed_in(page: Page, site: str) -> None:
    """A file of which one row is wrong, looked into."""
    page.goto(site + HOME)
    with TemporaryDirectory() as folder:
        file = Path(folder, "register.csv")
        file.write_text(SHEET, encoding="utf-8")
        page.locator("input[type=file]").set_input_files(file)
        with page.expect_navigation():
            page.get_by_role("button", name="Bekijk het bestand").click()


def taken_over(page: Page, site: str) -> None:
    """The same, taken over without that row; the second time it is there already."""
    page.goto(site + HOME)
    if page.locator("tbody th a").count() == 0:
        handed_in(page, site)
        page.locator("#leave-out").check()
        with page.expect_navigation():
            page.get_by_role("button", name="Neem het register over").click()
        page.goto(site + HOME)
    page.locator("tbody th a").first.click()
    page.wait_for_url("**/overnemen/SP-*/")


SPREADSHEETS: dict[str, tuple[Place, ...]] = {
    "spreadsheets": (Place(ADVISER, HOME), Place(ADVISER, HOME, "form[enctype]")),
    "spreadsheet_preview": (Place(ADVISER, handed_in), Place(ADVISER, handed_in, "main form[method=post]")),
    "spreadsheet": (Place(ADVISER, taken_over),),
}

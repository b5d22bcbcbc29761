"""The pages on which organisations exchange, in the states in which somebody meets them."""

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Page

from openkader.publication.exchange import packed
from tests.functional.place import Place
from tests.functional.places_outlook import EVALUATOR
from tests.unit.exchange_factories import KEY, small

HOME = "/uitwisselen/"
GIVEN = f"{HOME}meegeven/?messages=policy_line&lists=desks&years=2024"
OTHERS = f"{HOME}cijfers/2025/"


def looked_into(page: Page, site: str) -> None:
    """A file of another province, looked into."""
    page.goto(site + HOME)
    with TemporaryDirectory() as folder:
        file = Path(folder, "verweg.exchange.json")
        file.write_bytes(packed(small(), KEY))
        page.locator("input[type=file]").set_input_files(file)
        with page.expect_navigation():
            page.get_by_role("button", name="Bekijk het bestand").click()


def kept(page: Page, site: str) -> None:
    """Its figures, kept beside ours; the second time they are there already."""
    page.goto(site + HOME)
    if page.locator(f"main a[href='{OTHERS}']").count() == 0:
        looked_into(page, site)
        page.locator("#figures_checked_0").check()
        with page.expect_navigation():
            page.get_by_role("button", name="Bewaar deze cijfers").click()
    page.goto(site + OTHERS)


EXCHANGE: dict[str, tuple[Place, ...]] = {
    "exchange": (Place(EVALUATOR, HOME), Place(EVALUATOR, HOME, "form[enctype]")),
    "exchange_give": (Place(EVALUATOR, GIVEN),),
    "exchange_take": (
        Place(EVALUATOR, looked_into),
        Place(EVALUATOR, looked_into, "form:has(input[value=words])"),
    ),
    "exchange_year": (Place(EVALUATOR, kept),),
}

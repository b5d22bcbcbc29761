"""Every route of the site is looked at: in the states in which it is met, light and dark, on a phone and at a desk."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.functional.axe import faint, findings
from tests.functional.filled import TWO_STEPS
from tests.functional.places import NO_PAGE, PLACES, REFUSED, Place, half_way
from tests.functional.test_screening import sign_in
from tests.second_steps import code_of

pytestmark = pytest.mark.usefixtures("filled")
WIDTHS, PATIENCE = (390, 1280), 15_000


def names(resolver: URLResolver | None = None) -> Iterator[str]:
    """The name of every route, once."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from names(one)
        elif isinstance(one, URLPattern):
            yield str(one.name)


class Rooms:
    """A browser for each colleague, signed in once; whoever is nobody gets a new one."""

    def __init__(self, browser: Browser, site: str, secret: str) -> None:
        self.browser, self.site, self.secret = browser, site, secret
        self.known: dict[str, BrowserContext] = {}

    def enter(self, who: str) -> Page:
        """A page in the browser of a colleague."""
        if not who:
            return patient(self.browser.new_page())
        if who not in self.known:
            page = patient(self.browser.new_page())
            self.known[who] = page.context
            self._sign_in(page, who)
        return self.known[who].pages[0]

    def _sign_in(self, page: Page, who: str) -> None:
        if who != TWO_STEPS:
            return sign_in(page, self.site, who, "/account/")
        half_way(page, self.site)
        page.locator("input[name=code]").fill(code_of(self.secret))
        page.locator("main form:has([name=code]) button").click()
        page.wait_for_url(re.compile("^((?!authenticate).)*$"))
        return None


def patient(page: Page) -> Page:
    page.set_default_timeout(PATIENCE)
    return page


@pytest.fixture(scope="module")
def rooms(browser: Browser, site: str, filled: dict[str, str]) -> Iterator[Rooms]:
    found = Rooms(browser, site, filled["secret"])
    yield found
    for room in found.known.values():
        room.close()


def test_every_route_has_a_row_here() -> None:
    known = set(PLACES) | set(NO_PAGE)
    assert set(names()) - known == set(), "a new route: say in places.py who meets it, and in which states"
    assert known - set(names()) == set(), "a route that is gone"


@pytest.mark.parametrize("name", PLACES)
def test_a_route_has_no_findings_in_any_of_its_states(site: str, rooms: Rooms, name: str) -> None:
    for place in PLACES[name]:
        page = rooms.enter(place.who)
        place.go(page, site)
        route = resolve(urlsplit(page.url).path).url_name
        assert route == (place.lands or name), f"{place} ends at {page.url}"
        assert_sound(page, place)


@pytest.mark.parametrize("place", REFUSED, ids=lambda place: f"{place.who}-{place.way}")
def test_a_refusal_is_a_page_without_findings(site: str, rooms: Rooms, place: Place) -> None:
    page = rooms.enter(place.who)
    place.go(page, site)
    assert_sound(page, place)


@pytest.mark.parametrize("address", NO_PAGE.values())
def test_what_is_excused_is_no_page(site: str, rooms: Rooms, address: str) -> None:
    """A file or a style sheet, or an answer without a page of its own."""


def assert_sound(page: Page, place: Place) -> None:
    """No finding and no sideways scroll, on a phone and at a desk, light and dark; one title, one heading."""
    page.wait_for_load_state()
    expect(page.locator("h1")).to_have_count(1)
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (place, width)
        assert (place, width, findings(page)) == (place, width, [])
        page.emulate_media(color_scheme="dark")
        assert (place, width, "dark", faint(page)) == (place, width, "dark", [])

"""Every route of the site is looked at: in the states in which it is met, light and dark, on a phone and at a desk."""

import time
from collections.abc import Iterator
from typing import Literal
from urllib.parse import urlsplit

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, resolve
from playwright.sync_api import Browser, Page, expect

from tests.functional.axe import findings
from tests.functional.filled import ONE_STEP, TWO_STEPS
from tests.functional.people import add_key, by_password, give_key, prove
from tests.functional.place import Place
from tests.functional.places import NO_PAGE as NO_PAGE_ELSEWHERE
from tests.functional.places import PLACES as PLACES_ELSEWHERE
from tests.functional.places import REFUSED, STEP, half_way
from tests.functional.places_of_calendars import CALENDAR_FILES, CALENDARS
from tests.functional.places_of_exchange import EXCHANGE
from tests.functional.places_of_mail import MAIL, MAIL_FILES
from tests.functional.places_of_programs import PROGRAMS
from tests.functional.places_of_publications import NO_PUBLICATION_PAGE, PUBLICATIONS
from tests.functional.places_of_spreadsheets import SPREADSHEETS
from tests.functional.places_of_years import YEARS
from tests.functional.places_outlook import OUTLOOK, OUTLOOK_FILES
from tests.functional.test_screening import sign_in
from tests.second_steps import code_of

pytestmark = pytest.mark.usefixtures("filled")
PLACES = PLACES_ELSEWHERE | EXCHANGE | OUTLOOK | YEARS | PUBLICATIONS | CALENDARS | SPREADSHEETS | MAIL
NO_PAGE = NO_PAGE_ELSEWHERE | OUTLOOK_FILES | PROGRAMS | NO_PUBLICATION_PAGE | CALENDAR_FILES | MAIL_FILES
# Colours do not hang on the width, so each is looked at once, and so is each width.
LOOKS: tuple[tuple[int, Literal["light", "dark"]], ...] = ((390, "light"), (1280, "dark"))
# To which a page that is enlarged four times is reduced.
NARROWEST = 320
POLICY, BROKEN = "Security Policy", list[str]()
PATIENCE, RECENT = 15_000, 120


def names(resolver: URLResolver | None = None) -> Iterator[str]:
    """The name of every route, once."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from names(one)
        elif isinstance(one, URLPattern):
            yield str(one.name)


class Rooms:
    """A browser for each colleague; whoever is nobody gets a new one."""

    def __init__(self, browser: Browser, site: str, secret: str) -> None:
        self.browser, self.site, self.secret = browser, site, secret
        self.known: dict[str, Page] = {}
        self.proved: dict[str, float] = {}
        self.strangers: list[Page] = []

    def enter(self, who: str) -> Page:
        """A page in the browser of a colleague."""
        if not who:
            self.leave()  # a page that stays open stays in memory, with all that the browser has for it
            self.strangers.append(patient(self.browser.new_page()))
            return self.strangers[-1]
        if who not in self.known:
            self.known[who] = patient(self.browser.new_page())
            self._sign_in(self.known[who], who)
        self._prove_again(who)
        return self.known[who]

    def leave(self) -> None:
        """Close the page of whoever was nobody."""
        while self.strangers:
            self.strangers.pop().close()

    def _sign_in(self, page: Page, who: str) -> None:
        if who == ONE_STEP:
            by_password(page, self.site, who)
        elif who == TWO_STEPS:
            give_key(page)
            half_way(page, self.site)
            page.locator("input[name=code]").fill(code_of(self.secret))
            page.keyboard.press("Enter")
            expect(page.locator(".account__name")).to_contain_text(who)
            page.goto(f"{self.site}{STEP}webauthn/add/")
            prove(page)
            add_key(page, "Bedachte sleutel")
        else:
            sign_in(page, self.site, who, "/account/")

    def _prove_again(self, who: str) -> None:
        """The pages of a second step want to know every few minutes that it is still the same person."""
        if who in (ONE_STEP, TWO_STEPS) and time.monotonic() - self.proved.get(who, 0) > RECENT:
            self.known[who].goto(f"{self.site}/account/bevestigen/")
            prove(self.known[who])
            self.proved[who] = time.monotonic()


def patient(page: Page) -> Page:
    """A page that waits a while, and of which no script fails and nothing breaks the security policy."""
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: BROKEN.append(f"{page.url}: {error}"))
    page.on(
        "console", lambda said: BROKEN.append(f"{page.url}: {said.text}") if POLICY in said.text else None
    )
    return page


@pytest.fixture(scope="module")
def rooms(browser: Browser, site: str, filled: dict[str, str]) -> Iterator[Rooms]:
    found = Rooms(browser, site, filled["secret"])
    yield found
    found.leave()
    for page in found.known.values():
        page.close()


def test_every_route_has_a_row_here() -> None:
    known = set(PLACES) | set(NO_PAGE)
    assert set(names()) - known == set(), "a new route: say in places.py who meets it, and in which states"
    assert known - set(names()) == set(), "a route that is gone"


@pytest.mark.parametrize("name", PLACES)
def test_a_route_has_no_findings_in_any_of_its_states(rooms: Rooms, name: str) -> None:
    for place in PLACES[name]:
        page = rooms.enter(place.who)
        place.go(page, rooms.site)
        route = resolve(urlsplit(page.url).path).url_name
        assert route == (place.lands or name), f"{place} ends at {page.url}"
        assert_sound(page, place)


@pytest.mark.parametrize("place", REFUSED, ids=lambda place: f"{place.who}-{place.way}")
def test_a_refusal_is_a_page_without_findings(rooms: Rooms, place: Place) -> None:
    page = rooms.enter(place.who)
    place.go(page, rooms.site)
    assert_sound(page, place)


@pytest.mark.parametrize("name", NO_PAGE)
def test_what_is_excused_is_no_page(rooms: Rooms, name: str) -> None:
    place = NO_PAGE[name]
    answer = rooms.enter(place.who).request.get(f"{rooms.site}{place.way}", max_redirects=0)
    assert answer.status in (200, 302, 401, 404, 405)
    # What is not there, as a house style is in no pack here, or not read, has a page that says so.
    assert "<h1" not in answer.text() or answer.status in (404, 405)


def assert_sound(page: Page, place: Place) -> None:
    """No finding and no sideways scroll, on a phone and at a desk, light and dark; one heading; nothing fails."""
    page.wait_for_load_state()
    expect(page.locator("h1")).to_have_count(1)
    page.set_viewport_size({"width": NARROWEST, "height": 900})
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROWEST, place
    for width, scheme in LOOKS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (place, width)
        assert (place, width, scheme, findings(page)) == (place, width, scheme, [])
    assert BROKEN == []

"""Takes the pictures of the handbook from the demo, and the words that stand on them.

A picture is as old as its words: when one of them stands on the page no more, a test fails, and `make pictures` takes
all of them anew.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, FloatRect, Page

from openkader.publication import handbook
from tests.functional.conftest import wait_for
from tests.functional.test_screening import sign_in
from tests.installation import Installation, free_port

PNGS = Path(handbook.__file__).parent / "pictures"
WORDS = Path(__file__).parent / "handbook_words"
# What stays the same from day to day: headings, fields, buttons and the heads of tables.
_LASTING = "h1, h2, h3, legend, label, button, thead th, summary"


@dataclass(frozen=True, slots=True)
class Picture:
    """Who looks at which page of the demo, and the part of it that is shown; without a part the top of the page."""

    who: str
    path: str
    part: str = "main"


_ADVISER, _DECIDER, _EVALUATOR = "demo-adviseur", "demo-beslisser", "demo-evaluator"
PICTURES = {
    "werk": Picture(_ADVISER, "/werk/"),
    "nieuw-verzoek": Picture(_ADVISER, "/dossiers/nieuw/"),
    "vragen": Picture(_ADVISER, "/dossiers/FICTIEF-2026-01/", "section[aria-labelledby=questions]"),
    "toetsing": Picture(_ADVISER, "/dossiers/FICTIEF-2026-02/", "section[aria-labelledby=assessment]"),
    "besluiten": Picture(_DECIDER, "/dossiers/FICTIEF-2026-02/", "section[aria-labelledby=deciding]"),
    "delegatie": Picture(_ADVISER, "/dossiers/FICTIEF-2026-01/delegatie/"),
    "advies": Picture(_ADVISER, "/dossiers/FICTIEF-2026-01/afstemming/", "section[aria-labelledby=ask]"),
    "activiteit": Picture(_ADVISER, "/activiteiten/FICTIEF-2025-01-A1/", "section[aria-labelledby=measures]"),
    "evaluatie": Picture(_EVALUATOR, "/jaar/2024/evaluatie/"),
    "kader": Picture("", "/kader/zuid-holland/2024-01-01/"),
}
_SCREENED = "8 van 8"
_WHOLE = 1_000_000
WIDTH, HEIGHT = 1100, 820  # of the picture, at most


@dataclass(frozen=True, slots=True)
class Taken:
    """A picture as PNG, the lasting words on it, and those on the whole page."""

    png: bytes
    words: list[str]
    page: list[str]


def taken(browser: Browser, site: str, picture: Picture) -> Taken:
    """The picture as the demo shows it now."""
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
    try:
        page = context.new_page()
        if picture.who:
            sign_in(page, site, picture.who, picture.path)
        page.goto(site + picture.path)
        page.evaluate("document.fonts.ready")
        part = page.locator(picture.part).first.bounding_box()
        assert part is not None
        top, height = part["y"], min(part["height"], HEIGHT)
        clip: FloatRect = {"x": 0, "y": top, "width": WIDTH, "height": height}
        png = page.screenshot(full_page=True, clip=clip)
        return Taken(png, _words(page, top, top + height), _words(page, 0, _WHOLE))
    finally:
        context.close()


def _words(page: Page, top: float, bottom: float) -> list[str]:
    """What one reads there, but for numbers, which change by the day."""
    found = page.locator(_LASTING).evaluate_all(
        """(all, [top, bottom]) => all
            .filter(one => { const b = one.getBoundingClientRect(); const y = b.top + scrollY;
                             return b.height > 1 && y >= top && y + b.height <= bottom; })
            .map(one => one.innerText)""",
        [top, bottom],
    )
    said = (re.sub(r"[0-9]+", "0", " ".join(one.split())) for one in found)
    return [one for one in said if one]


def words_file(name: str) -> Path:
    """Where the words of a picture lie."""
    return WORDS / f"{name}.txt"


@contextmanager
def fresh_demo(data: Path) -> Iterator[str]:
    """The address of a demo in which nobody did anything yet, and all names are screened."""
    port = free_port()
    process = Installation(data, more={"OPENKADER_LANGUAGE": "nl"}).start("demo", "--port", str(port))
    try:
        yield wait_for(port, process)
    finally:
        process.terminate()
        process.communicate(timeout=20)


def wait_until_screened(browser: Browser, site: str) -> None:
    """The worker of the demo screens what is new; the questions that wait for it change then."""
    page = browser.new_page()
    try:
        sign_in(page, site, _ADVISER, "/werk/")
        for _ in range(60):
            page.goto(f"{site}/dossiers/FICTIEF-2026-01/delegatie/")
            if _SCREENED in page.locator("main").inner_text():
                return
            page.wait_for_timeout(1000)
        pytest.fail("the demo did not screen its delegation")
    finally:
        page.close()

"""The pictures of the handbook are of the pages as they are; `make pictures` takes them anew."""

import os
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.functional.handbook_pictures import (
    PICTURES,
    PNGS,
    fresh_demo,
    taken,
    wait_until_screened,
    words_file,
)

TAKES_ANEW = os.environ.get("OPENKADER_PICTURES") == "1"


@pytest.fixture(scope="module")
def untouched(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[str]:
    """A demo of its own: what other tests did there would stand on the pictures."""
    with fresh_demo(tmp_path_factory.mktemp("handbook") / "data") as site:
        wait_until_screened(browser, site)
        yield site


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_shows_the_page_as_it_is(untouched: str, browser: Browser, name: str) -> None:
    now = taken(browser, untouched, PICTURES[name])
    if TAKES_ANEW:
        (PNGS / f"{name}.png").write_bytes(now.png)
        words_file(name).write_text("".join(f"{one}\n" for one in now.words), encoding="utf-8")
    words = words_file(name).read_text(encoding="utf-8").splitlines()
    assert words
    assert set(words) - set(now.page) == set(), "make pictures"


def test_every_picture_is_taken_here() -> None:
    assert {path.stem for path in PNGS.glob("*.png")} == PICTURES.keys()

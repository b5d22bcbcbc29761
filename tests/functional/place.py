"""A page in one state, and how one comes there."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

Way = Callable[[Page, str], None]


@dataclass(frozen=True, slots=True)
class Place:
    """A page in one state: by whom, at which address or along which way, and which form is sent unfilled.

    `lands` names another route, where an address leads on to it.
    """

    who: str
    way: str | Way
    sends: str = ""
    lands: str = ""

    def go(self, page: Page, site: str) -> None:
        """Come there."""
        if callable(self.way):
            self.way(page, site)
        else:
            page.goto(site + self.way)
        if self.sends:
            form = page.locator(self.sends).first
            with page.expect_navigation():
                form.evaluate("form => { form.noValidate = true; form.requestSubmit(); }")


def act(name: str) -> str:
    """The form that does this act."""
    return f"form:has(input[name=act][value={name}])"

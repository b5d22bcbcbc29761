"""What is wrong with a page for whoever hears or enlarges it: WCAG 2.2 A and AA, and good practice."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# The one criterion that is new in 2.2 and that a machine can see; axe leaves it off until it is asked for.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_COLOURS = {"resultTypes": ["violations"], "runOnly": ["color-contrast"]}
_IDS_TWICE = """() => {
    const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
    return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}"""


def findings(page: Page) -> list[str]:
    """What axe finds, each with the places where; and what stands twice under one name, which axe no longer tells."""
    twice = page.evaluate(_IDS_TWICE)
    return _found(page, _OPTIONS) + [f"twice: {one}" for one in twice]


def faint(page: Page) -> list[str]:
    """What cannot be told from its background: all that another choice of colours can change."""
    return _found(page, _COLOURS)


def _found(page: Page, options: dict[str, object]) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", options)["violations"]
    return [f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]

"""What is wrong with a page for whoever hears or enlarges it: WCAG 2.2 A and AA, and good practice."""

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

# The one criterion that is new in 2.2 and that a machine can see; axe leaves it off until it is asked for.
_OPTIONS = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
_IDS_TWICE = """() => {
    const ids = [...document.querySelectorAll('[id]')].map(one => one.id);
    return [...new Set(ids.filter((id, place) => ids.indexOf(id) !== place))];
}"""


def findings(page: Page) -> list[str]:
    """What axe finds, each with the places where; and what stands twice under one name, which axe no longer tells."""
    twice = page.evaluate(_IDS_TWICE)
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("options => axe.run(options)", _OPTIONS)["violations"]
    told = [f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]
    return told + [f"twice: {one}" for one in twice]

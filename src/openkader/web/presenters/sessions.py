"""The browsers in which somebody is signed in, in words."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from openkader.register.sessions import OpenSession
from openkader.web.shell import shown_moment

# What browsers and systems call themselves; the first that stands in the name counts, for many name others too.
_BROWSERS = (
    ("Edg", "Edge"),
    ("Firefox/", "Firefox"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def shown_sessions(rows: Sequence[OpenSession], here: str | None) -> list[dict[str, object]]:
    """Each browser with since when; the one that asks is marked."""
    return [
        {
            "browser": browser_words(row.browser),
            "address": row.address,
            "since": shown_moment(row.since),
            "is_here": row.key == here,
        }
        for row in rows
    ]


def browser_words(name: str) -> str:
    """What a browser calls itself, as people call it."""
    browser, system = _first(_BROWSERS, name), _first(_SYSTEMS, name)
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("unknown browser")


def _first(known: Sequence[tuple[str, str]], name: str) -> str:
    return next((words for mark, words in known if mark in name), "")

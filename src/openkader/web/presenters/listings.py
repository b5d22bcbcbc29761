"""Lists of the kader in words."""

from openkader.kader import Kader
from openkader.web.shell import language


def choices_of(kader: Kader, listing: str) -> list[tuple[str, str]]:
    """A list of the kader as a form offers it; a kader without it offers nothing."""
    found = kader.lists.get(listing)
    return [(item.code, item.text.in_(language())) for item in found.items] if found else []

"""What a kader lists, in words."""

from openkader.kader import Kader


def entry_words(kader: Kader, listing: str, code: object, language: str) -> str | None:
    """An entry of a list of the kader in a language; None where it is unknown, or not on the list."""
    found = kader.lists.get(listing)
    item = found.item(str(code)) if found and code is not None else None
    return item.text.in_(language) if item else None

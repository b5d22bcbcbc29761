"""Numbers as somebody sends them; a word that is none, or no longer one that a database knows, is nothing."""

_DIGITS = 18


def number_in(word: str) -> int | None:
    """A number that is nought or more."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= _DIGITS else None

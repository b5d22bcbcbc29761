"""Numbers as they stand in an address; a word that is none, or no longer one that a database knows, is nothing."""

_DIGITS = 18
_YEARS = range(1900, 2201)


def number_in(word: str) -> int | None:
    """A number that is nought or more."""
    return int(word) if word.isascii() and word.isdecimal() and len(word) <= _DIGITS else None


def year_in(word: str) -> int | None:
    """A year of which the register may know something."""
    year = number_in(word)
    return year if year in _YEARS else None

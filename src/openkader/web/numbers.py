"""Years as they stand in an address."""

from openkader.base.numbers import number_in

_YEARS = range(1900, 2201)


def year_in(word: str) -> int | None:
    """A year of which the register may know something."""
    year = number_in(word)
    return year if year in _YEARS else None

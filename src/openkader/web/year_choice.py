"""Which years somebody wants to see beside each other, read from the address; a word that is no year is told."""

from collections.abc import Sequence
from dataclasses import dataclass

from openkader.evaluation.years import MOST_YEARS
from openkader.web.numbers import year_in

YEARS = "jaren"
_LONGEST, _LONGEST_WORD, _MOST_WRONG = 400, 20, 3


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChoice:
    """The years, oldest first; those that do not fit on a page are `left_out`, and `wrong` words are no years."""

    years: tuple[int, ...]
    left_out: tuple[int, ...] = ()
    wrong: tuple[str, ...] = ()


def years_in(address: str, usual: Sequence[int]) -> YearChoice:
    """The years in an address; without any, those that are usual."""
    words = address[:_LONGEST].replace(",", " ").split()
    asked = {year for word in words if (year := year_in(word)) is not None}
    wrong = dict.fromkeys(word[:_LONGEST_WORD] for word in words if year_in(word) is None)
    every = sorted(asked or set(usual))
    return YearChoice(
        years=tuple(every[-MOST_YEARS:]),
        left_out=tuple(every[:-MOST_YEARS]),
        wrong=tuple(wrong)[:_MOST_WRONG],
    )


def years_word(years: Sequence[int]) -> str:
    """The years as they stand in an address and in the field."""
    return ",".join(map(str, years))

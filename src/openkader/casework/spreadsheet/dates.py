"""When something was, as a cell of a spreadsheet says it: a day, some days, a month or a year.

Days come before months, as they are written in the Netherlands. What could be read in two ways, such as 3-4-12, is
not read at all.
"""

import re
from datetime import date, timedelta

from openkader.casework.delegation.cells import DAY_ZERO, Cell, Kind
from openkader.casework.delegation.cleaning import folded
from openkader.casework.period import Period

_FIRST_YEAR, _LAST_YEAR = 1950, 2200
# As Excel counts days: what lies between is a day of the years above, and no year itself.
_SERIAL = range((date(_FIRST_YEAR, 1, 1) - DAY_ZERO).days, (date(_LAST_YEAR + 1, 1, 1) - DAY_ZERO).days)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan january",
            "februari feb february",
            "maart mrt march mar",
            "april apr",
            "mei may",
            "juni jun june",
            "juli jul july",
            "augustus aug august",
            "september sep sept",
            "oktober okt october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_NAMED = "|".join(sorted(_MONTHS, key=len, reverse=True))
_ISO = re.compile(r"(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?:[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?")
_DAY = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})(?: \d{1,2}:\d{2}(?::\d{2})?)?")
_MONTH = re.compile(r"(\d{1,2})[-/](\d{4})")
_IN_WORDS = re.compile(
    rf"(?:(\d{{1,2}})(?:\s*(?:-|–|t/m|tot en met|en|to)\s*(\d{{1,2}}))?\s+)?({_NAMED})\.?(?:\s+(\d{{4}}))?"
)
_YEAR = re.compile(r"\d{4}")


def period_of(cell: Cell, year: int | None, day_zero: date) -> Period | None:
    """The period that a cell means, with the year of its row where it names none; None when it is not certain."""
    text = folded(cell.text)
    try:
        if cell.kind is Kind.NUMBER:
            return _numbered(text, day_zero)
        return _written(text, year)
    except (ValueError, OverflowError):
        return None


def year_of(cell: Cell) -> int | None:
    """The year in a cell that holds one."""
    text = folded(cell.text)
    return int(text) if _YEAR.fullmatch(text) and _is_year(int(text)) else None


def _numbered(text: str, day_zero: date) -> Period | None:
    """A number without the looks of a date: a year, or a day as Excel counts them."""
    number = float(text)
    if number == int(number) and _is_year(int(number)):
        return Period.year(int(number))
    return Period.day(day_zero + timedelta(days=int(number))) if int(number) in _SERIAL else None


def _written(text: str, year: int | None) -> Period | None:
    if found := _ISO.fullmatch(text):
        whole, month, day = int(found[1]), int(found[2]), found[3]
        return _certain(Period.day(date(whole, month, int(day))) if day else _month(whole, month))
    if found := _DAY.fullmatch(text):
        return _certain(Period.day(date(int(found[3]), int(found[2]), int(found[1]))))
    if found := _MONTH.fullmatch(text):
        return _certain(_month(int(found[2]), int(found[1])))
    if found := _IN_WORDS.fullmatch(text):
        return _in_words(found, year)
    return Period.year(int(text)) if _YEAR.fullmatch(text) and _is_year(int(text)) else None


def _in_words(found: "re.Match[str]", year: int | None) -> Period | None:
    whole, month = int(found[4]) if found[4] else year, _MONTHS[found[3]]
    if whole is None:
        return None
    if found[1] is None:
        return _certain(_month(whole, month))
    first = date(whole, month, int(found[1]))
    last = date(whole, month, int(found[2])) if found[2] else first
    return _certain(Period.day(first, last)) if first <= last else None


def _month(year: int, month: int) -> Period:
    date(year, month, 1)  # thirteen is no month
    return Period.month(year, month)


def _certain(found: Period) -> Period | None:
    return found if _is_year(found.starts_on.year) else None


def _is_year(number: int) -> bool:
    return _FIRST_YEAR <= number <= _LAST_YEAR

"""Birth dates as delegation lists write them, as exactly as they are certain and no more.

A wrong birth date counts against a hit that may be right. So what can be read in two
ways is not chosen: the part that is certain (mostly the year) stays, and a doubt says so.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta

from openkader.casework.delegation.cells import DAY_ZERO, Cell, Kind
from openkader.screening.lists.dates import whole

_EARLIEST = "1900"
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})(?:\2(\d{1,2}))?\.?(?:[T ]+[0:.]+Z?)?")
_HAN = re.compile(r"(\d{4})\s*年(?:\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*[日号號])?)?生?")
_YEAR_LAST = re.compile(r"(\d{1,2})\s*([-/.])\s*(\d{1,2})\s*\2\s*(\d{4})")
_MONTH_YEAR = re.compile(r"(\d{1,2})[-/.](\d{4})")
_DAY_WORD = re.compile(r"(?:(\d{1,2})(?:e|st|nd|rd|th)?[\s.-]+(?:of )?)?([a-z]{3,9})\.?,?[\s-]+(\d{4})")
_WORD_DAY = re.compile(r"([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")
_DIGITS = re.compile(r"(\d{4})(\d\d)?(\d\d)?")
# Six digits are a year and a month, 196205, unless they can be a day in this century or the last, 200105.
_SHORT_DAY = re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")
_SERIAL = re.compile(r"\d{5}")
_SHORT_MONTH = re.compile(r"(\d{4})\.1")
_MONTHS = (
    ("jan",), ("feb",), ("mar", "mrt", "maa"), ("apr",), ("may", "mei"), ("jun",),
    ("jul",), ("aug",), ("sep",), ("oct", "okt"), ("nov",), ("dec",),
)  # fmt: skip
_MONTH = {word: str(number) for number, words in enumerate(_MONTHS, 1) for word in words}


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """What the dates of a list are read by: the day of reading, and how the list counts and writes."""

    today: date
    day_zero: date = DAY_ZERO
    is_month_first: bool | None = None  # None where the list does not say


@dataclass(frozen=True, slots=True)
class BirthDate:
    """What is certain of a birth date; not whole when the cell says more than could be read."""

    value: str
    is_whole: bool = True


def read_birth_date(cell: Cell, calendar: Calendar) -> BirthDate:
    """The birth date in a cell that is filled."""
    text = unicodedata.normalize("NFKC", cell.text).strip().casefold()
    if cell.kind in (Kind.FORMULA, Kind.MISTAKE):
        return BirthDate("", is_whole=False)
    found = _read(text, calendar)
    if found.value and not _EARLIEST <= found.value <= calendar.today.isoformat()[: len(found.value)]:
        return BirthDate("", is_whole=False)
    return found


def _read(text: str, calendar: Calendar) -> BirthDate:
    if _SERIAL.fullmatch(text):
        return BirthDate((calendar.day_zero + timedelta(days=int(text))).isoformat())
    if match := _SHORT_MONTH.fullmatch(text):
        return BirthDate(match[1], is_whole=False)  # a spreadsheet writes October, 1962.10, so too
    if _SHORT_DAY.fullmatch(text):
        return BirthDate("", is_whole=False)
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(match, calendar)
    parts = _parts(text)
    value = whole(*parts) if parts else None
    if parts and value is None and not text.isdecimal():
        return BirthDate(whole(parts[0], None, None) or "", is_whole=False)
    return BirthDate(value or "", is_whole=value is not None)


def _parts(text: str) -> tuple[str, str | None, str | None] | None:
    """Year, month and day, where their order leaves no doubt."""
    if match := _YEAR_FIRST.fullmatch(text):
        return match[1], match[3], match[4]
    if match := _HAN.fullmatch(text) or _DIGITS.fullmatch(text):
        return match[1], match[2], match[3]
    if match := _MONTH_YEAR.fullmatch(text):
        return match[2], match[1], None
    if match := _DAY_WORD.fullmatch(text):
        return match[3], _MONTH.get(match[2][:3], "13"), match[1]
    if match := _WORD_DAY.fullmatch(text):
        return match[3], _MONTH.get(match[1][:3], "13"), match[2]
    return None


def _year_last(match: re.Match[str], calendar: Calendar) -> BirthDate:
    """Between slashes, 3/4/1962 is April here and March in America; with dashes or dots the day is first."""
    first, sign, second, year = match.groups()
    day_first, month_first = whole(year, second, first), whole(year, first, second)
    if calendar.is_month_first is not None:
        found = month_first if calendar.is_month_first else day_first
    elif sign != "/" or month_first is None or first == second:
        found = day_first
    else:
        found = month_first if day_first is None else None
    if found:
        return BirthDate(found)
    return BirthDate(whole(year, None, None) or "", is_whole=False)

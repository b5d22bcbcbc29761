"""Dates as lists write them: whole, in part, as a range, or roughly."""

import re
from collections.abc import Iterable
from datetime import date

# A range of more years than this says too little to compare with.
WIDEST = 20
# One more than a year has: what is longer is no part of a date.
_DIGITS = 5
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = re.compile(
    r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ][\d:.]+(?:Z|[+-]\d\d:?\d\d)?|Z|[+-]\d\d:\d\d)?"
)
_DAY_FIRST = re.compile(r"(\d{1,2}|dd|00)[-/.](\d{1,2}|mm|00)[-/.](\d{4})", re.IGNORECASE)
_MONTH_FIRST = re.compile(r"(\d{1,2}|mm|00)[-/.](\d{4})", re.IGNORECASE)
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?,?\s+(\d{4})")
_WORDS_AMERICAN = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2}),\s+(\d{4})")
_ROUGHLY = re.compile(
    r"\b(circa|approximately|approx\.?|between|born|c\.|about|in|late|early)\s*", re.IGNORECASE
)
_UNTIL = re.compile(r"\s+(?:to|and|or|until)\s+|(?<=\d{4})\s*[-–/]\s*(?=\d{4}(?!\d))", re.IGNORECASE)
_RANGE = re.compile(r"\s+(?:to|and|until)\s+|(?<=\d{4})\s*[-–]\s*(?=\d{4}(?!\d))", re.IGNORECASE)


def day(text: str) -> str | None:
    """One date as YYYY, YYYY-MM or YYYY-MM-DD; None for what is no date."""
    if found := _ISO.fullmatch(text):
        return whole(*found.groups())
    if found := _DAY_FIRST.fullmatch(text):
        return whole(found[3], found[2], found[1])
    if found := _MONTH_FIRST.fullmatch(text):
        return whole(found[2], found[1], None)
    if found := _WORDS.fullmatch(text):
        return _named(found[3], found[2], found[1])
    if found := _WORDS_AMERICAN.fullmatch(text):
        return _named(found[3], found[1], found[2])
    return None


def _named(year: str, month: str, day_of_month: str | None) -> str | None:
    short = month[:3].lower()
    return whole(year, str(_MONTHS.index(short) + 1), day_of_month) if short in _MONTHS else None


def whole(year: str | None, month: str | None, day_of_month: str | None) -> str | None:
    """The parts of a date as one word; a part that the list leaves open is left out."""
    parts = [int(part[:_DIGITS]) if part and part.isdecimal() else 0 for part in (year, month, day_of_month)]
    if not 1000 <= parts[0] <= 2200:
        return None
    try:
        date(parts[0], parts[1] or 1, (parts[2] or 1) if parts[1] else 1)
    except ValueError:
        return None
    known = parts[:1] if not parts[1] else parts[: 3 if parts[2] else 2]
    return "-".join(f"{part:02d}" if place else f"{part:04d}" for place, part in enumerate(known))


def years_between(first: str | None, last: str | None) -> tuple[str, ...]:
    """Every year of a range, since a date has no other way to say ‘one of these’."""
    if not (first and last and first.isdecimal() and last.isdecimal()):
        return tuple(year for year in (whole(first, None, None), whole(last, None, None)) if year)
    span = range(int(first), int(last) + 1)
    return (
        tuple(f"{year:04d}" for year in span if whole(str(year), None, None)) if len(span) <= WIDEST else ()
    )


def birth_dates(text: str) -> tuple[str, ...]:
    """The dates that a birth date may be; none when it is no date or too wide a range."""
    words = _ROUGHLY.sub("", text).strip(" .")
    found = [day(part.strip()) for part in _UNTIL.split(words)]
    known = [one for one in found if one]
    if len(known) != len(found):
        return ()
    if len(known) == 2 and _RANGE.search(words):
        return years_between(known[0][:4], known[1][:4])
    return tuple(known)


def is_rough(text: str) -> bool:
    """Whether a birth date is given as ‘circa’ or as a range, so that its words say more than its dates."""
    return bool(_ROUGHLY.search(text) or _RANGE.search(text))


def earliest(found: Iterable[str | None]) -> str | None:
    """The first of some dates; those that are missing do not count."""
    return min((one for one in found if one), default=None)


def latest(found: Iterable[str | None]) -> str | None:
    """The last of some dates; those that are missing do not count."""
    return max((one for one in found if one), default=None)

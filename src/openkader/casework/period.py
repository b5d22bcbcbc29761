"""When something was, as exactly as the source says and no more exactly."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from openkader.casework.vocabulary import Precision

_MONTH = re.compile(r"(\d{4})-(\d{2})")


@dataclass(frozen=True, slots=True)
class Period:
    """The days between which it lies; with precision `month`, on some day in that month."""

    starts_on: date
    ends_on: date
    precision: Precision

    @classmethod
    def day(cls, first: date, last: date | None = None) -> "Period":
        """One known day, or known days from the first to the last."""
        return cls(first, last or first, Precision.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> "Period":
        """Some day in a month."""
        last = monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), Precision.MONTH)

    @classmethod
    def year(cls, year: int) -> "Period":
        """Some day in a year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Precision.YEAR)

    @classmethod
    def parse(cls, value: object) -> "Period | None":
        """The period that ``2024``, ``2024-05`` or ``2024-05-23`` means; None for anything else."""
        if isinstance(value, date):
            return cls.day(value)
        if isinstance(value, int) and not isinstance(value, bool) and 1900 <= value <= 2200:
            return cls.year(value)
        match = _MONTH.fullmatch(value) if isinstance(value, str) else None
        if match and 1 <= int(match[2]) <= 12 and int(match[1]) >= 1900:
            return cls.month(int(match[1]), int(match[2]))
        return None


def months_after(day: date, months: int) -> date:
    """The same day so many months later; a month without that day ends earlier."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))

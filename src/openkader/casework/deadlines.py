"""When a case has to be dealt with: a term that knows the days off and stands still while advice is asked.

The day of receipt does not count. While a pause lasts the term stands still, from the day after
it began up to the day on which it ended, as the Dutch General Administrative Law Act counts
(article 4:15). A term that would end on a day off ends on the next working day.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

# From when to when nothing was counted; None: it still lasts.
Pause = tuple[date, date | None]
_DAY = timedelta(days=1)
_SATURDAY = 5
_SUNDAY = 6
_LONGEST_DAYS = 20_000  # longer than any term with its pauses


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A day off that is held on another day when it falls on a Sunday: month and day of both."""

    day: tuple[int, int]
    instead: tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The days off of a country, beside the weekends; Easter moves some of them along."""

    fixed: frozenset[tuple[int, int]] = frozenset()
    from_easter: frozenset[int] = frozenset()
    moved: tuple[Moved, ...] = ()

    def is_working(self, day: date) -> bool:
        """Whether people work on this day."""
        return day.weekday() < _SATURDAY and day not in _days_off(self, day.year)

    def days_off(self, year: int) -> frozenset[date]:
        """The public holidays of a year."""
        return _days_off(self, year)

    def next_working(self, day: date) -> date:
        """The day itself, or else the first working day after it."""
        while not self.is_working(day):
            day += _DAY
        return day


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """How long a case may take: in days of the calendar, or in working days."""

    days: int
    counts_working_days: bool = False


@dataclass(frozen=True, slots=True)
class Due:
    """The last day of a term; None while it stands still, for nobody knows how long that takes."""

    on: date | None
    is_paused: bool = False


def due(received: date, term: Term, pauses: Sequence[Pause], calendar: Calendar) -> Due:
    """The last day on which the case is dealt with in time."""
    if any(end is None for _, end in pauses):
        return Due(None, is_paused=True)
    ended = [(begin, end) for begin, end in pauses if end is not None and end > received]
    day, left = received, term.days
    for _ in range(_LONGEST_DAYS):
        if not left:
            break
        day += _DAY
        stands_still = any(begin < day < end for begin, end in ended)
        left -= not stands_still and (not term.counts_working_days or calendar.is_working(day))
    return Due(calendar.next_working(day))


def working_days_between(first: date, last: date, calendar: Calendar) -> int:
    """How many working days lie after one day up to and with another; below nought when it has passed."""
    if last < first:
        return -working_days_between(last, first, calendar)
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(map(calendar.is_working, days))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar, by the rule of Meeus, Jones and Butcher."""
    century, within = divmod(year, 100)
    golden = year % 19
    leap_centuries, rest = divmod(century, 4)
    corrected = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap_centuries - corrected + 15) % 30
    leap_years, after = divmod(within, 4)
    weekday = (32 + 2 * rest + 2 * leap_years - moon - after) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=512)
def _days_off(calendar: Calendar, year: int) -> frozenset[date]:
    sunday = easter(year)
    return frozenset(
        (
            *(date(year, month, day) for month, day in calendar.fixed),
            *(sunday + timedelta(days=offset) for offset in calendar.from_easter),
            *_moved(calendar.moved, year),
        )
    )


def _moved(days: Iterable[Moved], year: int) -> Iterable[date]:
    for one in days:
        day = date(year, *one.day)
        yield date(year, *one.instead) if day.weekday() == _SUNDAY else day

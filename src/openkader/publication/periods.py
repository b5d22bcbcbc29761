"""A period, a day or a moment as people write it, in the language that is asked for."""

from datetime import date, datetime

from django.utils import timezone
from django.utils.formats import date_format

from openkader.base.text import capital
from openkader.casework.period import Period
from openkader.casework.vocabulary import Precision


def shown_period(period: Period | None) -> str | None:
    """When it was, as exactly as it is known: ``23–28 mei 2024``, ``mei 2024``, ``2024``."""
    if period is None:
        return None
    first, last = period.starts_on, period.ends_on
    match period.precision:
        case Precision.YEAR:
            return str(first.year)
        case Precision.MONTH:
            return date_format(first, "F Y")
        case Precision.DAY:
            return shown_date(first) if first == last else _days(first, last)


def _days(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{shown_date(last)}"
    return f"{date_format(first, 'j F')} – {shown_date(last)}"


def shown_date(day: date) -> str:
    """A day: ``1 mei 2024``."""
    return date_format(day, "j F Y")


def shown_day(day: date) -> str:
    """A day with its name: ``Woensdag 1 mei 2024``."""
    return capital(date_format(day, "l j F Y"))


def shown_moment(moment: datetime) -> str:
    """A moment on the clock of the organisation: ``1 mei 2024, 14:00``."""
    return date_format(moment.astimezone(timezone.get_current_timezone()), "j F Y, H:i")

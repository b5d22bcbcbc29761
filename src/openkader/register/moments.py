"""Moments as the days on which the organisation lives."""

from datetime import date, datetime

from django.utils import timezone


def day_of(moment: datetime) -> date:
    """The day on which the organisation lived then."""
    return moment.astimezone(timezone.get_current_timezone()).date()

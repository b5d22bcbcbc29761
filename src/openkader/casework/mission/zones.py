"""The time zone of a place: chosen or typed by a person, and never guessed."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from zoneinfo import ZoneInfo, available_timezones


@lru_cache(maxsize=1)
def _known() -> Mapping[str, str]:
    """Every zone that has a place in its name, by that name in small letters."""
    return {name.casefold(): name for name in available_timezones() if "/" in name or name == "UTC"}


def zone_of(typed: str) -> str | None:
    """The zone as the world writes it, `Asia/Shanghai`; None when there is none of that name."""
    return _known().get("_".join(typed.split()).casefold())


def exists(day: date, at: time, zone: str) -> bool:
    """Whether the clock shows that time on that day: where summer time begins, an hour is skipped."""
    there = datetime.combine(day, at, ZoneInfo(zone))
    return there.astimezone(UTC).astimezone(there.tzinfo).replace(tzinfo=None) == there.replace(tzinfo=None)

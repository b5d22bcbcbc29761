"""A programme as a calendar (RFC 5545) that Outlook and telephones take over, and take over anew when it changed.

Each part keeps its name in the calendar for ever; every change has a higher number, so that reading the file in again
replaces what was there. What was taken out stands in it as cancelled. Notes are for colleagues, and not in it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import NAMESPACE_URL, uuid5
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

from openkader import __version__
from openkader.base.text import Text
from openkader.casework.mission import SlotDraft
from openkader.casework.vocabulary import Setting

MEDIA_TYPE = "text/calendar; charset=utf-8; method=PUBLISH"
_WORDS = {
    "with": Text(nl="Met", en="With"),
    Setting.FORMAL: Text(nl="Formeel onderdeel", en="Formal part"),
    Setting.INFORMAL: Text(nl="Informeel onderdeel", en="Informal part"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarPart:
    """One part of a programme with what a calendar needs beside; `met` are names."""

    name: str  # by which calendars know it again
    version: int
    at: datetime
    draft: SlotDraft
    met: Sequence[str] = ()
    is_cancelled: bool = False


def part_name(organisation: str, activity: str, number: int) -> str:
    """The name of a part in every calendar of the world; the same for the same part."""
    return name_everywhere(f"openkader:{organisation}:{activity}:{number}")


def name_everywhere(of: str) -> str:
    """The name by which every calendar of the world knows something again."""
    return f"{uuid5(NAMESPACE_URL, of)}@openkader"


def begun(title: str, language: str) -> Calendar:
    """A calendar of ours in which nothing stands yet."""
    calendar = nameless(language)
    calendar.add("x-wr-calname", title)
    return calendar


def nameless(language: str) -> Calendar:
    """The same for what goes into the calendar of somebody: Outlook opens what has a name beside it."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Open Kader//{__version__}//{language.upper()}")
    calendar.add("version", "2.0")
    return calendar


def calendar_of(title: str, parts: Iterable[CalendarPart], language: str) -> bytes:
    """The calendar of these parts; the same parts always give the same bytes."""
    calendar = begun(title, language)
    calendar.add("method", "PUBLISH")
    for part in parts:
        calendar.add_component(_event(part, language))
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(part: CalendarPart, language: str) -> Event:
    event, draft = Event(), part.draft
    event.add("uid", part.name)
    event.add("sequence", part.version - 1)
    event.add("dtstamp", part.at)
    event.add("summary", draft.title)
    if draft.begins is None:
        event.add("dtstart", draft.day)
        event.add("dtend", draft.day + timedelta(days=1))
    else:
        there = ZoneInfo(str(draft.zone))
        event.add("dtstart", datetime.combine(draft.day, draft.begins, there))
        if draft.ends is not None:
            event.add("dtend", datetime.combine(draft.day, draft.ends, there))
    if draft.place:
        event.add("location", draft.place)
    about = _about(part, language)
    if about:
        event.add("description", about)
    event.add("status", "CANCELLED" if part.is_cancelled else "CONFIRMED")
    return event


def _about(part: CalendarPart, language: str) -> str:
    lines = [_WORDS[part.draft.setting].in_(language)] if part.draft.setting else []
    met = [*part.met, *part.draft.counterparts]
    if met:
        lines.append(f"{_WORDS['with'].in_(language)}: {', '.join(met)}")
    return "\n".join(lines)

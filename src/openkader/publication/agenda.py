"""The work of a colleague or a team as a calendar (RFC 5545) that programs read again and again.

A feed says no METHOD, so that DTSTAMP is when a line last changed, and the same lines always give the same bytes.
"""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta

from icalendar import Event

from openkader.base.text import Text
from openkader.casework.agenda import AgendaItem, AgendaKind
from openkader.casework.agenda_words import CONTACTS, ITEMS
from openkader.publication.mission_calendar import begun, name_everywhere

MEDIA_TYPE = "text/calendar; charset=utf-8"
_OFTEN = timedelta(hours=1)  # how often a program may read again
# A change has a higher number than what was before it: the seconds since then, which fit until 2088.
_BEGINNING = datetime(2020, 1, 1, tzinfo=UTC)
_TAKES_TIME = frozenset({AgendaKind.ACTIVITY, AgendaKind.SLOT})
_MORE = Text(nl="Meer in Open Kader: {address}", en="More in Open Kader: {address}")


def agenda_calendar(
    items: Iterable[AgendaItem], name: str, language: str, address_of: Callable[[AgendaItem], str]
) -> bytes:
    """The calendar of these lines; `address_of` is the whole address of the page that tells more of one."""
    calendar = begun(name, language)
    calendar.add("name", name)
    calendar.add("refresh-interval", _OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for item in items:
        calendar.add_component(_event(item, language, address_of(item)))
    return bytes(calendar.to_ical())


def _event(item: AgendaItem, language: str, address: str) -> Event:
    event = event_of(item, language, address)
    # The same for the same line of the same house.
    event.add("uid", name_everywhere(f"{address}#{item.kind}:{item.key}"))
    event.add("sequence", max(0, int((item.changed - _BEGINNING).total_seconds())))
    event.add("dtstamp", item.changed.astimezone(UTC))
    event.add("last-modified", item.changed.astimezone(UTC))
    return event


def event_of(item: AgendaItem, language: str, address: str) -> Event:
    """What a calendar says of a line, in a feed as in an invitation; it has no name and no number yet."""
    event = Event()
    event.add("dtstart", item.begins)
    if item.ends is not None:
        event.add("dtend", item.ends)
    event.add("summary", summary_of(item, language))
    if item.place:
        event.add("location", item.place)
    event.add("description", _MORE.in_(language).replace("{address}", address))
    event.add("url", address)
    event.add("status", "CANCELLED" if item.is_cancelled else "CONFIRMED")
    takes_time = item.kind in _TAKES_TIME and not item.is_cancelled
    event.add("transp", "OPAQUE" if takes_time else "TRANSPARENT")
    return event


def summary_of(item: AgendaItem, language: str) -> str:
    """The number and what it is, and the title where that may be told."""
    kinds = [ITEMS[item.kind]]
    if item.contact is not None:
        kinds = [CONTACTS[item.contact], *(kinds if item.kind is not AgendaKind.ACTIVITY else ())]
    parts = [item.measure or item.record, *(kind.in_(language) for kind in reversed(kinds))]
    if item.title is not None:
        parts.append(item.title.in_(language))
    return " · ".join(parts)

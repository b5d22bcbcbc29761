"""The mail that puts an activity in the calendar of a colleague, brings it up to date or takes it out.

iTIP (RFC 5546) in a mail (RFC 6047). It says what a feed says: of a case that is not public the number and the kind.
"""

from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.urls import reverse
from icalendar import Event, vCalAddress, vText

from openkader.base.text import Text
from openkader.casework.agenda import AgendaItem
from openkader.casework.inviting import Method
from openkader.publication.agenda import event_of, summary_of
from openkader.publication.links import said_day
from openkader.publication.mission_calendar import nameless
from openkader.register.intake_entries import TakenInvitation

FILE = "invite.ics"  # as Outlook, Gmail and Apple call it
FILE_TYPE = "application/ics"
_LONGEST = 200  # letters of a subject
_SUBJECTS = {
    Method.REQUEST: Text(nl="Uitnodiging: {summary}", en="Invitation: {summary}"),
    Method.CANCEL: Text(nl="Uit uw agenda: {summary}", en="Out of your calendar: {summary}"),
}
_WHEN, _WHERE = Text(nl="Wanneer: {when}", en="When: {when}"), Text(nl="Waar: {place}", en="Where: {place}")
_UNTIL, _CLOCK = (
    Text(nl="{first} t/m {last}", en="{first} up to and including {last}"),
    Text(nl="{day} om {time} ({zone})", en="{day} at {time} ({zone})"),
)
_WHAT = {
    Method.REQUEST: Text(
        nl="Zet dit in uw agenda. Verandert er iets, dan krijgt u vanzelf een nieuw bericht.",
        en="Put this in your calendar. When something changes, you get another message by itself.",
    ),
    Method.CANCEL: Text(
        nl="Dit gaat niet door, of u bent er niet meer bij. Haal het uit uw agenda als dat niet vanzelf gaat.",
        en="This is off, or you are not in it any more. Take it out of your calendar if that does not go by itself.",
    ),
}
_MORE = Text(nl="Meer in Open Kader: {address}", en="More in Open Kader: {address}")
_UNREAD = Text(
    nl="Open Kader leest geen antwoorden. Kunt u niet? Zeg het uw collega.",
    en="Open Kader reads no answers. Can you not come? Tell your colleague.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Organiser:
    """Whom a calendar shows as the one who invites: the house, by its name and the address its mail comes from."""

    name: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class InvitationMail:
    """A mail with its words for people, and its calendar for programs."""

    subject: str
    text: str
    calendar: bytes


def invitation_mail(told: TakenInvitation, to: str, organiser: Organiser, language: str) -> InvitationMail:
    """The mail to a colleague at this address."""
    address = settings.OPENKADER_ADDRESS + reverse("activity", args=[told.item.record])
    calendar = nameless(language)
    calendar.add("method", told.method.upper())
    calendar.add_component(_event(told, to, organiser, (language, address)))
    return InvitationMail(
        subject=subject_of(told.method, told.item, language),
        text=text_of(told.method, told.item, language, address),
        calendar=bytes(calendar.to_ical()),
    )


def subject_of(method: Method, item: AgendaItem, language: str) -> str:
    """What stands above the mail."""
    said = _SUBJECTS[method].in_(language).replace("{summary}", summary_of(item, language))
    return " ".join(said.split())[:_LONGEST]


def text_of(method: Method, item: AgendaItem, language: str, address: str) -> str:
    """What people read in it, also where their program shows no calendar."""
    about = [summary_of(item, language), _WHEN.in_(language).format(when=when_of(item, language))]
    if item.place:
        about.append(_WHERE.in_(language).format(place=item.place))
    parts = ["\n".join(about), _WHAT[method].in_(language), _MORE.in_(language).format(address=address)]
    if method is Method.REQUEST:
        parts.append(_UNREAD.in_(language))
    return "\n\n".join(parts) + "\n"


def _event(told: TakenInvitation, to: str, organiser: Organiser, shown: tuple[str, str]) -> Event:
    language, address = shown
    event = event_of(told.item, language, address)
    event.add("uid", told.uid)
    event.add("sequence", told.sequence)
    event.add("dtstamp", told.at.astimezone(UTC))
    event["status"] = "CONFIRMED" if told.method is Method.REQUEST else "CANCELLED"
    event["organizer"] = _person(organiser.address, organiser.name)
    attendee = _person(to, told.name)
    # Answers are not read, so none is asked for.
    for name, value in (("role", "REQ-PARTICIPANT"), ("partstat", "NEEDS-ACTION"), ("rsvp", "FALSE")):
        attendee.params[name] = vText(value)
    event["attendee"] = attendee
    return event


def _person(address: str, name: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{address}")
    person.params["cn"] = vText(name)
    return person


def when_of(item: AgendaItem, language: str) -> str:
    """The days, or the moment by the clock of the house."""
    if isinstance(item.begins, datetime):
        here = item.begins.astimezone(ZoneInfo(settings.TIME_ZONE))
        told = {"day": said_day(here.date()), "time": f"{here:%H:%M}", "zone": settings.TIME_ZONE}
        return _CLOCK.in_(language).format(**told)
    if item.last_day == item.day:
        return said_day(item.day)
    return _UNTIL.in_(language).format(first=said_day(item.day), last=said_day(item.last_day))

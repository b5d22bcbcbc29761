"""An invitation to somebody outside: a link that nobody can guess, and the mail that brings it, if one can go out."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from types import MappingProxyType

from django.utils import timezone

from openkader.base.text import Text
from openkader.register.intake_entries import LinkEntry, MailEntry
from openkader.register.selectors import link_digest

_LONGEST = 200  # letters of a subject
_NOTHING: Mapping[str, Text] = MappingProxyType({})
KEPT_OPEN = timedelta(days=14)  # after the day on which the answer is due
_LAST = date.max - KEPT_OPEN - timedelta(days=1)  # beyond it no day can be counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A new link with its address, and the mail that brings it, if one can go out."""

    address: str
    link: LinkEntry
    mail: MailEntry | None


def invite(
    due_on: date, today: date, address_of: Callable[[str], str], mail_of: Callable[[str], MailEntry | None]
) -> Invitation:
    """A link that is open until some days after the answer is due; `mail_of` is given the address."""
    token = secrets.token_urlsafe(24)
    address, last = address_of(token), min(max(due_on, today), _LAST)
    ends = timezone.make_aware(datetime.combine(last, time.max)) + KEPT_OPEN
    return Invitation(address=address, link=LinkEntry(link_digest(token), ends), mail=mail_of(address))


@dataclass(frozen=True, slots=True, kw_only=True)
class Addressee:
    """Who is asked or reminded, in which language, and until when; without `email` along another way."""

    email: str | None
    language: str
    due_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A mail in its parts: what it is, where the link leads, by when (or that the day has passed), and what else.

    `{address}` and `{day}` stand in it for the link and the last day.
    """

    purpose: str
    subject: Text
    opening: Text
    leads: Text
    by: Text
    was_due: Text
    closing: tuple[Text, ...]

    def mail(self, to: Addressee, address: str, today: date, told: Mapping[str, Text]) -> MailEntry:
        """The mail; what is told last is no place to be filled in, whatever stands in it."""
        day = self.was_due if to.due_on < today else self.by
        parts = (part.in_(to.language) for part in (self.opening, self.leads, day, *self.closing))
        text = "\n\n".join(parts).replace("{address}", address).replace("{day}", said_day(to.due_on))
        subject = self.subject.in_(to.language)
        for name, said in told.items():
            subject, text = (one.replace(f"{{{name}}}", said.in_(to.language)) for one in (subject, text))
        return MailEntry(purpose=self.purpose, to=to.email or "", subject=subject[:_LONGEST], text=text)


def invite_by(
    wording: Wording | None,
    to: Addressee,
    address_of: Callable[[str], str],
    today: date,
    told: Mapping[str, Text] = _NOTHING,
) -> Invitation:
    """An invitation that goes by mail in these words; without words, or an address, somebody passes on the link."""

    def mail(address: str) -> MailEntry | None:
        return wording.mail(to, address, today, told) if to.email and wording else None

    return invite(to.due_on, today, address_of, mail)


def said_day(day: date) -> str:
    """A day as both languages read it."""
    return f"{day.day}-{day.month}-{day.year}"

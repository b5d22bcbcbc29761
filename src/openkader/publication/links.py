"""An invitation to somebody outside: a link that nobody can guess, and the mail that brings it, if one can go out."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from openkader.register.intake_entries import LinkEntry, MailEntry
from openkader.register.selectors import link_digest

KEPT_OPEN = timedelta(days=14)  # after the day on which the answer is due


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
    address, last = address_of(token), max(due_on, today)
    ends = timezone.make_aware(datetime.combine(last, time.max)) + KEPT_OPEN
    return Invitation(address=address, link=LinkEntry(link_digest(token), ends), mail=mail_of(address))


def said_day(day: date) -> str:
    """A day as both languages read it."""
    return f"{day.day}-{day.month}-{day.year}"

"""What is done alike with every question to somebody outside: its columns, its links, and a reminder of it."""

from dataclasses import asdict
from datetime import datetime
from typing import TypeVar

from django.db.models import QuerySet

from openkader.base.errors import NotFound
from openkader.register.hand import Hand
from openkader.register.intake_entries import AskedEntry, LinkEntry, MailEntry
from openkader.register.models import Activity, AdviceRequest, Request, SelfScan
from openkader.register.models.asking import Link
from openkader.register.outgoing import enter_mail

L = TypeVar("L", bound=Link)


def asked_columns(entry: AskedEntry, reference: str, hand: Hand) -> dict[str, object]:
    """The columns of whom is asked, and until when."""
    return {
        "reference": reference,
        "recipient": entry.recipient.strip(),
        "email": entry.email,
        "language": entry.language,
        "due_on": entry.due_on,
        "at": hand.now,
        "by": hand.by,
    }


def open_link(of: AdviceRequest | SelfScan, link: LinkEntry | None, hand: Hand) -> None:
    """One more link that leads to the question, if there is one."""
    if link is not None:
        of.links.create(**asdict(link), at=hand.now, by=hand.by)


def note_reminder(
    of: AdviceRequest | SelfScan,
    about: Request | Activity,
    link: LinkEntry | None,
    mail: MailEntry | None,
    hand: Hand,
) -> None:
    """That somebody is reminded today, with a link of its own: of the first one only the digest is known."""
    of.reminders.create(on=hand.today, at=hand.now, by=hand.by)
    open_link(of, link, hand)
    if mail is not None:
        enter_mail(mail, about, hand)


def leading(links: QuerySet[L], digest: str, now: datetime, kind: str) -> L:
    """The link of that digest while it leads somewhere; of one that ended, or never was, there is none."""
    found = links.filter(digest=digest, ends__gt=now).first()
    if found is None:
        raise NotFound(kind, "")
    return found

"""What is done alike with every question to somebody outside: its columns, its links, and a reminder of it."""

from dataclasses import asdict
from datetime import datetime
from typing import TypeAlias, TypeVar

from django.db.models import Model, QuerySet

from openkader.base.errors import NotFound
from openkader.register.hand import Hand
from openkader.register.intake_entries import AskedEntry, LinkEntry, MailEntry
from openkader.register.models import Activity, AdviceRequest, EffectSurvey, Request, SelfScan
from openkader.register.models.asking import Link
from openkader.register.outgoing import enter_mail
from openkader.register.visibility import visible_or_alone

L = TypeVar("L", bound=Link)
M = TypeVar("M", bound=Model)
Question: TypeAlias = AdviceRequest | SelfScan | EffectSurvey


def of_activity_for_update(model: type[M], kind: str, reference: str, hand: Hand) -> M:
    """A record that belongs to an activity, with that activity, held until the transaction ends."""
    query = model._default_manager.filter(visible_or_alone(hand.person, "activity__request__"))
    query = query.select_for_update(of=("self",)).select_related("activity")
    found = query.filter(reference=reference).first()
    if found is None:
        raise NotFound(kind, reference)
    return found


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


def open_link(of: Question, link: LinkEntry | None, hand: Hand) -> None:
    """One more link that leads to the question, if there is one."""
    if link is not None:
        of.links.create(**asdict(link), at=hand.now, by=hand.by)


def note_reminder(
    of: Question,
    about: Request | Activity,
    link: LinkEntry | None,
    mail: MailEntry | None,
    hand: Hand,
) -> None:
    """That somebody is reminded today, with a link of its own: of the first one only the digest is known."""
    of.reminders.create(on=hand.today, at=hand.now, by=hand.by)
    open_link(of, link, hand)
    if mail is not None:
        enter_mail(mail, about, hand, of if isinstance(of, AdviceRequest) else None)


def leading(links: QuerySet[L], digest: str, now: datetime, kind: str) -> L:
    """The link of that digest while it leads somewhere; of one that ended, or never was, there is none."""
    found = links.filter(digest=digest, ends__gt=now).first()
    if found is None:
        raise NotFound(kind, "")
    return found

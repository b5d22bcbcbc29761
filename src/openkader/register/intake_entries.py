"""What is handed to the services of the front door."""

from dataclasses import dataclass
from datetime import date, datetime

from openkader.base.text import Text
from openkader.casework.agenda import AgendaItem
from openkader.casework.intake import Channel
from openkader.casework.inviting import Method
from openkader.casework.vocabulary import Kind
from openkader.register.documents import DocumentEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Who can be asked more, and hears what comes of it."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None


@dataclass(frozen=True, slots=True)
class SaidEntry:
    """What was answered to one question, with the question as it was put."""

    question: str
    label: Text
    text: str


@dataclass(frozen=True, slots=True)
class LinkEntry:
    """The digest of a link that nobody can guess, and how long it leads somewhere."""

    digest: str
    ends: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MailEntry:
    """A mail to be sent; `{reference}` in it stands for the reference that the request gets."""

    purpose: str
    to: str
    subject: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedEntry:
    """Whom outside something is asked of, and until when; without `email` it is asked along another way."""

    recipient: str
    due_on: date
    language: str = "nl"
    email: str | None = None
    link: LinkEntry | None = None
    mail: MailEntry | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeEntry:
    """A request as it came in; of two with one `key` only the first is taken in.

    `content` is the digest of what a program handed in: with another content its key is refused.
    """

    key: str
    prefix: str
    kind: Kind
    subject: str
    initiative: str
    initiatives: tuple[str, ...]  # the answers that the kader knows
    channel: Channel
    received_on: date
    today: date
    language: str
    country: str | None = None
    programme: str | None = None
    requester: str | None = None
    contact: Contact = Contact()
    said: tuple[SaidEntry, ...] = ()
    documents: tuple[DocumentEntry, ...] = ()
    link: LinkEntry | None = None
    mail: MailEntry | None = None
    content: str | None = None
    received: str | None = None  # the mail from which somebody begins it


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenInvitation:
    """What a mail has to say to a calendar, as it is when the mail is taken; `name` is the colleague."""

    method: Method
    uid: str
    sequence: int
    item: AgendaItem
    name: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenMail:
    """A mail that a worker holds, as it has to be sent; that of an invitation is worded when it goes."""

    mail: int
    attempt: int
    to: str
    subject: str
    text: str
    invitation: TakenInvitation | None = None

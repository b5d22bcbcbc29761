"""A mail as it is read: its words, its attachments and, of a report, what became of each mail of ours.

All that it says is said by its sender, its address too: nothing in it is known to be so.
"""

from dataclasses import dataclass
from datetime import datetime

from openkader.base.errors import Refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class MailBounds:
    """How much of a mail is read; what has more of it is refused as a whole."""

    size: int  # bytes, as it came
    attachments: int = 25
    nested: int = 60  # borders and mails within mails that it speaks of: reading takes that often as long
    header: int = 20_000  # bytes of one line of a head, with those that it goes on at
    letters: int = 200_000  # of its text; what comes after that is cut off


@dataclass(frozen=True, slots=True, kw_only=True)
class Attached:
    """A file that came along, under the name that its sender gave it.

    `within` is what it is when that is no file as such: a whole mail, or the package of Outlook (winmail.dat).
    """

    name: str
    content: bytes
    within: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """What a mail server reports of one address: it gave up, or it goes on trying (RFC 3464)."""

    is_final: bool
    status: str  # such as 5.1.1 (RFC 3463); empty when it says none
    said: str  # the words of the other server, without any address


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """One mail. `message_id` is its own name, `refers` are those of the mails that it answers, the nearest last.

    A report of a mail server has `deliveries`; `reports_on` is the name of the mail that they are about.
    Of a mail that is refused only its head is here.
    """

    message_id: str = ""
    refers: tuple[str, ...] = ()
    address: str = ""
    name: str = ""
    subject: str = ""
    written_at: datetime | None = None
    is_automatic: bool = False
    text: str = ""
    is_cut: bool = False
    attached: tuple[Attached, ...] = ()
    deliveries: tuple[Delivery, ...] = ()
    reports_on: str = ""
    is_report: bool = False
    refusal: Refusal | None = None

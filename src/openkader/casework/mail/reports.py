"""What mail servers report of mail that we sent (RFC 3464), and what that means in words (RFC 3463)."""

import re
from collections.abc import Iterator
from email.message import Message
from enum import StrEnum

from openkader.casework.mail.headers import inner, own_name, said, shown
from openkader.casework.mail.message import Delivery

MOST_DELIVERIES = 50
_SAID = 200
_STATUS = re.compile(r"\b([245]\.\d{1,3}\.\d{1,3})\b", re.ASCII)
_ANY_ADDRESS = re.compile(r"[^\s<>@;:]{1,64}@[^\s<>;,]{1,200}")
_FAILED, _DELAYED = "failed", "delayed"


class Fault(StrEnum):
    """Why a mail did not arrive, as far as its report says."""

    NO_SUCH_ADDRESS = "no-such-address"
    MAILBOX_FULL = "mailbox-full"
    NO_SUCH_SERVER = "no-such-server"
    TOO_LARGE = "too-large"
    NOT_WANTED = "not-wanted"
    UNKNOWN = "unknown"


_FAULTS = (
    (("1.2", "1.8", "4.4", "1.10"), Fault.NO_SUCH_SERVER),
    (("1.", "2.0", "2.1"), Fault.NO_SUCH_ADDRESS),
    (("2.2",), Fault.MAILBOX_FULL),
    (("2.3", "3.4"), Fault.TOO_LARGE),
    (("7.",), Fault.NOT_WANTED),
)


def fault_of(status: str) -> Fault:
    """What a status means; of one that the standard does not know nothing is known."""
    detail = status.partition(".")[2]
    for beginnings, fault in _FAULTS:
        if any(detail == one or (one.endswith(".") and detail.startswith(one)) for one in beginnings):
            return fault
    return Fault.UNKNOWN


def is_report(message: Message) -> bool:
    """Whether it says of itself that it reports on deliveries."""
    kind = said(message, "content-type").lower()
    return kind.startswith("multipart/report") and "delivery-status" in kind


def deliveries_in(part: Message) -> tuple[Delivery, ...]:
    """What it says of each address that it could not, or not yet, deliver to."""
    return tuple(_deliveries(part))[:MOST_DELIVERIES]


def _deliveries(part: Message) -> Iterator[Delivery]:
    for block in inner(part)[: MOST_DELIVERIES + 1]:
        action, diagnostic = said(block, "action").lower(), said(block, "diagnostic-code")
        if action not in (_FAILED, _DELAYED):
            continue  # of the whole mail, or it did arrive
        found = _STATUS.search(said(block, "status")) or _STATUS.search(diagnostic)
        # "smtp; 550 5.1.1 <anna@example.org>: no such user": what is between the two is nobody's to keep.
        words = _ANY_ADDRESS.sub("…", diagnostic.partition(";")[2] or diagnostic)
        yield Delivery(is_final=action == _FAILED, status=found[1] if found else "", said=shown(words, _SAID))


def original_in(part: Message) -> str:
    """The name of the mail that came back, of which the head or the whole is here."""
    if part.get_content_type() == "message/rfc822":
        return next(map(own_name, inner(part)), "")
    return own_name(_head(part))


def _head(part: Message) -> Message:
    """The head that stands as text in a part."""
    head = Message()
    content = part.get_payload(decode=True)
    text = content.decode("utf-8", "replace")[:50_000] if isinstance(content, bytes) else ""
    for line in text.splitlines():
        name, colon, value = line.partition(":")
        if colon and name.lower() == "message-id":
            head["message-id"] = value.strip()
    return head

"""Reading one mail as it came: bounded before anything looks into it, and never further than its parts."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from openkader.base.errors import Refusal
from openkader.casework.mail import headers
from openkader.casework.mail.message import Attached, Delivery, MailBounds, Received
from openkader.casework.mail.plain import plain
from openkader.casework.mail.reports import deliveries_in, is_report, original_in

_NESTED = re.compile(
    rb"boundary[ \t]*(?:\*[0-9*]*)?[ \t]*=|message/(?:rfc822|global|external|partial)", re.IGNORECASE
)
_UNFOLDED = re.compile(rb"\r?\n[ \t]")
HEAD_BYTES = 200_000
_MAIL, _OUTLOOK = "mail", "winmail"
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_ENDINGS = {"text/html": ".html", "text/plain": ".txt", "text/calendar": ".ics", "application/pdf": ".pdf"}
_NAME = 200
# Controls, half letters, and marks that turn the order of reading round.
_NEVER = frozenset({"Cc", "Cs", "Cf"})


def read_mail(content: bytes, bounds: MailBounds, size: int | None = None) -> Received:
    """What a mail says; one that is too much of something, or that nobody can read, says why it is refused.

    `size` is how many bytes it is in all, where only its beginning is here.
    """
    try:
        known = _head(_parsed(content[:HEAD_BYTES], head_only=True))
        refusal = _why_not(content, size or len(content), bounds)
        if refusal is not None:
            return replace(known, refusal=refusal)
        return _whole(_parsed(content), known, bounds)
    # Whatever the reader of the language trips over: anybody can write a mail, and no mail may stop the others.
    except Exception:  # noqa: BLE001
        return Received(refusal=Refusal("mail.unreadable"))


def _why_not(content: bytes, size: int, bounds: MailBounds) -> Refusal | None:
    if size > bounds.size:
        return Refusal("mail.too-large", {"limit": f"{bounds.size / 1_000_000:g} MB"})
    if sum(1 for _ in _NESTED.finditer(content)) > bounds.nested:
        return Refusal("mail.too-deep")
    if re.search(rb"(?im)^content-[^\n]{%d}" % bounds.header, _UNFOLDED.sub(b"", content)):
        return Refusal("mail.unreadable")
    return None


def _parsed(content: bytes, *, head_only: bool = False) -> Message:
    """The parts of a mail. The older way of the language: the newer one looks into every line, and trips over some."""
    return BytesParser(policy=compat32).parsebytes(content, headersonly=head_only)


def _head(message: Message) -> Received:
    address, name = headers.sender(message)
    return Received(
        message_id=headers.own_name(message),
        # What it answers stands last in the one, and alone in the other.
        refers=(*headers.named(message, "references"), *headers.named(message, "in-reply-to")),
        address=address,
        name=name,
        subject=headers.words(message, "subject"),
        written_at=headers.written_at(message),
        is_automatic=headers.is_automatic(message) or is_report(message),
        is_report=is_report(message),
    )


@dataclass(slots=True)
class _Parts:
    """What was found in a mail so far."""

    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    attached: list[Attached] = field(default_factory=list)
    deliveries: list[Delivery] = field(default_factory=list)
    reports_on: str = ""


def _whole(message: Message, known: Received, bounds: MailBounds) -> Received:
    found = _Parts()
    for part in _leaves(message):
        _sort(part, found, is_report=known.is_report)
        if len(found.attached) > bounds.attachments:
            return replace(known, refusal=Refusal("mail.too-many", {"number": str(bounds.attachments)}))
    text = "\n\n".join(found.texts)
    if not text.strip():
        text = "\n\n".join(plain(page[: bounds.letters]) for page in found.pages)
    return replace(
        known,
        text=_storable(text[: bounds.letters]),
        is_cut=len(text) > bounds.letters or any(len(page) > bounds.letters for page in found.pages),
        attached=tuple(found.attached),
        deliveries=tuple(found.deliveries),
        reports_on=found.reports_on,
    )


def _leaves(message: Message) -> Iterator[Message]:
    """The parts that have no parts, in their order; what is in a mail within the mail stays in there."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        inner = headers.inner(part)
        if part.get_content_maintype() == "multipart" and inner:
            waiting += reversed(inner)
        else:
            yield part


def _sort(part: Message, found: _Parts, *, is_report: bool) -> None:
    kind = part.get_content_type()
    if is_report and kind == "message/delivery-status":
        found.deliveries += deliveries_in(part)
    elif is_report and kind in ("message/rfc822", "text/rfc822-headers"):
        found.reports_on = original_in(part)
    elif part.get_content_maintype() == "message":
        found.attached.append(
            Attached(name=_name(part, len(found.attached), ".eml"), content=b"", within=_MAIL)
        )
    else:
        _sort_content(part, kind, found)


def _sort_content(part: Message, kind: str, found: _Parts) -> None:
    content = part.get_payload(decode=True)
    # Something that says it has parts and has none is text, whatever it says.
    content = content if isinstance(content, bytes) else b""
    is_file = bool(_said_name(part)) or part.get_content_disposition() == "attachment"
    if not is_file and kind in ("text/plain", "text/html"):
        words = headers.letters(content, part.get_content_charset())
        (found.texts if kind == "text/plain" else found.pages).append(words)
    elif content.strip():
        name = _name(part, len(found.attached), _ENDINGS.get(kind, ""))
        is_outlook = kind in _TNEF or name.lower() == "winmail.dat"
        found.attached.append(Attached(name=name, content=content, within=_OUTLOOK if is_outlook else ""))


def _name(part: Message, number: int, ending: str) -> str:
    return _said_name(part) or f"{number + 1}{ending}"


def _said_name(part: Message) -> str:
    try:
        return headers.decoded(part.get_filename() or "")[:_NAME]
    except (ValueError, LookupError, TypeError):
        return ""


def _storable(text: str) -> str:
    """Lines of letters that can be kept and shown; no bells, no zeros, no half letters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(one for one in lines if one in "\n\t" or unicodedata.category(one) not in _NEVER).strip()

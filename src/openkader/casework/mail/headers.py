"""The lines above a mail, read with patience: whoever writes them may write anything.

Each is cut before it is looked into, since the reader of the language takes long over a long one, and trips over some.
"""

import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr, parsedate_to_datetime

MOST_SAID = 2_000
MOST_REFERRED = 30
_SUBJECT, _NAME, _ADDRESS = 200, 200, 254
_NAMED = re.compile(r"<[^<>\s\x00-\x1f\x7f]{1,250}>")
_IS_ADDRESS = re.compile(r"[^@\s<>\"(),:;\\\[\]]{1,64}@[A-Za-z0-9.-]{1,190}", re.ASCII)
# Who answers by itself, and who writes to many at once (RFC 3834, and what came before it).
_BY_ITSELF = frozenset({"bulk", "junk", "list", "auto_reply"})
_SIGNS = ("x-autoreply", "x-autorespond", "list-id")


def said(message: Message, name: str) -> str:
    """The first line of this name, as letters; nothing where there is none."""
    return next(_lines(message, name), "")


def words(message: Message, name: str, most: int = _SUBJECT) -> str:
    """The same as words for people, on one line."""
    return shown(decoded(said(message, name)), most)


def sender(message: Message) -> tuple[str, str]:
    """Who it says that wrote it: an address, or nothing where that is none, and a name."""
    name, address = parseaddr(said(message, "from"))
    is_address = (
        _IS_ADDRESS.fullmatch(address) and len(address) <= _ADDRESS and all(map(_is_visible, address))
    )
    return address if is_address else "", shown(decoded(name), _NAME)


def named(message: Message, name: str) -> tuple[str, ...]:
    """The names of mails in a line, the last of them where there are very many."""
    return tuple(_NAMED.findall(said(message, name))[-MOST_REFERRED:])


def own_name(message: Message) -> str:
    """The name of the mail itself; empty where it has none."""
    return next(iter(named(message, "message-id")[-1:]), "")


def written_at(message: Message) -> datetime | None:
    """When it says that it was written; unknown where that is no moment."""
    try:
        found = parsedate_to_datetime(said(message, "date"))
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def is_automatic(message: Message) -> bool:
    """Whether a machine wrote it: an answer of somebody who is away, a list, a report."""
    submitted = said(message, "auto-submitted").partition(";")[0].strip().lower()
    return (
        submitted not in ("", "no")
        or said(message, "precedence").strip().lower() in _BY_ITSELF
        or any(said(message, one) for one in _SIGNS)
    )


def shown(text: str, most: int) -> str:
    """On one line, without what cannot be seen or turns the order of reading round."""
    visible = "".join(one if _is_visible(one) else " " for one in text[: most * 4])
    return " ".join(visible.split())[:most].strip()


def _is_visible(letter: str) -> bool:
    return unicodedata.category(letter)[0] != "C"


def letters(content: bytes, charset: str | None) -> str:
    """The letters that bytes stand for; what the writing does not know, or nobody knows the writing of, shows as �."""
    try:
        return content.decode(charset or "utf-8", "replace")
    except (LookupError, ValueError):
        return content.decode("utf-8", "replace")


def inner(message: Message) -> list[Message]:
    """The parts of a mail, or the mail within it; none where it has none."""
    # Asked first: of a text the reader of the language would look for the letters, and trips over some.
    found = message.get_payload() if message.is_multipart() else ()
    return [one for one in found if isinstance(one, Message)]


def _lines(message: Message, name: str) -> Iterator[str]:
    for key, value in message.raw_items():
        if key.lower() == name:
            raw = str(value)[:MOST_SAID].encode("utf-8", "surrogateescape")
            yield raw.decode("utf-8", "replace").strip()


def decoded(line: str) -> str:
    """Letters that were written in an older way, as they are meant; else the line as it is."""
    try:
        pieces = decode_header(line)
    except (HeaderParseError, ValueError):
        return line
    return "".join(one if isinstance(one, str) else letters(one, charset) for one, charset in pieces)

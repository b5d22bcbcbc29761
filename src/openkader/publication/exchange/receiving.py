"""A file of another organisation as it comes in: verified, and every part read as strictly as one's own."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from openkader.publication.exchange.content import Exchange
from openkader.publication.exchange.entries import Line, ListIn, read_lists, read_messages
from openkader.publication.exchange.envelope import MOST_BYTES, opened, too_large
from openkader.publication.kader_files import Received, keys
from openkader.publication.kader_files.envelope import check_names
from openkader.publication.kader_files.receiving import kader_in, one_line, require_key
from openkader.publication.kader_files.signed_json import written_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A file that holds, with what is in its parts, the key that signed it, and the file itself."""

    exchange: Exchange
    kader: Received | None
    lines: Mapping[str, Line]
    lists: Mapping[str, ListIn]
    fingerprint: str
    content: bytes
    file_name: str

    @property
    def digest(self) -> str:
        """By which the very same file is known again."""
        return hashlib.sha256(self.content).hexdigest()

    @property
    def publisher(self) -> str:
        """How the file names its organisation, on one line and without signs that move a cursor."""
        return one_line(self.exchange.name.nl)


def received(content: bytes, name: str, trusted: str | None = None) -> Given:
    """What is in a file, or in one sentence why not; whoever names a key accepts no other."""
    exchange, public = opened(content, name)
    fingerprint = keys.fingerprint_of(public)
    require_key(fingerprint, trusted)
    messages, lists = exchange.messages, exchange.lists
    return Given(
        exchange=exchange,
        kader=_kader(exchange, fingerprint, content, name),
        lines=read_messages(messages.text, "messages") if messages else {},
        lists=read_lists(lists.text, "lists") if lists else {},
        fingerprint=fingerprint,
        content=content,
        file_name=name,
    )


def _kader(exchange: Exchange, fingerprint: str, content: bytes, name: str) -> Received | None:
    """The kader in it, as it comes in a file of its own."""
    part = exchange.kader
    if part is None:
        return None
    check_names(exchange.organisation, part.version, part.files, name)
    kader = kader_in(f"{exchange.organisation}/{part.version}", part.files, part.digest, file=name)
    return Received(kader=kader, texts=part.files, fingerprint=fingerprint, content=content, file_name=name)


def content_of(path: Path) -> bytes:
    """The file at a path, as far as such a file can be large."""
    return written_at(path, MOST_BYTES, too_large)

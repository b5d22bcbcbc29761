"""The mailbox in which answers to our mail come in, asked over IMAP (RFC 9051) and never without TLS.

As the server that our mail goes out by, it is one that the settings name, wherever it lies. A certificate of an
authority of one's own is believed where `SSL_CERT_FILE` names it.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from django.conf import settings

from openkader.base.errors import Unavailable
from openkader.casework.mail.reading import HEAD_BYTES
from openkader.register.mailbox_sign_in import sign_in

_SECONDS = 20
_SIZE = re.compile(rb"RFC822\.SIZE (\d{1,12})")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """The folder in which mail waits, while it is open."""

    line: imaplib.IMAP4
    able: frozenset[str]  # what the server says that it can, once it knows who asks

    def waiting(self) -> list[str]:
        """The numbers of what waits, the oldest first."""
        _, found = self._asked("SEARCH", "ALL")
        return found[0].decode("ascii", "replace").split() if found and isinstance(found[0], bytes) else []

    def size(self, number: str) -> int | None:
        """How many bytes one is; None where another took it meanwhile."""
        _, found = self._asked("FETCH", number, "(RFC822.SIZE)")
        told = _SIZE.search(found[0]) if found and isinstance(found[0], bytes) else None
        return int(told[1]) if told else None

    def content(self, number: str, *, head: bool = False) -> bytes | None:
        """One as it came, or its beginning, and it is not marked as read; None where another took it meanwhile."""
        part = f"(BODY.PEEK[]<0.{HEAD_BYTES}>)" if head else "(BODY.PEEK[])"
        _, found = self._asked("FETCH", number, part)
        return next((bytes(one[1]) for one in found if isinstance(one, tuple)), None)

    def put_away(self, number: str) -> None:
        """Move one to the folder of what was taken in; a server that cannot move copies, and takes away."""
        done = _quoted(settings.MAILBOX.done)
        self.line.create(done)  # where it is there already, the server says no, and that is well
        if "MOVE" in self.able:
            self._asked("MOVE", number, done)
            return
        self._asked("COPY", number, done)
        self._asked("STORE", number, "+FLAGS.SILENT", "(\\Deleted)")
        if "UIDPLUS" in self.able:
            self._asked("EXPUNGE", number)
        else:
            self.line.expunge()

    def _asked(self, command: str, *words: str) -> tuple[str, list[bytes | tuple[bytes, bytes] | None]]:
        answer, found = self.line.uid(command, *words)
        if answer != "OK":
            raise imaplib.IMAP4.error(command)
        return answer, found


@contextmanager
def opened_mailbox() -> Iterator[Mailbox]:
    """The mailbox that the settings name; `Unavailable` when it cannot be had, at whatever moment."""
    place = settings.MAILBOX
    try:
        secret = place.password_file.read_text(encoding="utf-8").rstrip("\r\n")
        context = ssl.create_default_context()
        line = imaplib.IMAP4_SSL(place.host, place.port, ssl_context=context, timeout=_SECONDS)
        try:
            sign_in(line, place.user, secret, place.tokens)
            _, said = line.capability()
            answer, _ = line.select(_quoted(place.folder))
            if answer != "OK":
                raise imaplib.IMAP4.error("SELECT")
            yield Mailbox(line, frozenset(said[0].decode("ascii", "replace").upper().split()))
        finally:
            with suppress(OSError, imaplib.IMAP4.error):
                line.logout()
    except (OSError, imaplib.IMAP4.error, UnicodeError) as error:
        # What a server answers may repeat whom we said to be.
        raise Unavailable("mail.away", {"reason": type(error).__name__}) from error


def _quoted(folder: str) -> str:
    return f'"{folder}"'

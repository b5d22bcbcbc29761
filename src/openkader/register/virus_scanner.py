"""Asking a virus scanner (clamd) about a file before it is kept; what was not looked at is not kept.

The few lines of clamd's own protocol are ours: of the libraries for it `clamd` has had no release since 2014,
`clamav-client` (its successor) is GPL-2.0 only, and `aioclamd` wants an event loop.
"""

import logging
import socket
import struct
import time
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass

from openkader.base.errors import Unavailable

logger = logging.getLogger(__name__)
_SECONDS, _GLANCE = 30.0, 2.0
_MOST_SAID = 1024  # of an answer, which is one line
_INFECTED, _CLEAN = " FOUND", "OK"


@dataclass(frozen=True, slots=True)
class Clamd:
    """Where the scanner listens: a socket in the file system, or a host and a port."""

    path: str = ""
    host: str = ""
    port: int = 0

    def scan(self, pieces: Iterable[bytes]) -> str:
        """The name of what a file is infected with, or nothing; `Unavailable` when nobody can say."""
        said = self._asked(b"zINSTREAM\0", pieces, _SECONDS).removeprefix("stream: ")
        if said == _CLEAN:
            return ""
        if said.endswith(_INFECTED):
            return said.removesuffix(_INFECTED)
        logger.error("the virus scanner did not look at a file: %s", ascii(said))
        raise Unavailable("upload.not-scanned")

    def is_there(self) -> bool:
        """Whether it answers, at a glance."""
        try:
            return self._asked(b"zPING\0", None, _GLANCE) == "PONG"
        except Unavailable:
            return False

    def _asked(self, command: bytes, pieces: Iterable[bytes] | None, seconds: float) -> str:
        """Its answer to one command, which is all that a connection is for."""
        end = time.monotonic() + seconds
        try:
            with self._connected(seconds) as line:
                # It answers and hangs up in the middle of a file that is too large for it.
                with suppress(BrokenPipeError, ConnectionResetError):
                    line.sendall(command)
                    for piece in pieces or ():
                        line.settimeout(max(end - time.monotonic(), 0.001))
                        line.sendall(struct.pack("!I", len(piece)) + piece if piece else b"")
                    line.sendall(struct.pack("!I", 0) if pieces is not None else b"")
                return _heard(line, end)
        except OSError as error:
            logger.error("the virus scanner cannot be reached: %s", type(error).__name__)  # noqa: TRY400  in one line
            raise Unavailable("upload.not-scanned") from error

    def _connected(self, seconds: float) -> socket.socket:
        if not self.path:
            return socket.create_connection((self.host, self.port), seconds)
        line = socket.socket(socket.AF_UNIX)
        line.settimeout(seconds)
        try:
            line.connect(self.path)
        except OSError:
            line.close()
            raise
        return line


def _heard(line: socket.socket, end: float) -> str:
    """What is said until a zero, and not without end."""
    heard = b""
    while b"\0" not in heard and len(heard) < _MOST_SAID:
        line.settimeout(max(end - time.monotonic(), 0.001))
        piece = line.recv(_MOST_SAID)
        if not piece:
            return ""  # an answer that was cut off is none
        heard += piece
    return heard.partition(b"\0")[0].decode("utf-8", "replace").strip()

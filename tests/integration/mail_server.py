"""A mail server on this machine, which stops half-way where a test says so."""

import re
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

_ANSWERS = {
    "EHLO": "250 here",
    "HELO": "250 here",
    "MAIL": "250 fine",
    "RCPT": "250 fine",
    "RSET": "250 fine",
}
_NAME = re.compile(r"^Message-ID: (.+)$", re.MULTILINE)


@dataclass
class MailServer:
    """Which mails came in whole, and after which command it says nothing any more."""

    port: int = 0
    silent_after: str = ""
    came: list[str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    fell_silent: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}"

    def talk(self, handler: socketserver.StreamRequestHandler) -> None:
        _say(handler, "220 here")
        while line := handler.rfile.readline().decode().strip():
            command = line[:4].upper()
            if self._falls_silent(command, handler):
                return
            if command == "DATA":
                _say(handler, "354 go on")
                self._take(handler)
                if self._falls_silent("TAKEN", handler):
                    return
            _say(handler, "221 bye" if command == "QUIT" else _ANSWERS.get(command, "250 fine"))

    def _take(self, handler: socketserver.StreamRequestHandler) -> None:
        lines = iter(lambda: handler.rfile.readline().decode().rstrip("\r\n"), ".")
        self.texts.append("\n".join(lines))
        found = _NAME.search(self.texts[-1])
        assert found is not None
        self.came.append(found[1])

    def _falls_silent(self, at: str, handler: socketserver.StreamRequestHandler) -> bool:
        if self.silent_after != at:
            return False
        self.fell_silent.set()
        handler.rfile.read()  # until whoever sends is gone
        return True


def _say(handler: socketserver.StreamRequestHandler, line: str) -> None:
    handler.wfile.write(f"{line}\r\n".encode())


@contextmanager
def serving_mail() -> Iterator[MailServer]:
    found = MailServer()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            found.talk(self)

    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        found.port = server.server_address[1]
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield found
        server.shutdown()

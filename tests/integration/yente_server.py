"""A yente server on this machine, which answers what a test tells it to."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, urlsplit

from tests.integration.loopback import listening
from tests.unit.yente_answers import catalog, matches, result

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass
class Server:
    """What the server answers on /match, and what it was asked."""

    url: str
    answers: list[Answer] = field(default_factory=list)
    asked: list[tuple[str, str, dict[str, str], Any]] = field(default_factory=list)

    def take(self, handler: BaseHTTPRequestHandler) -> None:
        parts = urlsplit(handler.path)
        body = handler.rfile.read(int(handler.headers.get("Content-Length") or 0))
        headers = {name.lower(): value for name, value in handler.headers.items()}
        self.asked.append((handler.command, handler.path, headers, json.loads(body or b"null")))
        if parts.path == "/yente/catalog":
            say(catalog())(handler)
        elif parts.path == "/yente/match/sanctions" and "limit" in parse_qs(parts.query):
            (self.answers.pop(0) if self.answers else say(matches(result())))(handler)
        else:
            say({"detail": "No such dataset."}, status=404)(handler)


def say(data: Any, status: int = 200, **headers: str) -> Answer:
    return send(json.dumps(data).encode(), status, 0, **headers)


def send(body: bytes, status: int = 200, pause: float = 0, /, **headers: str) -> Answer:
    """A body with its headers; with a pause it comes in small pieces."""

    def answer(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        for name, value in {"Content_Length": str(len(body)), **headers}.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        step = 10 if pause else len(body) or 1
        for start in range(0, len(body), step):
            handler.wfile.write(body[start : start + step])
            handler.wfile.flush()
            time.sleep(pause)

    return answer


@contextmanager
def serving() -> Iterator[Server]:
    host = Server("")
    with listening(host.take) as address:
        host.url = f"{address}/yente/"
        yield host

"""Reaching a server over the web: with a time limit, a size limit, and no detours."""

import http.client
import time
import urllib.request
from contextlib import closing
from dataclasses import dataclass, field
from urllib.parse import urlencode

from openkader import __version__
from openkader.base.errors import Unavailable
from openkader.screening.yente import Answered, Asked

MOST_BYTES = 32 << 20
_BLOCK = 1 << 16
_HEADERS = {
    "User-Agent": f"OpenKader/{__version__}",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "Content-Type": "application/json",
}


def opener(*more: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    """Only the web, and no redirects unless a handler for them is given: nothing leads to a file or to FTP."""
    director = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.UnknownHandler(),
        *more,
    ):
        director.add_handler(handler)
    return director


@dataclass(frozen=True, slots=True)
class Wire:
    """A server at an address; `authorization` is told to it, and to nobody else.

    `seconds` is how long one answer may take in all. No redirect is followed: names of
    people and the key go to the server that was named.
    """

    server: str
    authorization: str = field(default="", repr=False)
    seconds: float = 30
    most: int = MOST_BYTES

    def __call__(self, asked: Asked) -> Answered:
        """Ask once; `Unavailable` when no whole answer comes."""
        end = time.monotonic() + self.seconds
        try:
            with closing(opener().open(self._request(asked), timeout=self.seconds)) as answer:
                return Answered(
                    status=answer.status,
                    body=self._body(answer, end),
                    retry_after=answer.headers.get("Retry-After", ""),
                    date=answer.headers.get("Date", ""),
                )
        except http.client.IncompleteRead as error:
            raise Unavailable("screening.answer-cut", {"server": self.server}) from error
        except TimeoutError as error:
            raise self._slow() from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            cause = getattr(error, "reason", error)
            if isinstance(cause, TimeoutError):
                raise self._slow() from error
            reason = "".join(filter(str.isprintable, str(cause)))[:200]  # it can repeat what the server said
            detail = {"server": self.server, "reason": reason or type(cause).__name__}
            raise Unavailable("screening.server-unreachable", detail) from error

    def _request(self, asked: Asked) -> urllib.request.Request:
        query = f"?{urlencode(asked.query)}" if asked.query else ""
        url = f"{self.server.rstrip('/')}/{asked.path}{query}"
        request = urllib.request.Request(url, data=asked.body, headers=_HEADERS)  # noqa: S310 - see `settings`
        if self.authorization:
            request.add_unredirected_header("Authorization", self.authorization)
        return request

    def _body(self, answer: http.client.HTTPResponse, end: float) -> bytes:
        """The body: all that was promised, in time, and not without end."""
        promised, body = answer.headers.get("Content-Length", ""), bytearray()
        while block := answer.read1(_BLOCK):
            body += block
            if len(body) > self.most:
                limit = f"{self.most >> 20} MB"
                raise Unavailable("screening.answer-too-large", {"server": self.server, "limit": limit})
            if time.monotonic() > end:
                raise self._slow()
        if promised.isdecimal() and len(body) != int(promised):
            raise Unavailable("screening.answer-cut", {"server": self.server})
        return bytes(body)

    def _slow(self) -> Unavailable:
        return Unavailable("screening.server-slow", {"server": self.server, "seconds": f"{self.seconds:g}"})

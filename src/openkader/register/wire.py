"""Reaching a server over the web: with a time limit, a size limit, and no detours."""

import http.client
import io
import time
import urllib.request
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from typing import Any, cast
from urllib.parse import urlencode

from openkader import __version__
from openkader.base.errors import Unavailable
from openkader.register.dialling import dialler, judge
from openkader.screening.yente import Answered, Asked

MOST_BYTES = 32 << 20
_BLOCK = 1 << 16
_HEADERS = {
    "User-Agent": f"OpenKader/{__version__}",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "Content-Type": "application/json",
}


class _Hurried(io.RawIOBase):
    """What comes over a connection until a moment; a time limit on each silence alone lets it come drop by drop."""

    def __init__(self, connection: Any, end: float) -> None:
        self._connection = connection
        self._raw = connection.makefile("rb", buffering=0)
        self._silence = connection.gettimeout()
        self._end = end

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        left = self._end - time.monotonic()
        if left <= 0:
            raise TimeoutError
        self._connection.settimeout(min(left, self._silence))
        return cast("int | None", self._raw.readinto(buffer))

    def close(self) -> None:
        self._raw.close()
        super().close()


class _Answer(http.client.HTTPResponse):
    """An answer of which all must be in at a moment, the headers too."""

    def __init__(self, connection: Any, end: float, **more: Any) -> None:
        super().__init__(connection, **more)
        self.fp.close()
        self.fp = io.BufferedReader(_Hurried(connection, end))


class _Web(urllib.request.HTTPHandler, urllib.request.HTTPSHandler):
    """The web, with an end to every answer."""

    def __init__(self, end: float) -> None:
        super().__init__()
        self._end = end

    def do_open(self, http_class: Callable[..., Any], req: urllib.request.Request, **more: Any) -> Any:
        # As the proxy handler marks a request; not by its host, which the library reads more freely than we do.
        proxied = req.has_proxy() or bool(getattr(req, "_tunnel_host", None))

        def connection(host: str, **settings: Any) -> Any:
            made = http_class(host, **settings)
            if not proxied:
                made._create_connection = dialler(req.type)
            made.response_class = partial(_Answer, end=self._end)
            return made

        return super().do_open(connection, req, **more)


class _Judged(urllib.request.BaseHandler):
    """Looks at every address before it is asked, those of redirects too."""

    def http_request(self, req: urllib.request.Request) -> urllib.request.Request:
        judge(req.full_url)
        return req

    https_request = http_request


def opener(end: float, *more: urllib.request.BaseHandler) -> urllib.request.OpenerDirector:
    """Only the web, to answer before a moment on the clock that only runs forward.

    No redirects unless a handler for them is given: nothing leads to a file or to FTP.
    """
    director = urllib.request.OpenerDirector()
    for handler in (
        _Judged(),
        urllib.request.ProxyHandler(),
        _Web(end),
        urllib.request.UnknownHandler(),
        *more,
    ):
        director.add_handler(handler)
    return director


def said(cause: object) -> str:
    """Why there was no answer, in one line: it can repeat what the server said, and that may be anything."""
    words = getattr(cause, "strerror", None) or str(cause)
    return "".join(filter(str.isprintable, words))[:200] or type(cause).__name__


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
            with closing(opener(end).open(self._request(asked), timeout=self.seconds)) as answer:
                return Answered(
                    status=answer.status,
                    body=self._body(answer),
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
            detail = {"server": self.server, "reason": said(cause)}
            raise Unavailable("screening.server-unreachable", detail) from error

    def _request(self, asked: Asked) -> urllib.request.Request:
        query = f"?{urlencode(asked.query)}" if asked.query else ""
        url = f"{self.server.rstrip('/')}/{asked.path}{query}"
        request = urllib.request.Request(url, data=asked.body, headers=_HEADERS)  # noqa: S310 - see `settings`
        if self.authorization:
            request.add_unredirected_header("Authorization", self.authorization)
        return request

    def _body(self, answer: http.client.HTTPResponse) -> bytes:
        """The body: all that was promised, and not without end."""
        promised, body = answer.headers.get("Content-Length", ""), bytearray()
        while block := answer.read1(_BLOCK):
            body += block
            if len(body) > self.most:
                limit = f"{self.most >> 20} MB"
                raise Unavailable("screening.answer-too-large", {"server": self.server, "limit": limit})
        if promised.isdecimal() and len(body) != int(promised):
            raise Unavailable("screening.answer-cut", {"server": self.server})
        return bytes(body)

    def _slow(self) -> Unavailable:
        return Unavailable("screening.server-slow", {"server": self.server, "seconds": f"{self.seconds:g}"})

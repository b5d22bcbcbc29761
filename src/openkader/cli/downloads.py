"""Bringing the file of a list: from the web, politely and with limits, or from this computer."""

import base64
import http.client
import shutil
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from email.message import Message
from pathlib import Path
from typing import IO
from urllib.parse import unquote, urlsplit, urlunsplit

from openkader import __version__
from openkader.base.errors import Invalid, Problem, Unavailable
from openkader.register.wire import opener, said
from openkader.screening.lists import Fetched

MOST_BYTES = 4 << 30
_BLOCK = 1 << 16
_HEADERS = {"User-Agent": f"OpenKader/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}
_WEB = ("https", "http")
# Not every OSError: a disk that is full is no trouble of the publisher.
_OF_THE_WEB = (
    urllib.error.URLError,
    http.client.HTTPException,
    ConnectionError,
    TimeoutError,
    ssl.SSLError,
    ValueError,
)
_NOT_LET_IN = (http.HTTPStatus.UNAUTHORIZED, http.HTTPStatus.FORBIDDEN)
_PATIENCE = (http.HTTPStatus.REQUEST_TIMEOUT, http.HTTPStatus.TOO_MANY_REQUESTS)
Watch = Callable[[int, int | None], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A `Fetch` that reaches the web; `seconds` is how long one file may take in all."""

    seconds: float
    silence: float = 30
    watch: Watch = lambda done, end: None

    def __call__(self, source: str, into: Path, etag: str) -> Fetched:
        """Write the file at `source` as `into`, unless it still has the mark `etag`."""
        parts = urlsplit(source)
        if parts.scheme in _WEB and parts.hostname:
            return self._from_web(source, into, etag)
        return _from_here(source, into)

    def _from_web(self, source: str, into: Path, etag: str) -> Fetched:
        request = _request(source, etag)
        shown, end = shown_source(source), time.monotonic() + self.seconds
        try:
            with closing(_opener(end).open(request, timeout=min(self.silence, self.seconds))) as answer:
                if answer.status != http.HTTPStatus.OK:  # a part of the file, or a page that says sorry
                    raise Unavailable("list.answered", {"source": shown, "status": str(answer.status)})
                self._take(answer, into, shown)
                return Fetched(name=_name(answer.url), etag=_mark(answer.headers))
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == http.HTTPStatus.NOT_MODIFIED and etag:
                return Fetched(unchanged=True)
            raise _answered(shown, error.code) from error
        except http.client.IncompleteRead as error:
            detail = {"source": shown, "found": str(len(error.partial)), "wanted": "?"}
            raise Unavailable("list.body-cut", detail) from error
        except _OF_THE_WEB as error:
            cause = getattr(error, "reason", error)
            if isinstance(cause, TimeoutError):
                raise self._too_slow(shown, end) from error
            raise Unavailable("list.unreachable", {"source": shown, "reason": said(cause)}) from error

    def _take(self, answer: http.client.HTTPResponse, into: Path, shown: str) -> None:
        """Copy the body; what was promised must come, and not without end."""
        promised = answer.headers.get("Content-Length", "")
        wanted = int(promised) if promised.isdecimal() else None
        done = 0
        with into.open("wb") as file:
            while block := answer.read1(_BLOCK):
                done += file.write(block)
                self.watch(done, wanted)
                if done > MOST_BYTES:
                    detail = {"source": shown, "limit": f"{MOST_BYTES >> 30} GB"}
                    raise Unavailable("list.body-too-large", detail)
        if wanted is not None and done != wanted:
            detail = {"source": shown, "found": str(done), "wanted": str(wanted)}
            raise Unavailable("list.body-cut", detail)

    def _too_slow(self, shown: str, end: float) -> Unavailable:
        """Too long in all, or a silence that lasted too long."""
        seconds = self.seconds if time.monotonic() >= end else min(self.silence, self.seconds)
        return Unavailable("list.too-slow", {"source": shown, "seconds": f"{seconds:g}"})


def _answered(shown: str, status: int) -> Unavailable:
    """An answer that is no file; what to do about it differs."""
    detail = {"source": shown, "status": str(status)}
    if status in _NOT_LET_IN:
        return Unavailable("list.let-in", detail)
    if status >= http.HTTPStatus.INTERNAL_SERVER_ERROR or status in _PATIENCE:
        return Unavailable("list.failing", detail)
    if status < http.HTTPStatus.BAD_REQUEST:
        return Unavailable("list.elsewhere", detail)
    return Unavailable("list.answered", detail)


def shown_source(source: str) -> str:
    """A source as it may be shown: an address can hold a password or a token."""
    parts = urlsplit(source)
    if parts.scheme not in _WEB:
        return source
    host = parts.netloc.rpartition("@")[2]
    return f"{parts.scheme}://{host}{parts.path}" + ("?…" if parts.query else "")


def absolute_source(source: str) -> str:
    """A source that means the same from any folder; what is neither a file nor an address is refused."""
    parts = urlsplit(source)
    if parts.scheme in (*_WEB, "file"):
        if parts.scheme in _WEB and not parts.hostname:
            raise Invalid([Problem("list.bad-source", source, {"source": source})])
        return source
    path = Path(source)
    if not path.is_file():
        raise Invalid([Problem("list.bad-source", source, {"source": source})])
    return str(path.absolute())


def _from_here(source: str, into: Path) -> Fetched:
    """A file on this computer; whether it changed is told by what is in it."""
    path = Path(unquote(urlsplit(source).path)) if source.startswith("file:") else Path(source)
    try:
        with path.open("rb") as file:
            _copy(file, into)
    except OSError as error:
        detail = {"source": source, "reason": error.strerror or str(error)}
        raise Unavailable("list.no-source-file", detail) from error
    return Fetched(name=path.name)


def _copy(file: IO[bytes], into: Path) -> None:
    with into.open("wb") as out:
        shutil.copyfileobj(file, out)


class Moved(urllib.request.HTTPRedirectHandler):
    """Publishers move their files, so a redirect within the web is followed; one that gives up secrecy is not."""

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # noqa: PLR0913  as urllib calls it
        """Where to go next; on an open line anybody could hand us another list."""
        if req.type == "https" and urlsplit(newurl).scheme != "https":
            raise urllib.error.HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _opener(end: float) -> urllib.request.OpenerDirector:
    """Only the web, redirects included, until a moment."""
    return opener(end, urllib.request.HTTPDefaultErrorHandler(), Moved(), urllib.request.HTTPErrorProcessor())


def _request(source: str, etag: str) -> urllib.request.Request:
    """What is asked; a name and password in the address go along, but to no other address."""
    parts = urlsplit(source)
    login, _, host = parts.netloc.rpartition("@")
    bare = urlunsplit(parts._replace(netloc=host, fragment=""))
    request = urllib.request.Request(bare, headers=_asking(etag))  # noqa: S310 - the scheme was looked at
    if login:
        word = base64.b64encode(unquote(login).encode()).decode("ascii")
        request.add_unredirected_header("Authorization", f"Basic {word}")
    return request


def _asking(mark: str) -> dict[str, str]:
    """The headers; the mark of the file that we have makes an unchanged one come back empty."""
    if not mark:
        return _HEADERS
    is_date = mark.startswith("date ")
    return {**_HEADERS, **({"If-Modified-Since": mark[5:]} if is_date else {"If-None-Match": mark})}


def _mark(headers: Message) -> str:
    """The mark by which the source knows a file: its ETag, or when it last changed."""
    changed = headers.get("Last-Modified", "")
    return headers.get("ETag", "") or (f"date {changed}" if changed else "")


def _name(url: str) -> str:
    return unquote(urlsplit(url).path).rpartition("/")[2]

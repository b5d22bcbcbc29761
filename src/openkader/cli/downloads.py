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
from openkader.register.wire import opener
from openkader.screening.lists import Fetched

MOST_BYTES = 4 << 30
_BLOCK = 1 << 16
_HEADERS = {"User-Agent": f"OpenKader/{__version__}", "Accept": "*/*", "Accept-Encoding": "identity"}
_WEB = ("https", "http")
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
        silence = min(self.silence, self.seconds)
        try:
            with closing(_opener().open(request, timeout=silence)) as answer:
                self._take(answer, into, shown, end)
                return Fetched(name=_name(answer.url), etag=_mark(answer.headers))
        except urllib.error.HTTPError as error:
            error.close()
            if error.code == http.HTTPStatus.NOT_MODIFIED:
                return Fetched(unchanged=True)
            raise Unavailable("list.answered", {"source": shown, "status": str(error.code)}) from error
        except TimeoutError as error:
            raise _too_slow(shown, silence) from error
        except http.client.IncompleteRead as error:
            detail = {"source": shown, "found": str(len(error.partial)), "wanted": "?"}
            raise Unavailable("list.body-cut", detail) from error
        except (urllib.error.URLError, http.client.HTTPException, ValueError) as error:
            if isinstance(getattr(error, "reason", None), TimeoutError):
                raise _too_slow(shown, silence) from error
            reason = str(getattr(error, "reason", error)) or type(error).__name__
            raise Unavailable("list.unreachable", {"source": shown, "reason": reason[:200]}) from error
        except (ConnectionError, ssl.SSLError) as error:
            raise Unavailable("list.unreachable", {"source": shown, "reason": str(error)}) from error

    def _take(self, answer: http.client.HTTPResponse, into: Path, shown: str, end: float) -> None:
        """Copy the body; what was promised must come, in time, and not without end."""
        promised = answer.headers.get("Content-Length", "")
        wanted = int(promised) if promised.isdecimal() else None
        done = 0
        with into.open("wb") as file:
            while block := answer.read1(_BLOCK):
                done += file.write(block)
                self.watch(done, wanted)
                if time.monotonic() > end:
                    raise _too_slow(shown, self.seconds)
                if done > MOST_BYTES:
                    detail = {"source": shown, "limit": f"{MOST_BYTES >> 30} GB"}
                    raise Unavailable("list.body-too-large", detail)
        if wanted is not None and done != wanted:
            detail = {"source": shown, "found": str(done), "wanted": str(wanted)}
            raise Unavailable("list.body-cut", detail)


def _too_slow(shown: str, seconds: float) -> Unavailable:
    return Unavailable("list.too-slow", {"source": shown, "seconds": f"{seconds:g}"})


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


def _opener() -> urllib.request.OpenerDirector:
    """Only the web; publishers move their files, so a redirect within it is followed."""
    return opener(
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    )


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

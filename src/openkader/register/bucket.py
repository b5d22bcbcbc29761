"""Documents in a bucket of a server with the S3 interface, for a house that runs on several machines.

Four requests of that interface are ours: put, get, look and delete. `boto3` weighs 36 MB, takes 41 MB in each process,
and opens connections of its own that do not ask where the house may reach out to (ADR 32).
"""

import hashlib
import logging
import os
import re
import time
from collections.abc import Collection, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

from urllib3 import BaseHTTPResponse, PoolManager, ProxyManager, Timeout
from urllib3.exceptions import HTTPError

from openkader.base.errors import Unavailable
from openkader.register.bucket_signing import Keys, authorization
from openkader.register.dialling import judge
from openkader.register.pools import POOLS
from openkader.register.shelf import Shelf

logger = logging.getLogger(__name__)
_AT_ONCE = 8  # looks at many
_CONNECT, _SILENCE = 2.0, 10.0
# How long a look may take in all, what carries content, and the glance of a probe.
_SHORT, _LONG, _GLANCE = 10.0, 60.0, 2.0
_PAUSES = (0.2, 0.8)  # before it is asked once more
_OVERBURDENED = frozenset({429, 500, 502, 503, 504})
_PIECE = 1 << 16
_MOST = 256 << 20  # more than any document that is taken in
_NOTHING = hashlib.sha256(b"").hexdigest()
_CODE = re.compile(rb"<Code>([A-Za-z0-9.]{1,60})</Code>")


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def code(self) -> str:
        """The word of the interface for what is wrong; nothing else of what a server says is repeated."""
        found = _CODE.search(self.body[:4096])
        return found[1].decode("ascii") if found else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bucket(Shelf):
    """A bucket that nobody else may read; `url` is where its server is asked, `prefix` begins every name in it.

    The server checks what it gets against the digest that came along, and keeps it whole or not at all.
    """

    url: str
    name: str
    keys: Keys = field(repr=False)
    prefix: str = ""
    by_host: bool = False

    def put(self, content: bytes) -> str:
        """Keep the content, unless the same is there; its digest leads to it."""
        digest = hashlib.sha256(content).hexdigest()
        if _size(self._asked("HEAD", digest)) != len(content):
            self._asked("PUT", digest, content=content, seconds=_LONG)
        return digest

    def found(self, digest: str) -> bytes | None:
        """What lies there, whatever it is; None where nothing lies."""
        answer = self._asked("GET", digest, seconds=_LONG)
        return answer.body if answer.status == 200 else None

    def size(self, digest: str) -> int | None:
        """How many bytes lie there. A look is not told why nothing was found: there may be no bucket at all."""
        found = _size(self._asked("HEAD", digest))
        trouble = self.trouble() if found is None else ""
        if trouble:
            raise _away(trouble)
        return found

    def sizes(self, digests: Collection[str]) -> Mapping[str, int | None]:
        """The size of each; several are looked at at a time, and none any more once one cannot be."""
        several = ThreadPoolExecutor(_AT_ONCE)
        try:
            return dict(zip(digests, several.map(self.size, digests), strict=True))
        finally:
            several.shutdown(cancel_futures=True)

    def drop(self, digest: str) -> None:
        """Take a document away; one that is gone already is no mistake."""
        answer = self._asked("DELETE", digest)
        if answer.headers.get("x-amz-delete-marker") == "true":
            logger.error("the bucket keeps versions: a document that was destroyed is still in it")

    def trouble(self) -> str:
        """Why the bucket cannot be asked, at a glance; whether it may be written shows when something is."""
        try:
            answer = self._sent("HEAD", "", b"", time.monotonic() + _GLANCE)
        except (HTTPError, OSError, Unavailable) as error:
            return _why(error)
        return "" if answer.status == 200 else f"status {answer.status}"

    def _asked(self, method: str, digest: str, *, content: bytes = b"", seconds: float = _SHORT) -> _Answer:
        """An answer that says something of this document: it is there, it is done, or there is none."""
        end = time.monotonic() + seconds
        for pause in (*_PAUSES, None):
            try:
                answer = self._sent(method, f"/{self.prefix}{digest[:2]}/{digest}", content, end)
                if answer.status in (200, 204) or (answer.status == 404 and answer.code != "NoSuchBucket"):
                    return answer
                trouble, again = (
                    f"status {answer.status} {answer.code}".strip(),
                    answer.status in _OVERBURDENED,
                )
            except (HTTPError, OSError) as error:
                trouble, again = _why(error), True
            if not again or pause is None or time.monotonic() + pause >= end:
                break
            time.sleep(pause)
        raise _away(f"{method}: {trouble}")

    def _sent(self, method: str, place: str, content: bytes, end: float) -> _Answer:
        """One request and all of its answer, before this moment."""
        parts = urlsplit(self.url)
        host = f"{self.name}.{parts.netloc}" if self.by_host else parts.netloc
        path = place or "/" if self.by_host else f"/{self.name}{place}"
        url = f"{parts.scheme}://{host}{path}"
        judge(url)
        headers = {
            "host": host,
            # A server answers only who asks at this very moment: the clock of the machine, and of no case.
            "x-amz-date": time.strftime("%Y%m%dT%H%M%SZ", time.gmtime()),
            "x-amz-content-sha256": hashlib.sha256(content).hexdigest() if content else _NOTHING,
        }
        headers["authorization"] = authorization(f"{method} {path}", headers, self.keys)
        length = {"content-length": str(len(content))} if method == "PUT" else {}
        answer = _connections(os.getpid(), parts.scheme, host).urlopen(
            method,
            url,
            body=_pieces(content, end) if content else None,
            headers={**headers, "accept-encoding": "identity", **length},
            redirect=False,
            retries=False,
            preload_content=False,
            decode_content=False,
            timeout=Timeout(connect=_left(end, _CONNECT), read=_left(end, _SILENCE)),
        )
        return _Answer(
            answer.status, {name.lower(): value for name, value in answer.headers.items()}, _body(answer, end)
        )


def _size(answer: _Answer) -> int | None:
    """How long what was looked at is; one that does not say is as long as nothing ever is."""
    if answer.status != 200:
        return None
    length = answer.headers.get("content-length", "")
    return int(length) if length.isdecimal() else -1


def _pieces(content: bytes, end: float) -> Iterator[bytes]:
    for start in range(0, len(content), _PIECE):
        _left(end, _SILENCE)
        yield content[start : start + _PIECE]


def _body(answer: BaseHTTPResponse, end: float) -> bytes:
    """All that comes, and not without end, in time or in size."""
    body = bytearray()
    try:
        while piece := answer.read(_PIECE):
            body += piece
            if len(body) > _MOST:
                answer.close()
                break
            _left(end, _SILENCE)
    except BaseException:
        answer.close()
        raise
    answer.release_conn()
    return bytes(body)


def _left(end: float, most: float) -> float:
    left = end - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return min(left, most)


@lru_cache(maxsize=8)
def _connections(_process: int, scheme: str, host: str) -> PoolManager:
    """Those of this process: a line that two would share carries two talks at once."""
    proxy = "" if proxy_bypass(host) else getproxies().get(scheme, "")
    if proxy:
        return ProxyManager(proxy, maxsize=_AT_ONCE)
    found = PoolManager(maxsize=_AT_ONCE)
    found.pool_classes_by_scheme = POOLS
    return found


def _why(error: Exception) -> str:
    """What went wrong, in a word; a library wraps it in one of its own."""
    inner = error.args[-1] if error.args and isinstance(error.args[-1], Exception) else error
    return error.code if isinstance(error, Unavailable) else type(inner).__name__


def _away(trouble: str) -> Unavailable:
    """Why stands in the log; whoever is at the page, a stranger perhaps, is told what it means for them."""
    logger.error("the bucket of documents cannot be used: %s", trouble)
    return Unavailable("shelf.away")

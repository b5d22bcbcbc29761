"""One question to a case system and its answer: in time, in size, from where we asked, and without detours."""

import json
import re
import time
import urllib.request
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias
from urllib.parse import urlencode

from openkader import __version__
from openkader.base.errors import Refusal
from openkader.casework.subscribing import Silence, is_taken
from openkader.register.answering import Trouble, answer_to
from openkader.register.case_system.connection import Api, CaseSystem

Found: TypeAlias = dict[str, object]
SECONDS = 30.0  # of one answer
MOST_BYTES = 4 << 20  # a page of a hundred things is some 200 kB
_MOST_PAGES = 50
_BLOCK = 1 << 16
# The coordinates that a zaak could have; the standard asks for these headers also where there are none.
_HEADERS = {
    "User-Agent": f"OpenKader/{__version__}",
    "Accept": "application/json",
    "Accept-Encoding": "identity",
    "Accept-Crs": "EPSG:4326",
    "Content-Crs": "EPSG:4326",
    "Content-Type": "application/json",
}
# What says something of what we sent. Any other answer is about the system, or about us, and is asked again later.
_OF_THE_CASE = frozenset({400, 409, 410, 412, 413, 415, 422})
# Who may read there and not write this may not for this case, as where its level is higher than was agreed.
_OF_WHAT_IS_WRITTEN = _OF_THE_CASE | {403}
_WORD = re.compile(r"[^A-Za-z0-9_.\[\]-]")


class Denied(Exception):
    """This case cannot go as it is; others can."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.code)
        self.refusal = refusal


@dataclass(frozen=True, slots=True, kw_only=True)
class Calls:
    """What is asked for one case, at a moment; `end` is when it must be over, on the clock that only runs forward."""

    system: CaseSystem
    at: datetime
    end: float

    def find(self, api: Api, path: str, **query: str) -> list[Found]:
        """All that answers to it. A next page is asked by its number: an address in an answer is not followed."""
        found: list[Found] = []
        for page in range(1, _MOST_PAGES + 1):
            answer = self._asked("GET", api, path, query | ({"page": str(page)} if page > 1 else {}))
            if isinstance(answer, list):  # the one list of the standard that has no pages
                return [self._own(api, one) for one in answer]
            results = answer.get("results") if isinstance(answer, dict) else None
            if not isinstance(answer, dict) or not isinstance(results, list):
                raise Trouble(Silence.UNREADABLE)
            found += [self._own(api, one) for one in results]
            if not answer.get("next"):
                return found
        raise Trouble(Silence.TOO_LARGE)

    def create(self, api: Api, path: str, body: Found) -> Found:
        """Make it, and what it became."""
        return self._own(api, self._asked("POST", api, path, {}, body))

    def change(self, api: Api, url: str, body: Found) -> Found:
        """Change these fields of what stands at an address that `find` or `create` gave."""
        path = url.removeprefix(f"{self.system.addresses[api]}/")
        return self._own(api, self._asked("PATCH", api, path, {}, body))

    def remove(self, api: Api, url: str) -> None:
        """Take away what stands at an address that `find` or `create` gave."""
        self._asked("DELETE", api, url.removeprefix(f"{self.system.addresses[api]}/"), {})

    def _own(self, api: Api, found: object) -> Found:
        """What it says it is; an address elsewhere is nothing that we would ever ask, or let others link to."""
        url = found.get("url") if isinstance(found, dict) else None
        if not isinstance(found, dict) or not isinstance(url, str):
            raise Trouble(Silence.UNREADABLE)
        if not url.startswith(f"{self.system.addresses[api]}/") or len(url) > _MOST_URL:
            raise Trouble(Silence.ELSEWHERE)
        return found

    def _asked(
        self, method: str, api: Api, path: str, query: dict[str, str], body: Found | None = None
    ) -> object:
        left = min(self.end - time.monotonic(), SECONDS)
        if left <= 0:
            raise Trouble(Silence.TOO_SLOW)
        url = f"{self.system.addresses[api]}/{path}{'?' + urlencode(query) if query else ''}"
        content = json.dumps(body).encode() if body is not None else None
        request = urllib.request.Request(url, data=content, headers=_HEADERS, method=method)  # noqa: S310 - see `answer_to`
        request.add_unredirected_header("Authorization", self.system.authorization(self.at))
        status, said = _answered(request, left)
        if is_taken(str(status)):
            return _read(said) if said else None
        if status in (_OF_THE_CASE if method == "GET" else _OF_WHAT_IS_WRITTEN):
            what = path.partition("/")[0]
            detail = {"what": what, "status": str(status), "said": complaints(said)}
            raise Denied(Refusal("filing.denied", detail))
        raise Trouble(str(status))


_MOST_URL = 500


def complaints(said: bytes) -> str:
    """Which fields a server complains of, by their names and the codes of the standard; no words of its own."""
    try:
        found = json.loads(said)
    except (ValueError, RecursionError):
        return ""
    wrong = found.get("invalidParams") if isinstance(found, dict) else None
    if not isinstance(wrong, list) or not wrong:
        return _word(found.get("code")) if isinstance(found, dict) else ""
    pairs = [(_word(one.get("name")), _word(one.get("code"))) for one in wrong[:5] if isinstance(one, dict)]
    return ", ".join(f"{name} ({code})" for name, code in pairs)


def _word(said: object) -> str:
    return _WORD.sub("", str(said or ""))[:60]


def _read(said: bytes) -> object:
    try:
        return json.loads(said)
    except (ValueError, RecursionError):
        raise Trouble(Silence.UNREADABLE) from None


def _answered(request: urllib.request.Request, seconds: float) -> tuple[int, bytes]:
    """The status and all that was said."""
    body = bytearray()
    with answer_to(request, seconds) as answer:
        while block := answer.read1(_BLOCK):
            body += block
            if len(body) > MOST_BYTES:
                raise Trouble(Silence.TOO_LARGE)
        return int(answer.status), bytes(body)

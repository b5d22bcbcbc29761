"""What a program sends: JSON, not too much of it, and every name once."""

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from ninja.parser import Parser

from openkader.api.problems import said
from openkader.base.errors import Invalid, Problem

MOST_BYTES = 1_000_000
_JSON = "application/json"
_METHODS = ("GET", "POST", "PUT", "PATCH")  # of the interface; of another its address says that it has none
_FILES = (
    *("/documenten", "/delegatielijsten/bestanden", "/beweringcontroles/bestanden"),
    "/contextcijfers/bestanden",
)


class StrictJson(Parser):
    """Reads JSON of which no name is there twice: of two, one would be passed over in silence."""

    def parse_body(self, request: HttpRequest) -> Any:
        """What was sent; whatever is no JSON raises an error, which becomes a problem of the interface."""
        return strict_json(request.body.decode())


def strict_json(text: str) -> Any:
    """What a text says in JSON, of which no name is there twice; what is no JSON raises an error."""
    found = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    json.dumps(found, ensure_ascii=False).encode()  # half a letter (a surrogate) is no text
    return found


def refused_unread(request: HttpRequest) -> HttpResponse | None:
    """Why what was sent is not even read: there is too much of it, or it is something else than JSON."""
    if request.headers.get("Transfer-Encoding") and not request.META.get("CONTENT_LENGTH"):
        return said(411, "interface.no-length")  # in pieces without end: of it nothing would be read
    if not told_length(request) or _is_document(request) or request.method not in _METHODS:
        return None
    if is_too_large(request):
        return said(413, "interface.too-large")
    return None if request.content_type == _JSON else said(415, "interface.no-json")


def is_too_large(request: HttpRequest) -> bool:
    """Whether it says itself that there is more of it than we read."""
    return told_length(request) > MOST_BYTES


def _is_document(request: HttpRequest) -> bool:
    """Whether it is a document of a case, or a file that is read and not kept, which its own address looks at."""
    return request.method == "POST" and request.path_info.endswith(_FILES)


def told_length(request: HttpRequest) -> int:
    """How many bytes it says itself that there are; 0 where it says nothing that can be read."""
    sent = request.META.get("CONTENT_LENGTH") or ""
    return int(sent[:20]) if sent.isdecimal() else 0


def require_empty(request: HttpRequest) -> None:
    """Refuse what is sent where nothing is asked for, so that nobody thinks it was taken."""
    if request.body:
        raise Invalid([Problem("interface.unknown-name", "")])


def _once(pairs: Sequence[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        seen = set[str]()
        twice = next(name for name, _ in pairs if name in seen or seen.add(name))  # type: ignore[func-returns-value]
        raise Invalid([Problem("interface.twice", twice[:60])])
    return found


def _no_number(word: str) -> object:
    """`NaN` and `Infinity`, which Python reads and JSON does not know."""
    raise ValueError(word)

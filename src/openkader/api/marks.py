"""The mark of an answer (ETag), and the rule that a change rests on the newest."""

import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags

from openkader.api.shapes import Shape
from openkader.base.errors import Refusal, Refused
from openkader.register.hand import Still

IF_MATCH = "If-Match"
S = TypeVar("S", bound=Shape)


def mark_of(content: bytes) -> str:
    """The same for the same content, and another for every other."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def require_version(request: HttpRequest) -> list[str]:
    """Refuse a change by somebody who does not say what they saw; the marks of what they did see."""
    seen = parse_etags(request.headers.get(IF_MATCH, ""))
    if not seen or "*" in seen:
        raise Refused(Refusal("interface.no-version"))
    return seen


def require_newest(request: HttpRequest, mark: str) -> None:
    """Refuse a change by somebody who did not say what they saw, or saw something else than there is now.

    A server between that packs answers makes a mark weak (`W/`); it is ours all the same.
    """
    if mark not in {one.removeprefix("W/") for one in require_version(request)}:
        raise Refused(Refusal("interface.overtaken"))


def still_newest(request: HttpRequest, read: Callable[[], Shape]) -> Still:
    """The same once the record is held, when nobody else can change it any more: of two at once one is told."""
    return lambda: require_newest(request, mark_of_shape(read()))


def mark_of_shape(shown: Shape) -> str:
    """The mark of one object, the same wherever it is given."""
    return mark_of(shown.model_dump_json(by_alias=True).encode())


def marked(response: HttpResponse, shown: S) -> S:
    """The object, with its mark on the answer."""
    response["ETag"] = mark_of_shape(shown)
    return shown


def asked_for(what: str) -> dict[str, Any]:
    """The header with what was seen, as the description of an address says it; `what` follows "De ETag van"."""
    return {
        "parameters": [
            {
                "in": "header",
                "name": IF_MATCH,
                "required": True,
                "schema": {"type": "string"},
                "description": f"De ETag van {what} zoals u die zag.",
            }
        ]
    }

"""The mark of an answer (ETag), and the rule that a change rests on the newest."""

import hashlib

from django.http import HttpRequest
from django.utils.http import parse_etags

from openkader.base.errors import Refusal, Refused

IF_MATCH = "If-Match"


def mark_of(content: bytes) -> str:
    """The same for the same content, and another for every other."""
    return f'"{hashlib.sha256(content).hexdigest()[:32]}"'


def require_newest(request: HttpRequest, mark: str) -> None:
    """Refuse a change by somebody who did not say what they saw, or saw something else than there is now.

    A server between that packs answers makes a mark weak (`W/`); it is ours all the same.
    """
    seen = parse_etags(request.headers.get(IF_MATCH, ""))
    if not seen or "*" in seen:
        raise Refused(Refusal("interface.no-version"))
    if mark not in {one.removeprefix("W/") for one in seen}:
        raise Refused(Refusal("interface.overtaken"))

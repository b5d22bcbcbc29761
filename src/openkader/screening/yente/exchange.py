"""One question to a yente server and its answer: whole, or `Unavailable` with the reason."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from typing import Any, NoReturn, Protocol

from openkader.base.errors import Unavailable
from openkader.screening.lists.drafts import clean

# How long all pauses of one question may be together, in seconds, when a server asks for patience.
MOST_WAITING = 30.0
_SHORTEST_PAUSE, _USUAL_PAUSE = 1.0, 5.0
_OK, _UNAUTHORIZED, _FORBIDDEN, _NOT_FOUND, _TOO_MANY, _OWN_FAILURES = 200, 401, 403, 404, 429, 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What is asked of the server; with a body it is a POST."""

    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    body: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What the server answered; `retry_after` and `date` are its headers of those names."""

    status: int
    body: bytes
    retry_after: str = ""
    date: str = ""


class Transport(Protocol):
    """Brings a question to a server.

    It raises `Unavailable` when no whole answer comes in time; whatever whole answer
    comes, it hands over, also one that refuses.
    """

    @property
    def server(self) -> str:
        """The server as it may be shown: without any password."""

    def __call__(self, asked: Asked) -> Answered:
        """Ask once."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How time passes: a clock that only runs forward, in seconds, and a way to wait."""

    clock: Callable[[], float]
    wait: Callable[[float], None]


def ask(transport: Transport, patience: Patience, asked: Asked) -> Mapping[str, Any]:
    """The object that the server answers; a server that asks for patience gets some."""
    answer, left = transport(asked), MOST_WAITING
    while answer.status == _TOO_MANY:
        pause = _pause(answer)
        if pause > left:
            raise Unavailable("screening.server-busy", {"server": transport.server})
        patience.wait(pause)
        left -= pause
        answer = transport(asked)
    if answer.status != _OK:
        _refuse(transport.server, asked, answer.status)
    return _decoded(answer.body, transport.server)


def _pause(answer: Answered) -> float:
    """The pause that the server asks for, in seconds or until a moment on its own clock."""
    asked = answer.retry_after.strip()
    if asked.isascii() and asked.isdecimal():
        return max(_SHORTEST_PAUSE, float(asked))
    try:
        seconds = (parsedate_to_datetime(asked) - parsedate_to_datetime(answer.date)).total_seconds()
    except (ValueError, TypeError):  # no date, or one with a zone and one without
        return _USUAL_PAUSE
    return max(_SHORTEST_PAUSE, seconds)


def _refuse(server: str, asked: Asked, status: int) -> NoReturn:
    """Anything but a good answer; what to do about it differs."""
    detail = {"server": server, "status": str(status)}
    if status in (_UNAUTHORIZED, _FORBIDDEN):
        raise Unavailable("screening.server-refuses", detail)
    if status == _NOT_FOUND:
        raise Unavailable("screening.server-unknown", {"server": server, "place": f"/{asked.path}"})
    if status >= _OWN_FAILURES:
        raise Unavailable("screening.server-failed", detail)
    raise Unavailable("screening.server-answered", detail)


def _decoded(body: bytes, server: str) -> Mapping[str, Any]:
    try:
        data = json.loads(body.decode("utf-8"), parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise unreadable(server, "JSON") from error
    return mapping(data, server, "{}")


def _no_number(word: str) -> NoReturn:
    """NaN and Infinity are no JSON, and a score that is not a number passes every threshold."""
    raise ValueError(word)


def mapping(value: object, server: str, place: str) -> Mapping[str, Any]:
    """An object of the answer; anything else in its place makes the answer unreadable."""
    if not isinstance(value, dict):
        raise unreadable(server, place)
    return value


def sequence(value: object, server: str, place: str) -> list[Any]:
    """A list of the answer."""
    if not isinstance(value, list):
        raise unreadable(server, place)
    return value


def word(value: object, server: str, place: str) -> str:
    """A text of the answer in which there is anything to see, without control characters."""
    text = clean(value) if isinstance(value, str) else ""
    if not text:
        raise unreadable(server, place)
    return text


def unreadable(server: str, place: str) -> Unavailable:
    """An answer in another form than yente publishes."""
    return Unavailable("screening.answer-unreadable", {"server": server, "place": place})


def incomplete(server: str, place: str) -> Unavailable:
    """An answer of which a part is missing."""
    return Unavailable("screening.answer-incomplete", {"server": server, "place": place})

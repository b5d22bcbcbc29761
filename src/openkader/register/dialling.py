"""The one way in which the house reaches a server over the web: to where the settings allow, and to no other place.

A name is looked up once, what it leads to is judged, and the connection is made to just that; who answers the
name otherwise a moment later gains nothing. A redirect is a new address, and is judged as one.
"""

import logging
import socket
from collections.abc import Callable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings

from openkader.base.errors import Refusal, Unavailable
from openkader.base.outgoing import Address, endpoint_at

logger = logging.getLogger(__name__)
Dial = Callable[..., socket.socket]
# A name with hundreds of addresses where nobody answers would hold us for as long as it likes.
_MOST_TRIED = 4


def judge(url: str) -> None:
    """Raise `Unavailable` when nothing may be asked at this address; called for each redirect as well.

    Where a proxy of the organisation makes the connection this is all that we judge: what the name leads to
    is known to the proxy, and is its to refuse.
    """
    parts = urlsplit(url)
    place = endpoint_at(parts.scheme, parts.hostname, parts.port)
    _stop(settings.OUTGOING.why_no_host(parts.scheme, place.host))
    with suppress(ValueError):
        _stop(settings.OUTGOING.why_not(parts.scheme, place.host, place.port, [ip_address(place.host)]))


def judge_host(url: str) -> None:
    """The same for an address that somebody hands in to be asked later, with what its name leads to now.

    A name that leads nowhere yet is no reason: whatever it leads to is judged when it is asked.
    """
    judge(url)
    parts = urlsplit(url)
    place = endpoint_at(parts.scheme, parts.hostname, parts.port)
    with suppress(OSError, UnicodeError):
        _look_up(parts.scheme, place.host, place.port)


def dialler(scheme: str) -> Dial:
    """What connects for `http.client` and its like, to an address that was judged."""

    def dial(place: tuple[str, int], timeout: Any = None, *_: Any, **__: Any) -> socket.socket:
        host, port = place
        return _connected(_look_up(scheme, host, port)[:_MOST_TRIED], port, timeout)

    return dial


def _look_up(scheme: str, host: str, port: int) -> list[str]:
    """The numbers that a name leads to, all of them judged."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    numbers = [str(one[4][0]) for one in found]
    addresses: list[Address] = [ip_address(one.partition("%")[0]) for one in numbers]
    _stop(settings.OUTGOING.why_not(scheme, host.lower().rstrip("."), port, addresses))
    return numbers


def _connected(numbers: Sequence[str], port: int, timeout: Any) -> socket.socket:
    """The first that answers; a number is looked up nowhere."""
    for number in numbers[:-1]:
        with suppress(OSError):
            return socket.create_connection((number, port), timeout)
    return socket.create_connection((numbers[-1], port), timeout)


def _stop(refusal: Refusal | None) -> None:
    if refusal is not None:
        logger.warning("not reached: %s %s", refusal.code, " ".join(refusal.detail.values()))
        raise Unavailable(refusal.code, refusal.detail)

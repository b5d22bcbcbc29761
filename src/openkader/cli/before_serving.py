"""What has to be right before strangers are let in: each thing that is not is a sentence that says what to do."""

import socket
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any

from openkader.base.errors import Invalid, Problem, Unavailable

SHORTEST_KEY = 50
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]", "::1"})


@dataclass(frozen=True, slots=True)
class Place:
    """Where the server listens: an address and a port, or a socket in the file system."""

    host: str
    port: int = 0

    def __str__(self) -> str:
        if self.host.startswith("unix:"):
            return self.host
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"

    @property
    def is_for_this_computer(self) -> bool:
        """Whether only programs of this computer come in."""
        if self.host.startswith("unix:") or self.host == "localhost":
            return True
        try:
            return ip_address(self.host).is_loopback
        except ValueError:
            return False


def place_of(word: str) -> Place:
    """Read a place as it was typed."""
    host, _, port = word.rpartition(":")
    if word.startswith("unix:/"):
        return Place(word)
    if not host or not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536):
        raise Invalid([Problem("serve.bind", "--bind", {"value": word[:200]})])
    return Place(host.strip("[]"), int(port))


def problems(places: Sequence[Place], variables: Mapping[str, str]) -> list[Problem]:
    """All that stands in the way; a port that is taken is an outage, and is said at once."""
    from django.conf import settings

    found = [*_wrong_settings(variables)]
    outside = [str(place) for place in places if not place.is_for_this_computer]
    if settings.DEBUG:
        found.append(Problem("serve.debug", "OPENKADER_DEBUG"))
    if outside and not settings.SECURE_SSL_REDIRECT:
        found.append(Problem("serve.no-https", "--bind", {"value": ", ".join(outside)}))
    if outside and LOCAL_NAMES.issuperset(settings.ALLOWED_HOSTS):
        found.append(Problem("serve.no-name", "OPENKADER_HOSTS"))
    for place in places:
        _check_free(place)
    return found


def _wrong_settings(variables: Mapping[str, str]) -> Iterator[Problem]:
    """The key that signs cookies: the same for every computer that serves, and not to be guessed."""
    from django.conf import settings

    name = "OPENKADER_SECRET_KEY"
    given = variables.get(name, "")
    server = str(settings.DATABASES["default"].get("HOST", ""))
    if given and len(given) < SHORTEST_KEY:
        yield Problem("serve.short-key", name)
    if not given and server and not server.startswith("/") and server not in LOCAL_NAMES:
        file = str(settings.OPENKADER_DATA / "secret-key")
        yield Problem("serve.no-shared-key", name, {"value": server, "file": file})


def _check_free(place: Place) -> None:
    """The web server would try for a while, and then end in words of its own."""
    if place.host.startswith("unix:"):
        return
    try:
        family, _, _, _, address = socket.getaddrinfo(place.host, place.port, type=socket.SOCK_STREAM)[0]
    except OSError as error:
        raise Invalid([Problem("serve.bind", "--bind", {"value": str(place)})]) from error
    check_port(family, address)


def check_port(family: int, address: tuple[Any, ...]) -> None:
    """Whether a port of an address is free to listen on: its host, its number and what more there is of it."""
    port = int(address[1])
    try:
        with socket.socket(family) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except (PermissionError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise Unavailable("port.not-allowed", {"port": str(port), "reason": reason}) from error
    except OSError as error:
        other = port + 1 if port < 65535 else 8000
        raise Unavailable("port.taken", {"port": str(port), "other": str(other)}) from error

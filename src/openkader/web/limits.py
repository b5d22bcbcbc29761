"""How often something may be tried within a while, by whom; and the address that somebody comes from.

Each process of the server counts for itself, so two processes allow twice as many.
"""

import hashlib
from contextlib import suppress
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

_NETWORK = 64  # one connection of IPv6 has that many addresses to itself


@dataclass(frozen=True, slots=True)
class Limit:
    """So many times within so many minutes."""

    scope: str
    most: int
    minutes: int

    def is_reached(self, name: str) -> bool:
        """Whether whoever bears the name has to wait."""
        return int(cache.get(self._counter(name), 0)) >= self.most

    def count(self, name: str) -> None:
        """Note a time, before it is judged, so that many at once are all counted."""
        key = self._counter(name)
        cache.add(key, 0, timeout=self.minutes * 60)
        with suppress(ValueError):  # it ran out this very moment
            cache.incr(key)

    def forget(self, name: str) -> None:
        """Begin anew."""
        cache.delete(self._counter(name))

    def _counter(self, name: str) -> str:
        return f"{self.scope}:" + hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()


def address_of(request: HttpRequest) -> str:
    """Where somebody comes from: what the outermost proxy of our own saw, as far as there is one.

    What stands further left in the header a visitor can have written.
    """
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")]
    proxies = settings.OPENKADER_PROXIES
    told = hops[-proxies] if proxies and len(hops) >= proxies else ""
    try:
        address = ip_address(told or request.META.get("REMOTE_ADDR", ""))
    except ValueError:
        return "unknown"
    if isinstance(address, IPv6Address):
        return str(address.ipv4_mapped or ip_network((address, _NETWORK), strict=False))
    return str(address)

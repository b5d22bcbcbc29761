"""The address that somebody comes from, by which visitors are counted."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

_NETWORK = 64  # one connection of IPv6 has that many addresses to itself


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

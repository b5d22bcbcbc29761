"""Where the house may reach out to over the web, whoever wrote the address: a setting, a list, or an answer.

An address that leads inside can open what only our own machines may open. So it is judged by where it
turned out to lead, and the connection is made to exactly that.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_network

from openkader.base.errors import Refusal

Address = IPv4Address | IPv6Address
# All that is handed out to anybody of IPv6; what a translator makes of an address of IPv4 is judged as that one.
_UNICAST, _TRANSLATED = IPv6Network("2000::/3"), IPv6Network("64:ff9b::/96")
_WRITTEN = re.compile(r"(?P<host>\[[0-9a-f:.]+\]|[^:/\[\]]+)(?::(?P<port>[0-9]{1,5}))?")
_LAST_PORT = 65535
_PORTS = {"https": 443, "http": 80}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """A host or a network, at any port or at one."""

    host: str
    port: int = 0

    def is_meant(self, host: str, address: Address, port: int) -> bool:
        """Whether it names this host, or the address that it has."""
        if self.port not in (0, port):
            return False
        network = _network(self.host)
        return (
            self.host == host
            if network is None
            else any(one in network for one in (address, _plain(address)))
        )

    @property
    def leads_inside(self) -> bool:
        """Whether it says itself that it lies inside, so that whoever wrote it meant that."""
        network = _network(self.host)
        return self.host == "localhost" or (network is not None and not is_outside(network.network_address))


@dataclass(frozen=True, slots=True)
class Outgoing:
    """The hosts that may be reached, all of them when none is named; and what inside may be.

    `named` are those of the settings themselves: a host of them needs no second line, and lies inside
    only where its address says so.
    """

    hosts: tuple[str, ...] = ()
    inner: tuple[Endpoint, ...] = ()
    named: tuple[Endpoint, ...] = ()

    def why_no_host(self, scheme: str, host: str) -> Refusal | None:
        """Why nothing of this name may be reached, before it is looked up."""
        if scheme not in _PORTS or not is_host_name(host):
            return Refusal("outgoing.no-web", {"host": host})
        known = {one.host for one in (*self.inner, *self.named)}
        if not self.hosts or host in known or any(_names(one, host) for one in self.hosts):
            return None
        return Refusal("outgoing.not-listed", {"host": host})

    def why_not(self, scheme: str, host: str, port: int, addresses: Iterable[Address]) -> Refusal | None:
        """Why nothing may be asked at the addresses that a host turned out to have; one bad one spoils all."""
        meant = (*self.inner, *(one for one in self.named if one.leads_inside))
        for address in addresses:
            if any(one.is_meant(host, address, port) for one in meant):
                continue
            if not is_outside(address):
                return Refusal("outgoing.inner", {"host": host, "address": str(address)})
            if scheme != "https":
                return Refusal("outgoing.open-line", {"host": host})
        return None


def is_outside(address: Address) -> bool:
    """Whether an address is of the internet, and of nobody's own network, machine or group."""
    plain = _plain(address)
    if isinstance(plain, IPv6Address):
        return plain in _UNICAST and plain.is_global and plain.sixtofour is None and plain.teredo is None
    return plain.is_global and not plain.is_multicast


def endpoint_in(word: str) -> Endpoint | None:
    """A host, an address or a network as it is written in a setting, with a port or without; None when it is none."""
    if _network(word) is not None:
        return Endpoint(word)
    found = _WRITTEN.fullmatch(word)
    if found is None or int(found["port"] or 0) > _LAST_PORT or not is_host_name(found["host"].strip("[]")):
        return None
    return Endpoint(found["host"].strip("[]"), int(found["port"] or 0))


def endpoint_at(scheme: str, host: str | None, port: int | None) -> Endpoint:
    """Where an address is asked, of which these are the parts."""
    return Endpoint((host or "").rstrip("."), port or _PORTS.get(scheme, 0))


def is_host_name(word: str) -> bool:
    """Whether it can be the name or the address of a host; with a dot in front it stands for all under it."""
    return bool(word.strip(".")) and word.isascii() and all(one.isalnum() or one in ".-:_" for one in word)


def _names(listed: str, host: str) -> bool:
    return host == listed.lstrip(".") or (listed.startswith(".") and host.endswith(listed))


def _plain(address: Address) -> Address:
    """The address of IPv4 that one of IPv6 stands for."""
    if isinstance(address, IPv4Address):
        return address
    if address in _TRANSLATED:
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address


def _network(word: str) -> IPv4Network | IPv6Network | None:
    try:
        return ip_network(word, strict=False)
    except ValueError:
        return None

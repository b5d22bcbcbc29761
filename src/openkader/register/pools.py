"""Connections that are kept and used again, and go only where the settings allow."""

import socket
from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from openkader.register.dialling import dialler


def _dialled(scheme: str, place: tuple[str, int], timeout: Any) -> socket.socket:
    """A line on which the body follows the headers at once, without waiting for a sign that those came."""
    line = dialler(scheme)(place, timeout)
    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return line


class _Open(HTTPConnection):
    def _new_conn(self) -> Any:
        return _dialled("http", (self._dns_host, self.port), self.timeout)


class _Closed(HTTPSConnection):
    def _new_conn(self) -> Any:
        return _dialled("https", (self._dns_host, self.port), self.timeout)


class _OpenPool(HTTPConnectionPool):
    ConnectionCls = _Open


class _ClosedPool(HTTPSConnectionPool):
    ConnectionCls = _Closed


POOLS = {"http": _OpenPool, "https": _ClosedPool}

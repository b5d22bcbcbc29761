"""Connections that are kept and used again, and go only where the settings allow."""

from typing import Any

from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection

from openkader.register.dialling import dialler


class _Open(HTTPConnection):
    def _new_conn(self) -> Any:
        return dialler("http")((self._dns_host, self.port), self.timeout)


class _Closed(HTTPSConnection):
    def _new_conn(self) -> Any:
        return dialler("https")((self._dns_host, self.port), self.timeout)


class _OpenPool(HTTPConnectionPool):
    ConnectionCls = _Open


class _ClosedPool(HTTPSConnectionPool):
    ConnectionCls = _Closed


POOLS = {"http": _OpenPool, "https": _ClosedPool}

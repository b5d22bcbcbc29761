"""Where the case system is, by what we are known there, and how its catalogue calls what we have."""

import base64
import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from openkader.base.document import read_file
from openkader.casework.case_system import CatalogueMapping, read_mapping

_WHO = "Open Kader"


class Api(StrEnum):
    """One of the interfaces of a case system; each stands at an address of its own."""

    ZAKEN = "zaken"
    DOCUMENTEN = "documenten"
    CATALOGI = "catalogi"
    BESLUITEN = "besluiten"


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseSystem:
    """A case system, with the client that its administrator opened for us; `mapping` is a file."""

    addresses: Mapping[Api, str]
    client: str
    secret: str = field(repr=False)
    mapping: Path

    def authorization(self, now: datetime) -> str:
        """By which one request is known as ours (ZGW: a JWT with HS256); made anew for each, for it grows old."""
        claims = {
            "iss": self.client,
            "iat": int(now.timestamp()),
            "client_id": self.client,
            "user_id": "openkader",
            "user_representation": _WHO,
        }
        signed = f"{_part({'alg': 'HS256', 'typ': 'JWT'})}.{_part(claims)}"
        seal = hmac.digest(self.secret.encode(), signed.encode(), hashlib.sha256)
        return f"Bearer {signed}.{_url_safe(seal)}"

    def read_mapping(self) -> CatalogueMapping:
        """How its catalogue calls what we have; `Invalid` with every problem of the file."""
        return read_mapping(read_file(self.mapping))


def _part(said: Mapping[str, object]) -> str:
    return _url_safe(json.dumps(said, separators=(",", ":")).encode())


def _url_safe(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()

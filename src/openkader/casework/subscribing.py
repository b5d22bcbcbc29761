"""When another system may be told what happens with cases, where, and how long that is tried."""

import base64
import hashlib
import hmac
import re
from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import IPv6Address
from typing import Final

from openkader.base.errors import Refusal
from openkader.base.outgoing import is_host_name
from openkader.casework.case_events import CaseEvent

LONGEST_NAME: Final = 60
LONGEST_ADDRESS: Final = 500
MOST_SUBSCRIPTIONS: Final = 10
BEGINNING: Final = "whsec_"  # by which Standard Webhooks knows a secret
# With the pauses below: a receiver may be away for 31 hours before somebody has to look.
MOST_FAILURES: Final = 20
LONGEST_PAUSE: Final = timedelta(hours=2)
# Since the first attempt that failed. What waits for a receiver is kept no longer, and the subscription ends.
KEPT: Final = timedelta(days=30)
GONE: Final = "410"
_TAKEN = range(200, 300)
_LAST_PORT = 65535
# Printable letters of ASCII; no name or password before the host, and nothing behind `#`, which is never sent.
_ADDRESS = re.compile(
    r'https?://(?P<host>[A-Za-z0-9._-]+|\[[0-9A-Fa-f:.]+\])(?::(?P<port>[0-9]{1,5}))?(?:[/?][!"$-~]*)?'
)


class ReceiverForm(StrEnum):
    """What a receiver does with what happened."""

    WEBHOOK = "webhook"  # it is told that it happened
    CASE_SYSTEM = "case_system"  # the case is brought up to date there


class Silence(StrEnum):
    """Why a receiver gave no answer; an answer is kept as its status."""

    TOO_SLOW = "too-slow"
    UNREACHABLE = "unreachable"
    NOT_ALLOWED = "not-allowed"  # where it leads now nothing of ours may go
    LOCKED = "locked"  # our own secret for it cannot be opened
    TOO_LARGE = "too-large"
    UNREADABLE = "unreadable"
    ELSEWHERE = "elsewhere"  # a case system says that its things lie at another address
    NOT_SET_UP = "not-set-up"


def may_subscribe(name: str, kinds: Collection[CaseEvent], others: int) -> Refusal | None:
    """A subscription has a name, and something that it is for; an account has so many."""
    if not name or len(name) > LONGEST_NAME or not name.isprintable():
        return Refusal("subscription.no-name", {"most": str(LONGEST_NAME)})
    if not kinds:
        return Refusal("subscription.no-kind")
    if others >= MOST_SUBSCRIPTIONS:
        return Refusal("subscription.too-many", {"most": str(MOST_SUBSCRIPTIONS)})
    return None


def may_be_told(address: str) -> Refusal | None:
    """An address is one of the web, without a password in it; where it leads is judged when it is asked."""
    found = _ADDRESS.fullmatch(address)
    if found is None or len(address) > LONGEST_ADDRESS or not _is_host(found["host"]):
        return Refusal("subscription.bad-address", {"most": str(LONGEST_ADDRESS)})
    if found["port"] and not 0 < int(found["port"]) <= _LAST_PORT:
        return Refusal("subscription.bad-address", {"most": str(LONGEST_ADDRESS)})
    return None


def host_of(address: str) -> str:
    """What may be shown of an address to everybody: behind its host it can hold a word that lets in."""
    return address.split("/", 3)[2].partition("?")[0]


def _is_host(word: str) -> bool:
    if not word.startswith("["):
        return is_host_name(word)
    try:
        return bool(IPv6Address(word.strip("[]")))
    except ValueError:
        return False


def is_taken(answer: str) -> bool:
    """Whether the receiver has it now, by the status of its answer."""
    return answer.isdecimal() and int(answer) in _TAKEN


def pause_after(failures: int) -> timedelta:
    """How long to wait after so many attempts that failed in a row: a minute, eight, half an hour, then two hours."""
    return min(timedelta(minutes=failures**3), LONGEST_PAUSE)


def signature(secret: str, event: str, at: datetime, body: bytes) -> str:
    """The header `webhook-signature` of Standard Webhooks 1.0.0: HMAC-SHA256 over the id, the second and the body."""
    key = base64.b64decode(secret.removeprefix(BEGINNING))
    signed = f"{event}.{int(at.timestamp())}.".encode() + body
    return f"v1,{base64.b64encode(hmac.digest(key, signed, hashlib.sha256)).decode()}"

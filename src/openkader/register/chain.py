"""The chain of audit events: each carries the digest of the one before it.

Whoever changes, removes or reorders an event breaks the chain at that event.
Pure: it walks over values, wherever they come from.
"""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

BEGINNING = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """One event as it lies in the chain; `detail` is the text that was hashed."""

    sequence: int
    at: datetime
    actor: str
    action: str
    object_kind: str
    object_reference: str
    dossier: str
    detail: str
    previous_hash: str
    hash: str = ""

    def digest(self) -> str:
        """The digest that this event ought to carry."""
        parts = [
            self.previous_hash,
            self.sequence,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.actor,
            self.action,
            self.object_kind,
            self.object_reference,
            self.dossier,
            self.detail,
        ]
        return fingerprint(parts)


class Damage(StrEnum):
    """What is wrong with the first broken event."""

    CHANGED = "changed"
    MISSING = "missing"
    OUT_OF_ORDER = "out_of_order"
    CUT_OFF = "cut_off"
    BEYOND_HEAD = "beyond_head"
    NO_HEAD = "no_head"


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where the chain does not hold."""

    sequence: int
    damage: Damage


def canonical(value: object) -> str:
    """The one way to write a value down as JSON, so that equal values have equal digests."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(value: object) -> str:
    """The digest of plain data."""
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def first_break(links: Iterable[Link], head: tuple[int, str] | None) -> Break | None:
    """Walk the chain in the order of writing, up to its head; None when it holds."""
    sequence, digest = 0, BEGINNING
    walk = iter(links)
    for link in walk:
        if link.digest() != link.hash:
            return Break(link.sequence, Damage.CHANGED)
        if link.sequence != sequence + 1:
            elsewhere = link.sequence <= sequence or sequence + 1 in {x.sequence for x in walk}
            return Break(sequence + 1, Damage.OUT_OF_ORDER if elsewhere else Damage.MISSING)
        if link.previous_hash != digest:
            # This event is whole and follows another one: the one before it was rewritten.
            return Break(max(sequence, 1), Damage.CHANGED)
        sequence, digest = link.sequence, link.hash
    return _break_at_the_end(sequence, digest, head)


def _break_at_the_end(sequence: int, digest: str, head: tuple[int, str] | None) -> Break | None:
    if head is None:
        return Break(sequence, Damage.NO_HEAD)
    if head[0] > sequence:
        return Break(sequence + 1, Damage.CUT_OFF)
    if head[0] < sequence:
        return Break(head[0] + 1, Damage.BEYOND_HEAD)
    return Break(sequence, Damage.CHANGED) if head[1] != digest else None

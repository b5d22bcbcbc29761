"""A request enters the register."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.answers import enter_answers
from openkader.register.entries import RequestEntry
from openkader.register.hand import Hand, both, dated, writing
from openkader.register.models import Request
from openkader.register.participations import enter_participations


def record_request(entry: RequestEntry, *, by: str, now: datetime) -> str:
    """Register a request with its requesters and what is known about it already."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        enter_requests([entry], hand)
    return entry.reference


def enter_requests(entries: Sequence[RequestEntry], hand: Hand) -> None:
    """Store requests as they came in."""
    rows = hand.enter(Request, "request", entries, _columns)
    pairs = list(zip(rows, entries, strict=True))
    enter_participations([(row, entry.participations) for row, entry in pairs], hand)
    enter_answers([(row, entry.answers) for row, entry in pairs], hand)


def _columns(entry: RequestEntry) -> dict[str, object]:
    return {
        **dated(entry.received),
        **both("title", entry.title),
        "year": entry.year,
        "kind": entry.kind,
        "country": entry.country,
        "programme": entry.programme,
        "initiative": entry.initiative,
        "confidentiality": entry.confidentiality,
        "team": entry.team,
    }

"""A finding about an action line or a precondition enters the register."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.entries import FindingEntry
from openkader.register.hand import Hand, both, writing
from openkader.register.models import Finding


def record_finding(entry: FindingEntry, *, by: str, now: datetime) -> str:
    """Register what was found about one line in one year."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        enter_findings([entry], hand)
    return entry.reference


def enter_findings(entries: Sequence[FindingEntry], hand: Hand) -> None:
    """Store findings."""
    hand.enter(
        Finding,
        "finding",
        entries,
        lambda entry: {
            **both("text", entry.text),
            "year": entry.year,
            "subject": entry.subject,
            "line": entry.line,
            "verdict": entry.verdict,
        },
    )

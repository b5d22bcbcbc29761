"""What a published year reports of statements on investments enters the register."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.hand import Hand, both, writing
from openkader.register.investment_entries import ReportedStatementEntry
from openkader.register.models import ReportedStatement


def record_reported_statement(entry: ReportedStatementEntry, *, by: str, now: datetime) -> str:
    """Register what a source says of the statements of a year; it shows none of them."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        enter_reported_statements([entry], hand)
    return entry.reference


def enter_reported_statements(entries: Sequence[ReportedStatementEntry], hand: Hand) -> None:
    """Store what was reported."""
    hand.enter(
        ReportedStatement,
        "reported-statement",
        entries,
        lambda entry: {
            **both("text", entry.text),
            "year": entry.year,
            "verdict": entry.verdict,
            "grounds": list(entry.grounds),
        },
    )

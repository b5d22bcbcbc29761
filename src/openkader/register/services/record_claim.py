"""A sentence that the register can be asked about enters the register."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.entries import ClaimEntry
from openkader.register.hand import Hand, writing
from openkader.register.models import Claim


def record_claim(entry: ClaimEntry, *, by: str, now: datetime) -> str:
    """Register what a text says about a figure, so that the evaluation can hold it to that."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        enter_claims([entry], hand)
    return entry.reference


def enter_claims(entries: Sequence[ClaimEntry], hand: Hand) -> None:
    """Store claims."""
    hand.enter(
        Claim,
        "claim",
        entries,
        lambda entry: {
            "year": entry.year,
            "chapter": entry.chapter,
            "figure": entry.figure,
            "operator": entry.operator,
            "value": entry.value,
            "derived": entry.derived,
        },
    )

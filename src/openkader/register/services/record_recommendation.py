"""A recommendation enters the register."""

from collections.abc import Sequence
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.register.entries import RecommendationEntry
from openkader.register.hand import Hand, both, writing
from openkader.register.models import Recommendation


def record_recommendation(entry: RecommendationEntry, *, by: str, now: datetime) -> str:
    """Register what the organisation advises itself for the years to come."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        enter_recommendations([entry], hand)
    return entry.reference


def enter_recommendations(entries: Sequence[RecommendationEntry], hand: Hand) -> None:
    """Store recommendations."""
    hand.enter(
        Recommendation,
        "recommendation",
        entries,
        lambda entry: {**both("text", entry.text), "year": entry.year, "status": entry.status},
    )

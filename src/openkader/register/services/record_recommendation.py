"""A recommendation enters the register."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.recommendations import may_recommend
from openkader.register import audit
from openkader.register.entries import RecommendationEntry
from openkader.register.hand import Hand, both, dated, require, writing
from openkader.register.models import Recommendation, RecommendationAddress
from openkader.register.numbering import next_reference


def record_recommendation(entry: RecommendationEntry, *, by: str, now: datetime) -> str:
    """Register what the organisation advises itself for the years to come.

    A form leaves its reference to the register; recorded twice, it is one.
    """
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        require(may_recommend(entry.text.nl))
        if not entry.reference:
            audit.wait_for_turn()  # two clicks: the second finds the first
            same = Recommendation.objects.filter(year=entry.year, text_nl=entry.text.nl, recorded_by=by)
            known = same.first()
            if known is not None:
                return str(known.reference)
            entry = replace(entry, reference=next_reference(f"A-{entry.year}-"))
        enter_recommendations([entry], hand)
    return entry.reference


def enter_recommendations(entries: Sequence[RecommendationEntry], hand: Hand) -> None:
    """Store recommendations, each with whom it is addressed to where that is known."""
    rows = hand.enter(
        Recommendation,
        "recommendation",
        entries,
        lambda entry: {**both("text", entry.text), "year": entry.year, "status": entry.status},
    )
    RecommendationAddress.objects.bulk_create(
        RecommendationAddress(
            **hand.grounded(entry),
            **dated(entry.due),
            **both("to", entry.to),
            recommendation=row,
            number=1,
        )
        for row, entry in zip(rows, entries, strict=True)
        if entry.to is not None or entry.due is not None
    )

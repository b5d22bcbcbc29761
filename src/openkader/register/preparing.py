"""Decisions that wait for a second person."""

from openkader.base.errors import Refusal
from openkader.register.cases import record_for_update
from openkader.register.hand import Hand
from openkader.register.models import Decision, PreparedDecision


def prepared_for_update(reference: str, hand: Hand) -> PreparedDecision:
    """A prepared decision, held until the transaction ends."""
    return record_for_update(PreparedDecision, "decision", reference, hand)


def still_open(row: PreparedDecision) -> Refusal | None:
    """Whether somebody may still agree to it or send it back."""
    taken = Decision.objects.filter(reference=row.reference).exists()
    return Refusal("decision.settled") if taken or hasattr(row, "return_of") else None

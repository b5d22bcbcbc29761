"""Decisions that wait for a second person."""

from openkader.base.errors import NotFound, Refusal
from openkader.register.hand import Hand
from openkader.register.models import Decision, PreparedDecision
from openkader.register.visibility import visible_to


def prepared_for_update(reference: str, hand: Hand) -> PreparedDecision:
    """A prepared decision, held until the transaction ends."""
    seen = PreparedDecision.objects.filter(visible_to(hand.person, "request__"))
    query = seen.select_for_update(of=("self",)).select_related("request")
    found = query.filter(reference=reference).first()
    if found is None:
        raise NotFound("decision", reference)
    return found


def still_open(row: PreparedDecision) -> Refusal | None:
    """Whether somebody may still agree to it or send it back."""
    taken = Decision.objects.filter(reference=row.reference).exists()
    return Refusal("decision.settled") if taken or hasattr(row, "return_of") else None

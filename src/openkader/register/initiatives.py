"""Initiatives as their services and pages want to see them."""

from openkader.base.errors import NotFound
from openkader.casework.initiatives import Noted, StepKind
from openkader.register.columns import period_of
from openkader.register.hand import Hand
from openkader.register.models import Initiative
from openkader.register.visibility import of_visible_case


def initiative_for_update(reference: str, hand: Hand) -> Initiative:
    """The initiative, held until the transaction ends."""
    query = Initiative.objects.filter(of_visible_case(hand.person)).select_for_update(of=("self",))
    found = query.select_related("request", "activity").filter(reference=reference).first()
    if found is None:
        raise NotFound("initiative", reference[:80])
    return found


def noted(row: Initiative) -> list[Noted]:
    """The steps that stand there, as the rules know them."""
    return [Noted(StepKind(one.kind), period_of(vars(one))) for one in row.steps.order_by("number")]


def dossier_of(row: Initiative) -> str:
    """Where it belongs: its request, or its activity."""
    place = row.request or row.activity
    return place.reference if place else row.reference

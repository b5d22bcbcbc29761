"""Recommendations as their services and pages want to see them."""

from openkader.base.errors import NotFound
from openkader.casework.recommendations import Known
from openkader.kader import Kader
from openkader.register.hand import Hand
from openkader.register.kaders import versions_here
from openkader.register.models import Activity, Agreement, Recommendation, Reference
from openkader.register.visibility import visible_or_alone, visible_requests

# What may show that a recommendation was followed up.
SHOWING = ("request", "activity", "agreement")


def recommendation_for_update(reference: str) -> Recommendation:
    """The recommendation, held until the transaction ends."""
    found = Recommendation.objects.select_for_update().filter(reference=reference).first()
    if found is None:
        raise NotFound("recommendation", reference[:80])
    return found


def known_to(kader: Kader) -> Known:
    """What a follow-up may name: each version of the kader of this organisation, and the figures of this one."""
    organisation = kader.id.partition("/")[0]
    return Known(
        kaders=tuple(versions_here(organisation)),
        figures=tuple(figure.id for figure in kader.figures),
    )


def require_record(reference: str, hand: Hand) -> None:
    """Stop where no record that may show something is under this reference; what may not be seen is not there."""
    kind = Reference.objects.filter(reference=reference).values_list("object_kind", flat=True).first()
    match kind:
        case "request":
            found = visible_requests(hand.person).filter(reference=reference).exists()
        case "activity":
            rows = Activity.objects.filter(visible_or_alone(hand.person), reference=reference)
            found = rows.exists()
        case "agreement":
            case_ = visible_or_alone(hand.person, "activity__request__")
            found = Agreement.objects.filter(case_, reference=reference).exists()
        case _:
            found = False
    if not found:
        raise NotFound("record", reference[:80])

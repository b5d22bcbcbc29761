"""Recommendations, context figures and interviews, for the tests; everything is made up."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from openkader.base.text import Text
from openkader.casework.period import Period
from openkader.casework.permissions import HouseHand
from openkader.casework.recommendations import FollowUpDraft, FollowUpStatus
from openkader.register import services
from openkader.register.documents import DocumentEntry
from openkader.register.entries import RecommendationEntry
from openkader.register.kaders import assessor_of
from openkader.register.recommendation_entries import AddressEntry, FollowUpEntry
from openkader.register.recommendations import known_to

NOW = datetime(2030, 5, 1, 12, 0, tzinfo=UTC)
HAND: dict[str, Any] = {"by": HouseHand("cli:adviser"), "now": NOW}
KADER = assessor_of("zuid-holland").kader
KNOWN = known_to(KADER)
LETTER = "https://example.nl/besluit"
FOLLOWED = FollowUpDraft(
    status=FollowUpStatus.TAKEN_UP, period=Period.year(2029), what="Ermee begonnen.", seen=0
)


def advised(reference: str = "A-1", year: int = 2028, **changes: Any) -> str:
    entry = RecommendationEntry(
        reference=reference, year=year, text=Text(nl="Ga zo door.", en="Carry on like this.")
    )
    return services.record_recommendation(replace(entry, **changes), **HAND)


def addressed(reference: str = "A-1", hand: dict[str, Any] = HAND, **changes: Any) -> int:
    entry = AddressEntry(
        recommendation=reference, to=Text(nl="Bedachte Staten", en="Made-up States"), due=Period.year(2029)
    )
    return services.address_recommendation(replace(entry, **changes), **hand)


def followed(
    reference: str = "A-1",
    status: FollowUpStatus = FollowUpStatus.TAKEN_UP,
    hand: dict[str, Any] = HAND,
    file: DocumentEntry | None = None,
    **changes: Any,
) -> int:
    draft = replace(FOLLOWED, status=status, **changes)
    entry = FollowUpEntry(recommendation=reference, draft=draft)
    return services.follow_up_recommendation(entry, known=KNOWN, file=file, **hand)


def _after(*before: Callable[[], object], then: Callable[[], object]) -> Callable[..., Callable[[], object]]:
    def prepare(*_: object) -> Callable[[], object]:
        for one in before:
            one()
        return then

    return prepare


PREPARED: dict[str, Callable[..., Callable[[], object]]] = {
    "address_recommendation": _after(advised, then=addressed),
    "follow_up_recommendation": _after(advised, then=followed),
}

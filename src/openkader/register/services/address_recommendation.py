"""It is said to whom a recommendation is addressed, and before when it is to be followed up."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.recommendations import may_address
from openkader.register.hand import both, dated, digest, require, writing
from openkader.register.models import RecommendationAddress
from openkader.register.recommendation_entries import AddressEntry
from openkader.register.recommendations import recommendation_for_update


def address_recommendation(entry: AddressEntry, *, by: str, now: datetime) -> int:
    """Say it anew; what was said before stays to be read. Said twice by the same hand, it is one."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        row = recommendation_for_update(entry.recommendation)
        newest = row.addresses.order_by("-number").first()
        number = newest.number if newest else 0
        columns = {**both("to", entry.to), **dated(entry.due)}
        if newest is not None and newest.recorded_by == by and _is_same(newest, columns):
            return int(number)
        require(may_address(entry.to.nl if entry.to else "", entry.due, seen=entry.seen, number=number))
        RecommendationAddress.objects.create(
            **hand.grounded(entry), **columns, recommendation=row, number=number + 1
        )
        reference = row.reference
        hand.log("recommendation.addressed", "recommendation", reference, reference, digest=digest(entry))
    return int(number) + 1


def _is_same(row: RecommendationAddress, columns: dict[str, object]) -> bool:
    return all(getattr(row, name) == value for name, value in columns.items())

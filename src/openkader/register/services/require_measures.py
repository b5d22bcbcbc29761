"""The kader asks for measures beside an activity."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from openkader.register.cases import activity_for_update
from openkader.register.entries import MeasureEntry
from openkader.register.hand import Hand
from openkader.register.measures import enter_measures


@transaction.atomic
def require_measures(activity: str, measures: Mapping[str, str], *, by: str, now: datetime) -> list[str]:
    """Open the measures (code and action line) that are not there yet; the rest stays as it is."""
    hand = Hand(by=by, now=now)
    row = activity_for_update(activity)
    present = set(row.measures.values_list("code", flat=True))
    entries = [
        MeasureEntry(reference=f"{activity}-{code}", line=line, code=code)
        for code, line in measures.items()
        if code not in present
    ]
    if entries:
        enter_measures(row, entries, hand)
        hand.log(
            "measures.required",
            "activity",
            activity,
            activity,
            measures=[entry.code for entry in entries],
        )
    return [entry.reference for entry in entries]

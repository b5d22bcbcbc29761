"""The kader asks for measures beside an activity."""

from collections.abc import Mapping
from datetime import date, datetime
from types import MappingProxyType

from openkader.casework.permissions import Act
from openkader.register.cases import activity_for_update
from openkader.register.entries import MeasureEntry
from openkader.register.hand import Hand, writing
from openkader.register.measures import enter_measures
from openkader.register.models import Activity

_NO_DAYS: Mapping[str, date | None] = MappingProxyType({})


def require_measures(activity: str, measures: Mapping[str, str], *, by: str, now: datetime) -> list[str]:
    """Open the measures (code and action line) that are not there yet; the rest stays as it is."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        return open_measures(activity_for_update(activity, hand), measures, hand)


def open_measures(
    activity: Activity,
    measures: Mapping[str, str],
    hand: Hand,
    dues: Mapping[str, date | None] = _NO_DAYS,
) -> list[str]:
    """Store what is missing, each with its last day where there is one; nothing missing is no event."""
    present = set(activity.measures.values_list("code", flat=True))
    entries = [
        MeasureEntry(reference=f"{activity.reference}-{code}", line=line, code=code, due_on=dues.get(code))
        for code, line in measures.items()
        if code not in present
    ]
    if entries:
        enter_measures([(activity, entries)], hand)
        codes = [entry.code for entry in entries]
        hand.log("measures.required", "activity", activity.reference, activity.reference, measures=codes)
    return [entry.reference for entry in entries]

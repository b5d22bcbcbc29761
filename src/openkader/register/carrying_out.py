"""What the kader asks of an activity, on what is known of its request and of the activity itself."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from openkader.casework.measures import due_of
from openkader.casework.period import Period
from openkader.casework.vocabulary import Precision
from openkader.kader import Assessment, Assessor
from openkader.register.cases import facts_of, restored
from openkader.register.models import Activity
from openkader.register.standings import standings_of

# Questions of a kader that an activity answers by itself: what took place is known better than what was asked.
TOOK_PLACE = ("kind", "country", "office_holder", "foreign_delegation")


def took_place_facts(row: Mapping[str, Any]) -> dict[str, object]:
    """What an activity answers by itself; what it leaves open is asked of its request."""
    return {name: row[name] for name in TOOK_PLACE if row[name] is not None}


def period_of(row: Mapping[str, Any]) -> Period | None:
    """When it is or was, as exactly as is known."""
    if row["precision"] is None:
        return None
    return Period(row["starts_on"], row["ends_on"], Precision(row["precision"]))


def weighed(activity: Activity, assessor: Assessor) -> Assessment:
    """The activity as the kader sees it on what is known at this moment; nothing is stored."""
    kader, request = assessor.kader, activity.request
    asked = facts_of(request, kader, standings_of(request)) if request else {}
    own = {name: value for name, value in took_place_facts(vars(activity)).items() if name in kader.facts}
    return assessor.assess({**asked, **restored(kader, own)})


def dues_of(activity: Activity, assessor: Assessor) -> dict[str, date | None]:
    """The last day of each measure of the kader, for this activity."""
    period = period_of(vars(activity))
    return {measure.id: due_of(measure.moment_days, period) for measure in assessor.kader.measures}

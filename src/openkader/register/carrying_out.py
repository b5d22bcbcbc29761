"""What the kader asks of an activity, on what is known of its request and of the activity itself."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from django.db.models import F, Max

from openkader.casework.measures import due_of
from openkader.kader import Assessment as Weighed
from openkader.kader import Assessor
from openkader.register.cases import OWN, facts_of, restored
from openkader.register.columns import period_of
from openkader.register.models import Activity, Answer, Assessment
from openkader.register.standings import standings_of

# Questions of a kader that an activity answers by itself: what took place is known better than what was asked.
TOOK_PLACE = ("kind", "country", "office_holder", "foreign_delegation")
# What its request answers by itself, as columns beside those of the activity.
ASKED = {f"asked_{name}": F(f"request__{name}") for name in OWN}


def newest_answers(requests: Collection[int]) -> defaultdict[int | None, dict[str, object]]:
    """The newest answer to each question about each request."""
    found: defaultdict[int | None, dict[str, object]] = defaultdict(dict)
    query = Answer.objects.filter(request__in=requests).order_by("id")
    for key, fact, value in query.values_list("request_id", "fact", "value"):
        found[key][fact] = value
    return found


def last_weighed(requests: Collection[int]) -> dict[int | None, Mapping[str, object]]:
    """The facts on which each request was last weighed."""
    newest = Assessment.objects.filter(request__in=requests).order_by().values("request")
    query = Assessment.objects.filter(id__in=newest.annotate(newest=Max("id")).values("newest"))
    return dict(query.values_list("request_id", "facts"))


def facts_of_activity(row: Mapping[str, Any], answers: Mapping[str, object]) -> dict[str, object]:
    """What is known of an activity: what was asked of its request, the answers, and what took place.

    `row` has the columns of `TOOK_PLACE` and `ASKED`.
    """
    asked = {name: row[f"asked_{name}"] for name in OWN}
    return {**asked, **answers, **took_place_facts(row)}


def took_place_facts(row: Mapping[str, Any]) -> dict[str, object]:
    """What an activity answers by itself; what it leaves open is asked of its request."""
    return {name: row[name] for name in TOOK_PLACE if row[name] is not None}


def weighed(activity: Activity, assessor: Assessor) -> Weighed:
    """The activity as the kader sees it on what is known at this moment; nothing is stored."""
    kader, request = assessor.kader, activity.request
    asked = facts_of(request, kader, standings_of(request)) if request else {}
    own = {name: value for name, value in took_place_facts(vars(activity)).items() if name in kader.facts}
    return assessor.assess({**asked, **restored(kader, own)})


def dues_of(activity: Activity, assessor: Assessor) -> dict[str, date | None]:
    """The last day of each measure of the kader, for this activity."""
    period = period_of(vars(activity))
    return {measure.id: due_of(measure.moment_days, period) for measure in assessor.kader.measures}

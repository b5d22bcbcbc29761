"""A kader is applied to everything that was imported and has not been assessed yet."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from openkader.kader import Assessor
from openkader.register.cases import restored
from openkader.register.models import Activity, Assessment, Request
from openkader.register.services.assess_request import assess_request
from openkader.register.services.require_measures import require_measures


@dataclass(frozen=True, slots=True)
class Applied:
    """How many requests were assessed, and how many measures that opened."""

    requests: int
    measures: int


@transaction.atomic
def apply_kader(source: str, *, assessor: Assessor, by: str, now: datetime) -> Applied:
    """Assess the requests of a source, and open the measures that the kader certainly asks for.

    A row that stands for several requests is left alone: it has no facts of its own.
    """
    fresh = Request.objects.filter(source__reference=source, number=1, assessments__isnull=True)
    references = list(fresh.order_by("id").values_list("reference", flat=True))
    measures = 0
    for request in references:
        assess_request(request, assessor=assessor, by=by, now=now)
        measures += _open_measures(request, assessor, by=by, now=now)
    return Applied(len(references), measures)


def _open_measures(request: str, assessor: Assessor, *, by: str, now: datetime) -> int:
    facts = Assessment.objects.filter(request__reference=request).values_list("facts", flat=True)
    asked = assessor.assess(restored(assessor.kader, facts.latest("id"))).asked_measures
    codes = {measure.id: measure.line for measure in asked}
    activities = Activity.objects.filter(request__reference=request)
    return sum(
        len(require_measures(activity, codes, by=by, now=now))
        for activity in activities.values_list("reference", flat=True)
    )

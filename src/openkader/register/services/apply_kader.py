"""A kader is applied to everything that was imported and has not been assessed yet."""

from dataclasses import dataclass
from datetime import datetime

from openkader.casework.permissions import Act
from openkader.kader import Assessment as Proposed
from openkader.kader import Assessor
from openkader.register.audit import plain
from openkader.register.cases import facts_of
from openkader.register.hand import Hand, writing
from openkader.register.models import Activity, Request
from openkader.register.services.assess_request import Known, enter_assessment
from openkader.register.services.require_measures import open_measures


@dataclass(frozen=True, slots=True)
class Applied:
    """How many requests were assessed, and how many measures that opened."""

    requests: int
    measures: int


def apply_kader(source: str, *, assessor: Assessor, by: str, now: datetime) -> Applied:
    """Assess the requests of a source, and open the measures that the kader certainly asks for.

    A row that stands for several requests is left alone: it has no facts of its own.
    """
    requests = measures = 0
    with writing(by=by, now=now, act=Act.IMPORT_YEAR) as hand:
        fresh = Request.objects.filter(source__reference=source, number=1, assessments__isnull=True)
        for request in fresh.order_by("id"):
            facts = facts_of(request, assessor.kader)
            proposed = assessor.assess(facts)
            enter_assessment(request, proposed, Known(plain(facts)), hand)
            requests += 1
            measures += _open_asked(request, proposed, hand)
    return Applied(requests, measures)


def _open_asked(request: Request, proposed: Proposed, hand: Hand) -> int:
    asked = {measure.id: measure.line for measure in proposed.asked_measures}
    return sum(len(open_measures(row, asked, hand)) for row in Activity.objects.filter(request=request))

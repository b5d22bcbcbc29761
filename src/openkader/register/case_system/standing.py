"""How a case stands here, as far as that goes to the case system."""

from datetime import datetime

from django.db.models import Max

from openkader.casework.case_events import ALSO_FILED, OF_ACTION
from openkader.casework.case_system import CaseNow, DecisionNow, DocumentNow
from openkader.casework.documents import Purpose
from openkader.casework.vocabulary import Confidentiality, DecisionOutcome, Level
from openkader.register.models import AuditEvent, Request
from openkader.register.moments import day_of
from openkader.register.states import stand_of

_ABOUT_CASE = (Level.REQUEST, Level.DELEGATION)


def case_now(request: Request, *, now: datetime) -> CaseNow:
    """Everything of it, read at this moment."""
    stand = stand_of(request, day_of(now))
    entered_on = day_of(request.recorded_at)
    return CaseNow(
        reference=request.reference,
        title=request.title_nl,
        started_on=min(request.starts_on or entered_on, entered_on),
        entered_on=entered_on,
        level=Confidentiality(request.confidentiality),
        state=stand.state,
        outcome=stand.outcome,
        moved_at=_moved_at(request),
        documents=tuple(
            DocumentNow(
                reference=row.reference,
                name=row.name,
                media_type=row.media_type,
                purpose=Purpose(row.purpose),
                size=row.size,
                digest=row.digest,
                on=day_of(row.recorded_at),
            )
            for row in request.documents.order_by("pk")
        ),
        decisions=tuple(
            DecisionNow(reference=row.reference, on=row.decided_on, motivation=row.motivation or "")
            for row in request.decisions.filter(
                level__in=[str(level) for level in _ABOUT_CASE], decided_on__isnull=False
            )
            .exclude(outcome=DecisionOutcome.WITHDRAWN)
            .order_by("pk")
            if row.decided_on is not None
        ),
    )


def _moved_at(request: Request) -> datetime:
    """When something of it happened last that the case system hears of."""
    own = [request.reference, *request.activities.values_list("reference", flat=True)]
    known = AuditEvent.objects.filter(dossier__in=own, action__in=[*OF_ACTION, *ALSO_FILED])
    found: datetime | None = known.aggregate(last=Max("at"))["last"]
    return found or request.recorded_at

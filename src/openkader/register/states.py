"""Where cases stand, read from what is stored of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from openkader.base.errors import Invalid, NotFound
from openkader.casework.advice import Advised
from openkader.casework.life_cycle import State, Stored, state_of
from openkader.casework.rules import Proposal
from openkader.casework.screening import Standing, may_go_on
from openkader.casework.vocabulary import ActivityStanding, DecisionOutcome, Level, MeasureStatus
from openkader.kader import Assessment as Assessed
from openkader.register.advising import advised_of, assessed_now
from openkader.register.cases import newest_assessment, proposal_of
from openkader.register.kaders import assessor_of
from openkader.register.models import Answer, Assessment, Decision, Measure, Request
from openkader.register.standings import standings_of


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a case stands, and what was decided on it last."""

    state: State
    outcome: DecisionOutcome | None


# A decision on one organisation moves no case.
_MOVES = (Level.REQUEST, Level.DELEGATION)
_LEFT_OPEN = (MeasureStatus.OPEN, MeasureStatus.REPORTED)


def stand_of(request: Request, today: date) -> Stand:
    """Where a case stands today, from everything that is stored of it.

    Screening and the kader are asked only where the state can still hang on them.
    """
    assessment = newest_assessment(request)
    counts = assessment is not None and assessment.settled and not assessment.decisions.exists()
    screened = standings_of(request) if counts else []
    known = _weighed_again(request, assessment) if assessment and counts else None
    proposal = proposal_of(request, assessment, screened)
    advised = advised_of(request, known, today)
    return stand_now(request, proposal, advised, screened)


def _weighed_again(request: Request, assessment: Assessment) -> Assessed | None:
    """The case as its kader sees it now; None where that kader is no longer here."""
    try:
        return assessed_now(request, assessor_of(assessment.kader))
    except (NotFound, Invalid):
        return None


def stand_now(
    request: Request, proposal: Proposal | None, advised: Advised, screened: list[Standing]
) -> Stand:
    """Where a case stands; the rest of what it rests on is known already."""
    held = request.activities.filter(standing=ActivityStanding.HELD)
    measures = Measure.objects.filter(activity__in=held).values_list("status", flat=True)
    statuses, last = set(measures), _moves(request).select_related("hand_over").order_by("-id").first()
    holds = last if last and not _is_overtaken(last, request) else None
    state = state_of(
        Stored(
            is_begun=proposal is not None or request.answers.exists(),
            is_weighed=_is_weighed(proposal, advised, screened),
            waits_for_advice=advised.is_awaited,
            outcome=DecisionOutcome(str(holds.outcome)) if holds else None,
            is_handed_over=holds is not None and hasattr(holds, "hand_over"),
            is_carried_out=held.exists(),
            is_accounted_for=bool(statuses) and not statuses.intersection(_LEFT_OPEN),
        )
    )
    return Stand(state, DecisionOutcome(str(last.outcome)) if last else None)


def _is_weighed(proposal: Proposal | None, advised: Advised, screened: list[Standing]) -> bool:
    return (
        proposal is not None
        and not proposal.is_stale
        and proposal.is_settled
        and not advised.lacking()
        and may_go_on(screened) is None
    )


def _moves(request: Request) -> QuerySet[Decision]:
    return request.decisions.filter(level__in=[str(level) for level in _MOVES], outcome__isnull=False)


def _is_overtaken(decision: Decision, request: Request) -> bool:
    """Whether an assessment or an answer came after a decision that was taken here."""
    if decision.reconstructed:
        return False
    newest = newest_assessment(request)
    if newest is not None and newest.pk != decision.assessment_id:
        return True
    return Answer.objects.filter(request=request, recorded_at__gt=decision.recorded_at).exists()

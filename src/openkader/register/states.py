"""Where cases stand, read from what is stored of them."""

from openkader.casework.advice import Advised
from openkader.casework.life_cycle import State, Stored, state_of
from openkader.casework.rules import Proposal
from openkader.casework.screening import Standing, may_go_on
from openkader.casework.vocabulary import DecisionOutcome, Level, MeasureStatus
from openkader.register.cases import newest_assessment
from openkader.register.models import Answer, Decision, Measure, Request

# A decision on one organisation moves no case.
_MOVES = (Level.REQUEST, Level.DELEGATION)
_LEFT_OPEN = (MeasureStatus.OPEN, MeasureStatus.REPORTED)


def state_now(
    request: Request, proposal: Proposal | None, advised: Advised, screened: list[Standing]
) -> State:
    """Where a case stands; the rest of what it rests on is known already."""
    measures = Measure.objects.filter(activity__request=request).values_list("status", flat=True)
    statuses = set(measures)
    return state_of(
        Stored(
            is_begun=proposal is not None or request.answers.exists(),
            is_weighed=_is_weighed(proposal, advised, screened),
            waits_for_advice=advised.is_awaited,
            outcome=_outcome_in_force(request),
            is_carried_out=request.activities.exists(),
            is_accounted_for=bool(statuses) and not statuses.intersection(_LEFT_OPEN),
        )
    )


def _is_weighed(proposal: Proposal | None, advised: Advised, screened: list[Standing]) -> bool:
    return (
        proposal is not None
        and not proposal.is_stale
        and proposal.is_settled
        and not advised.lacking()
        and may_go_on(screened) is None
    )


def _outcome_in_force(request: Request) -> DecisionOutcome | None:
    """What was decided last, unless something came in since."""
    moves = request.decisions.filter(level__in=[str(level) for level in _MOVES], outcome__isnull=False)
    last = moves.order_by("-id").first()
    if last is None or _is_overtaken(last, request):
        return None
    return DecisionOutcome(str(last.outcome))


def _is_overtaken(decision: Decision, request: Request) -> bool:
    """Whether an assessment or an answer came after a decision that was taken here."""
    if decision.reconstructed:
        return False
    newest = newest_assessment(request)
    if newest is not None and newest.pk != decision.assessment_id:
        return True
    return Answer.objects.filter(request=request, recorded_at__gt=decision.recorded_at).exists()

"""A person decides on a request; the kader only proposed."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.register.cases import newest_assessment, proposal_of, request_for_update
from openkader.register.entries import DecisionEntry
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.models import Assessment, Decision, Request
from openkader.register.services.record_decision import columns
from openkader.register.standings import standings_of


def decide_request(entry: DecisionEntry, *, by: str, now: datetime) -> str:
    """Record the decision beside the proposal; departing from it is motivated and counted.

    The reference tells a second click from a second decision: the very same one is taken once.
    """
    with writing(by=by, now=now, act=Act.DECIDE) as hand:
        request = request_for_update(entry.request or "", hand)
        taken = request.decisions.filter(reference=entry.reference).first()
        if taken is not None:
            require(_is_same(taken, entry, by))
            return taken.reference
        assessment = newest_assessment(request)
        screened = standings_of(request)
        proposal = proposal_of(request, assessment, screened)
        draft = rules.DecisionDraft(outcome=entry.outcome, ground=entry.ground, motivation=entry.motivation)
        require(rules.may_decide(proposal, draft, screened))
        departs = rules.departs(proposal, draft) if proposal else None
        _store(entry, request, assessment, departs, hand)
    return entry.reference


def _is_same(taken: Decision, entry: DecisionEntry, by: str) -> Refusal | None:
    said = {**columns(entry), "decided_by": by}
    if all(getattr(taken, name) == value for name, value in said.items()):
        return None
    return Refusal("decision.meanwhile", {"by": taken.decided_by or taken.recorded_by})


def _store(
    entry: DecisionEntry, request: Request, assessment: Assessment | None, departs: bool | None, hand: Hand
) -> None:
    claim_references([(entry.reference, request.reference)], kind="decision")
    Decision.objects.create(
        **hand.counted(entry),
        **columns(entry),
        request=request,
        assessment=assessment,
        departs_from_proposal=departs,
        decided_on=hand.today,
        decided_by=hand.by,
        reconstructed=False,
    )
    hand.log(
        "request.decided",
        "decision",
        entry.reference,
        request.reference,
        level=entry.level,
        outcome=entry.outcome,
        ground=entry.ground,
        assessment=assessment.reference if assessment else None,
        departs_from_proposal=departs,
    )

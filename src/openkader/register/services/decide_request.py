"""A person decides on a request; the kader only proposed."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from openkader.casework import rules
from openkader.register.cases import newest_assessment, proposal_of, request_for_update
from openkader.register.entries import DecisionEntry
from openkader.register.hand import Hand, claim_references, require
from openkader.register.models import Assessment, Decision
from openkader.register.services.record_decision import columns


@transaction.atomic
def decide_request(entry: DecisionEntry, *, by: str, now: datetime) -> str:
    """Record the decision beside the proposal; departing from it is motivated and counted."""
    request = request_for_update(entry.request or "")
    assessment = newest_assessment(request)
    proposal = proposal_of(request, assessment)
    draft = rules.DecisionDraft(outcome=entry.outcome, ground=entry.ground, motivation=entry.motivation)
    require(rules.may_decide(proposal, draft))
    departs = rules.departs(proposal, draft) if proposal else None
    hand = Hand(by=by, now=now)
    claim_references([entry.reference], kind="decision", dossier=request.reference)
    Decision.objects.create(
        **hand.counted(entry),
        **columns(entry),
        request=request,
        assessment=assessment,
        departs_from_proposal=departs,
        decided_on=now.astimezone(timezone.get_current_timezone()).date(),
        decided_by=by,
        reconstructed=False,
    )
    _log(hand, entry, assessment, departs)
    return entry.reference


def _log(hand: Hand, entry: DecisionEntry, assessment: Assessment | None, departs: bool | None) -> None:
    hand.log(
        "request.decided",
        "decision",
        entry.reference,
        entry.request or "",
        level=entry.level,
        outcome=entry.outcome,
        ground=entry.ground,
        assessment=assessment.reference if assessment else None,
        departs_from_proposal=departs,
    )

"""A person decides on a request; the kader only proposed."""

from dataclasses import asdict
from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.permissions import Act, HouseHand
from openkader.register.audit import plain
from openkader.register.cases import request_for_update
from openkader.register.deciding import Basis, basis_of, enter_decision, why_not
from openkader.register.decisions import decision_columns
from openkader.register.entries import DecisionEntry
from openkader.register.hand import Hand, claim_references, digest, require, writing
from openkader.register.models import Decision, PreparedDecision


def decide_request(entry: DecisionEntry, *, by: str, now: datetime) -> str:
    """Record the decision beside the proposal, or prepare it where a second person has to agree.

    The reference tells a second click from a second decision: the very same one is taken once.
    """
    with writing(by=by, now=now, act=Act.DECIDE) as hand:
        request = request_for_update(entry.request or "", hand)
        taken = request.decisions.filter(reference=entry.reference).first()
        if taken is not None:
            require(_is_same(taken, entry, by))
            return taken.reference
        prepared = request.prepared_decisions.filter(reference=entry.reference).first()
        if prepared is not None:
            require(_is_same_draft(prepared, entry, by))
            return prepared.reference
        basis = basis_of(request, hand, by)
        require(why_not(entry, basis))
        claim_references([(entry.reference, request.reference)], kind="decision")
        if entry.outcome is not None and basis.mandated.needs_second(entry.outcome, entry.level):
            _prepare(entry, basis, hand)
        else:
            enter_decision(entry, basis, hand, by=by, second=None)
    return entry.reference


def _is_same(taken: Decision, entry: DecisionEntry, by: str) -> Refusal | None:
    said = {**decision_columns(entry), "decided_by": by}
    if all(getattr(taken, name) == value for name, value in said.items()):
        return None
    return Refusal("decision.meanwhile", {"by": taken.decided_by or taken.recorded_by})


def _is_same_draft(prepared: PreparedDecision, entry: DecisionEntry, by: str) -> Refusal | None:
    if prepared.by == by and prepared.said == plain(asdict(entry)):
        return None
    return Refusal("decision.meanwhile", {"by": prepared.by})


def _prepare(entry: DecisionEntry, basis: Basis, hand: Hand) -> None:
    PreparedDecision.objects.create(
        request=basis.request,
        reference=entry.reference,
        assessment=basis.assessment,
        said=plain(asdict(entry)),
        at=hand.now,
        by=hand.by,
        by_house=isinstance(hand.by, HouseHand),
    )
    hand.log(
        "decision.prepared",
        "decision",
        entry.reference,
        basis.request.reference,
        level=entry.level,
        outcome=entry.outcome,
        digest=digest(entry),
    )

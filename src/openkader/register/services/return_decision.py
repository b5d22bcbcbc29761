"""A prepared decision is sent back by the second person, or taken back by whoever prepared it."""

from datetime import datetime

from openkader.base.errors import Refusal
from openkader.casework.mandate import may_return
from openkader.casework.permissions import Act
from openkader.register.hand import require, writing
from openkader.register.models import PreparedDecisionReturn
from openkader.register.preparing import prepared_for_update, still_open


def return_decision(decision: str, reason: str, *, by: str, now: datetime) -> None:
    """Leave a prepared decision untaken, and say why; it stays in the dossier. Twice the same is once."""
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        row = prepared_for_update(decision, hand)
        if PreparedDecisionReturn.objects.filter(prepared=row, reason=reason.strip(), by=by).exists():
            return
        require(still_open(row))
        require(may_return(row.by, by, hand.person.roles))
        require(None if reason.strip() else Refusal("decision.no-reason"))
        PreparedDecisionReturn.objects.create(prepared=row, reason=reason.strip(), at=now, by=by)
        hand.log("decision.returned", "decision", decision, row.request.reference)

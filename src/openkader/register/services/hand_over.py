"""Somebody at the party to which a case was referred confirms to have it."""

from datetime import date, datetime

from openkader.base.errors import NotFound
from openkader.casework import rules
from openkader.casework.permissions import Act
from openkader.casework.vocabulary import DecisionOutcome
from openkader.register.hand import require, writing
from openkader.register.models import Decision, HandOver
from openkader.register.visibility import visible_to


def hand_over(
    decision: str, confirmed_by: str, *, confirmed_on: date | None = None, by: str, now: datetime
) -> None:
    """Note who confirmed a hand-over, and when; noted twice, it is confirmed once."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        seen = Decision.objects.filter(visible_to(hand.person, "request__"))
        query = seen.select_for_update(of=("self",)).select_related("request")
        row = query.filter(reference=decision, request__isnull=False).first()
        if row is None or row.request is None:
            raise NotFound("decision", decision)
        said = {"confirmed_by": confirmed_by.strip(), "confirmed_on": confirmed_on or hand.today, "by": by}
        if HandOver.objects.filter(decision=row, **said).exists():
            return
        outcome = DecisionOutcome(row.outcome) if row.outcome else None
        require(rules.may_hand_over(outcome, confirmed_by, is_done=hasattr(row, "hand_over")))
        HandOver.objects.create(decision=row, at=now, **said)
        hand.log("decision.handed-over", "decision", decision, row.request.reference)

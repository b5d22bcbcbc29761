"""Somebody notes under which number the partner knows an investment, and who invests."""

from datetime import datetime

from openkader.casework.investment import may_note_case
from openkader.casework.permissions import Act
from openkader.register.cases import request_for_update
from openkader.register.hand import Still, digest, require, unseen, writing
from openkader.register.investment_entries import InvestmentCaseEntry
from openkader.register.investments import newest_case, parties_in
from openkader.register.models import InvestmentCase


def note_investment_case(
    entry: InvestmentCaseEntry, *, by: str, now: datetime, still: Still = unseen
) -> None:
    """Add what is known of the case at the partner now; the same again is nothing new."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        request = request_for_update(entry.request, hand)
        still()
        parties = parties_in(request)
        require(may_note_case(request.kind, entry.draft, parties))
        said = {
            "number": entry.draft.number.strip() or None,
            "investor": parties[entry.draft.investor] if entry.draft.investor else None,
        }
        last = newest_case(request)
        if last is not None and all(getattr(last, name) == value for name, value in said.items()):
            return
        InvestmentCase.objects.create(request=request, at=now, by=by, **said)
        hand.log("investment.noted", "request", request.reference, request.reference, digest=digest(entry))

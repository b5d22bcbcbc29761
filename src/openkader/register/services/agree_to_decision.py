"""A second person agrees to a decision, and only then it is taken."""

from datetime import datetime

from openkader.casework.mandate import may_second
from openkader.casework.permissions import Act, HouseHand
from openkader.casework.vocabulary import DecisionOutcome, Level
from openkader.register.cases import request_for_update
from openkader.register.deciding import basis_of, enter_decision, why_not
from openkader.register.entries import DecisionEntry
from openkader.register.hand import require, writing
from openkader.register.models import PreparedDecision
from openkader.register.preparing import prepared_for_update, still_open


def agree_to_decision(decision: str, *, by: str, now: datetime) -> str:
    """Take a prepared decision, if it may still be taken as the case stands now; agreed twice, it is one."""
    with writing(by=by, now=now, act=Act.READ_CASES) as hand:
        row = prepared_for_update(decision, hand)
        taken = row.request.decisions.filter(reference=decision, seconded_by=by).exists()
        if taken:
            return decision
        require(still_open(row))
        require(may_second(row.by, by, hand.person.roles))
        request = request_for_update(row.request.reference, hand)
        basis, entry = basis_of(request, hand, _preparer(row), second=by), _entry(row)
        require(why_not(entry, basis))
        enter_decision(entry, basis, hand, by=row.by, second=by)
    return decision


def _preparer(row: PreparedDecision) -> str:
    """Who prepared it: a colleague, with the mandate that they have by now, or the house at a command."""
    return HouseHand(row.by) if row.by_house else row.by


def _entry(row: PreparedDecision) -> DecisionEntry:
    """The decision as it was prepared."""
    said = row.said
    return DecisionEntry(
        reference=row.reference,
        request=said["request"],
        year=said["year"],
        level=Level(said["level"]),
        outcome=DecisionOutcome(said["outcome"]),
        ground=said["ground"],
        instrument=said["instrument"],
        motivation=said["motivation"],
        conditions=tuple(said["conditions"]),
        referred_to=said["referred_to"],
        party=said["party"],
    )

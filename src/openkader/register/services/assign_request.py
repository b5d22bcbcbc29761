"""A case is given to somebody, to a team, or back to nobody."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.work_list import Assigning, Holder, may_assign
from openkader.register.accounts import account_named
from openkader.register.cases import request_for_update
from openkader.register.entries import AssignmentEntry
from openkader.register.hand import require, writing
from openkader.register.people import person_named


def assign_request(entry: AssignmentEntry, *, by: str, now: datetime) -> None:
    """Let somebody else work on a case; given twice to the same, it counts once, and who was overtaken is told."""
    with writing(by=by, now=now, act=Act.ASSIGN) as hand:
        request = request_for_update(entry.request, hand)
        now_at = Holder(assignee=request.assignee.username if request.assignee else None, team=request.team)
        if now_at == entry.to:
            return
        account = account_named(entry.to.assignee) if entry.to.assignee else None
        colleague = person_named(entry.to.assignee) if entry.to.assignee else None
        require(may_assign(Assigning(to=entry.to, seen=entry.seen, now=now_at), colleague))
        request.assignee, request.team = account, entry.to.team
        request.save(update_fields=["assignee", "team"])
        hand.log(
            "request.assigned",
            "request",
            request.reference,
            request.reference,
            before=[now_at.assignee, now_at.team],
            after=[entry.to.assignee, entry.to.team],
        )

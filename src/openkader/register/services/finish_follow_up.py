"""What was promised after a talk, or after an item in the media, is done."""

from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.raising import may_finish
from openkader.register.hand import require, writing
from openkader.register.models import FollowUp
from openkader.register.visibility import visible_or_alone


def finish_follow_up(reference: str, outcome: str, *, by: str, now: datetime) -> None:
    """Close a follow-up with what came of it; the same outcome twice counts once."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        seen = FollowUp.objects.filter(visible_or_alone(hand.person, "activity__request__"))
        row = seen.select_for_update(of=("self",)).filter(reference=reference).first()
        if row is None:
            raise NotFound("follow-up", reference[:80])
        said = outcome.strip()
        if row.done_at is not None and (row.outcome, row.done_by) == (said, by):
            return
        require(may_finish(is_done=row.done_at is not None, outcome=said))
        row.outcome, row.done_at, row.done_by = said, now, by
        row.save(update_fields=["outcome", "done_at", "done_by"])
        hand.log("follow-up.done", "follow-up", reference, row.activity.reference)

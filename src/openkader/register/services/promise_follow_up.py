"""Something will follow from an item in public, such as a letter to a newspaper or a talk."""

from datetime import datetime

from openkader.base.errors import NotFound, Refusal
from openkader.casework.permissions import Act
from openkader.casework.raising import Promise, may_promise
from openkader.register.hand import require, writing
from openkader.register.models import PublicItem
from openkader.register.promises import enter_follow_up
from openkader.register.visibility import visible_or_alone


def promise_follow_up(item: str, promise: Promise, *, by: str, now: datetime) -> str:
    """Note what follows from a public item; handed in twice, it counts once."""
    with writing(by=by, now=now, act=Act.WORK) as hand:
        seen = PublicItem.objects.filter(visible_or_alone(hand.person, "activity__request__"))
        row = seen.select_for_update(of=("self",)).select_related("activity").filter(reference=item).first()
        if row is None:
            raise NotFound("public-item", item[:80])
        require(Refusal("follow-up.incomplete") if promise.is_empty else may_promise(promise))
        said = {"what": promise.what.strip(), "who": promise.who.strip(), "due_on": promise.due_on}
        known = row.follow_ups.filter(**said).first()
        if known is not None:
            return str(known.reference)
        return enter_follow_up(row, promise, hand) or ""

"""A draft of a kader is withdrawn: nobody goes on with it, and what was written stays to be read."""

from datetime import datetime

from openkader.casework.kader_drafting import may_withdraw
from openkader.casework.permissions import Act
from openkader.register.hand import require, writing
from openkader.register.kader_drafts import draft_for_update, is_adopted, is_withdrawn
from openkader.register.models import KaderWithdrawal


def withdraw_kader_draft(draft: str, reason: str, *, by: str, now: datetime) -> None:
    """Note the reason; the same again by the same hand, as by a second click, is noted once."""
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        row = draft_for_update(draft)
        if KaderWithdrawal.objects.filter(draft=row, reason=reason.strip(), by=by).exists():
            return
        require(may_withdraw(reason, is_adopted=is_adopted(row), is_withdrawn=is_withdrawn(row)))
        KaderWithdrawal.objects.create(draft=row, reason=reason.strip(), at=now, by=by)
        hand.log("kader-draft.withdrawn", "kader_draft", row.reference, row.reference)

"""A question that was put to a desk is taken back."""

from datetime import datetime

from openkader.casework.advice import may_take_back
from openkader.casework.permissions import Act
from openkader.register.advising import advice_for_update, asked_of
from openkader.register.filling import fill_by_kader
from openkader.register.hand import require, writing
from openkader.register.models import AdviceWithdrawal


def withdraw_advice_request(advice: str, reason: str, *, by: str, now: datetime) -> None:
    """Wait for this answer no longer; asked twice, it is taken back once."""
    with writing(by=by, now=now, act=Act.ASK_ADVICE) as hand:
        row = advice_for_update(advice, hand)
        if AdviceWithdrawal.objects.filter(advice_request=row, reason=reason.strip(), by=by).exists():
            return
        require(may_take_back(asked_of(row, {}), reason))
        AdviceWithdrawal.objects.create(advice_request=row, reason=reason.strip(), at=now, by=by)
        hand.log("advice.withdrawn", "advice", advice, row.request.reference, desk=row.desk)
        fill_by_kader(row.request, row.kader, hand)

"""A colleague is reminded that the term of a recommendation has passed."""

from datetime import datetime

from openkader.casework.recommendations import FollowUpStatus
from openkader.register.hand import writing
from openkader.register.intake_entries import MailEntry
from openkader.register.models import RecommendationReminder
from openkader.register.outgoing import enter_mail
from openkader.register.recommendations import recommendation_for_update


def remind_of_recommendation(
    recommendation: str, account: str, mail: MailEntry, *, by: str, now: datetime
) -> bool:
    """Let one reminder go to somebody for this term; False when it went before, or was closed or put off meanwhile.

    The note that it went and the mail are one change: whoever falls over, it goes once.
    """
    with writing(by=by, now=now, act=None) as hand:
        row = recommendation_for_update(recommendation)
        newest = row.addresses.order_by("-number").first()
        if newest is None or newest.ends_on is None or newest.ends_on >= hand.today:
            return False
        if row.status and FollowUpStatus(row.status).is_closed:
            return False
        _, is_new = RecommendationReminder.objects.get_or_create(
            recommendation=row, due_by=newest.ends_on, account=account, defaults={"at": now, "by": by}
        )
        if not is_new:
            return False
        enter_mail(mail, row, hand)
        hand.log("recommendation.reminded", "recommendation", row.reference, row.reference)
    return True

"""Recommendations of which the term has passed, and who is to be reminded of that."""

from dataclasses import dataclass
from datetime import date

from django.contrib.auth.models import User

from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import AccountRole
from openkader.register.models import RecommendationReminder
from openkader.register.people import colleagues_with
from openkader.register.selectors.recommendations import recommendations


@dataclass(frozen=True, slots=True, kw_only=True)
class RecommendationLate:
    """A recommendation that is late, and whoever is to be reminded of that."""

    reference: str
    due_by: date
    account: str
    to: str


def recommendations_to_remind(today: date) -> list[RecommendationLate]:
    """Whoever writes the evaluation is reminded of each, once for each term."""
    late = [row for row in recommendations(reader=HOUSE, today=today) if row.is_overdue and row.due]
    if not late:
        return []
    names = [one.name for one in colleagues_with([AccountRole.EVALUATOR])]
    emails = dict(User.objects.filter(username__in=names).exclude(email="").values_list("username", "email"))
    rows = RecommendationReminder.objects.filter(account__in=emails)
    told = set(rows.values_list("recommendation__reference", "due_by", "account"))
    return [
        RecommendationLate(reference=row.reference, due_by=row.due.ends_on, account=name, to=email)
        for row in late
        if row.due is not None
        for name, email in emails.items()
        if (row.reference, row.due.ends_on, name) not in told
    ]

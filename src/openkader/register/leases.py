"""Until when a worker holds what it took, and something that failed has to wait; by clocks that may jump."""

from datetime import datetime, timedelta

from django.db.models import Q

# No lease and no pause is ever so long: a moment further ahead was written by a clock that ran ahead, and once that
# is put right, nothing should wait for years.
LONGEST = timedelta(hours=3)


def lease_ended(now: datetime) -> Q:
    """What somebody took and holds no more; who is gone does not say so."""
    return Q(lease_ends__lte=now) | Q(lease_ends__gt=now + LONGEST)


def may_start(now: datetime) -> Q:
    """What nobody holds and need not wait."""
    return Q(taken_by=None) & (Q(not_before__lte=now) | Q(not_before__gt=now + LONGEST))

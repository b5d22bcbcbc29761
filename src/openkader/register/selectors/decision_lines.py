"""What was decided, over all cases that somebody may see."""

from django.db.models import Q

from openkader.casework.permissions import Person
from openkader.register.models import Decision
from openkader.register.selectors.pages import PER_PAGE
from openkader.register.together import Row
from openkader.register.visibility import visible_or_alone

_COLUMNS = (
    *("id", "reference", "request__reference", "year", "level", "outcome", "departs_from_proposal"),
    *("decided_on", "decided_by", "seconded_by", "assessment__reference", "reconstructed"),
)


def newest_decisions(
    before: int | None, year: int | None, *, reader: Person
) -> tuple[tuple[Row, ...], int | None]:
    """A page of decisions, the newest in the register first, and where the next begins; None: this is the last."""
    chosen = Q() if before is None else Q(pk__lt=before)
    if year is not None:
        chosen &= Q(year=year)
    rows = Decision.objects.filter(chosen, visible_or_alone(reader)).order_by("-pk")
    found = list(rows.values(*_COLUMNS)[: PER_PAGE + 1])
    return tuple(found[:PER_PAGE]), found[PER_PAGE - 1]["id"] if len(found) > PER_PAGE else None

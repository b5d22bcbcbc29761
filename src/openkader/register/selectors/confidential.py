"""Which cases behind some dossiers, or a whole year, are confidential."""

from collections.abc import Collection

from django.db.models import Q

from openkader.casework.permissions import Person
from openkader.casework.vocabulary import Confidentiality
from openkader.register.batches import few_at_a_time
from openkader.register.models import Request
from openkader.register.visibility import visible_requests


def confidential_cases(dossiers: Collection[str]) -> dict[str, Confidentiality]:
    """The confidential cases among these requests and activities, with their levels; who reads of them is noted.

    One question for a page of them.
    """
    secret = [level for level in Confidentiality if level.is_confidential]
    found: dict[str, str] = {}
    for few in few_at_a_time(sorted(set(dossiers))):
        mine = Q(reference__in=few) | Q(activities__reference__in=few)
        rows = Request.objects.filter(mine, confidentiality__in=secret)
        found.update(rows.values_list("reference", "confidentiality"))
    return {ref: Confidentiality(level) for ref, level in sorted(found.items())}


def confidential_of_year(year: int, *, reader: Person) -> list[str]:
    """The confidential cases of which an activity of a year is shown to somebody, where all of that year is."""
    secret = [level for level in Confidentiality if level.is_confidential]
    seen = visible_requests(reader).filter(activities__year=year, confidentiality__in=secret)
    return sorted(set(seen.values_list("reference", flat=True)))

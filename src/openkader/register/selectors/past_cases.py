"""The cases of the register with the facts that they were assessed on, for a replay."""

from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet

from openkader.casework.permissions import Person
from openkader.register.batches import BATCH
from openkader.register.models import Assessment
from openkader.register.visibility import visible_requests


def how_many_past_cases(*, reader: Person, organisation: str = "") -> int:
    """How many requests were assessed, of those that the reader may see."""
    assessed = _assessments(organisation).values("request")
    return visible_requests(reader).filter(pk__in=assessed).count()


def past_cases(*, reader: Person, organisation: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """The reference of each case that was assessed, and the facts of its newest assessment; some thousand at a time.

    What was never assessed has no outcome to compare, and is no past case yet. Of an organisation that is named
    count the cases that a version of its own kader assessed: another one asks other questions.
    """
    seen = visible_requests(reader).order_by("pk")
    last = 0
    while requests := dict(seen.filter(pk__gt=last)[:BATCH].values_list("pk", "reference")):
        newest = _assessments(organisation).filter(request__in=list(requests)).order_by("id")
        facts = dict(newest.values_list("request", "facts"))
        yield from ((name, facts[key]) for key, name in requests.items() if key in facts)
        last = max(requests)


def _assessments(organisation: str) -> QuerySet[Assessment]:
    query = Assessment.objects.all()
    return query.filter(kader__startswith=f"{organisation}/") if organisation else query

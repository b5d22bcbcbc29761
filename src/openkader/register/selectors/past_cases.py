"""The cases of the register with the facts that they were assessed on, for a replay."""

from collections.abc import Iterator
from typing import Any

from openkader.casework.permissions import Person
from openkader.register.batches import BATCH
from openkader.register.models import Assessment
from openkader.register.visibility import visible_requests


def how_many_past_cases(*, reader: Person) -> int:
    """How many requests were assessed, of those that the reader may see."""
    return visible_requests(reader).filter(pk__in=Assessment.objects.values("request")).count()


def past_cases(*, reader: Person) -> Iterator[tuple[str, dict[str, Any]]]:
    """The reference of each case that was assessed, and the facts of its newest assessment; some thousand at a time.

    What was never assessed has no outcome to compare, and is no past case yet.
    """
    seen = visible_requests(reader).order_by("pk")
    last = 0
    while requests := dict(seen.filter(pk__gt=last)[:BATCH].values_list("pk", "reference")):
        newest = Assessment.objects.filter(request__in=list(requests)).order_by("id")
        facts = dict(newest.values_list("request", "facts"))
        yield from ((name, facts[key]) for key, name in requests.items() if key in facts)
        last = max(requests)

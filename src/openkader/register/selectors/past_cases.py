"""The cases of the register with the facts that they were assessed on, for a replay."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.db.models import QuerySet

from openkader.casework.permissions import Person
from openkader.register.batches import BATCH
from openkader.register.models import Assessment
from openkader.register.replica import read_from_replica
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
    last = 0
    while some := read_from_replica(partial(_some, last, reader, organisation)):
        yield from ((name, facts) for name, facts in some.values() if facts is not None)
        last = max(some)


def _some(last: int, reader: Person, organisation: str) -> dict[int, tuple[str, dict[str, Any] | None]]:
    """The next requests by their keys, each with its facts where it was assessed."""
    seen = visible_requests(reader).order_by("pk")
    requests = dict(seen.filter(pk__gt=last)[:BATCH].values_list("pk", "reference"))
    newest = _assessments(organisation).filter(request__in=list(requests)).order_by("id")
    facts = dict(newest.values_list("request", "facts"))
    return {key: (name, facts.get(key)) for key, name in requests.items()}


def _assessments(organisation: str) -> QuerySet[Assessment]:
    query = Assessment.objects.all()
    return query.filter(kader__startswith=f"{organisation}/") if organisation else query

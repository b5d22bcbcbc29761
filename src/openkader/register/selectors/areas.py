"""Which areas of the risk list the activities of years touch, by the newest answer on their request."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, Subquery

from openkader.casework.permissions import Act, Person
from openkader.casework.work_list import SECTORS
from openkader.register.models import Activity, Answer
from openkader.register.selectors.collections import took_place


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaRow:
    """An activity with its areas: none at all where that was answered, None where nobody knows.

    What was answered here is for colleagues; to the public it `is_withheld`, and what it says is not told.
    """

    activity: str
    year: int
    number: int | None
    areas: tuple[str, ...] | None
    is_withheld: bool


def areas_of(years: Collection[int], *, reader: Person) -> list[AreaRow]:
    """Every activity that was held in these years."""
    newest = Answer.objects.filter(request=OuterRef("request"), fact=SECTORS).order_by("-id")
    rows = (
        Activity.objects.filter(took_place("activities"), year__in=years)
        .order_by()
        .annotate(said=Subquery(newest.values("value")[:1]), read_in=Subquery(newest.values("passage")[:1]))
        .values_list("reference", "year", "number", "said", "read_in")
    )
    inside = reader.may(Act.READ_CASES)
    return [_area(row, inside=inside) for row in rows]


def _area(row: tuple[Any, ...], *, inside: bool) -> AreaRow:
    activity, year, number, said, read_in = row
    is_withheld = not inside and said is not None and read_in is None
    areas = tuple(map(str, said)) if isinstance(said, list) and not is_withheld else None
    return AreaRow(activity=activity, year=year, number=number, areas=areas, is_withheld=is_withheld)

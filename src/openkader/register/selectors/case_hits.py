"""The hits on the parties of one case, each with why it came up and what people said of it."""

from dataclasses import dataclass

from openkader.base.errors import NotFound
from openkader.casework.permissions import Person
from openkader.register.found import hit_again, lists_again
from openkader.register.selectors.hits import hit_rows, reviews_of, visible_hits
from openkader.register.selectors.screening_rows import HitRow, ReviewRow
from openkader.register.visibility import visible_requests
from openkader.register.watched import parties_of
from openkader.screening.evidence import Hit, ListUsed


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseHit:
    """A hit on a party that a request is still about, as it was found."""

    row: HitRow
    hit: Hit
    lists: tuple[ListUsed, ...]  # as they were used when it was found
    reviews: tuple[ReviewRow, ...]  # the oldest first


def case_hits(
    request: str, after: int | None, most: int, *, reader: Person
) -> tuple[tuple[CaseHit, ...], int | None]:
    """A page of hits of a request, the oldest first, and behind which one the next begins; None: this is the last."""
    case = visible_requests(reader).filter(reference=request).first()
    if case is None:
        raise NotFound("request", request)
    rows = visible_hits(reader).filter(party__in=parties_of(case).values("pk"), pk__gt=after or 0)
    found = list(rows.select_related("screening").prefetch_related("reviews").order_by("pk")[: most + 1])
    shown = found[:most]
    lines = {line.id: line for line in hit_rows(rows.filter(pk__in=[one.pk for one in shown]), reader)}
    hits = (
        CaseHit(
            row=lines[one.pk],
            hit=hit_again(vars(one)),
            lists=lists_again(one.screening.lists),
            reviews=reviews_of(one),
        )
        for one in shown
    )
    return tuple(hits), shown[-1].pk if len(found) > most else None

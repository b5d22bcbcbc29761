"""Initiatives as a list to page through."""

from openkader.casework.permissions import Person
from openkader.register.selectors.initiatives import InitiativeRow, initiative_row, initiatives_at
from openkader.register.selectors.pages import PER_PAGE


def newest_initiatives(
    before: int | None, at: str | None, *, reader: Person
) -> tuple[tuple[InitiativeRow, ...], int | None]:
    """A page of initiatives, the newest in the register first, and where the next begins; None: this is the last."""
    rows = initiatives_at(at, reader=reader).order_by("-pk")
    found = list((rows if before is None else rows.filter(pk__lt=before))[: PER_PAGE + 1])
    shown = found[:PER_PAGE]
    return tuple(map(initiative_row, shown)), shown[-1].pk if len(found) > PER_PAGE else None

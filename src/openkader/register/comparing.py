"""Comparing a party with the lists; whatever goes wrong, the answer is never *clear*."""

from openkader.base.errors import Unavailable
from openkader.casework.screening import unkept
from openkader.register.hits import MOST_HITS
from openkader.register.screening_entries import Answered
from openkader.screening.entities import Entity
from openkader.screening.evidence import Compared, Screens


def compared(asked: Entity, screener: Screens, engine: str) -> Answered:
    """What the lists say of a party; without a whole answer the reason, never *clear*."""
    try:
        found = screener.screen(asked, MOST_HITS)
    except Unavailable as failure:
        return Answered(asked=asked, engine=engine, failure=failure)
    if Compared.NAME not in found.compared:
        nameless = Unavailable("screening.no-name", {"party": asked.id})
        return Answered(asked=asked, engine=engine, failure=nameless)
    place = unkept(found)
    if place is not None:
        odd = Unavailable("screening.unkept", {"place": place})
        return Answered(asked=asked, engine=engine, failure=odd)
    return Answered(asked=asked, engine=engine, result=found)

"""A party is compared with the lists at once, without the queue."""

from datetime import datetime

from openkader.base.errors import NotFound, Refusal, Refused
from openkader.casework.permissions import Act
from openkader.casework.screening import Cause
from openkader.register.asked import asked_of
from openkader.register.comparing import compared
from openkader.register.hand import writing
from openkader.register.models import Party
from openkader.register.screenings import enter_screening, parties_for_update
from openkader.screening.evidence import Screens


def screen_party(party: str, screener: Screens, *, engine: str, by: str, now: datetime) -> bool:
    """Compare a party with the lists and keep what came of it; whether there was a whole answer."""
    row = Party.objects.filter(reference=party).first()
    if row is None:
        raise NotFound("party", party)
    asked = asked_of([row])[row.pk]
    if asked is None:
        raise Refused(Refusal("screening.nameless", {"party": party}))
    answer = compared(asked, screener, engine)  # outside the transaction: it may take long
    with writing(by=by, now=now, act=Act.SCREEN) as hand:
        (held,) = parties_for_update([party], hand)
        return enter_screening(held, answer, Cause.ASKED, hand).failure is None

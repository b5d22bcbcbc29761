"""A waiver of a measure ended: the measure has to be done after all."""

from datetime import datetime

from openkader.casework.measures import is_lapsed
from openkader.casework.vocabulary import MeasureStatus
from openkader.register.hand import writing
from openkader.register.models import Measure
from openkader.register.services.close_measure import put_to


def lapse_measures(*, by: str, now: datetime) -> int:
    """Open every measure of which the waiver has passed; how many. Done again, it changes nothing more."""
    with writing(by=by, now=now, act=None) as hand:
        waived = Measure.objects.filter(status=MeasureStatus.WAIVED, waived_until__lt=hand.today)
        rows = list(waived.select_related("activity").select_for_update(of=("self",)).order_by("id"))
        lapsed = [row for row in rows if is_lapsed(MeasureStatus.WAIVED, row.waived_until, hand.today)]
        for row in lapsed:
            put_to(row, MeasureStatus.OPEN, hand)
    return len(lapsed)

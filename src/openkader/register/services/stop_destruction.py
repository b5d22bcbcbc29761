"""A destruction list that a worker carries out is stopped by hand: what is left of it stays."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.retention import STOPPED, may_stop
from openkader.register.destroying.lists import list_for_update, stand_of_list
from openkader.register.destroying.rounds import end_round, open_round
from openkader.register.hand import require, writing


def stop_destruction(reference: str, *, by: str, now: datetime) -> int:
    """Stop it, and say how many items were destroyed. It can be asked again, and what is left can be taken off.

    The worker hears of it when it says that it goes on, after a few items at most.
    """
    with writing(by=by, now=now, act=Act.REVIEW_DESTRUCTION) as hand:
        hand.keeps_lines = False
        place = list_for_update(reference)
        stand = stand_of_list(place)
        require(may_stop(stand))
        row = open_round(place)
        assert row is not None  # noqa: S101 - it is under way
        end_round(row, STOPPED, now)
        hand.log("destruction-list.stopped", "destruction_list", reference, reference, number=stand.done)
    return stand.done

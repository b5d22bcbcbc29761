"""A worker is done with a destruction list, or cannot go on with it."""

from datetime import datetime

from openkader.register.destroying.lists import list_for_update, stand_of_list
from openkader.register.destroying.rounds import TakenRound, end_round, held_round
from openkader.register.hand import writing


def finish_destruction(taken: TakenRound, failure: str | None, *, by: str, now: datetime) -> None:
    """It ended, once, with the code of why not wholly; refused when another took it over. It can be asked again."""
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False
        place = list_for_update(taken.list)
        end_round(held_round(taken), failure, now)
        stand = stand_of_list(place)
        detail = {"reason": failure} if failure else {}
        hand.log(
            "destruction-list.failed" if failure else "destruction-list.carried-out",
            "destruction_list",
            taken.list,
            taken.list,
            number=stand.done,
            **detail,
        )

"""A long destruction list is left to a worker."""

from datetime import datetime

from openkader.casework.permissions import Act
from openkader.casework.retention import may_destroy
from openkader.register.destroying.lists import list_for_update, stand_of_list
from openkader.register.destroying.rounds import open_round
from openkader.register.hand import require, writing
from openkader.register.models import DestructionRound


def ask_destruction(reference: str, *, by: str, now: datetime) -> None:
    """Let it wait for a worker; one that waits already, as after a second click, is that one."""
    with writing(by=by, now=now, act=Act.DESTROY) as hand:
        hand.keeps_lines = False
        row = list_for_update(reference)
        stand = stand_of_list(row)
        require(may_destroy(stand))
        if open_round(row) is not None:
            return
        DestructionRound.objects.create(list=row, at=now, by=by)
        hand.log(
            "destruction-list.asked",
            "destruction_list",
            reference,
            reference,
            number=stand.items - stand.done,
        )

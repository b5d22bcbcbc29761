"""A worker hands in what a replay found, once; or it ends without a result."""

from datetime import datetime

from openkader.base.errors import Unavailable
from openkader.casework.kader_replaying import ReplayEnd
from openkader.register.hand import Hand, writing
from openkader.register.kader_replay_entries import ReplayFound, TakenReplay
from openkader.register.kader_replays import dossier_of, end_replay, enter_result, held_replay
from openkader.register.leases import lease_ended
from openkader.register.models import KaderReplay
from openkader.register.services.take_kader_replay import MOST_ATTEMPTS


def finish_kader_replay(
    taken: TakenReplay, found: ReplayFound | Unavailable, *, by: str, now: datetime
) -> None:
    """Keep the result for good, or why there is none; refused when it was stopped or taken over."""
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False
        row = held_replay(taken)
        if isinstance(found, Unavailable):
            _fail(row, found.code, hand)
            return
        enter_result(row, found)
        end_replay(row, ReplayEnd.DONE, hand)
        hand.log(
            "kader-replay.finished",
            "kader_replay",
            row.reference,
            dossier_of(row),
            number=found.found["cases"],
            changed=found.found["changed"],
        )


def give_up_kader_replays(*, by: str, now: datetime) -> int:
    """Replays under which worker after worker fell over end without a result; how many."""
    with writing(by=by, now=now, act=None) as hand:
        hand.keeps_lines = False
        lost = KaderReplay.objects.filter(lease_ended(now), end=None, attempts__gte=MOST_ATTEMPTS)
        rows = list(lost.select_for_update(skip_locked=True, of=("self",)).order_by("id"))
        for row in rows:
            _fail(row, "kader-replay.workers-died", hand)
    return len(rows)


def _fail(row: KaderReplay, failure: str, hand: Hand) -> None:
    end_replay(row, ReplayEnd.FAILED, hand, failure)
    hand.log("kader-replay.failed", "kader_replay", row.reference, dossier_of(row), code=failure)

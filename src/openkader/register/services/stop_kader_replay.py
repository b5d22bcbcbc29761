"""A replay that waits or runs is stopped; what it found so far is not kept."""

from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.kader_replaying import ReplayEnd, may_stop
from openkader.casework.permissions import Act
from openkader.register.hand import require, writing
from openkader.register.kader_replays import dossier_of, end_replay
from openkader.register.models import KaderReplay


def stop_kader_replay(reference: str, *, by: str, now: datetime) -> None:
    """Stop it at once; its worker finds out before the next cases. Stopped again, as by a second click, it stays so."""
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        query = KaderReplay.objects.select_for_update(of=("self",)).select_related("draft")
        row = query.filter(reference=reference).first()
        if row is None:
            raise NotFound("kader-replay", reference[:80])
        if row.end == ReplayEnd.STOPPED:
            return
        require(may_stop(row.end))
        end_replay(row, ReplayEnd.STOPPED, hand)
        hand.log("kader-replay.stopped", "kader_replay", row.reference, dossier_of(row), number=row.done)

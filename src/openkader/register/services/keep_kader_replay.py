"""A replay of the command line is kept beside those of the studio, for good."""

from datetime import datetime

from openkader.casework.kader_replaying import ReplayEnd
from openkader.casework.permissions import Act
from openkader.register.hand import claim_references, writing
from openkader.register.kader_replay_entries import KeptReplayEntry
from openkader.register.kader_replays import enter_result
from openkader.register.models import KaderReplay
from openkader.register.numbering import next_reference


def keep_kader_replay(entry: KeptReplayEntry, *, by: str, now: datetime) -> str:
    """Keep it; its reference. It is of no draft, and is found with those that make the same kader."""
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        reference = next_reference("NS-")
        claim_references([(reference, reference)], kind="kader_replay")
        cases, changed = entry.found.found["cases"], entry.found.found["changed"]
        row = KaderReplay.objects.create(
            reference=reference,
            kader=entry.kader,
            digest=entry.digest,
            base=entry.base,
            base_digest=entry.base_digest,
            steps={},
            at=now,
            by=by,
            done=cases,
            whole=cases,
            end=ReplayEnd.DONE,
            ended_at=now,
            ended_by=by,
        )
        enter_result(row, entry.found)
        hand.log(
            "kader-replay.kept",
            "kader_replay",
            reference,
            reference,
            kader=entry.kader,
            kader_digest=entry.digest,
            number=cases,
            changed=changed,
        )
    return reference

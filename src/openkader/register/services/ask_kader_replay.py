"""A replay of history under a draft of a kader is asked; a worker does it."""

from datetime import datetime

from openkader.casework.kader_replaying import may_ask
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.kader_drafts import draft_for_update, is_withdrawn
from openkader.register.kader_replays import DraftStand, open_replay, stand_of
from openkader.register.kaders import assessor_of
from openkader.register.making_once import Once, made_before, note_made
from openkader.register.models import KaderDraft, KaderReplay
from openkader.register.numbering import next_reference


def ask_kader_replay(draft: str, *, by: str, now: datetime, once: Once | None = None) -> str:
    """Let it wait; its reference. One of the same texts that waits or runs, as after a second click, is that one."""
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        made = made_before(once)
        if made is not None:
            return made
        row = draft_for_update(draft)
        withdrawn = is_withdrawn(row)
        stand = stand_of(row, hand.today)
        before = open_replay(row)
        if before is not None and before.texts == stand.texts and not withdrawn:
            note_made(once, before.reference, hand)
            return before.reference
        earlier = before.reference if before else None
        require(may_ask(stand.problems, earlier, is_withdrawn=withdrawn))
        assert stand.kader is not None  # noqa: S101  - the rule refuses what cannot be read
        asked = _asked(row, stand, stand.kader, hand)
        hand.log(
            "kader-replay.asked",
            "kader_replay",
            asked.reference,
            row.reference,
            kader=asked.base,
            kader_digest=asked.base_digest,
            digest=asked.texts,
        )
        note_made(once, asked.reference, hand)
    return asked.reference


def _asked(draft: KaderDraft, stand: DraftStand, kader: Kader, hand: Hand) -> KaderReplay:
    reference = next_reference(f"{draft.reference}-NS")
    claim_references([(reference, draft.reference)], kind="kader_replay")
    return KaderReplay.objects.create(
        reference=reference,
        draft=draft,
        kader=kader.id,
        digest=kader.digest,
        base=draft.base,
        base_digest=assessor_of(draft.base).kader.digest,
        texts=stand.texts,
        steps=dict(stand.steps),
        at=hand.now,
        by=hand.by,
    )

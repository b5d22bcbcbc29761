"""A next version of a kader is begun, from the newest one."""

from datetime import datetime

from openkader.casework.kader_drafting import may_start
from openkader.casework.permissions import Act
from openkader.kader.heading import heading_file, with_heading_day
from openkader.register.hand import Hand, claim_references, require, writing
from openkader.register.kader_draft_entries import KaderDraftEntry
from openkader.register.kader_drafts import newest_version
from openkader.register.kaders import assessor_of, texts_of
from openkader.register.models import KaderDraft, KaderDraftStep
from openkader.register.numbering import next_reference


def start_kader_draft(entry: KaderDraftEntry, *, by: str, now: datetime) -> str:
    """Copy the texts of that version, with the new day in the heading; the reference of the draft."""
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        assessor_of(entry.base)  # there is such a version
        newest = newest_version(entry.base.partition("/")[0])
        require(may_start(entry.name, entry.in_force_from, newest, entry.base))
        draft = _begun(entry, hand)
        place = draft.reference
        hand.log("kader-draft.started", "kader_draft", place, place, kader=entry.base)
    return draft.reference


def _begun(entry: KaderDraftEntry, hand: Hand) -> KaderDraft:
    reference = next_reference("KC-")
    claim_references([(reference, reference)], kind="kader_draft")
    draft = KaderDraft.objects.create(
        reference=reference,
        base=entry.base,
        base_digest=assessor_of(entry.base).kader.digest,
        name=entry.name.strip(),
        at=hand.now,
        by=hand.by,
    )
    texts = texts_of(entry.base)
    steps = [(file, 1, text) for file, text in texts.items()]
    heading = heading_file(texts)
    if heading:
        steps.append((heading, 2, with_heading_day(texts[heading], entry.in_force_from)))
    KaderDraftStep.objects.bulk_create(
        KaderDraftStep(draft=draft, file=file, number=number, text=text, at=hand.now, by=hand.by)
        for file, number, text in steps
    )
    return draft

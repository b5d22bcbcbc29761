"""A file of a draft of a kader is saved: each time another step, and no writer is overwritten."""

from datetime import datetime

from openkader.base.document import read_text
from openkader.base.errors import Refusal, Refused
from openkader.casework.kader_drafting import may_save, why_closed
from openkader.casework.permissions import Act
from openkader.register.hand import digest, require, writing
from openkader.register.kader_draft_entries import KaderTextEntry
from openkader.register.kader_drafts import (
    draft_for_update,
    is_adopted,
    is_withdrawn,
    kept_text,
    newest_texts,
)
from openkader.register.models import KaderDraftStep


def save_kader_draft(entry: KaderTextEntry, *, by: str, now: datetime) -> int:
    """Keep a step; its number. The text that stands there already, as by a second click, is that step.

    A text that is no document at all is `Invalid`; one that says something the kader does not know yet is kept, as the
    next file may say it.
    """
    with writing(by=by, now=now, act=Act.DRAFT_KADER) as hand:
        hand.keeps_lines = False
        draft = draft_for_update(entry.draft)
        newest = newest_texts(draft).get(entry.file)
        if newest is None:
            raise Refused(Refusal("kader-draft.unknown-file", {"file": entry.file[:80]}))
        text = kept_text(entry.text)
        closed = why_closed(is_adopted=is_adopted(draft), is_withdrawn=is_withdrawn(draft))
        if text == kept_text(newest.text) and not closed:
            return newest.number
        require(closed or may_save(text, entry.seen, newest.stand))
        read_text(text, entry.file)
        number = entry.seen + 1
        KaderDraftStep.objects.create(draft=draft, file=entry.file, number=number, text=text, at=now, by=by)
        hand.log(
            "kader-draft.saved",
            "kader_draft",
            draft.reference,
            draft.reference,
            part=entry.file,
            number=number,
            digest=digest(entry),
        )
    return number

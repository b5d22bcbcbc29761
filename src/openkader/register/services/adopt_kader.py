"""A draft of a kader was adopted: from its day on it is a version, and it changes no more."""

from dataclasses import replace
from datetime import datetime

from openkader.casework.documents import kept_name
from openkader.casework.kader_drafting import may_adopt
from openkader.casework.permissions import Act
from openkader.kader import Kader
from openkader.register import audit
from openkader.register.adopted_kaders import look_again
from openkader.register.documents import Recognised, recognised
from openkader.register.hand import Hand, require, writing
from openkader.register.kader_draft_entries import KaderAdoptionEntry
from openkader.register.kader_drafts import adopting, draft_for_update, newest_texts
from openkader.register.models import KaderAdoption, KaderDraft


def adopt_kader(entry: KaderAdoptionEntry, *, by: str, now: datetime) -> str:
    """Note the decision; the name of the version. Again by the same hand, as by a second click, is that name.

    Cases that are there keep the version they came in under, and what was assessed stays as it is.
    """
    (document,) = recognised([entry.document])
    entry = replace(entry, body=entry.body.strip()[:200])
    with writing(by=by, now=now, act=Act.ADOPT_KADER) as hand:
        hand.keeps_lines = False
        draft = draft_for_update(entry.draft)
        audit.wait_for_turn()  # one adoption at a time: the other one may be of the same version
        before = KaderAdoption.objects.filter(draft=draft, by=by).first()
        if before is not None:
            return before.kader
        asked, kader = adopting(draft, entry, by, hand.today)
        require(may_adopt(asked))
        assert kader is not None  # noqa: S101  - the rule refuses what cannot be read
        adoption = _entered(draft, entry, kader, document, hand)
        hand.log(
            "kader.adopted",
            "kader_draft",
            draft.reference,
            draft.reference,
            kader=adoption.kader,
            kader_digest=adoption.digest,
            in_force_on=str(adoption.in_force_from),
            sha256=adoption.sha256,
        )
        look_again()
    return adoption.kader


def _entered(
    draft: KaderDraft, entry: KaderAdoptionEntry, kader: Kader, document: Recognised, hand: Hand
) -> KaderAdoption:
    return KaderAdoption.objects.create(
        draft=draft,
        kader=kader.id,
        digest=kader.digest,
        steps={one.file: one.number for one in newest_texts(draft).values()},
        body=entry.body,
        adopted_on=entry.adopted_on,
        in_force_from=entry.in_force_from,
        sha256=document.digest,
        file_name=kept_name(document.entry.name, document.form),
        media_type=document.form,
        size=len(document.entry.content),
        at=hand.now,
        by=hand.by,
    )

"""Somebody chooses what of a thing of the register may become public; nothing of it is public by that."""

from datetime import datetime

from openkader.base.errors import Refusal, Refused
from openkader.casework.permissions import Act
from openkader.casework.publishing import may_draft
from openkader.register import audit
from openkader.register.hand import claim_references, digest, require, writing
from openkader.register.models import Publication, PublicationDraft
from openkader.register.numbering import next_reference
from openkader.register.publication_entries import NewPublicationEntry, PublicationDraftEntry
from openkader.register.publishing.offering import offer_of
from openkader.register.publishing.stored import (
    choices_of,
    draft_of,
    newest_draft,
    newest_release,
    publication_for_update,
    stand_of,
)


def start_publication(entry: NewPublicationEntry, *, by: str, now: datetime) -> str:
    """Begin the publication of a thing; begun before, as by a second click, it is that one."""
    with writing(by=by, now=now, act=Act.PREPARE_PUBLICATION) as hand:
        hand.keeps_lines = False
        offer = offer_of(entry.kind, entry.subject, hand.person)
        audit.wait_for_turn()  # two clicks: the second finds the first
        known = Publication.objects.filter(kind=entry.kind, subject=offer.subject).first()
        if known is not None:
            return str(known.reference)
        reference = next_reference(f"{offer.subject}-W")
        claim_references([(reference, offer.dossier)], kind="publication")
        Publication.objects.create(
            reference=reference, kind=entry.kind, subject=offer.subject, dossier=offer.dossier, at=now, by=by
        )
        hand.log("publication.started", "publication", reference, offer.dossier, sort=entry.kind)
    return reference


def save_publication_draft(entry: PublicationDraftEntry, *, by: str, now: datetime) -> int:
    """Keep a version of the draft; the same by a second click is that version. Its number."""
    with writing(by=by, now=now, act=Act.PREPARE_PUBLICATION) as hand:
        hand.keeps_lines = False
        row, offer = publication_for_update(entry.publication, hand.person)
        newest = newest_draft(row)
        is_spent = stand_of(newest, newest_release(row.reference)).is_spent
        if newest is not None and newest.by == by and draft_of(newest) == entry.draft and not is_spent:
            return int(newest.number)
        number = newest.number if newest else 0
        if number != entry.seen:
            raise Refused(Refusal("publication.meanwhile"))
        require(may_draft(entry.draft, offer.as_rule))
        draft = entry.draft
        PublicationDraft.objects.create(
            publication=row,
            number=number + 1,
            title=draft.title.strip(),
            summary=draft.summary.strip(),
            category=draft.category,
            choices=choices_of(draft),
            is_cleared=draft.is_cleared,
            at=now,
            by=by,
        )
        hand.log(
            "publication.saved",
            "publication",
            row.reference,
            row.dossier,
            number=number + 1,
            digest=digest(entry),
        )
    return int(number + 1)

"""Figures of another organisation are kept beside ours, or taken away again."""

from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.documents import clean_name
from openkader.casework.exchanging import Keeping, may_keep_figures
from openkader.casework.permissions import Act
from openkader.register import audit
from openkader.register.exchange_entries import ForeignEntry
from openkader.register.hand import both, claim_references, require, writing
from openkader.register.models import ForeignFigures
from openkader.register.numbering import next_reference
from openkader.register.selectors.foreign import known_of


def keep_foreign_figures(entry: ForeignEntry, *, by: str, now: datetime) -> str:
    """Keep them as they stood in the file; the reference. Whether its signature holds was seen at the door."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False  # nothing of a case
        audit.wait_for_turn()  # the same file twice at once is kept once
        require(may_keep_figures(_keeping(entry)))
        reference = next_reference("FC-")
        claim_references([(reference, reference)], kind="foreign_figures")
        ForeignFigures.objects.create(
            reference=reference,
            organisation=entry.organisation,
            **both("name", entry.name),
            made_on=entry.made_on,
            years=list(entry.years),
            fingerprint=entry.fingerprint,
            sha256=entry.sha256,
            file_name=clean_name(entry.file_name)[:120],
            at=now,
            by=by,
        )
        hand.log(
            "foreign-figures.kept",
            "foreign_figures",
            reference,
            reference,
            organisation=entry.organisation,
            years=[year["year"] for year in entry.years],
            fingerprint=entry.fingerprint,
            sha256=entry.sha256,
        )
    return reference


def drop_foreign_figures(reference: str, *, by: str, now: datetime) -> None:
    """Take them away; the trail keeps that they were here, and by which digest the file is known again."""
    with writing(by=by, now=now, act=Act.EVALUATE) as hand:
        hand.keeps_lines = False
        row = ForeignFigures.objects.select_for_update().filter(reference=reference).first()
        if row is None:
            raise NotFound("foreign-figures", reference[:80])
        row.delete()
        hand.log("foreign-figures.dropped", "foreign_figures", reference, reference, sha256=row.sha256)


def _keeping(entry: ForeignEntry) -> Keeping:
    known = known_of(entry.organisation, entry.fingerprint, entry.sha256)
    mine = ForeignFigures.objects.filter(organisation=entry.organisation)
    return Keeping(
        organisation=entry.organisation,
        ours=entry.ours,
        made_on=entry.made_on,
        newest=mine.order_by("-made_on").values_list("made_on", flat=True).first(),
        is_kept=ForeignFigures.objects.filter(sha256=entry.sha256).exists(),
        is_known=known.by_this_key,
        is_checked=entry.is_checked,
    )

"""A figure of others enters the register, or is struck out of it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from openkader.base.errors import NotFound
from openkader.casework.context_figures import ContextDraft, may_note_context, may_strike_out_context
from openkader.casework.permissions import Act
from openkader.register import audit
from openkader.register.context_entries import ContextEntry
from openkader.register.documents import DocumentEntry, Recognised, recognised, shelf_columns
from openkader.register.hand import Hand, both, dated, require, typed, writing
from openkader.register.models import ContextCorrection, ContextFigure, ContextPart
from openkader.register.numbering import next_reference


def record_context_figure(
    entry: ContextEntry, *, by: str, now: datetime, file: DocumentEntry | None = None
) -> str:
    """Note what others say, with its source; noted twice, it is one."""
    documents = recognised([file] if file else [])
    with writing(by=by, now=now, act=Act.CITE) as hand:
        require(may_note_context(entry.draft))
        if not entry.reference:
            audit.wait_for_turn()  # two clicks: the second finds the first
            known = _same(entry, by, documents[0] if documents else None)
            if known is not None:
                return known
            entry = replace(entry, reference=next_reference(f"CX-{entry.year}-"))
        enter_context_figures([entry], hand, documents[0] if documents else None)
    return entry.reference


def strike_out_context_figure(reference: str, reason: str, *, by: str, now: datetime) -> None:
    """Strike out what was noted wrongly; colleagues can still read it."""
    with writing(by=by, now=now, act=Act.CITE) as hand:
        row = ContextFigure.objects.select_for_update().filter(reference=reference).first()
        if row is None:
            raise NotFound("context", reference[:80])
        is_gone = ContextCorrection.objects.filter(figure=row).exists()
        require(may_strike_out_context(reason, is_gone=is_gone))
        ContextCorrection.objects.create(figure=row, reason=reason.strip(), at=hand.now, by=hand.by)
        hand.log("context.struck-out", "context", reference, reference)


def enter_context_figures(
    entries: Sequence[ContextEntry], hand: Hand, file: Recognised | None = None
) -> None:
    """Store figures of others, each with its parts."""
    columns = shelf_columns(file)
    if file is not None:
        columns["file_name"] = columns.pop("name")
    rows = hand.enter(
        ContextFigure,
        "context",
        entries,
        lambda entry: {**_columns(entry.draft), **dated(entry.dated), **columns, "year": entry.year},
    )
    ContextPart.objects.bulk_create(
        ContextPart(figure=row, place=place, **both("name", part.name), value=part.value)
        for row, entry in zip(rows, entries, strict=True)
        for place, part in enumerate(entry.draft.parts, start=1)
    )


def _columns(draft: ContextDraft) -> dict[str, object]:
    return {
        **both("name", draft.name),
        **both("unit", draft.unit),
        "value": draft.value,
        "about": draft.about,
        "title": draft.title.strip(),
        "publisher": typed(draft.publisher),
        "url": typed(draft.url),
    }


def _same(entry: ContextEntry, by: str, file: Recognised | None) -> str | None:
    """The figure that this hand noted just so already: with this source, these parts and this document."""
    said = {**_columns(entry.draft), **dated(entry.dated), "year": entry.year, "recorded_by": by}
    rows = ContextFigure.objects.filter(**said, sha256=shelf_columns(file).get("sha256"), correction=None)
    parts = [(one.name.nl, one.value) for one in entry.draft.parts]
    for row in rows.order_by("id"):
        if list(row.parts.order_by("place").values_list("name_nl", "value")) == parts:
            return row.reference
    return None

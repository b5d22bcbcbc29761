"""A register that was taken over from a spreadsheet goes again, as one act: all of it or nothing."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import models, router

from openkader.base.errors import NotFound
from openkader.casework.permissions import Act
from openkader.casework.spreadsheet import may_undo
from openkader.register.batches import few_at_a_time
from openkader.register.destroying.emptying import rows_of
from openkader.register.destroying.fates import OF_DOSSIER, OF_PARTY, Fate
from openkader.register.destroying.leaving import drop_unused, parties_of, unspoken_of, words_of
from openkader.register.hand import require, writing
from openkader.register.models import (
    Agreement,
    AgreementDeed,
    AgreementReminder,
    Party,
    RegisterSource,
    SpreadsheetImport,
)
from openkader.register.selectors.spreadsheets import adopted_since, worked_on


def undo_spreadsheet(reference: str, *, by: str, now: datetime) -> int:
    """Take out every dossier that came in with it, with the parties that nothing else speaks of; how many."""
    with writing(by=by, now=now, act=Act.IMPORT_SPREADSHEET) as hand:
        hand.keeps_lines = False  # those of its cases go, and of no other case anything changes
        row = SpreadsheetImport.objects.select_for_update(of=("self",)).filter(reference=reference).first()
        if row is None:
            raise NotFound("spreadsheet", reference[:80])
        require(
            may_undo(
                is_done=row.rows is not None,
                is_undone=row.undone_at is not None,
                worked_on=worked_on(row),
                adopted=adopted_since(row),
            )
        )
        keys = list(row.taken.values_list("request", flat=True))
        _take_out_cases(keys)
        _leave_sources(row)
        row.undone_at, row.undone_by = hand.now, hand.by
        row.save(update_fields=["undone_at", "undone_by"])
        hand.log("spreadsheet.undone", "spreadsheet", reference, reference, number=len(keys))
    return len(keys)


def _take_out_cases(keys: list[int]) -> None:
    """What is to go is found before anything goes."""
    parties: set[int] = set()
    words: set[int] = set()
    for few in few_at_a_time(keys):
        named = parties_of(OF_DOSSIER, few)
        parties |= named
        for some in few_at_a_time(sorted(named)):
            words |= words_of(some, few)
        _take_out_agreements(few)
        _take_out(OF_DOSSIER, few)
    for few in few_at_a_time(sorted(parties)):
        _take_out(OF_PARTY, unspoken_of(few, ()))
    for few in few_at_a_time(sorted(words)):
        drop_unused(few)


def _take_out_agreements(cases: Collection[int]) -> None:
    """Those that came in with the rows, as they came: one that was written in since keeps the whole register.

    A dossier that is destroyed leaves its agreement; here nothing may be left.
    """
    agreements = list(Agreement.objects.filter(activity__request__in=cases).values_list("pk", flat=True))
    for model in (AgreementReminder, AgreementDeed):
        rows = model._default_manager.filter(agreement__in=agreements)
        _take_out_rows(model, list(rows.values_list("pk", flat=True)))
    _take_out_rows(Agreement, agreements)


def _take_out(fates: tuple[Fate, ...], keys: Collection[int]) -> None:
    """All rows that lead to these, past the protection of the framework: what leads to them goes with them."""
    found = [(fate.model, list(rows_of(fate, keys).values_list("pk", flat=True))) for fate in fates]
    for model, rows in found:
        _take_out_rows(model, rows)


def _take_out_rows(model: type[models.Model], keys: Sequence[Any]) -> None:
    for few in few_at_a_time(keys):
        chosen = model._default_manager.filter(pk__in=few)
        chosen._raw_delete(using=router.db_for_write(model))


def _leave_sources(row: SpreadsheetImport) -> None:
    """A source goes too, unless a party of it stays; no year is counted by it then."""
    sources = RegisterSource.objects.filter(reference__startswith=f"{row.reference}-")
    kept = set(Party.objects.filter(source__in=sources).values_list("source", flat=True))
    sources.exclude(pk__in=kept).delete()
    RegisterSource.objects.filter(pk__in=kept).update(kader=None)

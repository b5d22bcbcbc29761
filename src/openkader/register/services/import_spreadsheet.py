"""A register that was kept in a spreadsheet is taken over, whole or not at all."""

from collections.abc import Sequence
from datetime import date, datetime

from openkader.base.collecting import keeping_all
from openkader.base.errors import Refusal
from openkader.base.text import Text
from openkader.casework.delegation.cleaning import folded
from openkader.casework.life_cycle import Stored, state_of
from openkader.casework.permissions import Act
from openkader.casework.spreadsheet import TakenRow, may_take_over
from openkader.casework.spreadsheet.rows import fingerprints
from openkader.register import audit
from openkader.register.batches import BATCH, few_at_a_time
from openkader.register.case_lines import enter_lines, line_of
from openkader.register.case_words import keep_case_words
from openkader.register.hand import Hand, both, claim_references, require, writing
from openkader.register.kaders import assessor_of, kader_on
from openkader.register.models import Party, RegisterSource, Request, SpreadsheetImport, SpreadsheetRow
from openkader.register.numbering import next_reference
from openkader.register.parties import store_parties
from openkader.register.searching import keep_words
from openkader.register.services.record_activity import enter_activities
from openkader.register.services.record_decision import enter_decisions
from openkader.register.services.record_request import enter_requests
from openkader.register.spreadsheet_entries import SpreadsheetEntry, TakenOver
from openkader.register.spreadsheets import (
    Names,
    Written,
    activity_of,
    decision_of,
    organisation_here,
    request_of,
)
from openkader.register.states import Stand

# So that what they name is asked for by name, and not by reading all that there is.
_FEW = 200
_PREFIX = "SP-"
_TITLE = Text(nl="Register uit de spreadsheet {file}", en="Register from the spreadsheet {file}")
Marked = tuple[TakenRow, str]  # a row with its fingerprint


def import_spreadsheet(
    entry: SpreadsheetEntry, *, by: str, now: datetime, waiting: int | None = None
) -> TakenOver:
    """Take the rows over that are not here yet; `waiting` is the key of the import that a worker took up.

    Each case has one event, with the fingerprint of its row, and so has the import itself.
    """
    with keeping_all(), writing(by=by, now=now, act=Act.IMPORT_SPREADSHEET) as hand:
        hand.keeps_lines = False  # they are entered below, from what is known here already
        hand.tells_each = False  # of each case one event tells all
        audit.wait_for_turn()  # two clicks: the second finds what the first took over
        marked = list(zip(entry.rows, fingerprints(entry.rows), strict=True))
        here = _here([mark for _, mark in marked])
        new = [one for one in marked if one[1] not in here]
        require(may_take_over(rows=len(new), bad=entry.bad, leaves_out=entry.leaves_out))
        row = _import_row(entry, len(new), len(marked) - len(new), hand, waiting)
        written = Written(reference=row.reference, file=entry.file_name, sheet=entry.sheet)
        names = Names(_known_names())
        for year in sorted({one.year for one, _ in new}):
            of_year = [one for one in new if one[0].year == year]
            hand.source_id = _source(row, year, len(of_year), hand)
            for some in few_at_a_time(of_year, _FEW):
                _enter(some, row, written, names, hand)
        hand.log(
            "spreadsheet.imported",
            "spreadsheet",
            row.reference,
            row.reference,
            digest=row.digest,
            number=row.rows,
            left_out=row.left_out,
        )
    return TakenOver(reference=row.reference, rows=len(new), known=len(marked) - len(new), left_out=entry.bad)


def _here(marks: Sequence[str]) -> set[str]:
    """Those of these rows that were taken over before."""
    found: set[str] = set()
    for few in few_at_a_time(marks):
        rows = SpreadsheetRow.objects.filter(fingerprint__in=few).values_list("fingerprint", flat=True)
        found |= set(rows)
    return found


def _known_names() -> dict[str, str]:
    """The organisations that earlier sheets named."""
    rows = Party.objects.filter(source__reference__startswith=_PREFIX, name__isnull=False)
    return {folded(name): reference for reference, name in rows.values_list("reference", "name")}


def _import_row(
    entry: SpreadsheetEntry, new: int, known: int, hand: Hand, waiting: int | None
) -> SpreadsheetImport:
    """The import itself: the one that waited, or a new one."""
    row = _waiting(waiting) if waiting else begun(entry, hand)
    row.rows, row.known, row.left_out = new, known, entry.bad
    row.ended_at, row.draft = hand.now, None
    row.save()
    return row


def _waiting(key: int) -> SpreadsheetImport:
    """The import that waited, held until the transaction ends; one that another worker ended is refused."""
    row = SpreadsheetImport.objects.select_for_update(of=("self",)).get(pk=key)
    require(None if row.ended_at is None else Refusal("spreadsheet.overtaken"))
    return row


def begun(entry: SpreadsheetEntry, hand: Hand) -> SpreadsheetImport:
    """An import with a reference of its own, of which nothing came in yet."""
    reference = next_reference(f"{_PREFIX}{hand.today.year}-")
    claim_references([(reference, reference)], kind="spreadsheet")
    return SpreadsheetImport(
        reference=reference,
        file_name=entry.file_name,
        sheet=entry.sheet,
        digest=entry.digest,
        mapping=dict(entry.mapping),
        at=hand.now,
        by=hand.by,
    )


def _source(row: SpreadsheetImport, year: int, number: int, hand: Hand) -> int:
    """Where the records of a year come from, counted by the kader that was in force then, or else by the first."""
    organisation = organisation_here()
    kader = kader_on(organisation, date(year, 12, 31)) if organisation else None
    source = RegisterSource.objects.create(
        **both("organisation", assessor_of(organisation).kader.organisation if organisation else _TITLE),
        **both(
            "title", Text(nl=_TITLE.nl.format(file=row.file_name), en=_TITLE.en.format(file=row.file_name))
        ),
        reference=f"{row.reference}-{year}",
        year=year,
        kader=kader,
        fictional=False,
        file_name=row.file_name,
        digest=row.digest,
        records=number,
        recorded_at=hand.now,
        recorded_by=hand.by,
    )
    claim_references([(source.reference, row.reference)], kind="source")
    return source.pk


def _enter(
    some: Sequence[Marked], row: SpreadsheetImport, written: Written, names: Names, hand: Hand
) -> None:
    """Store some cases with all that their rows say; one event tells of each."""
    requests = [request_of(one, written, names) for one, _ in some]
    decisions = [decision_of(one, written) for one, _ in some]
    activities = [activity_of(one, written, names) for one, _ in some]
    stored = store_parties(names.take_new(), hand)
    enter_requests(requests, hand)
    enter_decisions([one for one in decisions if one], hand)
    enter_activities([one for one in activities if one], hand)
    keep_words(party.pk for party in stored)
    _mark(some, row, written, hand)


def _mark(some: Sequence[Marked], row: SpreadsheetImport, written: Written, hand: Hand) -> None:
    """Write down which row each dossier came from, its event and its line."""
    places = {written.dossier(one): (one, mark) for one, mark in some}
    stored = list(Request.objects.select_related("source").filter(reference__in=list(places)))
    SpreadsheetRow.objects.bulk_create(
        (
            SpreadsheetRow(
                spreadsheet=row,
                request=request,
                row=places[request.reference][0].row,
                fingerprint=places[request.reference][1],
            )
            for request in stored
        ),
        batch_size=BATCH,
    )
    enter_lines([line_of(one, _stand(places[one.reference][0]), (), hand.now) for one in stored])
    keep_case_words(stored)
    for dossier, (one, mark) in places.items():
        hand.log(
            "case.taken-over",
            "request",
            dossier,
            dossier,
            spreadsheet=row.reference,
            row=one.row,
            digest=mark,
        )


def _stand(row: TakenRow) -> Stand:
    """Where the case stands follows from what its row says."""
    return Stand(state_of(Stored(outcome=row.decision, is_carried_out=row.is_held)), row.decision)

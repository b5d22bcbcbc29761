"""A register from a spreadsheet: dossiers that say where they came from, counted as others, and gone again whole."""

from dataclasses import replace
from datetime import date

import pytest

from openkader.base.errors import NotFound, Refused
from openkader.casework.period import Period
from openkader.casework.permissions import HOUSE
from openkader.casework.spreadsheet import Mapping, TakenRow, open_sheet
from openkader.casework.spreadsheet.rows import Listed, Signed
from openkader.casework.spreadsheet.words import Outcome
from openkader.casework.vocabulary import AgreementStatus, DecisionOutcome, Kind, PartyKind, Role
from openkader.kader import Assessor
from openkader.register import audit, selectors, services
from openkader.register.agreement_entries import EndEntry
from openkader.register.case_lines import keep_all_lines
from openkader.register.entries import ActivityEntry, AnswerEntry, ParticipationEntry
from openkader.register.intake_entries import MailEntry
from openkader.register.models import (
    Activity,
    Agreement,
    AgreementDeed,
    CaseLine,
    CaseWord,
    Decision,
    NameWord,
    Participation,
    Party,
    PartyWord,
    RegisterSource,
    Request,
    SpreadsheetImport,
    SpreadsheetRow,
)
from openkader.register.selectors.spreadsheets import rows_here, spreadsheet, spreadsheets, why_not_undone
from openkader.register.spreadsheet_entries import SpreadsheetEntry
from openkader.register.spreadsheet_reading import entry_of, mapping_from, read_here, told
from tests.integration.register_house import HAND, NOW, TITLE
from tests.unit.delegations import workbook
from tests.unit.spreadsheets import HEADINGS, ROW, with_cell

pytestmark = pytest.mark.django_db
HELD = TakenRow(
    row=3,
    title="Ontvangst",
    number="Z-1",
    year=2024,
    words="Onderwerp: Ontvangst · Besluit: uitgevoerd",
    kind=Kind.INCOMING_DELEGATION,
    country="CN",
    programme="china",
    held=Period.day(date(2024, 5, 23)),
    held_year=2024,
    outcome=Outcome.CARRIED_OUT,
    outcome_words="uitgevoerd",
    aim="Kennismaken",
    parties=Listed(requesters=("Kas BV",), counterparts=("Bureau Test",), own=("Kas BV",), own_number=4),
)
REFUSED = TakenRow(
    row=4,
    title="Verzoek",
    year=2025,
    words="Onderwerp: Verzoek",
    outcome=Outcome.REFUSE,
    outcome_words="geweigerd",
    reason="geen vraag",
    parties=Listed(requesters=("kas bv",), own=("Teler BV",)),
)
OPEN = TakenRow(row=5, title="Nog open", year=2025, words="Onderwerp: Nog open")


def entry(*rows: TakenRow, bad: int = 0, leaves_out: bool = False) -> SpreadsheetEntry:
    return SpreadsheetEntry(
        file_name="register.xlsx",
        sheet="Blad1",
        digest="d" * 64,
        mapping={},
        rows=rows or (HELD, REFUSED, OPEN),
        bad=bad,
        leaves_out=leaves_out,
    )


def taken(*rows: TakenRow, **rest: int) -> str:
    return services.import_spreadsheet(entry(*rows, **rest), **HAND).reference  # type: ignore[arg-type]


def test_a_row_becomes_a_dossier_that_says_where_it_came_from() -> None:
    reference = taken()
    request = Request.objects.get(reference=f"{reference}-R3")
    assert (request.title_nl, request.year, request.programme) == ("Ontvangst (Z-1)", 2024, "china")
    assert request.passage == HELD.words
    assert "register.xlsx, blad Blad1, rij 3" in str(request.remark_nl)
    assert "sheet Blad1, row 3" in str(request.remark_en)
    assert request.source is not None
    assert (request.source.year, request.source.file_name) == (2024, "register.xlsx")
    assert SpreadsheetRow.objects.get(request=request).row == 3


def test_an_outcome_is_one_of_elsewhere_and_was_not_assessed_here() -> None:
    taken()
    decision = Decision.objects.get(outcome=DecisionOutcome.REFUSE)
    assert (decision.reconstructed, decision.decided_on, decision.decided_by) == (True, None, None)
    assert (decision.passage, decision.motivation, decision.assessment) == ("geweigerd", "geen vraag", None)
    assert "niet getoetst" in str(decision.remark_nl)


def test_a_row_without_an_outcome_stands_open_and_nothing_is_made_up() -> None:
    reference = taken()
    request = Request.objects.get(reference=f"{reference}-R5")
    assert (request.kind, request.country, request.programme, request.starts_on) == (None, None, None, None)
    assert not request.decisions.exists()
    assert CaseLine.objects.get(request=request).state == "received"


def test_what_took_place_is_an_activity_with_those_who_took_part() -> None:
    reference = taken()
    activity = Activity.objects.get()
    assert (activity.request.reference, activity.year, activity.itemised) == (f"{reference}-R3", 2024, False)  # type: ignore[union-attr]
    parts = [(x.role, x.number, x.party and x.party.name) for x in activity.participations.order_by("id")]
    assert parts == [("counterpart", 1, "Bureau Test"), ("own_party", 1, "Kas BV"), ("own_party", 3, None)]
    planned = Participation.objects.filter(request__reference=f"{reference}-R4").order_by("id")
    assert [x.role for x in planned] == ["requester", "own_party"]


def test_one_name_in_one_register_is_one_organisation_also_in_a_later_sheet() -> None:
    taken(HELD, REFUSED)
    assert Party.objects.filter(name__iexact="kas bv").count() == 1
    taken(OPEN, TakenRow(row=9, title="Later", year=2025, words="x", parties=Listed(own=("KAS BV",))))
    assert Party.objects.filter(name__iexact="kas bv").count() == 1
    assert {party.kind for party in Party.objects.all()} == {PartyKind.ORGANISATION}


def test_each_case_has_one_event_and_so_has_the_import() -> None:
    reference = taken()
    events = selectors.events()
    assert [event.action for event in events] == ["spreadsheet.imported", *["case.taken-over"] * 3]
    assert {event.dossier for event in events} == {reference, *(f"{reference}-R{row}" for row in (3, 4, 5))}
    assert events[-1].detail["row"] == 3
    assert audit.verify() is None


def test_the_lines_are_those_that_would_be_made_anew() -> None:
    taken()
    columns = ("request", "state", "outcome", "received_on", "due_on", "is_paused", "team")
    before = list(CaseLine.objects.order_by("request").values_list(*columns))
    words = set(CaseWord.objects.values_list("request", "word__word"))
    keep_all_lines(NOW, NOW.date())
    assert list(CaseLine.objects.order_by("request").values_list(*columns)) == before
    assert set(CaseWord.objects.values_list("request", "word__word")) == words
    assert [row[1] for row in before] == ["carried_out", "refused", "received"]


def test_each_number_of_a_year_leads_to_its_dossier(assessor: Assessor) -> None:
    reference = taken()
    rows = selectors.rows("activities", 2024, reader=HOUSE)
    assert [(row["id"], row["url_ref"], row["programme"]) for row in rows] == [
        (f"{reference}-R3-X1", f"{reference}-R3-X1", "china")
    ]
    assert RegisterSource.objects.get(year=2024).kader == "zuid-holland/2024-01-01"
    taken(TakenRow(row=8, title="Oud", year=2019, words="x"))
    assert RegisterSource.objects.get(year=2019).kader == "zuid-holland/2024-01-01"


def test_rows_that_are_here_are_not_taken_over_twice() -> None:
    taken()
    later = services.import_spreadsheet(
        entry(HELD, REFUSED, OPEN, TakenRow(row=6, title="Nieuw", year=2025, words="x")), **HAND
    )
    assert (later.rows, later.known) == (1, 3)
    with pytest.raises(Refused, match=r"spreadsheet\.nothing-new"):
        taken()
    assert rows_here([HELD.fingerprint()]) == 1


def test_wrong_rows_stop_all_until_somebody_leaves_them_out() -> None:
    with pytest.raises(Refused, match=r"spreadsheet\.bad-rows"):
        taken(bad=2)
    assert not Request.objects.exists()
    done = services.import_spreadsheet(entry(bad=2, leaves_out=True), **HAND)
    assert (done.rows, done.left_out) == (3, 2)


def everything_of_cases() -> list[int]:
    models = (Request, Activity, Decision, Participation, Party, PartyWord, CaseLine, CaseWord, NameWord)
    return [model.objects.count() for model in (*models, SpreadsheetRow, RegisterSource)]


def test_what_was_signed_is_an_agreement_that_goes_again_with_its_row() -> None:
    signed = Signed(form="mou", on=Period.day(date(2024, 5, 24)), until=date(2026, 5, 23))
    reference = taken(replace(HELD, signed=signed), OPEN)
    agreement = Agreement.objects.get(activity__request__reference=f"{reference}-R3")
    assert (agreement.form, agreement.status, agreement.runs_until) == ("mou", "signed", date(2026, 5, 23))
    (deed,) = agreement.deeds.all()
    assert (deed.title_nl, deed.passage, deed.whose) == ("Ontvangst (Z-1)", HELD.words, None)
    assert deed.starts_on == date(2024, 5, 24)
    assert not deed.parties.exists()
    mail = MailEntry(purpose="agreement", to="a@example.nl", subject="Loopt af", text="Loopt af")
    assert services.remind_of_agreement(agreement.reference, "anna", mail, **HAND)
    services.undo_spreadsheet(reference, **HAND)
    assert not Agreement.objects.exists()
    assert not AgreementDeed.objects.exists()


def test_an_agreement_that_was_written_in_since_keeps_all_of_it() -> None:
    reference = taken(replace(HELD, signed=Signed(form="mou")))
    agreement = Agreement.objects.get(activity__request__reference=f"{reference}-R3")
    end = EndEntry(
        agreement=agreement.reference,
        seen=1,
        status=AgreementStatus.TERMINATED,
        on=Period.day(NOW.date()),
        evaluation="Fictief: er kwam niets van.",
    )
    services.end_agreement(end, **HAND)
    with pytest.raises(Refused, match=r"spreadsheet\.worked-on"):
        services.undo_spreadsheet(reference, **HAND)
    assert AgreementDeed.objects.count() == 2


def test_undoing_takes_all_of_it_out_again_and_it_can_come_back() -> None:
    before = everything_of_cases()
    reference = taken()
    assert services.undo_spreadsheet(reference, **HAND) == 3
    assert everything_of_cases() == before
    row = spreadsheet(reference)
    assert (row.rows, row.undone_by, row.waits) == (3, HAND["by"], False)
    assert selectors.events(limit=1)[0].action == "spreadsheet.undone"
    with pytest.raises(Refused, match=r"spreadsheet\.undone"):
        services.undo_spreadsheet(reference, **HAND)
    assert taken() != reference
    assert audit.verify() is None


def test_what_was_worked_on_since_stops_all_and_is_named_by_its_row(assessor: Assessor) -> None:
    reference = taken()
    services.answer_facts(
        f"{reference}-R5", [AnswerEntry(fact="demand", value=True)], kader=assessor.kader, **HAND
    )
    with pytest.raises(Refused, match=r"spreadsheet\.worked-on"):
        services.undo_spreadsheet(reference, **HAND)
    assert Request.objects.count() == 3
    ((one,), adopted) = why_not_undone(reference)
    assert (one.row, one.dossier, one.action, one.by) == (5, f"{reference}-R5", "facts.answered", HAND["by"])
    assert adopted == []


def test_a_party_that_something_else_speaks_of_stays_and_no_year_is_counted_by_its_source() -> None:
    reference = taken()
    party = Party.objects.get(name="Bureau Test")
    part = ParticipationEntry(reference="X-9-P1", role=Role.COUNTERPART, party=party.reference)
    services.record_activity(
        ActivityEntry(reference="X-9", year=2025, title=TITLE, participations=(part,)), **HAND
    )
    services.undo_spreadsheet(reference, **HAND)
    assert list(Party.objects.values_list("name", flat=True)) == ["Bureau Test"]
    assert [(source.year, source.kader) for source in RegisterSource.objects.all()] == [(2024, None)]


def test_who_may_not_take_over_may_not_undo_either() -> None:
    with pytest.raises(Refused, match=r"role\.import-spreadsheet"):
        services.import_spreadsheet(entry(), by="nobody", now=NOW)
    with pytest.raises(Refused, match=r"role\.import-spreadsheet"):
        services.undo_spreadsheet("SP-1", by="nobody", now=NOW)


def test_what_was_never_taken_over_is_not_found() -> None:
    for ask in (spreadsheet, why_not_undone, lambda name: services.undo_spreadsheet(name, **HAND)):
        with pytest.raises(NotFound):
            ask("SP-2030-1")


def test_the_newest_stands_first() -> None:
    first, second = taken(HELD), taken(OPEN)
    assert [line.reference for line in spreadsheets()] == [second, first]


def test_a_sheet_read_here_is_kept_with_what_its_columns_were_taken_for() -> None:
    content = workbook(HEADINGS, ROW, with_cell("Zaaknr", "Z-2"))
    mapping = Mapping(all_held=True)
    read = read_here(open_sheet(content, "r.xlsx"), mapping, NOW.date())
    found = entry_of(read, mapping, content, leaves_out=False)
    assert (len(found.rows), found.sheet, found.bad) == (2, "Sheet", 0)
    kept = mapping_from(found.mapping)
    assert (kept.fields[3], kept.all_held, kept.sheet) == ("title", True, "Sheet")
    assert told(kept) == found.mapping
    assert found.rows[0].programme == "china"


def test_whoever_is_killed_halfway_leaves_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def fall_over(*_: object, **__: object) -> None:
        raise RuntimeError("the power went out")

    monkeypatch.setattr(audit, "append", fall_over)
    before = everything_of_cases()
    with pytest.raises(RuntimeError):
        taken()
    assert everything_of_cases() == before
    assert not SpreadsheetImport.objects.exists()

"""A row of a register in a spreadsheet says what its cells say, and every one that is wrong is named with its cell."""

import gc
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook

from openkader.base.collecting import keeping_all
from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.casework.delegation.cells import DAY_ZERO, DAY_ZERO_1904, Bounds, Cell, Kind
from openkader.casework.delegation.forms import read_grid
from openkader.casework.period import Period
from openkader.casework.spreadsheet import (
    Field,
    Mapping,
    WorkedOn,
    may_take_over,
    may_undo,
    open_sheet,
    read_mapping,
)
from openkader.casework.spreadsheet.dates import period_of, year_of
from openkader.casework.spreadsheet.fields import field_of
from openkader.casework.spreadsheet.rows import fingerprints
from openkader.casework.spreadsheet.summary import summary_of
from openkader.casework.spreadsheet.words import Outcome, truth_of
from openkader.casework.vocabulary import DecisionOutcome
from openkader.casework.vocabulary import Kind as CaseKind
from tests.unit.delegations import repacked, workbook
from tests.unit.spreadsheets import HEADINGS, ROW, one, read, refused, sheet, with_cell, wrong


def test_a_row_says_what_its_cells_say() -> None:
    row = one(*ROW)
    assert (row.row, row.number, row.title, row.year) == (2, "Z-1", "Bezoek uit Testland", 2023)
    assert (row.kind, row.country, row.programme) == (CaseKind.INCOMING_DELEGATION, "CN", "china")
    assert row.received == Period.day(date(2023, 3, 1))
    assert (row.held, row.held_year, row.is_held) == (Period.day(date(2023, 5, 23)), 2023, True)
    assert (row.decision, row.outcome_words) == (DecisionOutcome.TAKE_UP, "Uitgevoerd")
    assert "Land: China" in row.words


def test_what_no_cell_says_stays_unknown() -> None:
    row = one("", "", 2021, "Contact", "", "onbekend", "-")
    assert (row.number, row.received, row.kind, row.country, row.programme) == (None, None, None, None, None)
    assert (row.outcome, row.decision, row.is_held, row.held_year) == (None, None, False, None)
    assert row.parties.own_number is None


@pytest.mark.parametrize(
    ("field", "value", "code", "cell"),
    [
        ("Ontvangen op", "voorjaar", "no-date", "B2"),
        ("Ontvangen op", date(2027, 1, 1), "not-yet", "B2"),
        ("Datum", "31-2-2023", "no-date", "C2"),
        ("Datum", date(2027, 1, 1), "held-later", "C2"),
        ("Onderwerp", None, "no-title", "D2"),
        ("Onderwerp", "x" * 201, "too-long", "D2"),
        ("Soort", "Iets anders", "no-kind", "E2"),
        ("Land", "Atlantis", "no-country", "F2"),
        ("Besluit", "zie mail", "no-outcome", "G2"),
        ("Besluit", "=B2", "formula", "G2"),
        ("Besluit", "#REF!", "mistake", "G2"),
    ],
)
def test_a_wrong_cell_is_named_with_its_place(field: str, value: object, code: str, cell: str) -> None:
    assert (code, cell) in wrong(*with_cell(field, value))


def test_every_problem_has_a_sentence_with_what_to_do() -> None:
    found = sheet(with_cell("Land", "Atlantis"))
    (line,) = sentences(Invalid(found.problems), "nl")
    assert line.startswith("F2: ‘Atlantis’ in ‘Land’ is geen land dat wij kennen.")


def test_all_that_is_wrong_with_a_row_is_said_at_once() -> None:
    assert wrong("Z-1", "?!", "ooit", "", "Gedoe", "Atlantis", "misschien") == [
        ("no-title", "D2"),
        ("no-date", "B2"),
        ("no-date", "C2"),
        ("no-outcome", "G2"),
        ("no-country", "F2"),
        ("no-kind", "E2"),
    ]


def test_a_row_of_no_year_counts_nowhere_and_is_wrong() -> None:
    assert wrong("Z-1", "", "", "Contact", "", "", "") == [("no-year", "2")]


def test_what_took_place_without_a_day_needs_its_year() -> None:
    assert wrong("Z-1", date(2023, 3, 1), "", "Contact", "", "", "Uitgevoerd") == [("held-when", "2")]
    headings = (*HEADINGS, "Jaar")
    assert one("Z-1", "", "", "Contact", "", "", "Uitgevoerd", 2022, headings=headings).held_year == 2022


def test_the_year_of_its_own_column_may_not_contradict_a_date() -> None:
    headings = (*HEADINGS, "Jaar")
    assert wrong(*ROW, 2021, headings=headings) == [("another-year", "H2")]
    assert wrong(*ROW, "’23", headings=headings) == [("no-year-in", "H2")]
    assert one(*ROW, 2023, headings=headings).year == 2023


def test_a_month_takes_its_year_from_the_column_beside_it() -> None:
    row = one("mei", 2024, "Ontvangst", headings=("Maand", "Jaar", "Activiteit"))
    assert row.held == Period.month(2024, 5)
    assert wrong("mei", "", "Ontvangst", headings=("Maand", "Jaar", "Activiteit")) == [("no-date", "A2")]


def test_a_last_day_of_its_own_ends_a_period() -> None:
    headings = ("Van", "Tot", "Onderwerp")
    row = one(date(2024, 5, 23), date(2024, 5, 28), "Roadshow", headings=headings)
    assert row.held == Period.day(date(2024, 5, 23), date(2024, 5, 28))
    assert one(date(2024, 5, 23), None, "Roadshow", headings=headings).held == Period.day(date(2024, 5, 23))
    assert wrong(date(2024, 5, 23), date(2024, 5, 2), "Roadshow", headings=headings) == [
        ("days-turned", "B2")
    ]


def test_who_is_named_is_listed_once_and_the_others_are_only_counted() -> None:
    headings = ("Datum", "Onderwerp", "Aanvrager", "Delegatie", "Deelnemers", "Aantal deelnemers")
    row = one(
        2024, "Missie", "Kas BV", "Bureau Test", "Kas BV; Teler BV\nKas BV; n.v.t.", 5, headings=headings
    )
    assert row.parties.requesters == ("Kas BV",)
    assert row.parties.counterparts == ("Bureau Test",)
    assert (row.parties.own, row.parties.own_number) == (("Kas BV", "Teler BV"), 5)
    assert wrong(2024, "Missie", "", "", "A; B; C", 2, headings=headings) == [("fewer-than-named", "F2")]
    assert wrong(2024, "Missie", "", "", "", "veel", headings=headings) == [("no-number", "F2")]
    assert wrong(2024, "Missie", "x" * 301, "", "", "", headings=headings) == [("too-long", "C2")]


def test_a_relation_is_that_of_its_column_or_else_of_its_country() -> None:
    assert one(*with_cell("Land", "Japan")).programme == "other_countries"
    headings = (*HEADINGS, "Relatie")
    assert one(*ROW, "Andere landen", headings=headings).programme == "other_countries"
    assert one(*ROW, "", headings=headings).programme is None
    assert wrong(*ROW, "Maan", headings=headings) == [("no-relation", "H2")]


def test_yes_and_no_are_read_and_nothing_else() -> None:
    headings = (*HEADINGS, "Bestuurder aanwezig")
    assert [one(*ROW, said, headings=headings).office_holder for said in ("ja", "Nee", "")] == [
        True,
        False,
        None,
    ]
    assert wrong(*ROW, "soms", headings=headings) == [("no-truth", "H2")]
    assert truth_of("misschien") is None


def test_a_number_that_stands_twice_is_wrong_the_second_time() -> None:
    found = sheet(ROW, with_cell("Onderwerp", "Een ander"))
    assert [(one.code, one.where, one.detail["row"]) for one in found.problems] == [
        ("spreadsheet.number-twice", "A3", "2")
    ]
    assert ([row.row for row in found.rows], found.bad) == ([2], (3,))


@pytest.mark.parametrize(
    ("text", "kind", "period"),
    [
        ("2024-05-23", Kind.DATE, Period.day(date(2024, 5, 23))),
        ("2024-05-23 10:30", Kind.TEXT, Period.day(date(2024, 5, 23))),
        ("23-5-2024", Kind.TEXT, Period.day(date(2024, 5, 23))),
        ("23/05/2024", Kind.TEXT, Period.day(date(2024, 5, 23))),
        ("5-2024", Kind.TEXT, Period.month(2024, 5)),
        ("2024-05", Kind.TEXT, Period.month(2024, 5)),
        ("mei 2024", Kind.TEXT, Period.month(2024, 5)),
        ("Okt. 2024", Kind.TEXT, Period.month(2024, 10)),
        ("23 mei 2024", Kind.TEXT, Period.day(date(2024, 5, 23))),
        ("23 t/m 28 mei 2024", Kind.TEXT, Period.day(date(2024, 5, 23), date(2024, 5, 28))),
        ("28-23 mei 2024", Kind.TEXT, None),
        ("2024", Kind.TEXT, Period.year(2024)),
        ("2024", Kind.NUMBER, Period.year(2024)),
        ("45435", Kind.NUMBER, Period.day(date(2024, 5, 23))),
        ("45435.5", Kind.NUMBER, Period.day(date(2024, 5, 23))),
        ("12", Kind.NUMBER, None),
        ("1e99", Kind.NUMBER, None),
        ("5/23/2024", Kind.TEXT, None),
        ("13-2024", Kind.TEXT, None),
        ("3-4-12", Kind.TEXT, None),
        ("1024", Kind.TEXT, None),
        ("1-1-0024", Kind.TEXT, None),
        ("99999-01-01", Kind.TEXT, None),
        ("najaar", Kind.TEXT, None),
    ],
)
def test_a_date_is_read_when_it_can_be_only_one(text: str, kind: Kind, period: Period | None) -> None:
    assert period_of(Cell(text, kind), None, DAY_ZERO) == period


def test_days_are_counted_from_where_the_workbook_counts_them() -> None:
    assert period_of(Cell("43973", Kind.NUMBER), None, DAY_ZERO_1904) == Period.day(date(2024, 5, 23))
    assert (year_of(Cell("2024")), year_of(Cell("24"))) == (2024, None)


def test_all_rows_took_place_where_somebody_says_so_and_the_row_does_not() -> None:
    headings = ("Maand", "Jaar", "Activiteit")
    row = one("mei", 2024, "Ontvangst", headings=headings, mapping=Mapping(all_held=True))
    assert (row.outcome, row.outcome_words, row.held_year) == (Outcome.CARRIED_OUT, None, 2024)
    said = with_cell("Besluit", "Geweigerd")
    assert one(*said, mapping=Mapping(all_held=True)).outcome is Outcome.REFUSE


def test_a_person_says_what_a_column_and_a_word_mean() -> None:
    mapping = Mapping(
        fields={0: Field.IGNORED, 3: Field.NOTE, 4: Field.TITLE},
        words={Field.OUTCOME: {"Uitgevoerd": "refuse"}, Field.COUNTRY: {"Het Rijk": "China"}},
    )
    row = one(*with_cell("Land", "Het rijk"), mapping=mapping)
    assert (row.number, row.title, row.country) == (None, "Inkomende delegatie", "CN")
    assert row.outcome is Outcome.REFUSE
    assert "Zaaknr" not in row.words


def test_columns_that_cannot_be_right_give_no_rows() -> None:
    no_title = sheet(ROW, mapping=Mapping(fields={3: Field.NOTE}))
    assert [one.code for one in no_title.columns_wrong] == ["spreadsheet.no-title-column"]
    no_date = sheet(["Contact", "China"], headings=("Onderwerp", "Land"))
    assert [one.code for one in no_date.columns_wrong] == ["spreadsheet.no-date-column"]
    twice = sheet(ROW, mapping=Mapping(fields={0: Field.TITLE, 3: Field.TITLE}))
    assert [(one.code, one.where) for one in twice.columns_wrong] == [("spreadsheet.column-twice", "D")]
    assert [one.code for one in sheet().columns_wrong] == ["spreadsheet.no-rows"]
    assert no_title.rows == no_date.rows == twice.rows == ()


def test_a_second_column_of_one_thing_is_not_guessed_about() -> None:
    row = one(*ROW, "Een ander onderwerp", "y" * 90, headings=(*HEADINGS, "Titel", "z" * 90))
    assert row.title == "Bezoek uit Testland"


def test_titles_above_the_headings_and_headings_that_stand_again_are_no_rows() -> None:
    found = read(workbook(["Register 2023"], [], list(HEADINGS), ROW, list(HEADINGS), [None] * 7, [""] * 7))
    assert ([row.row for row in found.rows], found.layout.headings) == ([4], 3)


def test_headings_that_nobody_knows_are_shown_for_a_person_to_say() -> None:
    found = sheet(["x", "y", date(2020, 1, 1)], headings=("Foo", "Bar", "Baz"))
    assert [(column.letter, column.heading, column.field) for column in found.layout.columns] == [
        ("A", "Foo", Field.IGNORED),
        ("B", "Bar", Field.IGNORED),
        ("C", "Baz", Field.IGNORED),
    ]
    assert found.layout.columns[2].examples == ("2020-01-01",)
    numbers = read(workbook([1, 2], [3, 4]))
    assert (numbers.layout.headings, [column.heading for column in numbers.layout.columns]) == (
        None,
        ["", ""],
    )


def test_a_heading_is_known_whatever_stands_in_brackets() -> None:
    assert field_of("Datum (dd-mm-jjjj)") is Field.HELD
    assert field_of("t/m") is Field.HELD_UNTIL
    assert field_of("Schoenmaat") is None
    assert field_of("Land " * 30) is None


def test_cells_that_are_joined_with_another_are_named() -> None:
    def join(book: Workbook) -> None:
        book.worksheets[0].merge_cells("F2:F3")

    second = with_cell("Zaaknr", "Z-2")
    found = read(workbook(HEADINGS, ROW, second, change=join))
    assert [(one.code, one.where) for one in found.problems] == [("spreadsheet.joined", "F3")]


MERGED = (
    b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
    b"<row r='1'><c r='A1'><v>1</v></c></row></sheetData><mergeCells>%s</mergeCells></worksheet>"
)


def test_what_is_joined_without_end_is_refused_and_what_is_no_range_is_nothing() -> None:
    def told(ref: bytes) -> list[str]:
        content = repacked(workbook(["x"]), {"sheet1.xml": MERGED % ref})
        try:
            read_grid(content, "r.xlsx", None, Bounds(elements=50))
        except Invalid as error:
            return [problem.code for problem in error.problems]
        return []

    assert told(b"<mergeCell ref='A1'/>") == []
    assert told(b"<mergeCell ref='A1:XFD1048576'/>" * 3) == ["delegation.too-many-cells"]


def test_nothing_is_searched_for_to_throw_away_meanwhile() -> None:
    with keeping_all():
        with keeping_all():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_hidden_sheet_is_read_only_when_it_is_asked_for() -> None:
    def more(book: Workbook) -> None:
        hidden = book.create_sheet("Oud", 0)
        hidden.sheet_state = "hidden"
        for row in (HEADINGS, with_cell("Zaaknr", "Z-9")):
            hidden.append(list(row))

    content = workbook(HEADINGS, ROW, change=more)
    shown = read(content)
    assert (shown.sheet, shown.sheets, shown.rows[0].number) == ("Sheet", ("Oud",), "Z-1")
    assert read(content, Mapping(sheet="Oud")).rows[0].number == "Z-9"


def test_what_is_no_workbook_is_refused_and_says_what_it_is() -> None:
    old = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
    assert refused(old) == ["spreadsheet.another-form"]
    assert refused(old + "EncryptedPackage".encode("utf-16-le")) == ["document.password"]
    assert refused(b"%PDF-1.7") == ["spreadsheet.another-form"]
    assert refused(b"Alleen woorden\nonder elkaar\n") == ["spreadsheet.one-column"]
    bomb = repacked(
        workbook(HEADINGS, ROW), {"sheet1.xml": b"<worksheet>" + b" " * (8 << 20) + b"</worksheet>"}
    )
    assert refused(bomb) == ["document.too-large"]
    entity = b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet>&a;</worksheet>'
    assert refused(repacked(workbook(HEADINGS, ROW), {"sheet1.xml": entity})) != []


def test_a_table_in_text_is_read_too_and_a_row_that_is_too_long_is_named() -> None:
    good = "23-5-2024;Bezoek;China\n" * 6
    found = read(
        f"Datum;Onderwerp;Land\n{good}24-5-2024;Bezoek;China;te veel\n".encode(), name="register.csv"
    )
    assert [row.held for row in found.rows] == [Period.day(date(2024, 5, 23))] * 6
    assert ([(one.code, one.where) for one in found.problems], found.bad) == (
        [("delegation.row-length", "8")],
        (8,),
    )


def mapping_file(text: str) -> Mapping:
    return read_mapping(text.encode(), "mapping.yaml", open_sheet(workbook(HEADINGS, ROW), "r.xlsx"))


def test_a_mapping_names_columns_by_heading_or_letter() -> None:
    found = mapping_file(
        "columns: {Soort: note, A: ignored}\nwords: {outcome: {Gedaan: carried_out}}\nall_held: true"
    )
    assert found.fields == {4: Field.NOTE, 0: Field.IGNORED}
    assert (found.words, found.all_held) == ({Field.OUTCOME: {"Gedaan": "carried_out"}}, True)
    assert mapping_file("{}") == Mapping()


def test_a_mapping_that_fits_no_column_is_wrong_with_its_line() -> None:
    with pytest.raises(Invalid) as error:
        mapping_file(
            "columns:\n  Kleur: title\n  Soort: kleur\nwords:\n  kind: {Bezoek: iets}\n  country: {Rijk: CN}\n"
        )
    assert [(one.code, one.where) for one in error.value.problems] == [
        ("spreadsheet.no-such-column", "mapping.yaml:2"),
        ("spreadsheet.no-such-field", "mapping.yaml:3"),
        ("spreadsheet.no-such-word", "mapping.yaml:5"),
    ]


def test_rows_that_say_the_same_are_two_cases_and_another_order_changes_nothing() -> None:
    same = with_cell("Zaaknr", "")
    rows = sheet(same, same, with_cell("Land", "Japan")).rows
    marks = fingerprints(rows)
    assert len(set(marks)) == 3
    assert set(fingerprints(rows[::-1])) == set(marks)


def test_the_figures_before_anything_is_written() -> None:
    headings = (*HEADINGS, "Aanvrager")
    rows = sheet(
        (*ROW, "Kas BV"), ("Z-2", "", 2022, "Contact", "", "", "Geweigerd", "kas bv"), headings=headings
    ).rows
    found = summary_of((*rows, *sheet(with_cell("Besluit", "")).rows))
    assert (found.cases, found.by_year, found.held) == (3, {2022: 1, 2023: 2}, 1)
    assert found.by_outcome == {DecisionOutcome.TAKE_UP: 1, DecisionOutcome.REFUSE: 1}
    assert (found.undecided, found.without_relation, found.organisations) == (1, 1, 1)


def test_an_agreement_that_was_signed_is_counted_and_one_that_was_refused_is_none() -> None:
    signed = list(with_cell("Soort", "MoU"))
    refused_one = [*signed]
    refused_one[HEADINGS.index("Besluit")] = "Geweigerd"
    assert [summary_of(sheet(row).rows).unnoted for row in (signed, refused_one)] == [1, 0]


def test_what_is_wrong_stays_out_only_where_somebody_said_so() -> None:
    def code(*, rows: int, bad: int, leaves_out: bool) -> str | None:
        refusal = may_take_over(rows=rows, bad=bad, leaves_out=leaves_out)
        return refusal.code if refusal else None

    assert code(rows=9, bad=1, leaves_out=False) == "spreadsheet.bad-rows"
    assert code(rows=9, bad=1, leaves_out=True) is None
    assert code(rows=0, bad=0, leaves_out=False) == "spreadsheet.nothing-new"


def test_it_is_undone_whole_or_not_at_all() -> None:
    worked = (WorkedOn(row=7, dossier="SP-1-R7", action="facts.answered", by="anna"),)

    def code(
        *, done: bool = True, undone: bool = False, by: tuple[WorkedOn, ...] = (), years: tuple[int, ...] = ()
    ) -> str:
        refusal = may_undo(is_done=done, is_undone=undone, worked_on=by, adopted=years)
        return refusal.code.removeprefix("spreadsheet.") if refusal else ""

    assert code() == ""
    assert code(done=False) == "not-done"
    assert code(undone=True) == "undone"
    assert code(by=worked) == "worked-on"
    assert code(years=(2024,)) == "accounted-for"


def test_what_is_open_was_not_decided() -> None:
    assert Outcome.OPEN.decision is None
    assert one(*with_cell("Besluit", "lopend")).decision is None


def test_cases_are_counted_by_their_year() -> None:
    later = with_cell("Ontvangen op", date(2024, 3, 1))
    later[:1], later[2] = ["Z-2"], date(2024, 5, 1)
    assert sheet(later, ROW).by_year == {2023: 1, 2024: 1}


def test_a_row_of_which_nothing_is_taken_over_is_no_case() -> None:
    headings = (*HEADINGS, "Onbekende kolom")
    found = sheet((*ROW, ""), (*[""] * len(HEADINGS), "kladje"), headings=headings)
    assert (len(found.rows), found.problems) == (1, ())


def test_of_a_column_a_few_different_cells_are_shown() -> None:
    rows = [with_cell("Zaaknr", f"Z-{number}") for number in range(9)]
    (column,) = sheet(*rows).layout.of(Field.NUMBER)
    assert column.examples == tuple(f"Z-{number}" for number in range(len(column.examples)))
    assert 1 < len(column.examples) < len(rows)


def test_signs_that_nobody_sees_are_no_words() -> None:
    assert one(*with_cell("Zaaknr", "\u200b")).number is None


def test_a_row_says_the_same_wherever_it_stands() -> None:
    (here,) = sheet(with_cell("Land", "Japan")).rows
    there = replace(here, row=here.row + 7)
    assert here.fingerprint() == there.fingerprint()
    assert here.fingerprint(1) != here.fingerprint()

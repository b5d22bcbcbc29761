"""Lists of participants as organisations send them, and the mistakes in them; everybody is made up."""

import io
from datetime import date

import pytest
from openpyxl import Workbook

from openkader.base.errors import Invalid, Problem
from openkader.base.messages import sentences
from openkader.casework.delegation import Choice, Field
from openkader.casework.mission import (
    ParticipantRole,
    ParticipantSheet,
    ParticipantStatus,
    read_participants,
    read_pasted_participants,
)
from tests.unit.delegations import table, workbook
from tests.unit.open_sheets import cell, open_sheet, row, sheet

TODAY = date(2026, 11, 24)
HEADINGS = ("Naam", "Organisatie", "Functie", "E-mail", "Rol", "Status", "Opmerking")


def read(content: bytes, name: str = "lijst.xlsx", choice: Choice | None = None) -> ParticipantSheet:
    return read_participants(content, name, TODAY, choice or Choice())


def told(problems: tuple[Problem, ...]) -> list[tuple[str, str]]:
    return [(one.code, one.where) for one in problems]


def codes(content: bytes) -> list[str]:
    with pytest.raises(Invalid) as caught:
        read(content, "lijst.ods")
    return [problem.code for problem in caught.value.problems]


def test_the_columns_of_a_dutch_list_become_people() -> None:
    found = read(
        workbook(
            HEADINGS,
            ("Hazel Wren", "Tuin BV", "Directeur", "h.wren@example.org", "bedrijf", "bevestigd", "vega"),
            ("Wang Bedacht", None, "Tolk", None, "reisleider", "", None),
        )
    )
    first, second = found.people
    assert (first.draft.name, first.draft.organisation, first.draft.function) == (
        "Hazel Wren",
        "Tuin BV",
        "Directeur",
    )
    assert (first.draft.email, first.draft.role, first.status) == (
        "h.wren@example.org",
        ParticipantRole.COMPANY,
        ParticipantStatus.CONFIRMED,
    )
    assert first.draft.note == "vega"
    assert (second.draft.role, second.draft.function, second.status) == (None, "Tolk / reisleider", None)
    assert found.problems == found.ignored == ()


def test_english_headings_are_recognised_as_well() -> None:
    text = table(
        ("Full name", "Company", "E-mail address", "Role", "Attendance", "Remarks"),
        ("Hazel Wren", "Garden Ltd", "mailto:h@example.org", "Head of delegation", "dropped out", "n/a"),
    )
    (one,) = read_pasted_participants(text, TODAY).people
    assert (one.draft.email, one.draft.role) == ("h@example.org", ParticipantRole.LEADER)
    kept = one.with_status(ParticipantStatus.INVITED)
    assert (kept.status, kept.reason) == (ParticipantStatus.DROPPED_OUT, "unknown")


def test_who_has_no_status_gets_the_one_that_a_person_says() -> None:
    (one,) = read(workbook(("Naam",), ("Hazel Wren",))).people
    assert one.with_status(ParticipantStatus.CONFIRMED).status is ParticipantStatus.CONFIRMED
    assert one.with_status(ParticipantStatus.CONFIRMED).reason is None


def test_what_a_list_of_participants_has_no_use_for_is_left_out_and_said() -> None:
    found = read(
        workbook(
            ("Naam", "Geboortedatum", "Nationaliteit", "Geslacht", "Paspoortnummer", "Telefoon", "E-mail"),
            ("Hazel Wren", "1980-01-01", "NL", "v", "NX1234567", "0612345678", "h@example.org"),
        )
    )
    (one,) = found.people
    assert "1980" not in repr(one)
    assert "NX1234567" not in repr(found)
    assert [code for code, _ in told(found.ignored)] == [
        "delegation.passport-not-taken",
        "delegation.contact-not-taken",
        *["participants.column-not-taken"] * 3,
    ]
    assert [place for _, place in told(found.ignored)][1] == "lijst.xlsx:F"


def test_of_two_columns_of_one_sort_the_first_counts_and_another_role_stays_a_function() -> None:
    found = read(workbook(("Naam", "Status", "Stand"), ("Hazel Wren", "bevestigd", "afgezegd")))
    assert found.people[0].status is ParticipantStatus.CONFIRMED
    assert told(found.ignored) == [("delegation.column-not-recognised", "lijst.xlsx:C")]


def test_every_bad_row_is_named_with_its_reason_and_the_good_ones_stand() -> None:
    found = read(
        workbook(
            HEADINGS,
            ("Hazel Wren", "", "", "geen adres", "", "", ""),
            ("", "Tuin BV", "", "", "", "", ""),
            ("Wang Bedacht", "", "", "", "", "misschien", ""),
            ("Anna Goed", "", "", "", "", "", ""),
            ("=1+1", "", "", "", "", "", ""),
            ("Piet Lang", "", "x" * 200, "", "y" * 200, "", ""),
            ("Jan @ Bedacht", "", "", "", "", "", ""),
        )
    )
    assert [one.draft.name for one in found.people] == ["Anna Goed"]
    assert told(found.problems) == [
        ("participants.bad-address", "lijst.xlsx:2"),
        ("delegation.no-name", "lijst.xlsx:3"),
        ("participants.unknown-status", "lijst.xlsx:4"),
        ("delegation.formula", "lijst.xlsx:6"),
        ("participants.too-long", "lijst.xlsx:7"),
        ("delegation.not-a-name", "lijst.xlsx:8"),
    ]
    assert all(line.startswith("lijst.xlsx:") for line in sentences(Invalid(found.problems), "nl"))


def test_a_formula_or_an_order_that_is_not_seen_says_no_role_and_no_status() -> None:
    found = read(workbook(HEADINGS, ("Hazel Wren", "", "", "=A1", "=A1", "=A1", "=A1")))
    (one,) = found.people
    assert (one.draft.email, one.draft.role, one.status, one.draft.note) == ("", None, None, "")
    turned = read_pasted_participants(table(("Naam", "Rol"), ("Hazel Wren", "\u202eleider")), TODAY)
    assert (turned.people[0].draft.role, turned.people[0].draft.function) == (None, "")


def many() -> Workbook:
    book = Workbook()
    book.worksheets[0].append(list(HEADINGS))
    for number in range(2, 5002):
        # Every 160th or so is bad: thirty-one of them would be one too many.
        bad = number % 166 == 0
        address = "kapot" if bad else f"p{number}@example.org"
        book.worksheets[0].append([f"Persoon {_letters(number)}", "Tuin BV", "", address, "lid", "", ""])
    return book


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number)).capitalize()


def test_of_five_thousand_rows_with_thirty_bad_ones_each_bad_one_is_named() -> None:
    file = io.BytesIO()
    many().save(file)
    found = read(file.getvalue())
    assert len(found.problems) == 30
    assert len(found.people) == 4970
    assert told(found.problems)[0] == ("participants.bad-address", "lijst.xlsx:166")
    assert told(found.problems)[-1] == ("participants.bad-address", "lijst.xlsx:4980")


def test_a_list_without_names_gives_nobody_and_says_so_until_a_person_says_what_the_columns_are() -> None:
    content = workbook(("Aap", "Noot"), ("Hazel Wren", "x9"), ("Wang Bedacht", "x8"))
    found = read(content)
    assert [code for code, _ in told(found.problems)] == ["delegation.no-name-column"]
    chosen = read(content, choice=Choice(fields={0: Field.NAME}, has_headings=True))
    assert [one.draft.name for one in chosen.people] == ["Hazel Wren", "Wang Bedacht"]


def test_a_workbook_of_libreoffice_is_read_with_the_numbers_of_its_rows() -> None:
    content = open_sheet(
        sheet(
            row("Naam", "E-mail"),
            row("", more='table:number-rows-repeated="3"'),
            row("Hazel Wren", "h@example.org"),
            row("Wang Bedacht", "kapot"),
            row(
                cell("", 'table:number-columns-repeated="16384"'), more='table:number-rows-repeated="1048570"'
            ),
        ),
        sheet(row("iets anders"), title="Blad2"),
    )
    found = read(content, "lijst.ods")
    assert [(one.row, one.draft.name) for one in found.people] == [(5, "Hazel Wren")]
    assert told(found.problems) == [("participants.bad-address", "lijst.ods:6")]
    assert told(found.ignored) == [("delegation.other-sheet", "lijst.ods")]
    assert found.sheet == "Blad1"


def test_another_sheet_of_it_is_read_when_it_is_wanted() -> None:
    content = open_sheet(
        sheet(row("Naam"), row("Hazel Wren")), sheet(row("Naam"), row("Wang Bedacht"), title="B")
    )
    assert read(content, "l.ods", Choice(sheet="B")).people[0].draft.name == "Wang Bedacht"
    with pytest.raises(Invalid, match=r"delegation\.no-such-sheet"):
        read(content, "l.ods", Choice(sheet="C"))


def test_in_it_a_formula_says_nothing_a_date_its_day_and_a_remark_beside_a_cell_is_no_text_of_it() -> None:
    remark = "<office:annotation><text:p>geheim</text:p></office:annotation>"
    noted = f"<table:table-cell>{remark}<text:p>Hazel Wren</text:p></table:table-cell>"
    content = open_sheet(
        sheet(
            row("Naam", "Opmerking"),
            row(noted, cell("99", 'office:value="99"')),
            row(cell("Piet Bedacht", 'table:formula="of:=A1"'), ""),
            row("Anna Bedacht", cell("1 mei", 'office:date-value="2026-05-01T00:00:00"')),
            "<table:table-row><text:p>geen cel</text:p></table:table-row>",
        )
    )
    found = read(content, "l.ods")
    assert [(one.draft.name, one.draft.note) for one in found.people] == [
        ("Hazel Wren", "99"),
        ("Anna Bedacht", "2026-05-01"),
    ]
    assert told(found.problems) == [("delegation.formula", "l.ods:3")]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (open_sheet(sheet()), "document.empty"),
        (open_sheet(sheet(row("Naam")), others={"Basic/script-lc.xml": "<x/>"}), "delegation.macros"),
        (
            open_sheet(sheet(row("Naam")), others={"META-INF/manifest.xml": "<manifest:encryption-data/>"}),
            "document.password",
        ),
        (
            open_sheet(sheet(row("Naam"), row("Hazel Wren", more='table:number-rows-repeated="999999999"'))),
            "delegation.too-many-rows",
        ),
        (
            open_sheet(sheet(row(cell("x", 'table:number-columns-repeated="9000"')))),
            "delegation.too-many-columns",
        ),
        (open_sheet(kind="application/vnd.oasis.opendocument.text"), "delegation.another-form"),
    ],
)
def test_what_is_no_list_or_may_do_harm_is_refused(content: bytes, code: str) -> None:
    assert codes(content) == [code]


def test_a_document_type_in_it_is_refused() -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]><office:document-content/>'
    with pytest.raises(Invalid):
        read(open_sheet(others={"content.xml": bomb}), "l.ods")


@pytest.mark.parametrize("number", ["x", "\u0663", "-1", ""])
def test_a_number_of_repeats_that_is_none_is_one(number: str) -> None:
    content = open_sheet(sheet(row("Naam", more=f'table:number-rows-repeated="{number}"'), row("Hazel Wren")))
    assert [one.row for one in read(content, "l.ods").people] == [2]


@pytest.mark.parametrize(
    ("heading", "value", "read_as"),
    [
        *(
            (heading, "bedrijf", "role")
            for heading in ("Rol", "role", "Rol in de delegatie", "Soort deelnemer", "type", "kind")
        ),
        *(
            (heading, "bevestigd", "status")
            for heading in ("Status", "stand", "Aanwezigheid", "attendance", "Bevestigd", "confirmed")
        ),
        *(
            (heading, "vega", "note")
            for heading in ("Opmerking", "opmerkingen", "notitie", "Note", "notes", "remark", "Remarks")
        ),
    ],
)
def test_a_column_is_read_by_each_word_that_heads_it(heading: str, value: str, read_as: str) -> None:
    (found,) = read(workbook(("Naam", heading), ("Hazel Wren", value))).people
    said = {"role": found.draft.role, "status": found.status, "note": found.draft.note}
    (empty,) = read(workbook(("Naam", "Anders"), ("Hazel Wren", value))).people
    before = {"role": empty.draft.role, "status": empty.status, "note": empty.draft.note}
    assert {name for name in said if said[name] != before[name]} == {read_as}


def test_a_remark_that_is_too_long_is_named_and_not_cut_off() -> None:
    rows = (("Naam", "Opmerking"), ("Anna Goed", "x" * 1000), ("Piet Lang", "x" * 1001))
    found = read(workbook(*rows))
    assert [one.draft.note for one in found.people] == ["x" * 1000]
    assert told(found.problems) == [("participants.note-too-long", "lijst.xlsx:3")]

"""Lists and registers that were made elsewhere, and what is told, waited for or compared by them."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from openkader.base.errors import Invalid
from openkader.casework.advice import needs_of
from openkader.casework.agreements import may_correct
from openkader.casework.case_events import ALSO_FILED, OF_ACTION
from openkader.casework.deadlines import Calendar, working_days_between
from openkader.casework.delegation.cells import Bounds
from openkader.casework.mission import ParticipantStatus, read_participants
from openkader.casework.mission.columns import read_address, read_role, read_status
from openkader.casework.name_words import sound_of
from openkader.casework.spreadsheet import open_sheet, reading
from openkader.casework.spreadsheet.fields import Field, field_of
from openkader.casework.spreadsheet.rows import fingerprints
from openkader.casework.text_difference import LineChange, lines_that_differ
from openkader.casework.vocabulary import Confidentiality
from tests.unit.delegations import TODAY, workbook
from tests.unit.spreadsheets import HEADINGS, ROW, sheet, with_cell
from tests.unit.test_agreements import MEMO

AUDIT_EVENTS = Path(__file__).parents[2] / "docs/reference/audit-events.md"


def codes(content: bytes, name: str = "register.xlsx", wanted: str | None = None) -> list[str]:
    with pytest.raises(Invalid) as refused:
        open_sheet(content, name, wanted)
    return [one.code for one in refused.value.problems]


def test_what_is_no_register_is_said_in_the_words_of_a_register(monkeypatch: pytest.MonkeyPatch) -> None:
    assert codes(b"%PDF-1.7") == ["spreadsheet.another-form"]
    assert codes((",".join(["Onderwerp", "Datum", *["x"] * 59]) + "\n").encode()) == [
        "spreadsheet.too-many-columns"
    ]
    assert codes(workbook(HEADINGS, ROW), wanted="Nergens") == ["spreadsheet.no-such-sheet"]
    assert codes(b"Bezoek uit Testland\nBezoek aan Testland\n") == ["spreadsheet.one-column"]
    monkeypatch.setattr(reading, "BOUNDS", Bounds(elements=9))
    assert codes(workbook(HEADINGS, ROW)) == ["spreadsheet.too-many-cells"]


def test_a_number_that_stands_there_twice_names_the_row_where_it_stood_first() -> None:
    found = sheet(ROW, with_cell("Zaaknr", "Z-2"), with_cell("Zaaknr", " z-1"))
    assert [(one.code, one.where, one.detail["row"]) for one in found.problems] == [
        ("spreadsheet.number-twice", "A4", "2")
    ]
    assert [row.number for row in found.rows] == ["Z-1", "Z-2"]
    assert found.bad == (4,)


def test_headings_that_stand_again_on_a_next_page_are_no_row() -> None:
    found = sheet(ROW, HEADINGS, with_cell("Zaaknr", "Z-2"))
    assert ([row.row for row in found.rows], found.problems) == ([2, 4], ())


def test_a_heading_of_a_register_of_the_longest_is_known_and_one_letter_more_is_not() -> None:
    assert field_of("Zaaknr" + "." * 74) is Field.NUMBER
    assert field_of("Zaaknr" + "." * 75) is None


def test_an_address_of_a_participant_has_at_most_two_hundred_fifty_four_letters() -> None:
    def address(number: int) -> str:
        return "a" * (number - len("@x.nl")) + "@x.nl"

    assert read_address(address(254), "1") == address(254)
    with pytest.raises(Invalid) as refused:
        read_address(address(255), "1")
    (problem,) = refused.value.problems
    assert (problem.code, problem.detail) == ("participants.bad-address", {"value": "a" * 40})


def test_an_address_may_be_a_link_and_may_be_missing() -> None:
    assert read_address("mailto:h.wren@example.org", "1") == "h.wren@example.org"
    assert read_address("onbekend", "1") == ""


def test_a_status_that_nobody_knows_is_told_by_its_first_forty_letters() -> None:
    with pytest.raises(Invalid) as refused:
        read_status("m" * 39 + "is", "3")
    (problem,) = refused.value.problems
    assert (problem.where, problem.detail) == ("3", {"value": "m" * 39 + "i"})
    assert (read_status("Ja", "3"), read_status("-", "3")) == (ParticipantStatus.CONFIRMED, None)


def test_a_role_that_turns_the_order_of_reading_round_says_nothing() -> None:
    assert read_role("\u202eredieL") == (None, "")
    assert read_role("reisleider") == (None, "reisleider")


def test_a_person_who_dropped_out_by_the_list_has_an_unknown_reason_and_another_has_none() -> None:
    content = workbook(("Naam", "Status"), ("Hazel Wren", "afgemeld"), ("Fern Lark", ""))
    gone, unsaid = read_participants(content, "lijst.xlsx", TODAY).people
    usual = ParticipantStatus.CONFIRMED
    assert (gone.with_status(usual).status, gone.with_status(usual).reason) == (
        ParticipantStatus.DROPPED_OUT,
        "unknown",
    )
    assert (unsaid.with_status(usual).status, unsaid.with_status(usual).reason) == (usual, None)


def test_what_is_confidential_begins_above_what_is_internal() -> None:
    assert [level for level in Confidentiality if not level.is_confidential] == [
        Confidentiality.PUBLIC,
        Confidentiality.LIMITED_PUBLIC,
        Confidentiality.INTERNAL,
    ]
    assert Confidentiality.up_to(Confidentiality.LIMITED_PUBLIC) == (
        Confidentiality.PUBLIC,
        Confidentiality.LIMITED_PUBLIC,
    )


def test_of_rows_that_say_the_same_each_is_known_by_itself_and_again_when_the_sheet_comes_again() -> None:
    found = fingerprints(sheet(*[[None, *ROW[1:]]] * 3).rows)
    assert len(set(found)) == 3
    assert fingerprints(sheet(*[[None, *ROW[1:]]] * 2).rows) == found[:2]


def test_what_other_systems_are_told_of_is_what_the_trail_knows() -> None:
    known = AUDIT_EVENTS.read_text(encoding="utf-8")
    assert [action for action in (*OF_ACTION, *ALSO_FILED) if f"| `{action}` |" not in known] == []


def test_an_organisation_of_three_hundred_letters_is_kept() -> None:
    content = workbook(("Naam", "Organisatie"), ("Hazel Wren", "x" * 300))
    assert [one.draft.organisation for one in read_participants(content, "l.xlsx", TODAY).people] == [
        "x" * 300
    ]


def test_a_small_change_far_down_a_long_text_is_compared_line_by_line() -> None:
    old = [str(number) for number in range(2_600)]
    new = [*old[:2_500], "a", old[2_501], "b", *old[2_503:]]
    changes = [(line.change, line.text) for line in lines_that_differ("\n".join(old), "\n".join(new))]
    assert (LineChange.SAME, "2501") in changes
    assert (LineChange.GONE, "2501") not in changes


def test_names_that_sound_alike_have_one_sound_and_what_has_too_few_consonants_has_none() -> None:
    assert sound_of("muhammad") == sound_of("mohamed") != ""
    assert (sound_of("li"), sound_of("1234"), sound_of("王伟")) == ("", "", "")


def test_a_desk_that_is_named_twice_and_never_has_to_be_heard_is_not_waited_for() -> None:
    def needs(*mandatory: bool) -> bool:
        items = [(SimpleNamespace(desk="nctv", mandatory=one, before=()), True) for one in mandatory]
        (need,) = needs_of(SimpleNamespace(consultations=items))  # type: ignore[arg-type]
        return need.is_mandatory

    assert [needs(False, False), needs(True, False), needs(False, True)] == [False, True, True]


def test_from_one_day_of_work_to_the_next_is_one_day_and_over_a_weekend_too() -> None:
    thursday = date(2030, 5, 2)
    days = [
        working_days_between(thursday, thursday + timedelta(days=later), Calendar()) for later in range(5)
    ]
    assert days == [0, 1, 1, 1, 2]


def test_an_agreement_is_not_corrected_without_a_reason() -> None:
    for reason in (None, " "):
        refusal = may_correct(MEMO, replace(MEMO, form="contract"), reason)
        assert refusal is not None
        assert refusal.code == "agreement.no-reason"

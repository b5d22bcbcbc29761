"""What lies just within a rule and what lies just outside it, where a row, a day or a name could go the other way."""

from dataclasses import replace
from datetime import date
from email.message import Message
from pathlib import Path

import pytest

from openkader.base.errors import Invalid
from openkader.casework.bare_numbers import bare_numbers
from openkader.casework.calendars import read_deadlines
from openkader.casework.context_figures import FIRST_YEAR, LAST_YEAR, may_note_context, read_number
from openkader.casework.delegation.cells import DAY_ZERO, Bounds, Cell, Kind
from openkader.casework.documents import recognise
from openkader.casework.documents.names import MOST_LETTERS, clean_name
from openkader.casework.interviews import Consent, may_quote
from openkader.casework.mail import read_mail
from openkader.casework.mail.headers import sender, words
from openkader.casework.mail.plain import plain
from openkader.casework.mission import read_participants
from openkader.casework.name_words import near_forms, ways_to_look, words_of
from openkader.casework.prose import passages_of
from openkader.casework.protection import PhaseName, is_prepared
from openkader.casework.retention.codes import is_code
from openkader.casework.spreadsheet import Field, Mapping, open_sheet, reading
from openkader.casework.spreadsheet.dates import period_of, year_of
from openkader.casework.spreadsheet.judging import LONGEST
from openkader.casework.subscribing import LONGEST_ADDRESS, is_taken, may_be_told
from openkader.casework.text_difference import LineChange, lines_that_differ
from openkader.casework.vocabulary import Kind as CaseKind
from tests.unit.delegations import workbook
from tests.unit.protections import a_catalogue, all_said
from tests.unit.spreadsheets import HEADINGS, ROW, sheet, with_cell, wrong
from tests.unit.test_casework_mail import BOUNDS, FINAL
from tests.unit.test_context_rules import DRAFT as FIGURE
from tests.unit.test_interview_rules import QUOTE, THEMES

TODAY = date(2026, 11, 24)


def test_no_name_is_found_by_a_word_without_letters() -> None:
    assert "" not in words_of("北京大学", is_person=False).written
    assert "" not in words_of("王伟", is_person=True).written


def test_a_figure_is_of_a_year_that_a_table_of_figures_can_have() -> None:
    assert [
        may_note_context(replace(FIGURE, about=year)) is None
        for year in (FIRST_YEAR - 1, FIRST_YEAR, LAST_YEAR, LAST_YEAR + 1)
    ] == [False, True, True, False]


def test_a_column_that_was_meant_twice_says_which_was_the_first() -> None:
    twice = sheet(ROW, mapping=Mapping(fields={0: Field.TITLE, 3: Field.TITLE}))
    assert [one.detail for one in twice.columns_wrong] == [{"other": "A"}]


def test_the_headings_of_a_register_are_the_row_that_has_most_of_them() -> None:
    found = sheet(HEADINGS, ROW, headings=("Register", "Bezoeken", "van", "Testland"))
    assert found.layout.headings == 2
    assert [row.title for row in found.rows] == ["Bezoek uit Testland"]


def test_the_headings_of_a_register_stand_in_its_first_forty_rows() -> None:
    def headed(titles: int) -> int | None:
        return sheet(*[["Een titel"]] * (titles - 1), HEADINGS, ROW, headings=["Een titel"]).layout.headings

    assert headed(39) == 40
    assert headed(40) is None


def test_a_day_on_which_something_was_held_that_cannot_be_read_is_said_once() -> None:
    assert wrong(*["Z-1", None, "ooit", *ROW[3:]]) == [("no-date", "C2")]
    assert wrong(*["Z-1", None, None, *ROW[3:]]) == [("no-year", "2")]


def test_what_could_not_be_read_in_a_register_is_shown_by_its_first_sixty_letters() -> None:
    found = sheet(with_cell("Land", "A" * 59 + "bc"))
    assert [problem.detail["value"] for problem in found.problems] == ["A" * 59 + "b"]


def test_a_register_that_is_too_long_is_told_so_in_the_words_of_a_register(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    many = workbook(HEADINGS, *[ROW] * 5)
    assert len(open_sheet(many, "r.xlsx", None).rows) == 6
    monkeypatch.setattr(reading, "BOUNDS", Bounds(rows=5))
    with pytest.raises(Invalid) as refused:
        open_sheet(many, "r.xlsx", None)
    assert [one.code for one in refused.value.problems] == ["spreadsheet.too-many-rows"]


def test_a_function_of_three_hundred_letters_is_kept_and_a_longer_one_is_left_out_and_said() -> None:
    found = read_participants(
        workbook(("Naam", "Functie"), ("Hazel Wren", "x" * 300), ("Fern Lark", "x" * 301)),
        "lijst.xlsx",
        TODAY,
    )
    assert [(one.draft.name, one.draft.function) for one in found.people] == [
        ("Hazel Wren", "x" * 300),
        ("Fern Lark", ""),
    ]
    assert [one.where for one in found.doubts] == ["lijst.xlsx:3"]


def test_a_function_and_a_role_together_are_at_most_three_hundred_letters() -> None:
    def problems(number: int) -> list[str]:
        content = workbook(("Naam", "Functie", "Rol"), ("Hazel Wren", "x" * number, "y" * 100))
        return [one.code for one in read_participants(content, "lijst.xlsx", TODAY).problems]

    assert problems(197) == []
    assert problems(198) == ["participants.too-long"]


def test_what_is_not_shown_of_a_page_ends_with_its_own_end_and_no_other() -> None:
    assert plain("<head><title>a</title><meta>b</meta>c</head><p>Hazel Wren</p>") == "Hazel Wren"
    assert plain("<svg><text>a</text>b</svg>Hazel") == "Hazel"
    assert plain("<style>a<style>b</style>Hazel") == "Hazel"


def said(**lines: str) -> Message:
    message = Message()
    for name, words_of_it in lines.items():
        message[name] = words_of_it
    return message


def test_a_subject_and_a_name_are_shown_by_their_first_two_hundred_letters() -> None:
    assert words(said(subject="x" * 200), "subject") == "x" * 200
    assert words(said(subject="x" * 200 + "y"), "subject") == "x" * 200
    assert sender(said(**{"from": f'"{"x" * 200}y" <h@example.org>'}))[1] == "x" * 200


def test_an_address_has_two_hundred_fifty_four_letters_and_no_more() -> None:
    def address(number: int) -> str:
        return sender(said(**{"from": f"{'a' * 64}@{'b' * (number - 65)}"}))[0]

    assert len(address(254)) == 254
    assert address(255) == ""


def test_the_ending_of_a_long_name_stays_when_it_may_be_an_ending() -> None:
    assert clean_name("x" * 200 + "." + "y" * 10) == "x" * (MOST_LETTERS - 11) + "." + "y" * 10
    assert clean_name("x" * 200 + "." + "y" * 11) == "x" * MOST_LETTERS
    assert clean_name("x" * MOST_LETTERS) == "x" * MOST_LETTERS


def test_one_chinese_character_is_looked_for_as_it_stands() -> None:
    assert ways_to_look("王")[0] == ("王",)


def test_a_report_of_a_server_is_of_a_machine_though_it_does_not_say_so() -> None:
    assert read_mail(FINAL.replace(b"Auto-Submitted: auto-replied\n", b""), BOUNDS).is_automatic


@pytest.mark.parametrize(
    ("text", "is_one"), [("1949", False), ("1950", True), ("2200", True), ("2201", False)]
)
def test_four_digits_are_a_year_that_somebody_may_have_meant(text: str, is_one: bool) -> None:
    year = int(text) if is_one else None
    assert year_of(Cell(text)) == year
    for kind in (Kind.TEXT, Kind.NUMBER):
        found = period_of(Cell(text, kind), None, DAY_ZERO)
        assert (found.starts_on.year if found else None) == year


@pytest.mark.parametrize("days", [1, 1000])
def test_a_term_of_one_day_is_one_and_so_is_the_longest(tmp_path: Path, days: int) -> None:
    words_of_it = f"sources: []\nterm: {{days: {days}, working_days: false}}\nreminders: [-365, 365]\n"
    free = 'days_off: {fixed: ["12-25"], from_easter: [], moved: []}\n'
    (tmp_path / "deadlines.yaml").write_text(words_of_it + free, "utf-8")
    found = read_deadlines(tmp_path)
    assert (found.term and found.term.days, found.reminders) == (days, (-365, 365))


def test_an_address_for_a_receiver_is_as_long_as_the_limit_and_its_port_is_one() -> None:
    def is_one(address: str) -> bool:
        return may_be_told(address) is None

    longest = "https://example.org/".ljust(LONGEST_ADDRESS, "x")
    assert (is_one(longest), is_one(longest + "x")) == (True, False)
    ports = [is_one(f"https://example.org:{port}/") for port in (0, 1, 65535, 65536)]
    assert ports == [False, True, True, False]


def test_an_answer_of_two_hundred_and_something_is_an_answer_that_it_arrived() -> None:
    assert [is_taken(answer) for answer in ("199", "200", "299", "300")] == [False, True, True, False]


def test_of_points_each_line_is_kept_and_of_plain_lines_one_text() -> None:
    points, text = passages_of("- een\n- twee\n\ndrie\nvier")
    assert (points.source, text.source) == ("een\ntwee", "drie vier")


@pytest.mark.parametrize(
    ("beginning", "found"),
    [
        *((b"MZ", "program"), (b"\x7fELF", "program"), (b"#!", "program"), (b"PK\x05\x06", "zip")),
        *((b"Rar!", "zip"), (b"7z\xbc\xaf", "zip"), (b"\x1f\x8b", "zip"), (b"{\\rtf", "rich-text")),
        *((b"GIF8", "another-picture"), (b"RIFF", "another-picture")),
    ],
)
def test_what_is_not_taken_in_is_called_what_it_is(beginning: bytes, found: str) -> None:
    with pytest.raises(Invalid) as refused:
        recognise(beginning + b" and more", "brief.pdf")
    (problem,) = refused.value.problems
    assert (problem.code, found in problem.detail.values()) == ("attachment.not-taken", True)


def test_a_word_is_near_to_what_it_is_without_any_one_of_its_letters() -> None:
    assert near_forms("hazel") == {"hazel", "azel", "hzel", "hael", "hazl", "haze"}


def test_one_line_that_is_the_same_before_a_change_is_shown_with_its_number() -> None:
    shown = [(line.change, line.text, line.before, line.after) for line in lines_that_differ("a\nb", "a\nc")]
    assert shown == [
        (LineChange.SAME, "a", 1, 1),
        (LineChange.GONE, "b", 2, None),
        (LineChange.NEW, "c", None, 2),
    ]


def test_a_word_of_sixty_letters_may_be_a_code_and_a_longer_one_is_what_somebody_wrote() -> None:
    assert [is_code("a" * number) for number in (60, 61)] == [True, False]


def test_a_figure_has_fourteen_digits_before_its_comma_and_no_more() -> None:
    assert read_number("9" * 14) == 10**14 - 1
    assert read_number("1" + "0" * 14) is None


@pytest.mark.parametrize(("heading", "field"), [("Zaaknr", Field.NUMBER), ("Onderwerp", Field.TITLE)])
def test_a_cell_as_long_as_its_field_is_read_and_one_letter_more_is_not(heading: str, field: Field) -> None:
    assert sheet(with_cell(heading, "x" * LONGEST[field])).problems == ()
    problem = sheet(with_cell(heading, "x" * (LONGEST[field] + 1))).problems[0]
    assert (problem.code, problem.detail["limit"]) == ("spreadsheet.too-long", str(LONGEST[field]))


@pytest.mark.parametrize("field", [Field.REQUESTER, Field.COUNTERPART, Field.OWN_PARTY])
def test_a_name_as_long_as_its_field_is_read_and_one_letter_more_is_not(field: Field) -> None:
    mapping = Mapping(fields={7: field})

    def problems(name: str) -> list[str]:
        return [
            one.code for one in sheet([*ROW, name], headings=[*HEADINGS, "Wie"], mapping=mapping).problems
        ]

    assert problems("x" * LONGEST[field]) == []
    assert problems("x" * (LONGEST[field] + 1)) == ["spreadsheet.too-long"]


def test_a_quote_has_as_much_consent_as_its_interview_and_no_more() -> None:
    for given in (Consent.WITH_NAME, Consent.WITHOUT_NAME):
        assert may_quote(replace(QUOTE, consent=Consent.WITHOUT_NAME), THEMES, 40, given) is None
    refusal = may_quote(replace(QUOTE, consent=Consent.WITH_NAME), THEMES, 40, Consent.WITHOUT_NAME)
    assert refusal is not None
    assert refusal.code == "interview.wider"


def test_a_number_that_begins_a_word_counts_nothing() -> None:
    assert bare_numbers("een 10-puntenplan, een 3-daagse reis en 5G", {}, "nl") == ()
    assert [one.value for one in bare_numbers("10 punten in 3 dagen", {}, "nl")] == [10, 3]


def test_a_mission_is_prepared_by_what_comes_before_it_and_not_by_what_comes_after() -> None:
    phases = a_catalogue().phases_for(CaseKind.OUTGOING_MISSION)
    before = [step.id for phase in phases if phase.phase is PhaseName.BEFORE for step in phase.steps]
    after = [step.id for phase in phases if phase.phase is not PhaseName.BEFORE for step in phase.steps]
    assert is_prepared(phases, all_said(before))
    assert not is_prepared(phases, all_said(after))

"""The columns of a list are recognised where they are certain, and else a person is asked."""

import pytest

from openkader.casework.delegation import Choice, Column, Field, Form, read_pasted
from openkader.casework.delegation.headings import field_of
from tests.unit.delegations import TODAY, names, pasted, told

WREN = ("Hazel Wren", "1962")
LARK = ("Fern Lark", "1971")


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Naam", Field.NAME),
        ("NAME ", Field.NAME),
        ("Name / 姓名", Field.NAME),
        ("姓名 Name", Field.NAME),
        ("Name姓名", Field.NAME),
        ("中文名", Field.NAME),
        ("Naam in karakters", Field.NAME),
        ("Full name (as in passport)", Field.NAME),
        ("(Name)", Field.NAME),
        ("Voornaam", Field.GIVEN_NAME),
        ("Surname", Field.FAMILY_NAME),
        ("Organisatie / company", Field.ORGANISATION),
        ("单位", Field.ORGANISATION),
        ("Job title 职务", Field.FUNCTION),
        ("Date of birth (dd/mm/yyyy)", Field.BIRTH_DATE),
        ("出生日期", Field.BIRTH_DATE),
        ("D.O.B.", Field.BIRTH_DATE),
        ("Nationaliteit", Field.COUNTRY),
        ("M/V", Field.GENDER),
        ("Title", Field.FUNCTION),
        ("Nr.", Field.NUMBER),
        ("E-mail", Field.EMAIL),
        ("Passport No.", Field.PASSPORT),
        ("护照号码", Field.PASSPORT),
        ("Name (organisation)", None),
        ("Name / function", None),
        ("Dietary wishes", None),
        ("", None),
        ("name " * 40, None),
    ],
)
def test_a_heading_is_recognised_when_all_of_it_says_the_same(heading: str, field: Field | None) -> None:
    assert field_of(heading) is field


def test_titles_above_the_headings_are_told_and_no_delegates() -> None:
    sheet = pasted(["Delegation of Testland"], [], ["Name", "Born"], WREN)
    assert told(sheet.ignored) == [("above-headings", "1")]
    assert names(sheet) == [("Hazel Wren",)]


def test_headings_in_a_second_language_belong_to_the_first() -> None:
    sheet = pasted(["Name", "Born"], ["姓名", "出生日期"], WREN)
    assert [column.heading for column in sheet.columns] == ["Name / 姓名", "Born / 出生日期"]
    assert len(sheet.delegates) == 1


def test_what_stands_among_the_delegates_is_told() -> None:
    rows = (["Members:"], WREN, ["Name", "Born"], LARK, ["Totaal: 2"], ["Total", "2"], ["合计"])
    sheet = pasted(["Name", "Born"], *rows)
    codes = ["title", "headings-again", "total", "total", "total"]
    assert told(sheet.ignored) == list(zip(codes, "24678", strict=True))
    assert names(sheet) == [("Hazel Wren",), ("Fern Lark",)]


def test_a_numbering_column_makes_no_delegates_and_a_remark_in_it_is_told() -> None:
    sheet = pasted(["No.", "Name"], ["1", "Hazel Wren"], ["2", ""], ["* may change", ""])
    assert len(sheet.delegates) == 1
    assert told(sheet.ignored) == [("remark", "4")]
    assert sheet.problems == ()


def test_a_person_without_a_name_is_a_problem() -> None:
    sheet = pasted(["Name", "Organisation"], ["", "Nest"])
    assert told(sheet.problems) == [("no-name", "2")]
    assert not sheet.is_complete


def test_a_role_or_a_language_in_a_row_does_not_make_it_the_headings() -> None:
    sheet = pasted(["Hazel Wren", "英文"], ["Fern Lark", "Delegate"], choice=Choice(fields={0: Field.NAME}))
    assert names(sheet) == [("Hazel Wren",), ("Fern Lark",)]


@pytest.mark.parametrize(
    "word",
    [
        *("member", "Delegation member", "delegate", "Participant", "deelnemer", "成员"),
        *("中文", "英文", "拼音", "Pinyin"),
    ],
)
def test_a_row_of_somebody_may_hold_a_word_that_heads_a_column_elsewhere(word: str) -> None:
    rows = (["Hazel Wren", "1962"], ["Fern Lark", word])
    assert names(pasted(*rows, choice=Choice(fields={0: Field.NAME}))) == [("Hazel Wren",), ("Fern Lark",)]


def test_a_paste_may_end_with_a_short_row() -> None:
    assert len(read_pasted("Name\tFunction\nHazel Wren\tDean\nFern Lark", TODAY).delegates) == 2


def test_the_same_person_twice_is_told_and_taken_once() -> None:
    sheet = pasted(["Name", "Born", "Function"], [*WREN, "Dean"], [*WREN, "Chair"])
    assert told(sheet.ignored) == [("same-as", "3")]
    assert len(sheet.delegates) == 1


def test_a_passport_number_is_not_taken_over_and_shown_nowhere() -> None:
    sheet = pasted(["Name", "Passport no.", "E-mail"], ["Hazel Wren", "E12345678", "h@example.org"])
    assert told(sheet.ignored) == [("passport-not-taken", "B"), ("contact-not-taken", "C")]
    assert "E12345678" not in repr(sheet)
    assert "h@example.org" not in repr(sheet)


def test_an_unknown_column_is_told_with_examples_so_that_a_person_can_say_what_it_is() -> None:
    sheet = pasted(["Name", "Kenmerk"], ["Hazel Wren", "Nest"])
    assert sheet.columns[1] == Column(position=1, heading="Kenmerk", field=Field.OTHER, examples=("Nest",))
    assert told(sheet.ignored) == [("column-not-recognised", "B")]


def test_a_person_overrules_what_was_recognised() -> None:
    choice = Choice(fields={0: Field.ORGANISATION, 1: Field.NAME})
    sheet = pasted(["Name", "Kenmerk"], ["Nest", "Hazel Wren"], choice=choice)
    assert (names(sheet), sheet.delegates[0].organisation) == ([("Hazel Wren",)], "Nest")


def test_family_and_given_names_are_put_together_in_the_order_of_their_script() -> None:
    head = ["Surname", "Given name", "姓", "名"]
    sheet = pasted(head, ["Wang", "Xiaoming", "王", "小明"], ["Wren", "", "", ""])
    assert names(sheet) == [("Xiaoming Wang", "王小明"), ("Wren",)]


def test_columns_for_each_script_give_one_delegate_with_all_names() -> None:
    sheet = pasted(["Name", "中文名"], ["WANG Wei", "王伟"], ["Wang Wei", "Wang wei"], ["Li Na", "-"])
    assert names(sheet) == [("WANG Wei", "王伟"), ("Wang Wei",), ("Li Na",)]


def test_a_second_birth_date_is_not_chosen_from() -> None:
    sheet = pasted(["Name", "Born", "Date of birth"], ["Hazel Wren", "1962", "1963"])
    assert sheet.delegates[0].birth_date == "1962"
    assert told(sheet.ignored) == [("column-not-recognised", "C")]


def test_a_list_without_headings_is_read_when_only_one_column_can_be_the_names() -> None:
    row = [
        "1",
        "Hazel Wren",
        "Nest Ltd",
        "1962-05",
        "China",
        "M",
        "h@example.org",
        "E12345678",
        "+86 123 456 789",
    ]
    other = [
        "2",
        "Fern Lark",
        "Twig University",
        "1963",
        "Chinese",
        "V",
        "f@example.org",
        "E12345679",
        "+86 123 456",
    ]
    sheet = pasted(row, other)
    fields = [Field.NUMBER, Field.NAME, Field.ORGANISATION, Field.BIRTH_DATE, Field.COUNTRY, Field.GENDER]
    assert [column.field for column in sheet.columns] == [*fields, Field.EMAIL, Field.PASSPORT, Field.PHONE]
    assert names(sheet) == [("Hazel Wren",), ("Fern Lark",)]


def test_a_list_that_may_be_read_in_two_ways_is_asked_about() -> None:
    sheet = pasted(["Hazel Wren", "Dean"], ["Fern Lark", "Chair"])
    assert told(sheet.problems) == [("no-name-column", "1")]
    assert sheet.delegates == ()
    assert sheet.columns[0].examples == ("Hazel Wren", "Fern Lark")


def test_a_list_that_was_asked_about_is_read_with_the_answer() -> None:
    sheet = pasted(
        ["Hazel Wren", "Dean"],
        ["Fern Lark", "Chair"],
        choice=Choice(fields={0: Field.NAME, 1: Field.FUNCTION}),
    )
    assert [(one.row, one.name, one.function) for one in sheet.delegates] == [
        (1, "Hazel Wren", "Dean"),
        (2, "Fern Lark", "Chair"),
    ]


def test_headings_in_a_language_that_is_not_known_are_headings_when_a_person_says_so() -> None:
    choice = Choice(fields={0: Field.NAME, 1: Field.BIRTH_DATE}, has_headings=True)
    assert names(pasted(["Nimi", "Syntynyt"], WREN, choice=choice)) == [("Hazel Wren",)]


def test_a_first_row_is_a_delegate_when_a_person_says_so() -> None:
    choice = Choice(fields={0: Field.NAME, 1: Field.FUNCTION}, has_headings=False)
    assert names(pasted(["Name", "Function"], choice=choice)) == [("Name",)]


def test_one_name_a_line_is_a_list() -> None:
    text = "Guests:\n\n1. Hazel Wren\n2. Wang Xiaoming 王小明\n3. TBD\nWang Wei, Dean of Test\n"
    sheet = read_pasted(text, TODAY)
    assert (sheet.form, names(sheet)) == (Form.NAMES, [("Hazel Wren",), ("Wang Xiaoming", "王小明")])
    assert told(sheet.problems) == [("no-name", "5"), ("not-a-name", "6")]
    assert told(sheet.ignored) == [("title", "1")]


def test_one_name_a_line_may_have_a_heading() -> None:
    sheet = read_pasted("Naam\nHazel Wren", TODAY)
    assert (sheet.columns[0].heading, names(sheet)) == ("Naam", [("Hazel Wren",)])


def test_headings_without_anybody_under_them_are_a_problem() -> None:
    assert told(pasted(["Name", "Born"]).problems) == [("nobody", "1")]


@pytest.mark.parametrize(("position", "letter"), [(0, "A"), (25, "Z"), (26, "AA"), (53, "BB")])
def test_a_column_is_named_as_in_a_spreadsheet(position: int, letter: str) -> None:
    assert Column(position=position, heading="", field=Field.OTHER).letter == letter

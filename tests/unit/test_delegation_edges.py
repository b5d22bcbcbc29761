"""The last of a list that is still read as it stands, and the first that is not."""

import io
import zipfile

import pytest

from openkader.base.errors import Invalid
from openkader.casework.delegation import Choice, Field, read_pasted
from openkader.casework.delegation.birth_dates import BirthDate, Calendar, read_birth_date
from openkader.casework.delegation.cells import Bounds, Cell, Grid, Kind
from openkader.casework.delegation.encodings import decode
from openkader.casework.delegation.extent import Extent
from openkader.casework.delegation.forms import read_grid
from openkader.casework.delegation.headings import field_of
from openkader.casework.delegation.names import read_names
from openkader.casework.delegation.sheet import Form
from openkader.casework.delegation.values import LONGEST
from tests.unit.delegations import HEADINGS, TODAY, names, pasted, read, told
from tests.unit.open_sheets import cell, open_sheet, row, sheet

CALENDAR = Calendar(today=TODAY)
NAMED = Choice(fields={0: Field.NAME})


def codes(found: pytest.ExceptionInfo[Invalid]) -> list[str]:
    return [problem.code for problem in found.value.problems]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        *(("1900", "1900"), ("1899", ""), ("2026", "2026"), ("2026-12", "")),
        *(("2026-11-24", "2026-11-24"), ("2026-11-25", "")),
    ],
)
def test_somebody_on_a_list_was_born_in_1900_or_later_and_not_after_today(text: str, found: str) -> None:
    assert read_birth_date(Cell(text), CALENDAR) == BirthDate(found, is_whole=bool(found))


def test_a_mistake_of_a_spreadsheet_gives_no_birth_date() -> None:
    assert read_birth_date(Cell("1962", Kind.MISTAKE), CALENDAR) == BirthDate("", is_whole=False)


def test_a_day_that_no_month_has_leaves_the_year_in_words_and_in_characters() -> None:
    for text in ("31 april 1962", "april 31, 1962", "1962年4月31日"):
        assert read_birth_date(Cell(text), CALENDAR) == BirthDate("1962", is_whole=False)


def test_headings_are_looked_for_in_the_first_forty_rows() -> None:
    def taken(titles: int) -> list[tuple[str, ...]]:
        return names(
            pasted(
                *[["* Nest", str(place)] for place in range(titles)],
                ["Naam", "Geboren"],
                ["Hazel Wren", "1962"],
            )
        )

    assert taken(39) == [("Hazel Wren",)]
    assert taken(40) == []


def test_a_title_above_the_headings_is_shown_by_its_first_eighty_letters() -> None:
    found = pasted(["x" * 79 + "yz", "more"], ["Naam", "Geboren"], ["Hazel Wren", "1962"])
    assert [problem.detail["text"] for problem in found.ignored] == ["x" * 79 + "y"]
    several = pasted(["x" * 40, "y" * 38, "z" * 9], ["Naam", "Geboren", "Land"], ["Hazel Wren", "1962"])
    assert [problem.detail["text"] for problem in several.ignored] == ["x" * 40 + " " + "y" * 38 + " "]


def test_a_column_that_a_person_is_asked_about_shows_the_first_three_of_what_it_holds() -> None:
    long = "x" * 59 + "yz"
    found = pasted(["Naam", "Kenmerk" + long], *[[f"Hazel {end}ren", f"{end}{long}"] for end in "ABCDE"])
    assert found.columns[1].examples == tuple(f"{end}{'x' * 59}" for end in "ABC")
    assert found.columns[1].heading == ("Kenmerk" + long)[:60]


def test_a_heading_of_the_longest_is_recognised_and_one_letter_more_is_not() -> None:
    assert field_of("Name" + "." * 76) is Field.NAME
    assert field_of("Name" + "." * 77) is None


def test_a_name_has_twelve_words_and_no_more() -> None:
    twelve = " ".join(["Wren"] * 12)
    assert read_names(twelve, "1")[0] == (twelve,)
    with pytest.raises(Invalid) as found:
        read_names(twelve + " Lark", "1")
    assert codes(found) == ["delegation.not-a-name"]


def test_a_name_of_two_letters_is_a_name() -> None:
    assert read_names("Li", "1")[0] == ("Li",)
    assert read_names("王伟", "1")[0] == ("王伟",)


def test_a_column_of_up_to_six_words_in_each_cell_may_hold_the_names() -> None:
    def found(name: str) -> Field:
        return pasted(["1", name], ["2", "Fern Lark"]).columns[1].field

    assert found("Hazel Anna Maria van der Wren") is Field.NAME
    assert found("Hazel Anna Maria van der Wren Lark") is Field.OTHER
    assert found("Wu") is Field.NAME
    assert found("X") is Field.OTHER
    assert found("Wren 2") is Field.OTHER


def test_a_column_that_counts_from_nought_or_one_numbers_the_rows() -> None:
    def found(*numbers: str) -> Field:
        return (
            pasted(
                *[[number, name] for number, name in zip(numbers, ("Hazel Wren", "Fern Lark"), strict=True)]
            )
            .columns[0]
            .field
        )

    assert found("0", "1") is Field.NUMBER
    assert found("1.", "2.") is Field.NUMBER
    assert found("2", "3") is not Field.NUMBER
    assert found("1", "1") is not Field.NUMBER
    assert found("1", "3") is not Field.NUMBER
    assert found("1", "two") is not Field.NUMBER


def test_one_number_of_five_digits_counts_no_rows() -> None:
    assert pasted(["00001", "Hazel Wren"]).columns[0].field is not Field.NUMBER
    assert pasted(["0001", "Hazel Wren"]).columns[0].field is Field.NUMBER


def test_two_columns_that_may_be_the_names_are_asked_about_whatever_else_is_known() -> None:
    found = pasted(["1", "Hazel Wren", "Dean"], ["2", "Fern Lark", "Chair"])
    assert [column.field for column in found.columns] == [Field.NUMBER, Field.OTHER, Field.OTHER]


def test_a_value_of_the_longest_is_kept_and_one_letter_more_is_left_out() -> None:
    rows = ["Hazel Wren", "x" * LONGEST], ["Fern Lark", "y" * (LONGEST + 1)]
    found = pasted(("Naam", "Organisatie"), *rows)
    assert [one.organisation for one in found.delegates] == ["x" * LONGEST, ""]
    assert [(problem.code, problem.detail) for problem in found.doubts] == [
        ("delegation.text-left-out", {"heading": "Organisatie"})
    ]


def test_a_value_that_could_not_be_read_is_told_by_its_first_forty_letters() -> None:
    found = pasted(HEADINGS, ["Hazel Wren", "", "", "", "W" * 39 + "ak"])
    assert [problem.detail for problem in found.doubts] == [{"value": "W" * 39 + "a"}]


def test_a_doubt_about_a_column_without_a_heading_names_it_by_its_letter() -> None:
    choice = Choice(fields={0: Field.NAME, 1: Field.ORGANISATION}, has_headings=False)
    found = pasted(["Hazel Wren", "x" * (LONGEST + 1)], choice=choice)
    assert [problem.detail for problem in found.doubts] == [{"heading": "B"}]


def test_a_role_before_a_name_is_the_function_where_the_list_gives_none() -> None:
    found = pasted(("Naam", "Functie"), ["Tolk: Hazel Wren", ""], ["Tolk: Fern Lark", "Dean"])
    assert [one.function for one in found.delegates] == ["Tolk", "Dean"]


def test_parts_of_a_name_in_two_scripts_are_written_apart() -> None:
    found = pasted(("Achternaam", "Voornaam"), ["欧阳", "Tom"], ["Wren", "小明"], ["王", "小明"])
    assert [one.names for one in found.delegates] == [("Tom", "欧阳"), ("小明", "Wren"), ("王小明",)]


def test_a_total_is_a_row_without_a_name_beside_it() -> None:
    found = pasted(("Naam", "Organisatie"), ["Total", "3"], ["Total Wren", "Nest"], ["Hazel Wren", "Nest"])
    assert told(found.ignored) == [("total", "2")]
    assert names(found) == [("Total Wren",), ("Hazel Wren",)]


def test_a_row_that_ends_in_a_colon_is_a_title_only_when_it_stands_alone() -> None:
    found = pasted(("Naam", "Functie"), ["Gasten:", ""], ["Hazel Wren", "Hoofd van:"])
    assert told(found.ignored) == [("title", "2")]
    assert [(one.name, one.function) for one in found.delegates] == [("Hazel Wren", "Hoofd van:")]


def test_a_table_is_as_wide_as_the_widest_list_and_no_wider() -> None:
    wide = "Naam," + ",".join("x" * 59) + "\nHazel Wren\n"
    assert names(read(wide.encode(), "list.csv")) == [("Hazel Wren",)]
    with pytest.raises(Invalid) as found:
        read(wide.replace(",x\n", ",x,x\n").encode(), "list.csv")
    assert codes(found) == ["delegation.too-many-columns"]


def test_a_row_is_too_long_when_something_stands_beyond_its_headings() -> None:
    found = read(b"Naam,Functie\nHazel Wren,Dean,\nFern Lark,Chair,x\n", "list.csv")
    assert [(problem.where, problem.detail) for problem in found.problems] == [
        ("list.csv:3", {"found": "3", "usual": "2"})
    ]
    assert names(found) == [("Hazel Wren",)]


def test_a_last_row_that_is_whole_is_not_cut_though_its_line_does_not_end() -> None:
    found = read(b"Naam,Functie\nHazel Wren,Dean", "list.csv")
    assert (found.problems, names(found)) == ((), [("Hazel Wren",)])


def test_text_without_headings_is_a_table_when_four_rows_in_five_are_as_wide() -> None:
    def form(regular: int, others: int) -> Form:
        return read_pasted("Wren;Hazel\n" * regular + "Lark;Fern;Dean\n" * others, TODAY, NAMED).form

    assert form(4, 1) is Form.TABLE
    assert form(3, 1) is Form.NAMES


def test_text_without_headings_is_a_table_when_half_of_its_rows_have_columns() -> None:
    def form(rows: int, lines: int) -> Form:
        return read_pasted("Wren;Hazel\n" * rows + "Lark\n" * lines, TODAY, NAMED).form

    assert form(2, 2) is Form.TABLE
    assert form(2, 3) is Form.NAMES


def test_a_place_is_a_row_of_the_file_or_of_what_was_pasted() -> None:
    def where(name: str, *place: int) -> str:
        return Grid(name=name, form=Form.NAMES, rows=()).where(*place)

    assert (where("list.csv", 3), where("list.csv"), where("", 3), where("")) == (
        "list.csv:3",
        "list.csv",
        "3",
        "1",
    )


@pytest.mark.parametrize(("size", "is_read"), [(3, True), (4, False)])
def test_as_many_rows_as_the_limit_are_read_in_every_form(size: int, is_read: bool) -> None:
    text = "Hazel Wren\n" * size
    if is_read:
        assert len(read_grid(text.encode(), "list.csv", None, Bounds(rows=3)).rows) == size
        return
    with pytest.raises(Invalid) as found:
        read_grid(text.encode(), "list.csv", None, Bounds(rows=3))
    assert [(problem.code, problem.detail) for problem in found.value.problems] == [
        ("delegation.too-many-rows", {"limit": "3"})
    ]


Element = tuple[str, dict[str, str]]


def seen(*elements: Element, bounds: Bounds | None = None) -> Extent:
    """What is known of a sheet after these elements."""
    extent = Extent("list.xlsx", bounds or Bounds())
    for tag, attributes in [("worksheet", {}), *elements]:
        extent.see(tag, attributes)
    return extent


def too_much(*elements: Element, bounds: Bounds) -> tuple[str, dict[str, str]]:
    with pytest.raises(Invalid) as found:
        seen(*elements, bounds=bounds)
    (problem,) = found.value.problems
    return problem.code, dict(problem.detail)


def test_a_workbook_may_have_as_many_parts_as_the_limit() -> None:
    assert seen(("row", {}), ("c", {}), bounds=Bounds(elements=3)).elements == 3
    told_of = too_much(("row", {}), ("c", {}), ("v", {}), bounds=Bounds(elements=3))
    assert told_of == ("delegation.too-many-cells", {"limit": "3"})
    many = too_much(*[("row", {})] * 1234, bounds=Bounds(elements=1234))
    assert many[1] == {"limit": "1 234"}


def test_a_list_may_stand_as_far_down_as_four_times_its_rows() -> None:
    cells: tuple[Element, ...] = ("c", {}), ("v", {})
    assert seen(("row", {"r": "12"}), *cells, bounds=Bounds(rows=3)).last_filled == 12
    assert too_much(("row", {"r": "13"}), *cells, bounds=Bounds(rows=3)) == (
        "delegation.too-many-rows",
        {"limit": "3"},
    )


def test_the_last_row_and_column_of_a_spreadsheet_exist_and_those_after_them_do_not() -> None:
    assert seen(("row", {"r": "1048576"}), ("c", {"r": "XFD1048576"})).column == 16384
    for element in (("row", {"r": "1048577"}), ("c", {"r": "XFE1"})):
        assert too_much(("row", {"r": "1"}), element, bounds=Bounds())[0] == "document.packed-otherwise"


def test_the_cells_that_a_formula_fills_are_those_of_its_range() -> None:
    formula = ("row", {"r": "2"}), ("c", {"r": "B2"}), ("f", {"ref": "B2:C3"})
    assert seen(*formula).formulas == {(2, 2), (2, 3), (3, 2), (3, 3)}
    assert seen(*formula, bounds=Bounds(elements=8)).elements == 8
    assert too_much(*formula, bounds=Bounds(elements=7))[0] == "delegation.too-many-cells"


def test_the_cells_that_are_joined_are_those_of_their_range_as_far_as_the_list_goes() -> None:
    filled = [("row", {"r": "3"}), ("c", {"r": "A3"}), ("v", {})]
    joined = ("mergeCell", {"ref": "A2:B9"})
    assert seen(*filled, joined).covered == {(2, 2), (3, 1), (3, 2)}
    assert max(column for _, column in seen(*filled, ("mergeCell", {"ref": "A3:XFD3"})).covered) == 60
    assert seen(*filled, joined, bounds=Bounds(elements=9)).elements == 9
    assert too_much(*filled, joined, bounds=Bounds(elements=8)) == (
        "delegation.too-many-cells",
        {"limit": "8"},
    )
    assert seen(*filled, ("mergeCell", {"ref": "A2"})).covered == set()


@pytest.mark.parametrize(
    ("content", "found"), [(b"\x7fELF", "program"), (b"\xff\xd8\xff", "picture"), (b"\x89PNG", "picture")]
)
def test_a_picture_or_a_program_is_called_what_it_is(content: bytes, found: str) -> None:
    with pytest.raises(Invalid) as caught:
        read(content)
    assert caught.value.problems[0].detail == {"found": found}


def test_a_file_that_is_too_large_says_how_large_it_may_be() -> None:
    for content, bounds in (
        (b"PK" + bytes(4 << 20), Bounds(content=3 << 20)),
        (b"x" * (2 << 20), Bounds(text=1 << 20)),
    ):
        with pytest.raises(Invalid) as caught:
            read_grid(content, "list", None, bounds)
        assert caught.value.problems[0].detail == {"limit": f"{3 if bounds.content == 3 << 20 else 1} MB"}


def test_a_workbook_of_another_program_that_names_its_kind_is_no_list() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    with pytest.raises(Invalid) as caught:
        read(file.getvalue())
    assert caught.value.problems[0].detail == {"found": "zip"}


def test_a_sheet_of_libreoffice_is_as_wide_as_the_widest_list_and_no_wider() -> None:
    def content(times: int) -> bytes:
        return open_sheet(
            sheet(row("Naam", cell("x", f'table:number-columns-repeated="{times}"')), row("Hazel Wren"))
        )

    assert names(read(content(59), "list.ods")) == [("Hazel Wren",)]
    with pytest.raises(Invalid) as found:
        read(content(60), "list.ods")
    assert [(one.code, one.detail) for one in found.value.problems] == [
        ("delegation.too-many-columns", {"limit": "60"})
    ]


def test_a_sheet_of_libreoffice_is_as_long_as_the_longest_list_and_no_longer() -> None:
    def content(times: int) -> bytes:
        return open_sheet(sheet(row("Naam"), row("Hazel Wren", more=f'table:number-rows-repeated="{times}"')))

    assert len(read_grid(content(5_049), "list.ods", None).rows) == 5_050
    with pytest.raises(Invalid) as found:
        read_grid(content(5_050), "list.ods", None)
    assert [(one.code, one.detail) for one in found.value.problems] == [
        ("delegation.too-many-rows", {"limit": "5050"})
    ]


def test_an_empty_row_of_libreoffice_that_is_repeated_counts_and_holds_nothing() -> None:
    gap = row(more='table:number-rows-repeated="7"')
    found = read_grid(open_sheet(sheet(row("Naam"), gap, row("Hazel Wren"))), "list.ods", None)
    assert [one.number for one in found.rows] == [1, 9]


def test_scripts_in_a_sheet_of_libreoffice_are_refused_and_its_list_of_parts_is_not() -> None:
    plain = open_sheet(sheet(row("Naam"), row("Hazel Wren")), others={"META-INF/manifest.xml": "<manifest/>"})
    assert names(read(plain, "list.ods")) == [("Hazel Wren",)]
    with pytest.raises(Invalid) as found:
        read(open_sheet(sheet(row("Naam")), others={"Scripts/python/x.py": ""}), "list.ods")
    assert codes(found) == ["delegation.macros"]


@pytest.mark.parametrize("letter", ["À", "ÿ", "Ö", "Ø", "ö", "ø"])
def test_a_western_letter_with_an_accent_is_western(letter: str) -> None:
    found = decode(f"Naam;Organisatie\nHazel {letter}Wren;Nest\n".encode("cp1252"), "list.csv")
    assert (letter in found.text, found.encoding) == (True, "windows-1252")


@pytest.mark.parametrize("sign", ["×", "÷"])
def test_a_sign_of_arithmetic_is_no_letter_of_a_western_list(sign: str) -> None:
    with pytest.raises(Invalid) as found:
        decode(f"Naam;Organisatie\nHazel {sign} Wren;Nest\n".encode("cp1252"), "list.csv")
    assert codes(found) == ["delegation.unknown-encoding"]


def test_two_columns_of_telephone_numbers_are_both_left_and_show_nothing() -> None:
    found = pasted(("Naam", "Telefoon", "Mobiel"), ["Hazel Wren", "010 1234567", "06 12345678"])
    assert [(column.field, column.examples) for column in found.columns[1:]] == [(Field.PHONE, ())] * 2
    assert told(found.ignored) == [("contact-not-taken", "B"), ("contact-not-taken", "C")]


def test_whoever_stands_between_headings_and_headings_again_is_on_the_list() -> None:
    found = pasted(("Naam", "Geboren"), ["Hazel Wren", "1962"], ("Naam", "Geboren"), ["Fern Lark", "1971"])
    assert names(found) == [("Hazel Wren",), ("Fern Lark",)]
    both = pasted(("Naam", "Geboren"), ("Name", "Born"), ["Hazel Wren", "1962"], ["Fern Lark", "1971"])
    assert names(both) == [("Hazel Wren",), ("Fern Lark",)]


def test_rows_and_cells_without_a_place_stand_one_after_the_other() -> None:
    formula: tuple[Element, ...] = ("row", {}), ("row", {}), ("c", {}), ("c", {}), ("f", {})
    assert seen(*formula).formulas == {(2, 2)}
    assert seen(("row", {"r": "7"}), ("row", {}), ("c", {"r": "C8"}), ("c", {}), ("f", {})).formulas == {
        (8, 4)
    }

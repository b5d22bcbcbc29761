"""A workbook is read as what is written in it, and nothing in it is trusted."""

import io
import zipfile
from datetime import date, time

import pytest
from openpyxl import Workbook
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from openkader.base.messages import sentence
from openkader.casework.delegation import Choice, Form
from openkader.casework.delegation.cells import MOST_COLUMNS, MOST_ROWS, Bounds
from openkader.casework.delegation.extent import column_number
from openkader.casework.delegation.forms import read_grid
from tests.unit.delegations import HEADINGS, names, read, refused, repacked, told, workbook

HEAD = ("Name", "Date of birth")
WREN = ("Hazel Wren", date(1962, 5, 23))


def sheet_xml(rows: str) -> bytes:
    """A sheet as it is written in a workbook."""
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return f"<worksheet {space}><sheetData>{rows}</sheetData></worksheet>".encode()


def with_sheet(rows: str) -> bytes:
    return repacked(workbook(HEAD, WREN), {"sheet1.xml": sheet_xml(rows)})


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def test_a_workbook_is_read_with_its_dates_and_numbers() -> None:
    row = ["Wang Xiaoming 王小明", "Nest", "Dean", date(1962, 5, 23), "CHN", "M"]
    sheet = read(workbook(["Delegation"], [], HEADINGS, row, ["Fern Lark", None, None, 1971]))
    assert (sheet.form, sheet.sheet, told(sheet.ignored)) == (
        Form.XLSX,
        "Sheet",
        [("above-headings", "list.xlsx:1")],
    )
    assert [(one.row, one.birth_date) for one in sheet.delegates] == [(4, "1962-05-23"), (5, "1971")]


def test_days_are_counted_from_where_the_workbook_counts() -> None:
    def from_1904(book: Workbook) -> None:
        book.epoch = CALENDAR_MAC_1904

    sheet = read(workbook(HEAD, ["Hazel Wren", 21327], change=from_1904))
    assert sheet.delegates[0].birth_date == "1962-05-23"


def test_a_formula_in_a_name_is_a_problem_and_elsewhere_a_doubt() -> None:
    sheet = read(workbook(HEAD, ['="Hazel"&" Wren"', 1962], ["Fern Lark", "=1960+2"]))
    assert told(sheet.problems) == [("formula", "list.xlsx:2")]
    assert told(sheet.doubts) == [("formula-left-out", "list.xlsx:3")]
    assert (names(sheet), sheet.delegates[0].birth_date) == ([("Fern Lark",)], "")


def test_the_value_that_a_formula_had_is_not_taken() -> None:
    cell = '<c r="A2" t="str"><f>B2</f><v>Hazel Wren</v></c>'
    sheet = read(with_sheet(f'<row r="1">{text_cell("A1", "Name")}</row><row r="2">{cell}</row>'))
    assert told(sheet.problems) == [("formula", "list.xlsx:2")]


def test_the_cells_that_a_formula_fills_below_its_own_are_formulas_too() -> None:
    filled = '<row r="2"><c r="A2" t="str"><f t="array" ref="A2:A3">B2:B3</f><v>Hazel Wren</v></c></row>'
    below = '<row r="3"><c r="A3" t="str"><v>Fern Lark</v></c></row>'
    sheet = read(with_sheet(f'<row r="1">{text_cell("A1", "Name")}</row>{filled}{below}'))
    assert told(sheet.problems) == [("formula", "list.xlsx:2"), ("formula", "list.xlsx:3")]


def test_a_formula_may_not_fill_the_whole_sheet() -> None:
    rows = '<row r="1"><c r="A1"><f t="array" ref="A1:XFD1048576">1</f><v>1</v></c></row>'
    assert refused(with_sheet(rows)) == ["delegation.too-many-cells"]


@pytest.mark.parametrize("text", ["=Wren", "+Wren", "-Wren", "@Wren"])
def test_text_that_looks_like_a_formula_is_text(text: str) -> None:
    sheet = read(workbook(["Name", "Function"], ["Hazel Wren", ""], change=lambda book: _write(book, text)))
    assert sheet.delegates[0].function == text


def _write(book: Workbook, text: str) -> None:
    cell = book.worksheets[0]["B2"]
    cell.value, cell.data_type = text, "s"


def test_a_mistake_of_excel_is_no_name_and_no_value() -> None:
    sheet = read(workbook(HEAD, ["#REF!", 1962], ["Fern Lark", "#N/A"]))
    assert (told(sheet.problems), told(sheet.doubts)) == (
        [("no-name", "list.xlsx:2")],
        [("formula-left-out", "list.xlsx:3")],
    )


def test_other_sheets_are_told_and_can_be_chosen() -> None:
    def change(book: Workbook) -> None:
        book.create_sheet("Empty")
        book.create_sheet("More").append(["Fern Lark"])

    content = workbook(HEAD, WREN, change=change)
    assert told(read(content).ignored) == [("other-sheet", "list.xlsx")]
    chosen = read(content, choice=Choice(sheet="More"))
    assert (chosen.sheet, names(chosen)) == ("More", [("Fern Lark",)])


def test_a_hidden_sheet_is_not_read_unless_it_is_chosen() -> None:
    def change(book: Workbook) -> None:
        book.worksheets[0].sheet_state = "hidden"
        book.create_sheet("Shown").append(["Fern Lark"])

    assert names(read(workbook(HEAD, WREN, change=change))) == [("Fern Lark",)]


def test_a_sheet_that_is_not_there_cannot_be_chosen() -> None:
    with pytest.raises(Exception, match="no-such-sheet"):
        read(workbook(HEAD, WREN), choice=Choice(sheet="Other"))


def test_a_workbook_with_nothing_in_it_is_empty() -> None:
    assert refused(workbook()) == ["document.empty"]


def test_a_time_and_a_truth_are_text() -> None:
    sheet = read(
        workbook(["Name", "Function"], ["Hazel Wren", time(12, 30)], ["Fern Lark", True], ["Ash Reed", 1.5])
    )
    assert [one.function for one in sheet.delegates] == ["12:30:00", "True", "1.5"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (b"MZ\x90\x00", "program"),
        (b"%PDF-1.7", "pdf"),
        (b"{\\rtf1", "document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"W\0o\0r\0k\0", "old-workbook"),
        (b"<html><table><tr><td>Name</td></tr></table></html>", "web-page"),
        (b"\xef\xbb\xbf  <!DOCTYPE html>", "web-page"),
        (b"Name\x01\x02\x03", "no-text"),
    ],
)
def test_another_sort_of_file_is_called_by_its_name_whatever_it_is_called(content: bytes, found: str) -> None:
    with pytest.raises(Exception, match="another-form") as caught:
        read(content, "list.xls")
    problem = caught.value.problems[0]  # type: ignore[attr-defined]
    assert problem.detail == {"found": found}
    assert "een " in sentence(problem.code, problem.detail, "nl").partition(".")[0]


@pytest.mark.parametrize(
    ("part", "found"),
    [
        ("word/document.xml", "document"),
        ("content.xml", "document"),
        ("xl/workbook.bin", "old-workbook"),
        ("other.txt", "zip"),
    ],
)
def test_another_zip_is_called_by_its_name(part: str, found: str) -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(part, "x")
    with pytest.raises(Exception, match="another-form") as caught:
        read(file.getvalue(), "list.xlsx")
    assert caught.value.problems[0].detail == {"found": found}  # type: ignore[attr-defined]


def test_a_table_in_text_that_is_called_a_workbook_is_read_as_text() -> None:
    sheet = read(b"Name,Function\nHazel Wren,Dean\n", "list.xlsx")
    assert (sheet.form, names(sheet)) == (Form.TABLE, [("Hazel Wren",)])


def test_a_password_is_said() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512) + "EncryptedPackage".encode("utf-16-le")
    assert refused(locked) == ["document.password"]


def test_a_picture_in_a_workbook_is_passed_over() -> None:
    file = io.BytesIO(workbook(HEAD, WREN))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/media/image1.png", "x")
    assert names(read(file.getvalue())) == [("Hazel Wren",)]


def test_macros_are_refused() -> None:
    file = io.BytesIO(workbook(HEAD, WREN))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/vbaProject.bin", "x")
    assert refused(file.getvalue()) == ["delegation.macros"]


@pytest.mark.parametrize("part", ["sheet1.xml", "workbook.xml", "styles.xml", ".rels", "core.xml"])
def test_a_document_type_is_refused_in_every_part(part: str) -> None:
    laughs = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b SYSTEM "file:///etc/passwd">]><x>&a;&b;</x>'
    assert refused(repacked(workbook(HEAD, WREN), {part: laughs})) == ["list.document-type"]


def test_a_document_type_is_refused_in_another_encoding_too() -> None:
    laughs = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE x><x/>'.encode("utf-16")
    assert refused(repacked(workbook(HEAD, WREN), {"sheet1.xml": laughs})) == ["list.document-type"]


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ('<row r="10000000000"><c r="A1"/></row>', "document.packed-otherwise"),
        ('<row r="2"/><row r="1"/>', "document.packed-otherwise"),
        ('<row r="-1"/>', "document.packed-otherwise"),
        ('<row r="one"/>', "document.packed-otherwise"),
        ('<row r="1.0"/>', "document.packed-otherwise"),
        ('<row r="\u0661"/>', "document.packed-otherwise"),
        ('<row r="\u00b2"/>', "document.packed-otherwise"),
        ('<row r="1"><c r="B1"/><c r="A1"/></row>', "document.packed-otherwise"),
        ('<row r="1"><c r="XFZ1"/></row>', "document.packed-otherwise"),
        ('<row r="1"><c r="A-1"><v>1</v></c></row>', "document.packed-otherwise"),
        ('<row r="1"><c r="A1" t="s"><v>999</v></c></row>', "document.packed-otherwise"),
        ('<row r="1"><c r="A1" s="999"><v>x</v></c></row>', "document.packed-otherwise"),
        (f'<row r="1">{text_cell("CZ1", "x")}</row>', "delegation.too-many-columns"),
        (f'<row r="1048576">{text_cell("A1048576", "x")}</row>', "delegation.too-many-rows"),
        (
            "<row><c t='inlineStr'><is><t>Hazel Wren</t></is></c></row>" * (MOST_ROWS + 1),
            "delegation.too-many-rows",
        ),
        ("<a>" * 100 + "</a>" * 100, "list.record-too-large"),
        ("<row", "list.syntax"),
    ],
)
def test_a_sheet_that_would_make_the_library_stumble_is_refused(rows: str, code: str) -> None:
    assert refused(with_sheet(rows)) == [code]


def test_rows_and_cells_without_a_place_come_one_after_the_other() -> None:
    rows = "<row><c t='inlineStr'><is><t>{}</t></is></c></row>"
    sheet = read(with_sheet(rows.format("Name") + '<row r="7"/>' + rows.format("Hazel Wren")))
    assert [(one.row, one.name) for one in sheet.delegates] == [(8, "Hazel Wren")]


def test_an_empty_cell_far_away_does_no_harm() -> None:
    wren = f'<row r="9000">{text_cell("A9000", "Hazel Wren")}</row>'
    rows = f'<row r="1">{text_cell("A1", "Name")}<c r="XFD1"/></row>{wren}<row r="1048576"><c r="A1048576"/></row>'
    assert [one.row for one in read(with_sheet(rows)).delegates] == [9000]


@pytest.mark.parametrize(
    ("letters", "number"),
    [("A", 1), ("Z", 26), ("AA", 27), ("XFD", 16384), ("a", 0), ("", 0), ("AAAA", 0), ("É", 0)],
)
def test_a_column_has_the_number_of_its_letters(letters: str, number: int) -> None:
    assert column_number(letters) == number


def test_the_widest_list_is_read() -> None:
    sheet = read(workbook(["Name", *["x"] * (MOST_COLUMNS - 1)], ["Hazel Wren"]))
    assert names(sheet) == [("Hazel Wren",)]


def test_a_file_as_large_as_the_limit_is_read_and_one_letter_more_is_not() -> None:
    text = b"Name,Function\nHazel Wren,Dean\n"
    for bounds in (Bounds(content=len(text)), Bounds(text=len(text))):
        assert read_grid(text, "list.csv", None, bounds).rows
        with pytest.raises(Exception, match="too-large"):
            read_grid(text + b"\n", "list.csv", None, bounds)

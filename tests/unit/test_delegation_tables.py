"""Text in any usual encoding, between any usual delimiter, is read as what it is, or the doubt is said."""

import pytest

from openkader.base.errors import Invalid
from openkader.casework.delegation import Form, read_pasted
from openkader.casework.delegation.cells import MOST_BYTES, MOST_COLUMNS, MOST_ROWS, MOST_TEXT
from tests.unit.delegations import TODAY, names, read, refused, told

CSV = "Naam;Organisatie\nWang Xiaoming;Café Nest\nZoë Wren;Twig\n"
CHINESE = "姓名,单位\n王小明,测试大学\n李娜,测试局\n"


@pytest.mark.parametrize(
    ("encoding", "said"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16"),
        ("utf-16-be", "utf-16"),
        ("cp1252", "windows-1252"),
    ],
)
def test_western_text_is_read_in_its_encoding(encoding: str, said: str) -> None:
    sheet = read(CSV.encode(encoding), "list.csv")
    assert (sheet.encoding, sheet.delimiter, names(sheet)[1]) == (said, ";", ("Zoë Wren",))
    assert sheet.delegates[0].organisation == "Café Nest"
    assert sheet.doubts == ()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "gb18030"])
def test_chinese_text_is_read_in_its_encoding(encoding: str) -> None:
    sheet = read(CHINESE.encode(encoding), "list.csv")
    assert (sheet.encoding, names(sheet)) == (encoding, [("王小明",), ("李娜",)])


def test_an_encoding_that_another_fits_too_is_a_doubt() -> None:
    sheet = read(CHINESE.encode("gb18030"), "list.csv")
    assert told(sheet.doubts) in ([], [("encoding-not-certain", "list.csv")])
    western = read("Naam;Land\nWang ÀÉ;China\n".encode("cp1252"), "list.csv")
    assert told(western.doubts) == [("encoding-not-certain", "list.csv")]


@pytest.mark.parametrize(
    "content", ["姓名,單位\n王小明,上海大學\n".encode("big5"), "Имя;Город\n".encode("cp1251")]
)
def test_text_that_fits_no_known_encoding_is_refused(content: bytes) -> None:
    assert refused(content, "list.csv") == ["delegation.unknown-encoding"]


def test_a_marked_text_that_is_cut_in_a_character_is_refused() -> None:
    assert refused("Naam\nHazel".encode("utf-16")[:-1], "list.csv") == ["document.cut"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_every_usual_delimiter_is_recognised(delimiter: str) -> None:
    rows = (["Title, of the list; here"], ["Name", "Function"], ["Hazel Wren", '"Dean, Nest; Twig"'])
    sheet = read("\n".join(map(delimiter.join, rows)).encode() + b"\n", "list.csv")
    assert (sheet.form, sheet.delimiter) == (Form.TABLE, delimiter)
    assert sheet.delegates[0].function == "Dean, Nest; Twig"


def test_a_table_without_headings_shows_its_delimiter_by_its_width() -> None:
    sheet = read(b"Wren;Hazel, Dean\nLark;Fern\nQuill;Alder\nReed;Ash\n", "list.csv")
    assert (sheet.delimiter, told(sheet.problems)) == (";", [("no-name-column", "list.csv")])


def test_a_row_that_is_wider_than_its_headings_is_told_and_not_shifted() -> None:
    sheet = read(b"Name,Organisation\nHazel Wren,Nest, Twig\nFern Lark,Nest\n", "list.csv")
    assert told(sheet.problems) == [("row-length", "list.csv:2")]
    assert names(sheet) == [("Fern Lark",)]


def test_a_row_in_which_the_file_ends_is_told() -> None:
    sheet = read(b"Name,Organisation\nFern Lark,Nest\nHazel Wr", "list.csv")
    assert told(sheet.problems) == [("row-cut", "list.csv:3")]


def test_nothing_is_read_after_a_quote_that_is_not_closed() -> None:
    sheet = read(b'Name,Organisation\nFern Lark,Nest\nHazel Wren,"Twig\nAlder Quill,Nest\n', "list.csv")
    assert told(sheet.problems) == [("broken-quotes", "list.csv:3")]
    assert names(sheet) == [("Fern Lark",)]


def test_empty_rows_and_cells_on_several_lines_keep_the_numbers_of_the_spreadsheet() -> None:
    sheet = read(b'\nName,Organisation\n\nFern Lark,"Nest\nTwig"\nHazel Wren,x\n', "list.csv")
    assert [one.row for one in sheet.delegates] == [4, 5]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_end_of_a_line_ends_a_line(end: str) -> None:
    assert len(read_pasted(end.join(["Hazel Wren", "Fern Lark"]), TODAY).delegates) == 2


def test_a_list_beyond_measure_is_refused() -> None:
    assert refused(b"Hazel Wren\n" * (MOST_ROWS + 1)) == ["delegation.too-many-rows"]
    wide = ",".join(["Name", "Born", *["x"] * MOST_COLUMNS]).encode()
    assert refused(wide) == ["delegation.too-many-columns"]
    assert refused(b"x," * 3000) == ["delegation.too-many-columns"]
    assert refused(b" " * (MOST_TEXT + 1)) == ["document.too-large"]
    assert refused(b"PK" + b" " * MOST_BYTES) == ["document.too-large"]


@pytest.mark.parametrize(
    ("text", "code"), [(" \n", "document.empty"), ("x" * (MOST_TEXT + 1), "document.too-large")]
)
def test_a_paste_without_measure_is_refused(text: str, code: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_pasted(text, TODAY)
    assert caught.value.problems[0].code == code


@pytest.mark.parametrize(
    "rows",
    [
        'Fern Lark\t"\nAlder Quill\t"\n',
        'Fern Lark\t"\r\nAlder Quill\t"\r\n',
        'Fern Lark\t"\nAlder Quill\tBush\nRowan Finch\t"\n',
        'Fern Lark,"\nAlder Quill,"\n',
    ],
)
def test_whoever_stands_between_two_single_marks_for_ditto_is_not_lost_in_silence(rows: str) -> None:
    """A mark that is not written as a cell of its own opens a cell, and the next one closes it: a row lies within."""
    delimiter = "," if "," in rows else "\t"
    text = f"Naam{delimiter}Organisatie\nHazel Wren{delimiter}Nest\n{rows}"
    sheet = read_pasted(text, TODAY)
    assert ("broken-quotes", "3") in told(sheet.problems)
    assert not sheet.is_complete


def test_an_address_of_two_lines_with_the_sign_between_columns_in_it_is_one_cell() -> None:
    sheet = read_pasted('Naam,Organisatie\nHazel Wren,"Nest, \nBush"\nFern Lark,Hill\n', TODAY)
    assert sheet.problems == ()
    assert [one.names for one in sheet.delegates] == [("Hazel Wren",), ("Fern Lark",)]

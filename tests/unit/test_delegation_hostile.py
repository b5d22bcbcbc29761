"""Whatever comes in: a harmless result, or a problem that has a sentence; never a crash, never without end."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from openkader.base import packed
from openkader.base.errors import Invalid
from openkader.base.messages import sentences
from openkader.casework.delegation import Choice, DelegationSheet, Field, Form, extent, read_pasted
from openkader.casework.delegation.cells import Bounds
from openkader.casework.delegation.forms import read_grid
from tests.unit.delegations import (
    HEADINGS,
    TODAY,
    names,
    pasted,
    read,
    refused,
    repacked,
    told,
    unpacked,
    workbook,
)
from tests.unit.test_screening_lists_hostile import CHANGES, spoilt

ROWS = (
    ["No.", *HEADINGS],
    ["1", "Wang Xiaoming 王小明", "Nest Ltd", "Dean", "1962-05-23", "China", "M"],
    ["2", "Fern Lark", "idem", "Chair", "3/5/1971", "NLD", "V"],
)
WORKBOOK = workbook(["Delegation of Testland"], *ROWS)
SAMPLES = {
    "workbook": WORKBOOK,
    "csv": "\n".join(map(";".join, ROWS)).encode(),
    "utf-16": "\n".join(map("\t".join, ROWS)).encode("utf-16"),
    "gb18030": "姓名,单位\n王小明,测试大学\n李娜,测试局\n".encode("gb18030"),
    "names": "1. Wang Xiaoming 王小明\n2. Fern Lark\nTolk: Alder Quill\n".encode(),
}
PARTS = ("sheet1.xml", "styles.xml", "workbook.xml", "[Content_Types].xml", "workbook.xml.rels", "core.xml")
LETTERS = "aZ王金かア한яα\u0430\u200b\u202e\u0301\x00\x07\n\t😀·'’-,;/()（：:.=@?\ufffd\ud800 1٣²"


def is_harmless(content: bytes | str) -> DelegationSheet | None:
    """Read to the end; what is told must be sayable, and what is read must be storable."""
    found, refusal = None, Invalid([])
    try:
        found = read(content) if isinstance(content, bytes) else read_pasted(content, TODAY)
    except Invalid as error:
        refusal = error
    assert found or refusal.problems
    notes = (*found.problems, *found.doubts, *found.ignored) if found else ()
    for told_now in (refusal, Invalid(notes)):
        assert len([line for line in sentences(told_now, "nl") if line.encode("utf-8")]) == len(
            told_now.problems
        )
    for delegate in found.delegates if found else ():
        assert repr(delegate).isprintable()
        assert delegate.fingerprint
        assert all(name.strip() for name in delegate.names)
    return found


@pytest.mark.parametrize("sample", SAMPLES)
@settings(max_examples=60, deadline=None)
@given(changes=CHANGES)
def test_a_spoilt_list_ends_in_delegates_or_in_a_sentence(
    sample: str, changes: list[tuple[float, int, bytes]]
) -> None:
    is_harmless(spoilt(SAMPLES[sample], changes))


@pytest.mark.parametrize("part", PARTS)
@settings(max_examples=40, deadline=None)
@given(changes=CHANGES)
def test_a_workbook_with_a_spoilt_part_ends_in_delegates_or_in_a_sentence(
    part: str, changes: list[tuple[float, int, bytes]]
) -> None:
    is_harmless(repacked(WORKBOOK, {part: spoilt(unpacked(WORKBOOK, part), changes)}))


@settings(max_examples=100, deadline=None)
@given(content=st.binary(max_size=300))
def test_any_bytes_end_in_delegates_or_in_a_sentence(content: bytes) -> None:
    is_harmless(content)


@settings(max_examples=150, deadline=None)
@given(text=st.text(st.sampled_from(LETTERS) | st.characters(), max_size=60))
def test_any_name_is_read_or_refused(text: str) -> None:
    found = is_harmless("Naam\n" + text)
    if found and text.strip():
        assert found.delegates or found.problems or found.ignored


def test_half_characters_are_not_told_on() -> None:
    assert is_harmless("\udc80 title\nName\tBorn\nHazel Wren\t\udcff1962\n")


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("tenth", range(1, 10))
def test_a_list_that_was_cut_is_harmless_wherever_it_was(sample: str, tenth: int) -> None:
    content = SAMPLES[sample][: len(SAMPLES[sample]) * tenth // 10]
    found = is_harmless(content)
    assert found is None or found.form is not Form.XLSX


def test_a_name_of_ten_thousand_characters_is_a_problem() -> None:
    sheet = pasted(["Name", "Function"], ["x" * 10_000, "Dean"], ["Fern Lark", "Chair"])
    assert (told(sheet.problems), names(sheet)) == ([("name-too-long", "2")], [("Fern Lark",)])


FORMULAS = (
    '=HYPERLINK("x")', "=cmd|' /C calc'!A0", "+1-2", "-1+2", "@SUM(1)", " =Jan", "＝SUM(王伟)", "-SUM(Jan)",
    "+cmd|'x'!A0", "-cmd|'x'!A0", "＠IF(Wren)",
)  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_a_written_formula_is_a_problem_with_its_row_and_nobody(text: str) -> None:
    quoted = '"' + text.replace('"', '""') + '"'
    for sheet in (
        pasted(["Name", "Function"], [quoted, "Dean"], ["Fern Lark", "Chair"]),
        pasted(["1", text], ["2", "Fern Lark"], choice=Choice(fields={1: Field.NAME})),
        read(f"Name;Function\n{quoted};Dean\nFern Lark;Chair\n".encode(), "list.csv"),
    ):
        assert names(sheet) == [("Fern Lark",)]
        assert told(sheet.problems)[0][0] == "formula"
        assert sheet.problems[0].where.endswith(("2", "1"))


@pytest.mark.parametrize("text", FORMULAS)
def test_a_written_formula_in_a_list_of_names_is_nobody(text: str) -> None:
    sheet = read_pasted(f"{text}\nFern Lark\n", TODAY)
    assert (told(sheet.problems), names(sheet)) == ([("formula", "1")], [("Fern Lark",)])


def test_a_written_formula_beside_a_name_is_left_out_and_said() -> None:
    sheet = pasted(["Name", "Organisation", "Born"], ["Fern Lark", "=HYPERLINK(A1)", "=DATE(1962;5;23)"])
    (delegate,) = sheet.delegates
    assert (delegate.organisation_names, delegate.birth_date) == ((), "")
    assert told(sheet.doubts) == [("formula-left-out", "2")] * 2


@pytest.mark.parametrize("text", ["- Fern Lark", "-Fern Lark", "- Fern Lark (Wren)", "Fern Lark-Wren"])
def test_a_dash_before_or_in_a_name_is_no_formula(text: str) -> None:
    assert len(read_pasted(f"{text}\nHazel Wren\n", TODAY).delegates) == 2


def test_a_hundred_thousand_rows_are_refused() -> None:
    assert refused(b"Hazel Wren,Dean\n" * 100_000) == ["delegation.too-many-rows"]


def test_a_zip_bomb_does_not_go_off() -> None:
    bomb = repacked(WORKBOOK, {"sheet1.xml": b"<worksheet>" + b" " * (40 << 20)})
    assert len(bomb) < 1 << 17
    assert refused(bomb) == ["document.too-large"]


def test_a_bomb_that_lies_about_its_size_does_not_go_off() -> None:
    bomb = bytearray(repacked(WORKBOOK, {"sheet1.xml": b"<worksheet>" + b" " * (9 << 20)}))
    size = (len(b"<worksheet>") + (9 << 20)).to_bytes(4, "little")
    assert bomb.count(size) == 2
    assert refused(bytes(bomb.replace(size, (1000).to_bytes(4, "little"))))[0] in (
        "document.cut",
        "document.too-large",
    )


def test_a_small_part_may_not_unpack_to_a_large_one() -> None:
    assert refused(repacked(WORKBOOK, {"sheet1.xml": b" " * (4 << 20)})) == ["document.too-large"]


def test_too_many_elements_are_refused_in_any_part(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(extent, "MOST_OTHERS", 100)
    for part in ("sheet1.xml", "styles.xml"):
        sheet = b"<worksheet>" + b"<y/>" * 110 + b"</worksheet>"
        with pytest.raises(Invalid) as error:
            read_grid(repacked(WORKBOOK, {part: sheet}), "list.xlsx", None, Bounds(elements=100))
        assert [one.code for one in error.value.problems] == ["delegation.too-many-cells"]


def test_two_parts_of_one_name_are_refused() -> None:
    file = io.BytesIO(WORKBOOK)
    with zipfile.ZipFile(file, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("xl/worksheets/sheet1.xml", "<worksheet/>")
    assert refused(file.getvalue()) == ["document.packed-otherwise"]


def test_too_many_parts_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "_MOST_PARTS", 3)
    assert refused(WORKBOOK) == ["document.packed-otherwise"]


def test_a_part_with_a_password_is_said() -> None:
    locked = bytearray(WORKBOOK)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = locked.find(mark)
        while start >= 0:
            locked[start + flags] |= 1
            start = locked.find(mark, start + 4)
    assert refused(bytes(locked)) == ["document.password"]


@pytest.mark.parametrize("method", [12, 14, 77])
def test_a_way_of_packing_that_no_office_file_has_is_refused(method: int) -> None:
    odd = bytearray(WORKBOOK)
    for mark, place in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        start = odd.find(mark)
        while start >= 0:
            odd[start + place] = method
            start = odd.find(mark, start + 4)
    assert refused(bytes(odd)) == ["document.packed-otherwise"]


def test_a_zip_for_programs_that_are_yet_to_come_is_refused() -> None:
    later = bytearray(WORKBOOK)
    later[later.index(b"PK\x01\x02") + 6] = 99  # the version that is needed: 9.9
    assert refused(bytes(later)) == ["document.packed-otherwise"]


@pytest.mark.parametrize(
    "content", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), WORKBOOK[:-30], WORKBOOK[200:]]
)
def test_half_a_zip_is_no_list(content: bytes) -> None:
    assert is_harmless(content) is None


def test_a_workbook_without_its_sheet_is_refused() -> None:
    assert refused(repacked(WORKBOOK, {"workbook.xml.rels": b"<Relationships/>"}))[0].startswith("document.")

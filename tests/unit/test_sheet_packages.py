"""Workbooks that are sent while they are written."""

import io
import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from openpyxl import load_workbook

from openkader.publication import sheet_packages
from openkader.publication.sheet_packages import written_as_ods, written_as_xlsx

Write = Callable[[Iterable[Sequence[str]]], Iterator[bytes]]
WORDS = ("=1+1", " twee  spaties ", "regel\neen", "<&>\"'", "张伟", "\x0b\ufffeweg", "", "-3")
KEPT = ("=1+1", " twee  spaties ", "regel\neen", "<&>\"'", "张伟", "weg", "", "-3")
WRITERS: dict[str, Write] = {"xlsx": written_as_xlsx, "ods": written_as_ods}


def sheets_of(content: bytes) -> list[tuple[str, list[list[str]]]]:
    """Each sheet of a workbook of Excel with its words."""
    book = load_workbook(io.BytesIO(content))
    return [
        (sheet.title, [[str(cell or "") for cell in row] for row in sheet.iter_rows(values_only=True)])
        for sheet in book.worksheets
    ]


def test_every_word_comes_back_as_a_word() -> None:
    content = b"".join(written_as_xlsx([WORDS, (), ("laatste",)]))
    ((title, rows),) = sheets_of(content)
    assert title == "Open Kader"
    assert rows[0] == list(KEPT)
    assert rows[2][0] == "laatste"
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    assert {cell.data_type for cell in sheet[1] if cell.value} == {"s"}


@pytest.mark.parametrize("form", WRITERS)
def test_the_first_rows_are_sent_before_the_last_are_read(form: str) -> None:
    read: list[int] = []

    def lines() -> Iterator[Sequence[str]]:
        for number in range(100_000):
            read.append(number)
            yield (f"Fictief {number}", "x" * 50)

    pieces = WRITERS[form](lines())
    first = next(piece for piece in pieces if piece)
    assert first.startswith(b"PK")
    assert len(read) <= 1000
    rest = b"".join(pieces)
    assert read[-1] == 99_999
    assert zipfile.ZipFile(io.BytesIO(first + rest)).testzip() is None


def test_what_a_sheet_has_no_room_for_goes_on_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sheet_packages, "_MOST_ROWS", 2)
    lines = [(str(number),) for number in range(5)]
    assert sheets_of(b"".join(written_as_xlsx(lines))) == [
        ("Open Kader", [["0"], ["1"]]),
        ("Open Kader 2", [["2"], ["3"]]),
        ("Open Kader 3", [["4"]]),
    ]
    content = zipfile.ZipFile(io.BytesIO(b"".join(written_as_ods(lines)))).read("content.xml").decode()
    assert content.count("<table:table ") == 3
    assert 'table:name="Open Kader 3"' in content


def test_a_cell_holds_no_more_than_excel_has_room_for() -> None:
    ((_, rows),) = sheets_of(b"".join(written_as_xlsx([("x" * 40_000,)])))
    assert rows == [["x" * 32_767]]


def test_an_open_document_says_first_what_it_is() -> None:
    content = b"".join(written_as_ods([WORDS]))
    assert content[30:38] == b"mimetype"
    assert content[38:].startswith(b"application/vnd.oasis.opendocument.spreadsheet")


@pytest.mark.parametrize("form", WRITERS)
def test_libreoffice_reads_every_word(form: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None or not (Path(office).resolve().parent / "libsclo.so").exists():
        pytest.skip("no LibreOffice Calc on this machine (Debian: libreoffice-calc-nogui)")
    file = tmp_path / f"list.{form}"
    file.write_bytes(b"".join(WRITERS[form]([("=1+1", "张伟", "<&>"), ("-3", "a b", "z")])))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        [office, home, "--headless", "--convert-to", "csv", "--outdir", str(tmp_path), str(file)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    assert (tmp_path / "list.csv").read_text("utf-8").splitlines() == ["=1+1,张伟,<&>", "-3,a b,z"]

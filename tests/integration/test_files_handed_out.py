"""Every file that a page hands out: saved and never shown, run by nothing, and without a formula in any cell."""

import ast
import csv
import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import Resolver404, resolve
from openpyxl import load_workbook

import openkader
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.publication.sheets import harmless
from openkader.register import models
from tests.functional.places import NO_PAGE
from tests.functional.places_outlook import OUTLOOK_FILES
from tests.integration.test_web_permissions import addresses, the_case
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
SRC = Path(openkader.__file__).parent
FORMULA = "=cmd|'/c calc'!A0"
CALCULATES = tuple("=+-@\t\r\n|%＝＋－＠")
NUMBER = re.compile(r"-?\d+([.,]\d+)?")
SHEETS = ("csv", "xlsx", "ods")
# What is read by a program and no file of anybody: probes, figures, a style sheet, a switch, what is signed out of.
NO_FILES = {"alive", "ready", "metrics", "security_text", "house_style", "set_language", "sign_out"}
NO_FILES |= {"account_logout", "openid_connect_login", "openid_connect_callback", "account_inactive"}


@pytest.fixture
def client(assessor: Assessor) -> Client:
    """Somebody who may do everything, in a house where the titles are formulas."""
    the_case(assessor, Confidentiality.INTERNAL)
    models.Request.objects.update(title_nl=FORMULA, title_en=FORMULA)
    models.Activity.objects.update(title_nl=FORMULA, title_en=FORMULA)
    models.Participation.objects.update(remark_nl=FORMULA, remark_en=FORMULA)
    models.Party.objects.update(name=FORMULA)
    return colleague(FORMULA[:5], *AccountRole)


def places() -> list[str]:
    """The addresses of all routes of files; a new one is among them, since the browser's tests excuse it by name."""
    files = (NO_PAGE | OUTLOOK_FILES).keys() - NO_FILES
    forms = [place for one in SHEETS for place in (f"/werk/bestand/{one}/", f"/controlespoor/bestand/{one}/")]
    return sorted({place for place in addresses() if name_of(place) in files} | set(forms))


def name_of(place: str) -> str:
    """The name of the page at an address; none when its parts are no values for it."""
    try:
        return resolve(place).url_name or ""
    except Resolver404:
        return ""


def content_of(response: Any) -> bytes:
    return b"".join(response.streaming_content) if response.streaming else bytes(response.content)


def handed_out(client: Client) -> Iterator[tuple[str, Any, bytes]]:
    for place in places():
        response = client.get(place)
        if response.status_code == 200 and "html" not in response.headers["Content-Type"]:
            yield place, response, content_of(response)


def cells_in(name: str, content: bytes) -> Iterator[str]:
    """Each cell that a spreadsheet would make of a file, and of the files in it."""
    if name.endswith(".csv"):
        text = content.decode("utf-8-sig")
        delimiter = ";" if text.partition("\n")[0].count(";") else ","
        yield from (cell for row in csv.reader(io.StringIO(text), delimiter=delimiter) for cell in row)
    elif name.endswith(".xlsx"):
        book = load_workbook(io.BytesIO(content))
        for row in (row for sheet in book for row in sheet.iter_rows()):
            yield from (f"={cell.value}" for cell in row if cell.data_type == "f")
    elif name.endswith(".ods"):
        whole = zipfile.ZipFile(io.BytesIO(content)).read("content.xml").decode()
        yield from re.findall(r'table:formula="([^"]*)"', whole)
    elif name.endswith(".zip"):
        archive = zipfile.ZipFile(io.BytesIO(content))
        for part in archive.namelist():
            yield from cells_in(part, archive.read(part))


def test_every_file_is_saved_and_runs_nothing_and_no_cell_of_it_calculates(client: Client) -> None:
    sheets, kinds = set[str](), set[str]()
    for place, response, content in handed_out(client):
        headers = response.headers
        assert headers["Content-Disposition"].startswith("attachment"), place
        assert headers["X-Content-Type-Options"] == "nosniff", place
        assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox", place
        kinds.add(name_of(place))
        named = re.search(r'filename="?([^";]+)"?', headers["Content-Disposition"])
        name = named[1] if named else ""
        for cell in cells_in(name, content):
            calculates = cell.startswith(CALCULATES) and not NUMBER.fullmatch(cell)
            assert not calculates, f"{place}: {name}: {cell!r}"
            sheets |= {place} if FORMULA[:5] in cell else set()
    assert {"document", "evidence", "open_data_files", "export_trail", "export_work"} <= kinds
    planted = {"/jaar/2024/open-data/bestanden.zip", "/controlespoor/bestand/csv/"}
    assert planted <= sheets, "the planted words were nowhere, so nothing was tried"


def names_in(path: Path) -> set[str]:
    tree = ast.parse(path.read_text("utf-8"))
    return {getattr(node, "attr", getattr(node, "id", "")) for node in ast.walk(tree)}


def test_whatever_writes_a_sheet_makes_its_words_harmless() -> None:
    names = {str(path.relative_to(SRC)): names_in(path) for path in SRC.rglob("*.py")}
    # In a workbook every cell is a word (`publication/sheet_packages.py`), which its own tests hold to.
    writes = {path for path, used in names.items() if {"writerow", "writerows", "create_sheet"} & used}
    rooms = ("open_data/writing", "sheets", "woo/tables", "yearly/annex")
    assert writes == {f"publication/{path}.py" for path in rooms}
    assert [path for path in writes if not {"harmless", "in_sheet"} & names[path]] == []
    assert "harmless" in names["publication/open_data/writing.py"]  # where `in_sheet` stands


@pytest.mark.parametrize("sign", CALCULATES)
def test_what_a_spreadsheet_would_calculate_becomes_a_word(sign: str) -> None:
    assert harmless(f"{sign}1+1") == f"'{sign}1+1"
    assert harmless(f"a{sign}1") == f"a{sign}1"

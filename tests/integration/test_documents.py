"""Documents of a dossier: kept as they came, once, and handed out to colleagues only."""

from pathlib import Path
from typing import Any

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from openkader.base.errors import Invalid, NotFound, Unavailable
from openkader.casework.permissions import HOUSE
from openkader.register import models, selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.shelf import shelf
from tests.integration.register_house import HAND, a_request, everything
from tests.unit.documents import PDF, PROGRAM, word
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path


def kept(content: bytes = PDF, name: str = "brief.pdf", request: str = "V-1") -> str:
    return services.keep_document(request, DocumentEntry(name=name, content=content), **HAND)


def files(folder: Path) -> list[Path]:
    return [path for path in (folder / "documents").rglob("*") if path.is_file()]


def test_a_document_comes_out_as_it_went_in(tmp_path: Path) -> None:
    a_request()
    reference = kept(name="../../brief\u202e.exe")
    row, content = selectors.document("V-1", reference, reader=HOUSE)
    assert (reference, row.name, row.media_type, content) == (
        "V-1-D1",
        "brief.exe.pdf",
        "application/pdf",
        PDF,
    )
    (file,) = files(tmp_path)
    assert file.name == row.digest
    assert file.stat().st_mode & 0o777 == 0o600


def test_the_same_content_is_one_document_of_a_request_and_one_file_of_all(tmp_path: Path) -> None:
    a_request()
    a_request("V-2")
    assert kept() == kept(name="nog eens.pdf") == "V-1-D1"
    assert kept(request="V-2") == "V-2-D1"
    assert len(files(tmp_path)) == 1
    assert [row.name for row in selectors.documents_of("V-1", reader=HOUSE)] == ["brief.pdf"]


def test_a_number_that_another_record_has_is_passed_over() -> None:
    a_request()
    models.Reference.objects.create(reference="V-1-D1", object_kind="participation", dossier="V-1")
    assert kept() == "V-1-D2"
    models.Document.objects.filter(reference="V-1-D2").delete()  # as when it was destroyed
    assert kept() == "V-1-D3"


@pytest.mark.parametrize("content", [PROGRAM, b"", word({"word/vbaProject.bin": b"x"})])
def test_what_is_refused_leaves_nothing(content: bytes, tmp_path: Path) -> None:
    a_request()
    before = everything()
    with pytest.raises(Invalid):
        kept(content)
    assert everything() == before
    assert not (tmp_path / "documents").exists()


def test_a_document_is_not_rewritten() -> None:
    a_request()
    kept()
    with pytest.raises(DatabaseError, match="cannot be changed"), transaction.atomic():
        models.Document.objects.update(name="anders.pdf")


def test_content_that_changed_or_went_is_not_handed_out(tmp_path: Path) -> None:
    a_request()
    reference = kept()
    (file,) = files(tmp_path)
    file.chmod(0o600)
    file.write_bytes(b"%PDF-1.7 something else %%EOF")
    with pytest.raises(Unavailable, match="attachment"):
        selectors.document("V-1", reference, reader=HOUSE)
    assert colleague().get("/dossiers/V-1/stukken/V-1-D1/").status_code == 503
    file.unlink()
    with pytest.raises(Unavailable, match="attachment"):
        selectors.document("V-1", reference, reader=HOUSE)


def test_what_a_killed_process_left_half_is_written_again(tmp_path: Path) -> None:
    a_request()
    digest = shelf().put(PDF)
    (file,) = files(tmp_path)
    file.write_bytes(PDF[:5])
    kept()
    assert shelf().take(digest, "x") == PDF


def test_a_folder_that_cannot_be_written_is_said_and_nothing_is_kept(tmp_path: Path) -> None:
    a_request()
    (tmp_path / "documents").write_text("no folder")
    before = everything()
    with pytest.raises(Unavailable, match="not-writable"):
        kept()
    assert everything() == before


def test_a_colleague_saves_a_document_and_a_browser_never_shows_it() -> None:
    a_request()
    kept(name="brief één.pdf")
    response = colleague().get("/dossiers/V-1/stukken/V-1-D1/")
    assert response.content == PDF
    assert response["Content-Disposition"].startswith(
        "attachment; filename*=utf-8''brief%20%C3%A9%C3%A9n.pdf"
    )
    assert response["Content-Type"] == "application/pdf"
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert "no-store" in response["Cache-Control"]


def test_a_list_that_was_sent_along_is_read_as_the_delegation() -> None:
    a_request()
    a_request("V-2")
    kept(b"Naam;Geboortedatum\nWang Verzonnen;1962\n", "lijst.csv")
    client = colleague()
    assert "Lees in als delegatielijst" in client.get("/dossiers/V-1/").content.decode()
    response = client.post("/dossiers/V-1/delegatie/", {"document": "V-1-D1"})
    assert response.status_code == 302
    assert "Wang Verzonnen" in client.get(response.headers["Location"]).content.decode()
    assert client.post("/dossiers/V-2/delegatie/", {"document": "V-1-D1"}).status_code == 404
    assert client.post("/dossiers/V-1/delegatie/", {"document": "V-1-D9"}).status_code == 404


def test_others_do_not_learn_that_there_is_a_document() -> None:
    a_request()
    a_request("V-2")
    kept()
    assert Client().get("/dossiers/V-1/stukken/V-1-D1/").headers["Location"].startswith("/aanmelden/")
    for address in ("V-2/stukken/V-1-D1", "V-1/stukken/V-1-D2", "V-1/stukken/V-1", "V-9/stukken/V-1-D1"):
        assert colleague().get(f"/dossiers/{address}/").status_code == 404
    assert colleague().post("/dossiers/V-1/stukken/V-1-D1/").status_code == 405
    with pytest.raises(NotFound):
        selectors.document("V-2", "V-1-D1", reader=HOUSE)

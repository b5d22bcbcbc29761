"""What is refused at a door leaves a line in the log: why, who and where, and never what was typed."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.casework.vocabulary import AccountRole
from tests.integration.register_house import a_request
from tests.unit.documents import PROGRAM, word
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
TYPED = "Getypt-en-geheim"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
MACROS = word({"word/vbaProject.bin": b"x"})


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path
    cache.clear()


def begun(client: Client) -> str:
    return client.post("/verzoek/", {"kind": "incoming_delegation"}).headers["Location"]


def lines(caplog: Any) -> list[str]:
    return [one.getMessage() for one in caplog.records if one.name == "openkader.web.refusals"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        (f"{TYPED}.pdf", PROGRAM, "attachment.program"),
        (f"{TYPED}.docx", MACROS, "attachment.macros"),
        (f"{TYPED}.svg", SVG, "attachment.script"),
        (f"{TYPED}.pdf", b"x" * 30_000, "attachment.too-large"),
    ],
)
def test_a_document_that_is_refused_is_noted(
    caplog: Any, settings: Any, name: str, content: bytes, code: str
) -> None:
    settings.OPENKADER_UPLOAD_BYTES = 20_000
    client = Client()
    url = begun(client)
    client.post(url, {"name": TYPED, "documents": SimpleUploadedFile(name, content)})
    (line,) = lines(caplog)
    assert line.startswith("refused: attachment.")
    assert line.endswith("to a visitor at request_form")
    assert TYPED not in caplog.text
    assert url.split("/")[2] not in caplog.text, "the address opens what somebody typed"


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (f"/verzoek/{TYPED}/", "request_form"),
        (f"/verzoek/status/{TYPED}/", "request_status"),
        (f"/verzoek/{TYPED}/ontvangen/", "request_received"),
        (f"/advies/{TYPED}/", "advice_link"),
    ],
)
def test_a_link_that_somebody_changed_is_refused_and_noted(caplog: Any, place: str, where: str) -> None:
    answer = Client().get(place, follow=True)
    assert answer.status_code in (200, 404)
    assert "<h1" in answer.content.decode()
    assert lines(caplog) == [f"refused: not found to a visitor at {where}"]
    assert TYPED not in " ".join(lines(caplog))


def too_many_beginnings() -> None:
    for _ in range(62):
        Client().post("/verzoek/", {"kind": "incoming_delegation"})


def too_many_passwords() -> None:
    for _ in range(10):
        Client().post("/aanmelden/", {"username": TYPED, "password": TYPED})


@pytest.mark.parametrize(
    ("flood", "code"),
    [(too_many_beginnings, "request.too-many"), (too_many_passwords, "account.too-many-attempts")],
)
def test_a_flood_is_refused_and_noted(caplog: Any, flood: Callable[[], None], code: str) -> None:
    flood()
    noted = [line for line in lines(caplog) if code in line]
    assert len(noted) == 2
    assert TYPED not in caplog.text


def test_a_robot_is_noted(caplog: Any) -> None:
    from openkader.web.forms.request import TRAP

    client = Client()
    client.post(begun(client), {TRAP: TYPED})
    assert [line.split()[1] for line in lines(caplog)] == ["request.trap"]
    assert TYPED not in caplog.text


def test_a_list_that_is_none_and_one_that_is_too_large_are_noted(caplog: Any) -> None:
    a_request("V-1")
    client = colleague("anna", AccountRole.ADVISER)
    large = io.BytesIO(b"x" * 6_000_000)
    large.name = f"{TYPED}.csv"
    client.post("/dossiers/V-1/delegatie/", {"file": large, "text": ""})
    client.post(
        "/dossiers/V-1/delegatie/", {"file": SimpleUploadedFile(f"{TYPED}.xlsx", PROGRAM)}, follow=True
    )
    codes = [line.split()[1] for line in lines(caplog)]
    assert len(codes) == 2
    assert codes[0] == "upload.too-large"
    assert all("account " in line and "anna" not in line for line in lines(caplog))
    assert TYPED not in caplog.text


@pytest.mark.parametrize("place", ["/afmelden/", "/aanmelden/via/organisatie/"])
def test_an_address_to_which_something_is_only_sent_has_a_page_too(place: str) -> None:
    answer = Client().get(place)
    assert answer.status_code == 405
    assert "POST" in answer["Allow"]
    assert "Dit adres kan zo niet worden gebruikt" in answer.content.decode()

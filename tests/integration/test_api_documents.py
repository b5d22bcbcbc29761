"""A program reads the documents of a case and adds one, through the same checks as a form of a page."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from openkader.api import pace
from openkader.base.errors import Unavailable
from openkader.casework.permissions import HOUSE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register import selectors, services
from openkader.register.documents import DocumentEntry
from openkader.register.limits import Limit
from openkader.register.virus_scanner import Clamd
from tests.clamd import one_that_says
from tests.integration.program_house import LIST, PROBLEM, a_program, told
from tests.integration.register_house import HAND, NOW, a_request, everything
from tests.unit.documents import PDF, PROGRAM, word

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, WORK, HAND_IN = TokenScope.READ, TokenScope.WORK, TokenScope.HAND_IN
DOCUMENTS = f"{LIST}/V-1/documenten"
NAMED = "attachment; filename*=UTF-8''brief%20%E5%BC%A0.pdf"


@pytest.fixture(autouse=True)
def _house(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    settings.OPENKADER_DATA = tmp_path
    cache.clear()
    yield
    cache.clear()


def send(
    client: Client,
    content: bytes = PDF,
    named: str | None = NAMED,
    form: str = "application/pdf",
    to: str = "V-1",
) -> Any:
    headers = {} if named is None else {"content-disposition": named}
    return client.post(f"{LIST}/{to}/documenten", content, content_type=form, headers=headers)


def nothing_came(response: Any, status: int, code: str) -> None:
    assert (response.status_code, response["Content-Type"]) == (status, PROBLEM)
    found = told(response)
    assert code in (found["code"], *(one["code"] for one in found.get("ongeldigeWaarden", ())))
    assert selectors.documents_of("V-1", reader=HOUSE) == ()


def test_a_document_goes_in_and_comes_out_as_it_was() -> None:
    a_request("V-1")
    client = a_program(WORK)
    response = send(client)
    found = told(response)
    assert (response.status_code, found["nummer"], found["bestandsnaam"]) == (201, "V-1-D1", "brief 张.pdf")
    assert response["Location"] == f"http://testserver{DOCUMENTS}/V-1-D1"
    assert told(client.get(response["Location"])) == found
    assert told(client.get(DOCUMENTS)) == {"documenten": [found]}
    content = client.get(f"{DOCUMENTS}/V-1-D1/inhoud")
    assert (content.content, content["Content-Type"]) == (PDF, "application/pdf")
    assert content["Content-Disposition"].startswith("attachment;")
    assert content["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (
        client.get(content.request["PATH_INFO"], headers={"if-none-match": content["ETag"]}).status_code
        == 304
    )
    event = next(one for one in selectors.events() if one.action == "document.kept")
    assert (event.actor, event.detail["token"]) == ("colleague", "zaaksysteem")


def test_the_same_sent_again_is_the_document_that_was_there() -> None:
    a_request("V-1")
    client = a_program(WORK)
    first, before = send(client), everything()
    again = send(client, named="attachment; filename=elders.pdf")
    assert (again.status_code, again.content, again["Location"]) == (200, first.content, first["Location"])
    assert everything() == before


def test_what_a_document_is_its_content_says() -> None:
    a_request("V-1")
    found = told(send(a_program(WORK), word(), "attachment; filename=lijst.exe", "application/octet-stream"))
    assert found["bestandsnaam"] == "lijst.exe.docx"
    assert found["mediatype"].endswith("wordprocessingml.document")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (PROGRAM, "attachment.not-taken"),
        (b" \n", "attachment.empty"),
        (b"%PDF-1.4 /JavaScript %%EOF", "attachment.runs"),
        (b"<svg onload=alert(1)>", "attachment.not-taken"),
    ],
    ids=["program", "empty", "runs", "page"],
)
def test_what_a_form_refuses_is_refused(content: bytes, code: str) -> None:
    a_request("V-1")
    response = send(a_program(WORK), content, form="application/octet-stream")
    nothing_came(response, 400, code)
    assert told(response)["detail"].startswith("brief 张.pdf: ")


@pytest.mark.parametrize(
    "named",
    [
        *(None, "", "attachment", "attachment; filename*=klingon''x.pdf"),
        f"attachment; filename={'x' * 1000}.pdf",
    ],
)
def test_without_a_name_no_document_is_taken(named: str | None) -> None:
    a_request("V-1")
    response = send(a_program(WORK), named=named)
    nothing_came(response, 400, "interface.missing" if named is None else "interface.wrong-value")


@pytest.mark.parametrize("form", ["multipart/form-data; boundary=x", "application/json", "text/html", "x"])
def test_a_document_in_something_else_is_not_taken_for_it(form: str) -> None:
    a_request("V-1")
    nothing_came(send(a_program(WORK), form=form), 415, "interface.no-document")


def test_what_comes_in_pieces_is_not_taken_for_nothing() -> None:
    a_request("V-1")
    client = a_program(WORK)
    for address in (DOCUMENTS, LIST):
        response = client.generic("POST", address, b"", headers={"transfer-encoding": "chunked"})
        nothing_came(response, 411, "interface.no-length")


def test_too_large_is_refused_whether_it_says_so_or_not(settings: Any) -> None:
    settings.OPENKADER_UPLOAD_BYTES = 1000
    a_request("V-1")
    client = a_program(WORK)
    response = send(client, PDF + b" " * 1000)
    nothing_came(response, 413, "attachment.too-large")
    assert told(response)["detail"].startswith("brief 张.pdf is groter dan")


def test_an_infected_document_is_noted_and_not_kept(settings: Any) -> None:
    a_request("V-1")
    client = a_program(WORK)
    with one_that_says(b"stream: Eicar-Test-Signature FOUND\0") as (port, _heard):
        settings.CLAMD = Clamd(host="127.0.0.1", port=port)
        response = send(client)
    nothing_came(response, 400, "upload.infected")
    event = selectors.events(limit=1)[0]
    assert (event.action, event.actor, event.detail["token"]) == (
        "upload.infected",
        "colleague",
        "zaaksysteem",
    )


def test_whoever_goes_on_sending_them_does_not_fill_the_trail(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_request("V-1")
    client = a_program(WORK)
    settings.CLAMD = Clamd()
    monkeypatch.setattr(Clamd, "scan", lambda *_: "Eicar")
    for number in range(22):
        nothing_came(send(client, PDF + bytes([number])), 400, "upload.infected")
    assert len([one for one in selectors.events(limit=99) if one.action == "upload.infected"]) == 20


def test_a_clean_document_comes_by_the_scanner(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    a_request("V-1")
    settings.CLAMD = Clamd()
    monkeypatch.setattr(Clamd, "scan", lambda *_: "")
    assert send(a_program(WORK)).status_code == 201


def test_what_nobody_could_look_at_is_not_kept(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    a_request("V-1")
    settings.CLAMD = Clamd()

    def away(*_: object) -> str:
        raise Unavailable("upload.not-scanned")

    monkeypatch.setattr(Clamd, "scan", away)
    response = send(a_program(WORK))
    nothing_came(response, 503, "upload.not-scanned")
    assert response["Retry-After"] == "30"


def test_a_token_that_is_for_something_else_adds_nothing() -> None:
    a_request("V-1")
    nothing_came(send(a_program(READ, HAND_IN)), 403, "token.out-of-scope")


def test_a_token_for_handing_in_reads_no_document() -> None:
    a_request("V-1")
    kept = services.keep_document("V-1", DocumentEntry(name="brief.pdf", content=PDF), **HAND)
    client = a_program(HAND_IN)
    for address in (DOCUMENTS, f"{DOCUMENTS}/{kept}", f"{DOCUMENTS}/{kept}/inhoud"):
        assert client.get(address).status_code == 403


def test_a_document_of_a_case_that_may_not_be_seen_is_not_there() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    kept = services.keep_document("V-1", DocumentEntry(name="brief.pdf", content=PDF), **HAND)
    client = a_program(WORK, team="elders")
    assert send(client, PDF + b" ").status_code == 404
    for address in (DOCUMENTS, f"{DOCUMENTS}/{kept}", f"{DOCUMENTS}/{kept}/inhoud"):
        response = client.get(address)
        assert (response.status_code, told(response)["code"]) == (404, "request.not-found")


def test_a_document_is_found_in_its_own_case_alone() -> None:
    a_request("V-1")
    a_request("V-2")
    kept = services.keep_document("V-1", DocumentEntry(name="brief.pdf", content=PDF), **HAND)
    client = a_program(READ)
    for more in ("", "/inhoud"):
        response = client.get(f"{LIST}/V-2/documenten/{kept}{more}")
        assert (response.status_code, told(response)["code"]) == (404, "document.not-found")


@pytest.mark.parametrize("more", ["", "/V-1-D1", "/V-1-D1/inhoud"])
def test_who_reads_a_document_of_a_confidential_case_stands_in_the_trail(more: str) -> None:
    a_request("V-1", confidentiality=Confidentiality.CONFIDENTIAL)
    services.keep_document("V-1", DocumentEntry(name="brief.pdf", content=PDF), **HAND)
    assert a_program(READ, role=AccountRole.AUDITOR).get(DOCUMENTS + more).status_code == 200
    event = selectors.events(limit=1)[0]
    assert (event.action, event.detail["token"]) == ("dossier.read", "zaaksysteem")


def test_a_case_that_was_taken_over_gets_no_documents() -> None:
    response = send(a_program(WORK), to="V-2024-01")
    assert (response.status_code, told(response)["code"]) == (409, "case.taken-over")


def test_a_program_that_sends_too_much_has_to_wait(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_LEFT", Limit("program", 2, 1))
    a_request("V-1")
    client = a_program(WORK)
    assert [send(client, PDF + bytes([number])).status_code for number in range(3)] == [201, 201, 429]

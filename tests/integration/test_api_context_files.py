"""A program notes a figure of others with the source itself, as the page does, and takes it along. All is made up."""

import json
import re
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.api import pace
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.register import models
from openkader.register.limits import Limit
from openkader.register.virus_scanner import Clamd
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import done, refusal, wrong
from tests.integration.test_api_context_written import LIST, SENT, columns, note
from tests.integration.test_web_context import NOTE, PAGE
from tests.unit.documents import PDF, PROGRAM
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
CITE, EVALUATOR = TokenScope.CITE, AccountRole.EVALUATOR
FILES = f"{LIST}/bestanden"
NAMED = "attachment; filename*=UTF-8''bron%20%E5%BC%A0.pdf"


@pytest.fixture
def client(settings: Any, tmp_path: Path) -> Client:
    settings.OPENKADER_DATA = tmp_path
    return a_program(CITE, role=EVALUATOR)


def send(client: Client, content: bytes = PDF, *, figure: str | None = None, **changes: object) -> Any:
    said = json.dumps(SENT | changes) if figure is None else figure
    address = f"{FILES}?{urlencode({'cijfer': said})}"
    headers = {"content-disposition": NAMED}
    return client.generic("POST", address, content, content_type="application/pdf", headers=headers)


def test_what_a_program_notes_and_takes_along_is_what_the_page_does(client: Client) -> None:
    response = send(client)
    here = f"{LIST}/CX-2024-1"
    assert (response.status_code, response["Location"]) == (201, f"http://testserver{here}")
    assert told(response)["bestandsnaam"] == "bron 张.pdf"
    assert told(client.get(here)) == told(response)
    evaluator = colleague("eva", EVALUATOR)
    file = SimpleUploadedFile("bron 张.pdf", PDF, content_type="application/pdf")
    assert evaluator.post(PAGE, {**NOTE, "documents": file}).status_code == 302
    mine, theirs = columns()
    assert mine == theirs
    assert done() == ["context.recorded"]
    before = everything()
    page, taken = evaluator.get("/context/CX-2024-1/bron/"), client.get(f"{here}/inhoud")
    assert page.content == taken.content == PDF
    for name in ("Content-Type", "Content-Disposition", "Content-Length"):
        assert page[name] == taken[name]
    for name in ("X-Content-Type-Options", "Content-Security-Policy"):
        assert page.get(name) == taken.get(name)
    assert everything() == before


def test_the_same_again_is_one_and_with_another_document_it_is_another(client: Client) -> None:
    first, other = send(client), with_token(CITE, name="ander systeem")
    before = everything()
    again = send(other)
    assert (again.status_code, again.content) == (200, first.content)
    assert everything() == before
    assert told(send(client, PDF + b"\n% another\n"))["nummer"] == "CX-2024-2"
    assert told(note(client))["nummer"] == "CX-2024-3"


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"waarde": "95,2"}, "cijfer.waarde"),
        ({"bron": None}, "cijfer.bron"),
        ({"meer": 1}, "cijfer.meer"),
        ({"delen": [{"naam": "x"}]}, "cijfer.delen.0.waarde"),
    ],
)
def test_what_cannot_be_read_of_the_figure_is_named(
    client: Client, changes: dict[str, Any], where: str
) -> None:
    before = everything()
    assert [place for place, _code in wrong(send(client, **changes))] == [where]
    assert everything() == before


@pytest.mark.parametrize(
    "figure",
    [
        *("", "{", "[]", "null", "[" * 3000, "NaN", '"\\ud800"', "x" * 4001),
        '{"naam": "a", "naam": "b"}',
    ],
    ids=["none", "open", "list", "null", "deep", "no number", "half a letter", "too long", "twice"],
)
def test_what_is_no_figure_is_refused(client: Client, figure: str) -> None:
    before = everything()
    assert send(client, figure=figure).status_code == 400
    assert everything() == before


def test_a_figure_is_asked_for_once_and_nothing_beside_it(client: Client) -> None:
    before = everything()
    said = urlencode({"cijfer": json.dumps(SENT)})
    for query in ("", f"{said}&{said}", f"{said}&x=1"):
        headers = {"content-disposition": NAMED}
        response = client.generic(
            "POST", f"{FILES}?{query}", PDF, content_type="application/pdf", headers=headers
        )
        assert response.status_code == 400
    assert everything() == before


def test_what_is_no_document_is_refused_as_everywhere(client: Client, settings: Any) -> None:
    before = everything()
    address = f"{FILES}?{urlencode({'cijfer': json.dumps(SENT)})}"
    named = {"content-disposition": NAMED}
    form = "application/json"
    assert refusal(client.generic("POST", address, PDF, content_type=form, headers=named)) == (
        415,
        "interface.no-document",
    )
    assert client.generic("POST", address, PDF, content_type="application/pdf").status_code == 400
    assert refusal(send(client, b"")) == (415, "interface.no-document")  # without content it has no type
    assert [code for _place, code in wrong(send(client, PROGRAM))] == ["attachment.not-taken"]
    settings.OPENKADER_UPLOAD_BYTES = 10
    assert send(client).status_code == 413
    assert everything() == before


def test_what_the_virus_scanner_finds_is_not_kept(
    client: Client, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    settings.CLAMD = Clamd()
    monkeypatch.setattr(Clamd, "scan", lambda *_: "Eicar")
    assert wrong(send(client)) == [("bron 张.pdf", "upload.infected")]
    assert not models.ContextFigure.objects.filter(source=None).exists()


def test_what_the_rule_of_the_page_refuses_is_refused(client: Client) -> None:
    before = everything()
    assert refusal(send(client, bronadres="ftp://example.nl/brief")) == (409, "context.bad-address")
    assert everything() == before


def test_who_may_not_on_the_page_may_not_through_a_token(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    adviser = a_program(*TokenScope, role=AccountRole.ADVISER, name="adviseur")
    others = with_token(*(one for one in TokenScope if one is not CITE), name="andere")
    before = everything()
    assert refusal(send(adviser)) == (403, "role.cite")
    assert refusal(send(others)) == (403, "token.out-of-scope")
    assert refusal(send(Client())) == (401, "token.unknown")
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    assert refusal(send(client)) == (429, "interface.too-many")
    assert everything() == before


def test_the_command_of_the_handbook_notes_a_figure_with_its_source(client: Client) -> None:
    how = Path(__file__).parents[2] / "docs/how-to/let-a-program-read-the-account-of-a-year.md"
    (figure,) = re.findall(r"--url-query 'cijfer=(\{.*?\})'", how.read_text(encoding="utf-8"))
    response = send(client, figure=figure)
    assert (response.status_code, told(response)["bestandsnaam"]) == (201, "bron 张.pdf")

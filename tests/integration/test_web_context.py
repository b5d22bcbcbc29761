"""What others say, in the browser: with its source, added up, and never among what the register proves."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.casework.vocabulary import AccountRole
from tests.integration.register_house import everything
from tests.unit.documents import PDF
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PAGE = "/jaar/2024/context/"
NOTE = {
    "act": "note",
    "name": "Bedachte uitvoer",
    "value": "1.234,5",
    "unit": "miljoen euro",
    "about": "2023",
    "parts": "tuinbouw: 1.000,3\noverig: 234",
    "title": "Bedachte brief",
    "publisher": "",
    "url": "",
    "dated": "2024",
}


@pytest.fixture
def evaluator() -> Client:
    return colleague("eva", AccountRole.EVALUATOR)


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_public_reads_what_others_say_with_its_source(client: Client) -> None:
    page = words(client.get(PAGE))
    for told in ("95,2 miljard euro", "59,4", "35,8", "Telt op", "Samen 95,2.", "13 december 2024"):
        assert told in page
    assert "bewijst er niets van" in page
    assert "Noteer dit cijfer" not in page
    assert client.get("/jaar/1999/context/").status_code == 404


def test_what_does_not_add_up_is_kept_and_told(evaluator: Client, client: Client) -> None:
    file = SimpleUploadedFile("bron.pdf", PDF, content_type="application/pdf")
    evaluator.post(PAGE, {**NOTE, "documents": file})
    inside, public = words(evaluator.get(PAGE)), words(client.get(PAGE))
    for told in ("1.234,5 miljoen euro", "Telt niet op", "Samen 1.234,3, dat is 0,2 minder"):
        assert told in inside
        assert told in public
    assert "bron.pdf" in inside
    assert "bron.pdf" not in public
    assert evaluator.get("/context/CX-2024-1/bron/").content == PDF
    assert evaluator.get("/context/CX-2024-handel/bron/").status_code == 404
    assert client.get("/context/CX-2024-1/bron/").status_code == 302


def test_a_second_click_notes_nothing_more(evaluator: Client) -> None:
    evaluator.post(PAGE, NOTE)
    before = everything()
    assert evaluator.post(PAGE, NOTE).status_code == 302
    assert everything() == before


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"value": "95.200"}, "kan twee dingen betekenen"),
        ({"value": "veel"}, "Schrijf een getal"),
        ({"value": ""}, ""),
        ({"parts": "import 59,4"}, "import 59,4"),
        ({"parts": "import: 59.400"}, "import: 59.400"),
        ({"about": "23"}, ""),
        ({"title": " "}, ""),
    ],
)
def test_what_cannot_be_read_is_asked_again_and_stays_typed(
    evaluator: Client, changes: dict[str, str], told: str
) -> None:
    before = everything()
    answer = evaluator.post(PAGE, NOTE | changes)
    assert answer.status_code == 422
    assert told in words(answer)
    assert "Bedachte uitvoer" in answer.content.decode()
    assert everything() == before


def test_a_web_address_that_is_none_is_refused(evaluator: Client) -> None:
    answer = evaluator.post(PAGE, NOTE | {"url": "javascript:alert(1)"})
    assert answer.status_code == 409
    assert "geen webadres" in words(answer)


def test_what_was_noted_wrongly_is_struck_out_once(evaluator: Client, client: Client) -> None:
    strike = {"act": "strike", "record": "CX-2024-export", "reason": "Verkeerd jaar."}
    evaluator.post(PAGE, strike)
    assert "Geschrapt: Verkeerd jaar." in words(evaluator.get(PAGE))
    assert "buiten de EU" not in words(client.get(PAGE))
    assert evaluator.post(PAGE, strike).status_code == 409
    assert evaluator.post(PAGE, strike | {"record": "NOPE"}).status_code == 404


def test_others_hear_whose_task_it_is(client: Client) -> None:
    adviser = colleague("anna", AccountRole.ADVISER)
    before = everything()
    for somebody in (client, adviser):
        assert somebody.post(PAGE, NOTE).status_code == 403
    assert everything() == before


def test_the_page_asks_little(evaluator: Client) -> None:
    assert queries_of(PAGE, evaluator) <= MOST_QUERIES
    assert f'href="{PAGE}"' in evaluator.get("/jaar/2024/evaluatie/").content.decode()

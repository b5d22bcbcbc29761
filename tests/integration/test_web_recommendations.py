"""Recommendations in the browser: what asks for attention, what came of each, and what the public does not see."""

import re
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.register import models
from tests.integration.register_house import a_request, everything
from tests.unit.documents import PDF
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
ALL, ONE = "/aanbevelingen/", "/aanbevelingen/A-2024-7/"
FOLLOW = {
    "act": "follow",
    "seen": "0",
    "status": "done",
    "moment": "03-2025",
    "what": "Woorden voor collega’s.",
    "url": "https://example.nl/besluit",
    "record": "",
    "kader": "zuid-holland/2024-01-01",
    "change": "De evaluatie krijgt een andere vorm.",
    "figure": "activities",
}


@pytest.fixture
def evaluator() -> Client:
    return colleague("eva", AccountRole.EVALUATOR)


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_what_the_source_does_not_say_is_unknown_and_what_is_overdue_stands_on_top(client: Client) -> None:
    page = words(client.get(ALL))
    assert page.index("Dit vraagt aandacht") < page.index("Herijk in 2025") < page.index("Nog niet afgerond")
    assert "7 Onbekend" in page
    assert "6 aanbevelingen" in page
    one = words(client.get(ONE))
    assert "De termijn is voorbij" in one
    assert "is onbekend" in one
    assert "Noteer de opvolging" not in one


def test_what_came_of_it_is_noted_and_shown_with_what_shows_it(evaluator: Client, client: Client) -> None:
    file = SimpleUploadedFile("brief.pdf", PDF, content_type="application/pdf")
    answer = evaluator.post(ONE, {**FOLLOW, "documents": file}, follow=True)
    assert "De opvolging is genoteerd." in words(answer)
    inside, public = words(evaluator.get(ONE)), words(client.get(ONE))
    for told in ("Uitgevoerd", "maart 2025", "De evaluatie krijgt een andere vorm."):
        assert told in inside
        assert told in public
    for kept in ("Woorden voor collega’s.", "brief.pdf", "Vastgelegd door"):
        assert kept in inside
        assert kept not in public
    assert evaluator.get(f"{ONE}stuk/1/").content == PDF
    assert client.get(f"{ONE}stuk/1/").status_code == 302
    assert evaluator.get(f"{ONE}stuk/2/").status_code == 404


def test_a_second_click_notes_nothing_more(evaluator: Client) -> None:
    evaluator.post(ONE, FOLLOW)
    before = everything()
    assert evaluator.post(ONE, FOLLOW).status_code == 302
    assert everything() == before


@pytest.mark.parametrize(
    ("changes", "status", "told"),
    [
        ({"url": ""}, 409, "Laat zien dat het (deels) is uitgevoerd"),
        ({"moment": "overmorgen"}, 422, "Schrijf een dag, een maand of een jaar"),
        ({"figure": "no_such_figure"}, 422, "no_such_figure"),
        ({"record": "NOPE"}, 422, "NOPE"),
        ({"seen": "4"}, 409, "intussen bijgewerkt"),
        ({"url": "javascript:alert(1)"}, 409, "geen webadres"),
        ({"seen": "x"}, 422, ""),
        ({"what": ""}, 422, "Wat er is gedaan, of waarom niet"),
    ],
)
def test_what_is_refused_keeps_what_was_typed(
    evaluator: Client, changes: dict[str, str], status: int, told: str
) -> None:
    before = everything()
    answer = evaluator.post(ONE, FOLLOW | changes)
    assert answer.status_code == status
    assert told in words(answer)
    assert "De evaluatie krijgt een andere vorm." in words(answer)
    assert everything() == before


def test_a_record_that_the_reader_may_not_see_is_not_named(evaluator: Client, client: Client) -> None:
    a_request("V-SECRET")
    evaluator.post(ONE, FOLLOW | {"url": "", "record": "V-SECRET"})
    assert "V-SECRET" in words(evaluator.get(ONE))
    assert "V-SECRET" not in words(client.get(ONE))
    models.Request.objects.filter(reference="V-SECRET").update(confidentiality=Confidentiality.SECRET)
    assert "V-SECRET" not in words(evaluator.get(ONE))


def test_it_is_said_to_whom_and_before_when(evaluator: Client) -> None:
    typed = {"act": "address", "seen": "1", "to": "Bedachte Staten", "due": "2031"}
    evaluator.post(ONE, typed)
    page = words(evaluator.get(ONE))
    assert "Bedachte Staten" in page
    assert "Wat er eerder stond" in page
    assert "De termijn is voorbij" not in page
    other = colleague("els", AccountRole.EVALUATOR)
    assert other.post(ONE, typed | {"to": "Iemand anders"}).status_code == 409


def test_a_new_one_is_recorded(evaluator: Client) -> None:
    typed = {"act": "record", "year": "2026", "text": "Ga zo door.", "to": "", "due": ""}
    answer = evaluator.post(ALL, typed, follow=True)
    assert "A-2026-1" in words(answer)
    assert evaluator.post(ALL, typed | {"year": "26"}).status_code == 422
    assert evaluator.post(ALL, {"act": "nothing"}).status_code == 404


def test_others_read_it_and_hear_whose_task_it_is(client: Client) -> None:
    adviser = colleague("anna", AccountRole.ADVISER)
    assert "evaluator" in words(adviser.get(ONE))
    before = everything()
    assert adviser.post(ONE, FOLLOW).status_code == 403
    assert client.post(ONE, FOLLOW).status_code == 403
    assert client.post(ALL, {"act": "record", "year": "2026", "text": "x"}).status_code == 403
    assert everything() == before
    assert client.get("/aanbevelingen/NOPE/").status_code == 404


def test_the_evaluation_leads_to_each(client: Client) -> None:
    assert f'href="{ONE}"' in client.get("/jaar/2024/evaluatie/").content.decode()


@pytest.mark.parametrize("path", [ALL, ONE])
def test_the_pages_ask_little(evaluator: Client, path: str) -> None:
    evaluator.post(ONE, FOLLOW | {"record": "ZH-2024-02"})
    assert queries_of(path, evaluator) <= MOST_QUERIES

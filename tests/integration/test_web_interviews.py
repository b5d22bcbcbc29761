"""Interviews in the browser: noted, quoted, and taken back, by whoever writes the evaluation."""

import re
from typing import Any

import pytest
from django.test import Client

from openkader.casework.vocabulary import AccountRole
from tests.integration.register_house import everything
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PAGE = "/jaar/2024/interviews/"
NOTE: dict[str, Any] = {
    "act": "note",
    "who": "B. Verzonnen",
    "called": "een bedachte kweker",
    "moment": "11-2024",
    "by_whom": "Anna",
    "themes": ["growth", "upkeep"],
    "consent": "without_name",
    "how": "per mail",
}
QUOTE = {
    "act": "quote",
    "record": "INT-2024-1",
    "words": "De vraag blijft groeien.",
    "theme": "growth",
    "consent": "without_name",
}
WITHDRAW = {"act": "withdraw", "record": "INT-2024-1", "about": "", "how": "per telefoon"}


@pytest.fixture
def evaluator() -> Client:
    return colleague("eva", AccountRole.EVALUATOR)


def words(answer: Any) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_of_2024_no_interview_is_made_up_and_the_themes_are_those_of_the_text(evaluator: Client) -> None:
    page = words(evaluator.get(PAGE))
    assert "Er is geen interview genoteerd" in page
    assert "gloriedagen" in page
    assert f'href="{PAGE}"' in evaluator.get("/jaar/2024/evaluatie/").content.decode()


def test_an_interview_is_noted_with_words_and_its_themes_lead_to_it(evaluator: Client) -> None:
    evaluator.post(PAGE, NOTE)
    evaluator.post(PAGE, QUOTE)
    page = evaluator.get(PAGE)
    assert 'href="#INT-2024-1"' in page.content.decode()
    for told in ("B. Verzonnen", "november 2024", "De vraag blijft groeien.", "Mag zonder naam"):
        assert told in words(page)
    auditor = colleague("aad", AccountRole.AUDITOR)
    assert "B. Verzonnen" not in words(auditor.get(PAGE))


def test_what_is_withdrawn_is_gone_from_the_page(evaluator: Client) -> None:
    evaluator.post(PAGE, NOTE)
    evaluator.post(PAGE, QUOTE)
    assert "De toestemming is ingetrokken" in words(evaluator.post(PAGE, WITHDRAW, follow=True))
    page = words(evaluator.get(PAGE))
    assert "INT-2024-1" in page
    for gone in ("B. Verzonnen", "De vraag blijft groeien.", "bedachte kweker"):
        assert gone not in page
    assert evaluator.post(PAGE, WITHDRAW).status_code == 409


@pytest.mark.parametrize(
    ("typed", "status"),
    [
        (NOTE | {"who": ""}, 409),
        (NOTE | {"withheld": "yes"}, 409),
        (NOTE | {"themes": ["gossip"]}, 422),
        (NOTE | {"moment": "2199"}, 409),
        (QUOTE | {"words": "x" * 601}, 409),
        (QUOTE | {"consent": "with_name"}, 409),
        (QUOTE | {"record": "NOPE"}, 422),
        (WITHDRAW | {"how": ""}, 409),
        (WITHDRAW | {"record": "NOPE"}, 404),
        (WITHDRAW | {"about": "INT-2024-9-C1"}, 422),
        ({"act": "consent", "record": "INT-2024-1", "seen": "7", "consent": "not_quoted", "how": "x"}, 409),
        ({"act": "nothing"}, 404),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(
    evaluator: Client, typed: dict[str, Any], status: int
) -> None:
    evaluator.post(PAGE, NOTE)
    before = everything()
    assert evaluator.post(PAGE, typed).status_code == status
    assert everything() == before


def test_who_asked_not_to_be_named_is_kept_without_a_name(evaluator: Client) -> None:
    evaluator.post(PAGE, NOTE | {"who": "", "withheld": "yes"})
    assert "naam niet bewaard" in words(evaluator.get(PAGE))


def test_it_is_for_colleagues_and_one_of_them_writes(client: Client) -> None:
    adviser = colleague("anna", AccountRole.ADVISER)
    before = everything()
    assert client.get(PAGE).status_code == 302
    assert adviser.post(PAGE, NOTE).status_code == 403
    assert everything() == before
    assert PAGE not in client.get("/jaar/2024/evaluatie/").content.decode()


def test_the_page_asks_little(evaluator: Client) -> None:
    for who in ("B. Verzonnen", "C. Bedacht", "D. Bedacht"):
        evaluator.post(PAGE, NOTE | {"who": who})
    evaluator.post(PAGE, QUOTE)
    assert queries_of(PAGE, evaluator) <= MOST_QUERIES

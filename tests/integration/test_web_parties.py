"""Parties in the browser: found, described, and said to be one or two; nothing that is typed is lost."""

from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HouseHand
from openkader.register import selectors
from openkader.register.models import AuditEvent, PartyIdentifier, PartyJudgement, PartyName
from tests.integration.test_parties_described import a_party, judged
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = pytest.mark.django_db
URLS = ("/partijen/", "/partijen/P-1/", "/partijen/P-1/dezelfde/")


@pytest.fixture(autouse=True)
def parties() -> None:
    a_party("P-1", "山东虚构集团", country="CN", identifiers={"kvk": "12345678"})
    a_party("P-2", "Shandong Xugou Group", country="CN")


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def posted(url: str, status: int = 302, **said: Any) -> str:
    response = colleague().post(url, said)
    assert response.status_code == status, response.content.decode()[:300]
    return " ".join(response.content.decode().split())


@pytest.mark.parametrize("url", URLS)
def test_only_a_colleague_sees_parties(url: str) -> None:
    assert Client().get(url).status_code == 302
    assert Client().post(url, {"name": "x"}).status_code in {302, 403, 405, 200}
    assert PartyName.objects.count() == 0


@pytest.mark.parametrize("url", [*URLS, "/partijen/?q=Shangdong"])
def test_a_page_of_parties_asks_little_of_the_database(url: str) -> None:
    judged("P-1", "P-2")
    assert queries_of(url, colleague()) <= MOST_QUERIES + 6


def test_a_slip_of_the_pen_finds_both_and_says_how() -> None:
    text = text_of(colleague(), "/partijen/?q=Shangdong")
    assert ("山东虚构集团" in text, "Shandong Xugou Group" in text) == (True, True)
    assert "bijna zo geschreven" in text
    assert "KVK 12345678" in text


@pytest.mark.parametrize(
    "words",
    [
        "q=%25",
        "q=" + "x" * 3000,
        "before=x",
        "before=-1",
        "before=" + "9" * 400,
        "before=٣",
        "q=<script>",
    ],
)
def test_strange_words_harm_nothing(words: str) -> None:
    text = text_of(colleague(), f"/partijen/?{words}")
    assert "<script>" not in text


def test_who_is_not_there_is_not_found() -> None:
    for url in ("/partijen/P-9/", "/partijen/P-9/dezelfde/", "/partijen/..%2f/"):
        assert colleague().get(url).status_code == 404


def test_a_name_and_a_number_are_added() -> None:
    posted("/partijen/P-1/", act="name", name="Fictief Shandong")
    posted("/partijen/P-1/", act="number", scheme="uscc", value="9135 0100 M000100Y43")
    text = text_of(colleague(), "/partijen/P-1/")
    assert ("Fictief Shandong" in text, "USCC 91350100M000100Y43" in text) == (True, True)
    assert list(AuditEvent.objects.order_by("-id").values_list("action", "actor")[:2]) == [
        ("party.numbered", "anna"),
        ("party.named", "anna"),
    ]


def test_a_wrong_check_digit_is_told_and_what_was_typed_stays() -> None:
    text = posted("/partijen/P-1/", 409, act="number", scheme="uscc", value="91350100M000100Y44")
    assert "controlecijfer" in text
    assert 'value="91350100M000100Y44"' in text
    assert "verzonnen" not in text
    assert PartyIdentifier.objects.filter(scheme="uscc").count() == 0


@pytest.mark.parametrize(
    "said",
    [
        {"act": "name", "name": ""},
        {"act": "name", "name": "x" * 10_000},
        {"act": "number", "scheme": "no", "value": "1"},
        {},
    ],
)
def test_a_form_that_cannot_be_read_saves_nothing(said: dict[str, str]) -> None:
    before = selectors.event_count()
    posted("/partijen/P-1/", 422, **said)
    assert selectors.event_count() == before


def test_two_parties_are_said_to_be_one_and_it_is_taken_back() -> None:
    url = "/partijen/P-1/dezelfde/"
    assert "Shandong Xugou Group" in text_of(colleague(), url)
    posted(url, other="P-2", seen="0", verdict="same", reason="Zelfde nummer.")
    assert "Hoort bij deze partij" in text_of(colleague(), "/partijen/P-1/")
    assert "zij staat daar" in text_of(colleague(), "/partijen/P-2/")
    posted(url, other="P-2", seen="1", verdict="open", reason="Toch niet zeker.")
    assert "Hoort bij deze partij" not in text_of(colleague(), "/partijen/P-1/")
    assert PartyJudgement.objects.count() == 2


def test_a_colleague_who_was_too_late_is_told_and_keeps_the_words() -> None:
    judged("P-1", "P-2", by=HouseHand("cli:berend"))
    text = posted(
        "/partijen/P-1/dezelfde/", 409, other="P-2", seen="0", verdict="other", reason="Mijn reden."
    )
    assert ("intussen" in text, "Mijn reden." in text) == (True, True)
    assert PartyJudgement.objects.count() == 1


@pytest.mark.parametrize(
    "said",
    [
        {"other": "P-2", "seen": "0", "verdict": "same", "reason": " "},
        {"other": "P-2", "seen": "-1", "verdict": "same", "reason": "x"},
        {"other": "P-2", "seen": "0", "verdict": "merge", "reason": "x"},
        {"other": "P" * 81, "seen": "0", "verdict": "same", "reason": "x"},
    ],
)
def test_a_judgement_that_cannot_be_read_changes_nothing(said: dict[str, str]) -> None:
    posted("/partijen/P-1/dezelfde/", 422, **said)
    assert PartyJudgement.objects.count() == 0


def test_a_judgement_on_somebody_who_is_not_there_is_not_found() -> None:
    posted("/partijen/P-1/dezelfde/", 404, other="P-9", seen="0", verdict="same", reason="x")

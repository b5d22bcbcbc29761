"""A program takes the briefing note for a talk along, as its page hands it out. Everything is made up."""

import io
from datetime import date
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from openkader.casework.period import Period
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from tests.integration.program_house import a_program
from tests.integration.register_house import decided, everything
from tests.integration.screening_house import a_list
from tests.integration.talk_house import noted, party, talk
from tests.integration.test_api_activities_written import refusal, wrong
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ = TokenScope.READ


def here(activity: str = "G-1") -> str:
    return f"/api/v1/activiteiten/{activity}/gespreksnotitie/inhoud"


def words(response: Any) -> str:
    assert response.status_code == 200
    with ZipFile(io.BytesIO(response.content)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.fixture
def client(assessor: Assessor) -> Client:
    """A talk in which a line was raised, one before it with the same, and a program."""
    talk("G-1", party(), year=2024, period=Period.day(date(2024, 5, 2)), place="Den Haag")
    talk("G-2", "W-1", year=2024, period=Period.day(date(2024, 3, 2)))
    noted(assessor, activity="G-2")
    return a_program(READ)


def test_the_note_is_that_of_the_page_in_either_language(client: Client) -> None:
    browser = colleague("anna", AccountRole.ADVISER)
    for more, chosen, headers in (
        ("?taal=nl", "nl", {}),
        ("?taal=en", "en", {}),
        ("", "nl", {}),
        ("", "en", {"accept-language": "en"}),
    ):
        mine = client.get(here() + more, headers=headers)
        theirs = browser.get(f"/activiteiten/G-1/gespreksnotitie/?taal={chosen}")
        assert words(mine) == words(theirs)
        for header in ("Content-Type", "Content-Disposition"):
            assert mine[header] == theirs[header]
    english = words(client.get(f"{here()}?taal=en"))
    assert "formal, on the agenda, said by gedeputeerde Bedacht, noted after the talk" in english
    assert "Heard before by Bedachte Commissie: not for over a year" in english


def test_of_screening_it_tells_only_to_whom_may_read_it(client: Client, assessor: Assessor) -> None:
    decided(assessor)
    a_list(request="V-1")
    talk("G-3", "W-1", request="V-1")
    assert "Gescreend: 0 van " in words(client.get(here("G-3")))
    evaluator = a_program(READ, role=AccountRole.EVALUATOR, name="ziet")
    assert "screen" not in words(evaluator.get(here("G-3"))).lower()


def test_what_is_not_there_is_not_found_and_nothing_is_kept(client: Client) -> None:
    before = everything()
    assert refusal(client.get(here("G-9"))) == (404, "activity.not-found")
    assert wrong(client.get(f"{here()}?taal=fr")) == [("taal", "interface.unknown-word")]
    assert wrong(client.get(f"{here()}?x=1")) == [("x", "interface.unknown-name")]
    assert client.post(here(), b"{}", content_type="application/json").status_code == 405
    assert everything() == before

"""A program takes the programme, the list of participants and the calendar along, as the page hands them out."""

from datetime import date
from typing import Any

import pytest
from django.test import Client
from icalendar import Calendar

from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import Setting
from tests.integration.mission_house import URL, a_journey, enrolled, planned
from tests.integration.program_house import a_program
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import refusal, wrong
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
HERE = "/api/v1/activiteiten/X-1"
PROGRAMME, PEOPLE, CALENDAR = (
    f"{HERE}/{one}" for one in ("programma/inhoud", "deelnemerslijst/inhoud", "programma/agenda")
)


@pytest.fixture
def client(settings: Any, tmp_path: Any) -> Client:
    """A program, beside a journey that was made up: a part for its leader, one for all, and two people."""
    settings.OPENKADER_DATA = tmp_path
    a_journey()
    leader = (ParticipantRole.LEADER,)
    planned(title="Opening", day=date(2024, 5, 23), setting=Setting.FORMAL, parties=("P-1",), roles=leader)
    planned(title="Diner", day=date(2024, 5, 24), note="geheim")
    enrolled(name="Hazel Wren", role=ParticipantRole.LEADER, party="P-1", email="h@example.org")
    enrolled(name="Robin Vink", role=ParticipantRole.MEMBER)
    enrolled(name="Jan Weg", status=ParticipantStatus.DROPPED_OUT, reason="illness")
    return a_program(TokenScope.READ)


def same(mine: Any, theirs: Any) -> None:
    """One file, under one name."""
    assert (mine.status_code, theirs.status_code) == (200, 200)
    for header in ("Content-Type", "Content-Disposition"):
        assert mine[header] == theirs[header]
    assert mine.content == theirs.content


def test_the_papers_are_those_of_the_page_in_either_language_and_form(client: Client) -> None:
    browser = colleague()
    for place, what in ((PROGRAMME, "programma"), (PEOPLE, "deelnemers")):
        for language in ("nl", "en"):
            same(client.get(f"{place}?taal={language}"), browser.get(f"{URL}{what}.docx?taal={language}"))
            pdf = client.get(f"{place}?taal={language}&vorm=pdf")
            same(pdf, browser.get(f"{URL}{what}.pdf?taal={language}"))
            assert pdf.content.startswith(b"%PDF")
        same(client.get(place), browser.get(f"{URL}{what}.docx?taal=nl"))
        same(client.get(place, headers={"accept-language": "en"}), browser.get(f"{URL}{what}.docx?taal=en"))


def test_the_calendar_is_of_everybody_or_of_what_is_for_one(client: Client) -> None:
    browser = colleague()
    for mine, theirs in (("", ""), ("?deelnemer=1", "?deelnemer=1"), ("?deelnemer=2", "?deelnemer=2")):
        same(client.get(CALENDAR + mine), browser.get(f"{URL}agenda.ics{theirs}"))
    found = Calendar.from_ical(client.get(f"{CALENDAR}?deelnemer=2").content)
    assert [str(one["SUMMARY"]) for one in found.walk("VEVENT")] == ["Diner"]
    assert "geheim" not in client.get(CALENDAR).content.decode()


def test_what_is_not_there_is_not_found_and_what_is_asked_strangely_is_named(client: Client) -> None:
    before = everything()
    assert refusal(client.get(f"{CALENDAR}?deelnemer=9")) == (404, "participant.not-found")
    for place in (PROGRAMME, PEOPLE, CALENDAR):
        assert refusal(client.get(place.replace("X-1", "X-9"))) == (404, "activity.not-found")
        assert wrong(client.get(f"{place}?x=1")) == [("x", "interface.unknown-name")]
        assert client.post(place, b"{}", content_type="application/json").status_code == 405
    assert wrong(client.get(f"{PROGRAMME}?vorm=odt")) == [("vorm", "interface.unknown-word")]
    assert wrong(client.get(f"{CALENDAR}?deelnemer=een")) == [("deelnemer", "interface.wrong-value")]
    assert everything() == before

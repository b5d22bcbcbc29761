"""The page on which a colleague lets a calendar read, and takes one activity along."""

import re
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from icalendar import Calendar

from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, selectors
from openkader.register.feeds import open_feeds
from tests.integration import activity_house
from tests.integration.calendar_house import an_official, given_to
from tests.integration.test_web_confirming import long_ago
from tests.web_pages import MOST_QUERIES, PASSWORD, queries_of, text

pytestmark = pytest.mark.django_db
PLACE = "/account/agenda/"
OPEN, WITHDRAW = {"act": "open"}, {"act": "withdraw"}


@pytest.fixture(autouse=True)
def _a_quarter_of_an_hour(settings: Any) -> None:
    settings.OPENKADER_CONFIRM_MINUTES = 15
    cache.clear()


@pytest.fixture
def anna(db: None) -> Client:
    return signed_in("anna", team="economie")


def signed_in(name: str, role: AccountRole = AccountRole.ADVISER, team: str = "") -> Client:
    an_official(name, role, team)
    client = Client()
    client.post("/aanmelden/", {"username": name, "password": PASSWORD})
    return client


def address_on(page: str) -> str:
    (found,) = re.findall(r'<code class="secret">http://testserver(/agenda/okc_[^<]+)</code>', page)
    return str(found)


def test_an_address_is_shown_once_is_read_without_a_session_and_is_withdrawn(anna: Client) -> None:
    address = address_on(text(anna.post(PLACE, OPEN)))
    page = text(anna.get(PLACE))
    assert address not in page
    assert "Laatst gelezen: nog niet." in page
    assert Client().get(address)["Content-Type"] == "text/calendar; charset=utf-8"
    assert "nog niet." not in text(anna.get(PLACE))
    page = text(anna.post(PLACE, WITHDRAW, follow=True))
    assert "leest geen agenda meer" in page
    assert Client().get(address).status_code == 404


def test_the_own_work_and_that_of_the_team_have_an_address_each(anna: Client) -> None:
    own, team = (address_on(text(anna.post(PLACE, OPEN | {"team": team}))) for team in ("", "economie"))
    assert own != team
    assert [row.of.team for row in open_feeds("anna")] == ["", "economie"]
    assert "Uw eigen werk" in text(anna.get(PLACE))


def test_who_left_a_team_still_withdraws_its_address(anna: Client) -> None:
    text(anna.post(PLACE, OPEN | {"team": "economie"}))
    models.TeamMember.objects.all().delete()
    assert "team economie" in text(anna.get(PLACE))
    anna.post(PLACE, WITHDRAW | {"team": "economie"})
    assert open_feeds("anna") == []


def test_a_second_click_makes_no_second_address(anna: Client) -> None:
    text(anna.post(PLACE, OPEN))
    page = text(anna.post(PLACE, OPEN), 409)
    assert "al open" in page
    assert 'class="secret"' not in page
    assert len(open_feeds("anna")) == 1


def test_who_was_recognised_long_ago_shows_again_who_they_are(anna: Client) -> None:
    long_ago(anna)
    assert anna.post(PLACE, OPEN).headers["Location"].startswith("/account/bevestigen/")
    assert open_feeds("anna") == []


def test_without_a_second_step_that_is_asked_for_no_address_is_made(anna: Client, settings: Any) -> None:
    settings.OPENKADER_TWO_STEPS = True
    assert anna.post(PLACE, OPEN).status_code == 403
    assert open_feeds("anna") == []


def test_the_team_of_another_and_what_is_no_act_are_refused(anna: Client) -> None:
    assert "alleen wie in dat team werkt" in text(anna.post(PLACE, OPEN | {"team": "kennis"}), 409)
    assert anna.post(PLACE, {"act": "steal"}).status_code == 404
    assert anna.post(PLACE, WITHDRAW).status_code == 404


def test_who_reads_no_cases_reads_why_there_is_no_button(db: None) -> None:
    client = signed_in("beheer", AccountRole.ADMINISTRATOR)
    assert re.search(r"<button[^>]*disabled[^>]*>Adres maken", text(client.get(PLACE)))
    assert "zaken" in text(client.post(PLACE, OPEN), 409)


def test_the_page_asks_few_times(anna: Client) -> None:
    text(anna.post(PLACE, OPEN))
    assert queries_of(PLACE, anna) <= MOST_QUERIES


def test_an_activity_is_taken_along_by_hand_with_all_its_words(anna: Client, assessor: Assessor) -> None:
    activity = activity_house.planned(assessor, place="Shenzhen")
    given_to("anna", confidentiality=Confidentiality.CONFIDENTIAL)
    path = f"/activiteiten/{activity}/agenda.ics"
    assert path in text(anna.get(f"/activiteiten/{activity}/"))
    answer = anna.get(path)
    (event,) = Calendar.from_ical(answer.content).walk("VEVENT")
    assert (str(event["summary"]), str(event["location"])) == (
        "V-1-A1 · inkomende delegatie · Bezoek",
        "Shenzhen",
    )
    assert event["url"] == f"http://testserver/activiteiten/{activity}/"
    assert selectors.events(limit=1)[0].action == "dossier.read"


def test_an_activity_of_another_or_without_a_known_day_is_not_handed_out(
    anna: Client, assessor: Assessor
) -> None:
    activity = activity_house.planned(assessor)
    models.Activity.objects.update(precision="month")
    path = f"/activiteiten/{activity}/agenda.ics"
    assert path not in text(anna.get(f"/activiteiten/{activity}/"))
    assert anna.get(path).status_code == 404
    models.Activity.objects.update(precision="day")
    given_to(None, confidentiality=Confidentiality.SECRET)
    assert anna.get(path).status_code == 404

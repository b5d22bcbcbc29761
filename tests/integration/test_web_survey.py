"""The survey in the browser of a participant: by a link without an account, answered once."""

from datetime import datetime
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from openkader.register import models, services
from openkader.register.survey_forms import survey_form
from tests.integration.register_house import everything
from tests.integration.survey_house import DAY, HAND, NOW, SURVEY, TOKEN, an_address, held_and_asked
from tests.web_pages import MOST_QUERIES, page, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PATH = f"/ervaring/{TOKEN}/"
CLOSED = "Deze link werkt niet meer"
SAID = {"outcome": ["talk", "contract"], "words": "Wij hebben <b>veel</b> geleerd.", "quote": "unnamed"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """A participant that was asked, and the moment at which the page is read."""
    cache.clear()
    at = [NOW]
    monkeypatch.setattr("openkader.web.views.survey.timezone.now", lambda: at[0])
    held_and_asked()
    return at


def post(said: dict[str, Any], client: Client | None = None, **more: Any) -> Any:
    return (client or Client()).post(PATH, said, **more)


def test_the_page_asks_in_both_languages_and_says_whose_questions_they_are() -> None:
    dutch, english = page(PATH), page(PATH, "en")
    assert "Dit zijn onze eigen vragen" in dutch
    assert "our own questions" in english
    for one in survey_form().questions:
        assert one.text.nl in dutch
        assert one.text.en in english


def test_how_long_answers_are_kept_is_said_to_be_unknown() -> None:
    assert "is nog niet vastgelegd" in page(PATH)
    assert "has not been laid down" in page(PATH, "en")


def test_reading_changes_nothing_and_asks_little() -> None:
    before = everything()
    assert queries_of(PATH) <= MOST_QUERIES
    assert everything() == before


def test_answered_it_is_thanked_for_with_what_was_said_and_the_link_opens_nothing_more() -> None:
    client = Client()
    text = post(SAID, client, follow=True).content.decode()
    assert "Dank u voor uw antwoorden" in text
    assert "vervolggesprek" in text
    assert "&lt;b&gt;veel&lt;/b&gt;" in text
    stranger = Client().get(PATH)
    assert (stranger.status_code, CLOSED in stranger.content.decode()) == (404, True)
    row = models.SurveyAnswer.objects.get()
    assert (row.chosen, row.consent) == ({"outcome": ["talk", "contract"]}, "unnamed")


def test_sent_twice_the_second_reads_what_was_said_and_nothing_changes() -> None:
    client = Client()
    post(SAID, client)
    before = everything()
    answer = post({"outcome": ["nothing"]}, client)
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "Deze vragen zijn al beantwoord" in text
    assert "vervolggesprek" in text
    assert everything() == before


def test_another_browser_with_the_link_hears_that_it_was_answered_and_not_what() -> None:
    post(SAID)
    answer = post({"outcome": ["nothing"]}, Client())
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "vervolggesprek" not in text
    assert "geleerd" not in text


def test_who_chooses_nothing_about_publication_did_not_agree() -> None:
    post({"outcome": ["nothing"], "words": "Niets."})
    assert models.SurveyAnswer.objects.get().consent == "none"


@pytest.mark.parametrize(
    ("said", "target"),
    [
        ({"words": "Getypt."}, "#id_outcome_0"),
        ({"outcome": ["nothing", "talk"], "words": "Getypt."}, "#id_outcome_0"),
        ({"outcome": ["millions"], "words": "Getypt."}, "#id_outcome_0"),
        ({"outcome": ["talk"], "quote": "always", "words": "Getypt."}, "#id_quote_0"),
    ],
)
def test_what_lacks_is_said_with_a_way_to_it_and_what_was_typed_stays(
    said: dict[str, Any], target: str
) -> None:
    answer = post(said)
    text = answer.content.decode()
    assert answer.status_code == 422
    assert f'href="{target}"' in text
    assert "Getypt." in text
    assert not models.SurveyAnswer.objects.exists()


def test_words_without_end_are_refused() -> None:
    assert post({"outcome": ["talk"], "words": "x" * 2001}).status_code == 422


@pytest.mark.parametrize("token", ["x" * 32, "a", "e" * 31, "e" * 400, "__proto__"])
def test_a_guessed_link_gets_the_one_closed_page(token: str) -> None:
    answer = Client().get(f"/ervaring/{token}/")
    assert (answer.status_code, CLOSED in answer.content.decode()) == (404, True)
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


def test_a_link_of_a_question_that_was_taken_back_gets_the_same_page() -> None:
    services.take_back_survey(SURVEY, "Wil niet.", **HAND)
    assert (Client().get(PATH).status_code, post(SAID).status_code) == (404, 404)


def test_a_link_that_went_to_the_wrong_address_gets_the_same_page(clock: list[datetime]) -> None:
    services.readdress_survey(an_address(), by=HAND["by"], now=NOW + DAY)
    clock[0] = NOW + DAY
    assert Client().get(PATH).status_code == 404


def test_on_its_last_day_it_is_answered_and_the_day_after_no_more(clock: list[datetime]) -> None:
    clock[0] = NOW + 28 * DAY
    assert Client().get(PATH).status_code == 200
    clock[0] = NOW + 29 * DAY
    assert (Client().get(PATH).status_code, post(SAID).status_code) == (404, 404)


def test_who_was_overtaken_between_reading_and_sending_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = services.answer_survey

    def late(entry: Any, **named: Any) -> None:
        whole(entry, **named)
        whole(entry, **named)

    monkeypatch.setattr(services, "answer_survey", late)
    answer = post(SAID)
    assert (answer.status_code, models.SurveyAnswer.objects.count()) == (409, 1)


def test_who_guesses_too_often_waits_and_a_right_link_still_opens() -> None:
    statuses = [Client().get(f"/ervaring/{'y' * 30}{at}/").status_code for at in range(22)]
    assert statuses == [404] * 20 + [429] * 2
    assert Client().get(PATH).status_code == 200


def test_who_sends_without_end_waits_and_keeps_what_was_typed() -> None:
    statuses = [post({"words": "Getypt."}).status_code for _ in range(31)]
    assert statuses == [422] * 30 + [429]

"""The page of what came of an activity: each share with its denominator, names only with consent, and deeds by hand."""

import re
from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from openkader.casework.effect import Answered, Consent
from openkader.casework.mission import ParticipantRole, ParticipantStatus
from openkader.casework.vocabulary import ActivityStanding
from openkader.register import models, services
from openkader.register.survey_entries import SurveySaidEntry
from tests.integration.register_house import everything
from tests.integration.survey_house import (
    COMPANY,
    DAY,
    DOOR,
    NOW,
    an_answer,
    asked,
    key_of,
    took_part,
    was_held,
)
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PATH = "/activiteiten/X-1/ervaringen/"
TO: dict[str, Any] = {"recipient": "A. Fictief", "email": "a@voorbeeld.example", "language": "nl"}


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The moment at which the pages are read."""
    at = [NOW]
    for view in ("experiences", "survey"):
        monkeypatch.setattr(f"openkader.web.views.{view}.timezone.now", lambda: at[0])
    return at


def text_of(client: Client | None = None) -> str:
    answer = (client or colleague()).get(PATH)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def post(act: str, client: Client | None = None, **said: Any) -> Any:
    return (client or colleague()).post(PATH, {"act": act, **said}, follow=True)


def a_link(answer: Any) -> str:
    found = re.search(r"/ervaring/[\w-]+/", answer.content.decode())
    assert found is not None
    return found.group()


def two_answered() -> None:
    """Three people took part, and a group of eighteen; two answered."""
    was_held(group=18)
    for at, name in enumerate(("A. Fictief", "B. Fictief", "C. Fictief"), 1):
        took_part(name)
        asked(member=f"P{at}", recipient=name, link=None)
    said = [
        an_answer("talk", "contract", words="Woorden van een.", consent=Consent.NAMED),
        an_answer("nothing", words="Woorden van twee."),
    ]
    for at, one in enumerate(said, 1):
        services.answer_survey(SurveySaidEntry(survey=f"X-1-E{at}", said=one), by=DOOR, now=NOW)


def test_each_share_stands_beside_how_many_took_part() -> None:
    two_answered()
    text = text_of()
    assert "2 van 21 antwoordden" in text
    assert "Beantwoord door 2 van de 2 die antwoordden" in text
    assert "1 van 2" in text
    assert "Kan niet worden gevraagd: alleen als aantal bekend" in text


def test_a_wave_that_nobody_was_asked_in_is_unknown_and_no_nought() -> None:
    two_answered()
    text = text_of()
    assert "onbekend: niemand is gevraagd" in text
    assert "0 van 21" not in text


def test_names_stand_beside_words_only_where_somebody_agreed() -> None:
    two_answered()
    text = text_of()
    words = text[text.index("In eigen woorden") : text.index("Wie is gevraagd, en wie niet")]
    assert "A. Fictief" in words
    assert "B. Fictief" not in words
    assert "mag niet openbaar" in words


def test_nothing_of_it_is_for_the_public_or_for_who_reads_no_cases() -> None:
    two_answered()
    assert Client().get(PATH).status_code in (302, 403)
    assert colleague("root", "administrator").get(PATH).status_code in (302, 403, 404)


def test_the_page_asks_little_however_many_took_part() -> None:
    two_answered()
    few = queries_of(PATH, colleague())
    for at in range(20):
        took_part(f"{chr(68 + at)}. Fictief")
    assert queries_of(PATH, colleague()) == few <= MOST_QUERIES


def test_without_mail_the_link_is_shown_once_and_leads_to_the_questions() -> None:
    was_held(COMPANY)
    answer = post("ask", member=key_of(1), wave="month", **TO)
    link = a_link(answer)
    assert "u ziet hem alleen nu" in answer.content.decode()
    assert "Wat kwam ervan" in Client().get(link).content.decode()
    assert "/ervaring/" not in text_of()


def test_with_mail_it_goes_to_the_address(settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = "provincie@example.nl"
    was_held()
    took_part()
    post("ask", member="P1", wave="month", **TO)
    sent = models.OutgoingMail.objects.get()
    assert (sent.to, sent.purpose) == ("a@voorbeeld.example", "survey")
    assert a_link(post("remind", survey="X-1-E1"))
    assert models.OutgoingMail.objects.count() == 2


def test_reminded_twice_the_second_is_refused_and_says_why() -> None:
    was_held()
    took_part()
    asked()
    post("remind", survey="X-1-E1")
    answer = post("remind", survey="X-1-E1")
    assert answer.status_code == 409
    assert "al een keer herinnerd" in answer.content.decode()


def test_a_better_address_makes_a_new_link_and_shuts_the_old(clock: list[datetime]) -> None:
    was_held()
    took_part()
    old = a_link(post("ask", member="P1", wave="month", **TO))
    clock[0] = NOW + DAY
    new = a_link(post("readdress", survey="X-1-E1", recipient="B. Fictief", email=""))
    assert (Client().get(old).status_code, Client().get(new).status_code) == (404, 200)
    assert "B. Fictief" in text_of()


def test_it_is_taken_back_with_a_reason_and_what_was_typed_comes_back() -> None:
    was_held()
    took_part()
    asked()
    assert post("take_back", survey="X-1-E1", reason="").status_code == 422
    assert "Ingetrokken" in post("take_back", survey="X-1-E1", reason="Wil niet.").content.decode()
    again = post("take_back", survey="X-1-E1", reason="Nog eens.")
    assert again.status_code == 409


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"member": "P9", "wave": "month"}, 404),
        ({"member": "P1", "wave": "decade"}, 404),
        ({"member": "", "wave": ""}, 404),
        ({"member": "P1", "wave": "year"}, 409),
        ({"member": "P1", "wave": "month", "email": "kapot"}, 422),
        ({"member": "P1", "wave": "month", "recipient": ""}, 422),
    ],
)
def test_bad_questions_are_refused_and_change_nothing(said: dict[str, str], status: int) -> None:
    was_held()
    took_part()
    client = colleague()
    before = everything()
    assert post("ask", client, **{**TO, **said}).status_code == status
    assert everything() == before


def test_a_survey_of_another_activity_is_not_found_here() -> None:
    was_held()
    took_part()
    was_held(reference="X-2")
    took_part(activity="X-2")
    asked(activity="X-2")
    for act in ("remind", "take_back", "readdress"):
        assert post(act, survey="X-2-E1", reason="Want.", **TO).status_code == 404


def test_what_asks_for_attention_stands_in_front() -> None:
    was_held(COMPANY)
    took_part("A. Fictief")
    took_part("B. Fictief", status=ParticipantStatus.CONFIRMED)
    took_part("C. Fictief", role=ParticipantRole.OFFICE_HOLDER)
    text = text_of()
    assert "1 deelnemer met een adres is nog niet gevraagd (na 1 maand)" in text
    assert "Van 1 deelnemer is geen adres bekend (na 1 maand)" in text
    assert "Van 1 persoon op de lijst is niet vastgelegd of die meedeed" in text
    assert "Wordt niet gevraagd" in text


def test_before_it_was_held_and_with_nobody_there_the_page_says_so() -> None:
    was_held()
    assert "Er is niet vastgelegd wie meedeed" in text_of()
    models.Activity.objects.filter(reference="X-1").update(standing=ActivityStanding.PLANNED)
    assert "Deze activiteit is niet gehouden" in text_of()


def test_of_another_language_every_word_is_english() -> None:
    two_answered()
    client = colleague()
    client.cookies["django_language"] = "en"
    assert "2 of 21 answered" in text_of(client)


def test_who_only_reads_sees_why_the_buttons_do_nothing() -> None:
    was_held()
    took_part()
    client = colleague("lezer", "auditor")
    assert "disabled" in text_of(client)
    assert post("ask", client, member="P1", wave="month", **TO).status_code == 403


def test_an_answer_with_markup_is_shown_as_it_was_typed() -> None:
    was_held()
    took_part()
    asked(link=None)
    said = Answered(chosen={"outcome": ("talk",)}, words="<script>alert(1)</script>")
    services.answer_survey(SurveySaidEntry(survey="X-1-E1", said=said), by=DOOR, now=NOW)
    assert "<script>alert" not in text_of()


def test_the_part_is_named_on_the_page_of_its_activity() -> None:
    was_held()
    assert PATH in colleague().get("/activiteiten/X-1/").content.decode()

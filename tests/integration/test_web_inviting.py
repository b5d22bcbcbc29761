"""The page on which colleagues are invited by mail: it shows to whom and what, and lets only who may do it."""

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client

from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from tests.integration import activity_house, mission_house
from tests.integration.inviting_house import FROM, HAND, a_colleague
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
PATH = "/activiteiten/V-1-A1/uitnodigingen/"


@pytest.fixture(autouse=True)
def _mails(settings: Any) -> None:
    cache.clear()
    settings.OPENKADER_MAIL_FROM = FROM


@pytest.fixture
def adviser(assessor: Assessor) -> Client:
    """Somebody who plans a visit with one part, and has two colleagues of whom one has an address."""
    activity_house.planned(assessor, place="Shenzhen")
    mission_house.planned("V-1-A1", title="Rondleiding", day=activity_house.IN_JUNE.starts_on)
    a_colleague("bert")
    a_colleague("cleo")
    User.objects.filter(username="cleo").update(email="")
    return colleague("anna", AccountRole.ADVISER)


def invite(client: Client, *names: str, part: str = "0") -> Any:
    return client.post(PATH, {"act": "invite", "part": part, "colleagues": names}, follow=True)


def uninvite(client: Client, name: str = "bert") -> Any:
    return client.post(PATH, {"act": "uninvite", "part": "0", "name": name}, follow=True)


def test_it_shows_to_whom_and_word_for_word_what_goes_and_asks_little(adviser: Client) -> None:
    found = text(adviser.get(PATH))
    assert "bert · bert@example.nl" in found
    assert "cleo" not in found
    assert "<strong>Uitnodiging: V-1-A1 · inkomende delegatie</strong>" in found
    assert "Rondleiding · 3 juni 2030, 03:00 (Europe/Amsterdam)</summary>" in found
    assert "<strong>Uitnodiging: V-1-A1 · programmaonderdeel · inkomende delegatie</strong>" in found
    assert "Wanneer: 3-6-2030 t/m 5-6-2030" in found
    assert "Dit dossier is niet openbaar" in found
    invite(adviser, "bert")
    invite(adviser, "bert", part="1")
    assert queries_of(PATH, adviser) <= MOST_QUERIES
    models.Request.objects.update(confidentiality=Confidentiality.PUBLIC)
    assert "· Bezoek</strong>" in text(adviser.get(PATH))


def test_a_colleague_is_invited_once_and_taken_off_once(adviser: Client) -> None:
    assert "1 collega is uitgenodigd." in text(invite(adviser, "bert"))
    assert "waren al uitgenodigd" in text(invite(adviser, "bert"))
    assert models.OutgoingMail.objects.get().to == "bert@example.nl"
    assert "de mail wacht op verzending" in text(adviser.get(PATH))
    for _ in range(2):
        assert "niet meer uitgenodigd" in text(uninvite(adviser))
    assert "Nog niemand is uitgenodigd" in text(adviser.get(PATH))


def test_only_who_is_offered_can_be_chosen_and_something_has_to_be(adviser: Client) -> None:
    for names, part in ((("cleo",), "0"), (("niemand",), "0"), (("bert",), "7"), ((), "0")):
        assert invite(adviser, *names, part=part).status_code == 422
    assert uninvite(adviser, "niemand").status_code == 404
    assert not models.CalendarInvitation.objects.exists()


def test_who_may_not_see_the_case_is_refused_by_name(adviser: Client) -> None:
    a_colleague("dirk", role=AccountRole.EVALUATOR)
    models.Request.objects.update(
        confidentiality=Confidentiality.CONFIDENTIAL_HIGH, assignee=User.objects.get(username="anna")
    )
    found = text(invite(adviser, "dirk"), 409)
    assert "dirk mag dit dossier niet zien" in found
    assert colleague("bert").get(PATH).status_code == 404


def test_who_only_reads_sees_who_is_invited_without_addresses_and_changes_nothing(adviser: Client) -> None:
    invite(adviser, "bert")
    auditor = colleague("otto", AccountRole.AUDITOR)
    found = text(auditor.get(PATH))
    assert "<bdi>bert</bdi>" in found
    assert "bert@example.nl" not in found
    assert invite(auditor, "bert").status_code == 403
    assert uninvite(auditor).status_code == 403
    assert Client().get(PATH).status_code == 302


def test_where_no_mail_goes_out_or_it_is_called_off_the_button_says_why(
    adviser: Client, settings: Any
) -> None:
    settings.OPENKADER_MAIL_FROM = ""
    assert "Hier is geen mail ingesteld." in text(adviser.get(PATH))
    assert invite(adviser, "bert").status_code == 409
    settings.OPENKADER_MAIL_FROM = FROM
    invite(adviser, "bert")
    services.cancel_activity("V-1-A1", "Geen visum.", **HAND)
    assert text(adviser.get(PATH)).count("Dit kan alleen met wat nog gepland is.") == 2
    assert uninvite(adviser).status_code == 409

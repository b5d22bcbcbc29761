"""That a colleague read of a confidential case on a page where many cases stand, is in the trail of that case."""

import json
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from openkader.casework.period import Period
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import audit, models
from openkader.register.selectors.kader_replays import replay_found
from tests.integration import test_web_evaluation_text as evaluation
from tests.integration.investment_house import an_investment
from tests.integration.kader_house import begun
from tests.integration.mail_desk import asked_by_mail
from tests.integration.mail_house import question_name
from tests.integration.register_house import assessed, decided
from tests.integration.replay_house import asked, holding_back, worked
from tests.integration.secret_house import MARK, a_secret_activity
from tests.integration.talk_house import party, talk
from tests.integration.test_web_claims_handed_in import HEAD
from tests.integration.test_web_investments import NO, ask
from tests.integration.test_web_mail import came_in
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
YEAR = "/jaar/2024"
# Every page of a year that names its cases, with what the trail calls it.
PAGES = {
    f"{YEAR}/": "year",
    f"{YEAR}/rijen/soort/?kind=incoming_delegation": "year_rows",
    f"{YEAR}/dekking/": "coverage",
    f"{YEAR}/effect/": "effects",
    f"{YEAR}/evaluatie/activities/": "figure",
    f"{YEAR}/evaluatie/beweringen/": "claims",
    f"{YEAR}/evaluatie/als/docx/": "evaluation_file",
    f"{YEAR}/evaluatie/als/html/": "evaluation_file",
    f"{YEAR}/openbaar/": "public_account",
}


@pytest.fixture
def secret() -> str:
    """A confidential case with an activity of the year."""
    return a_secret_activity()


def readings() -> list[tuple[str, str, str]]:
    """Who read what of which case, as the trail has it; it holds."""
    assert audit.verify() is None
    rows = models.AuditEvent.objects.filter(action="dossier.read").order_by("id")
    return [(row.actor, row.dossier, json.loads(row.detail)["what"]) for row in rows]


def confidential(reference: str = "V-1") -> None:
    models.Request.objects.filter(reference=reference).update(confidentiality=Confidentiality.CONFIDENTIAL)


def decider() -> Client:
    """Somebody who looks into any case."""
    return colleague("ben", AccountRole.DECIDER)


@pytest.mark.parametrize(("path", "what"), PAGES.items())
def test_a_page_of_a_year_is_noted_once_for_each_confidential_case_on_it(
    secret: str, path: str, what: str
) -> None:
    assert decider().get(path).status_code == 200
    assert readings() == [("ben", secret, what)]


@pytest.mark.parametrize("path", PAGES)
def test_who_may_not_see_the_case_read_nothing_of_it(secret: str, path: str) -> None:
    for reader in (Client(), colleague("kees", AccountRole.ADVISER)):
        assert MARK not in reader.get(path, follow=True).content.decode("utf-8", "replace")
    assert readings() == []


def test_of_a_case_that_is_not_confidential_nothing_is_noted(secret: str) -> None:
    models.Request.objects.filter(reference=secret).update(confidentiality=Confidentiality.INTERNAL)
    for path in PAGES:
        decider().get(path)
    assert readings() == []


def test_the_frozen_rows_are_noted(secret: str) -> None:
    evaluation.adopt(evaluation.who_began())
    before = len(readings())
    page = decider().get(f"{YEAR}/evaluatie/vaststellen/rijen/activities/")
    assert MARK in page.content.decode()
    assert readings()[before:] == [("ben", secret, "frozen_figure")]


def test_claims_that_are_handed_in_are_noted_by_their_rows(secret: str) -> None:
    claim = "  - {reference: een, sentence: Er waren er veel., figure: activities, is: 3}\n"
    evaluator = colleague("eva", AccountRole.EVALUATOR, AccountRole.DECIDER)
    sent = {"file": SimpleUploadedFile("claims.yaml", (HEAD + claim).encode()), "text": ""}
    assert MARK in evaluator.post(f"{YEAR}/evaluatie/beweringen/", sent).content.decode()
    assert readings() == [("eva", secret, "claims")]


def test_an_activity_for_a_calendar_is_noted_as_its_case(secret: str) -> None:
    models.Activity.objects.filter(reference="X-GEHEIM").update(
        starts_on=date(2024, 5, 1), ends_on=date(2024, 5, 1), precision="day"
    )
    assert decider().get("/activiteiten/X-GEHEIM/agenda.ics").status_code == 200
    assert readings() == [("ben", secret, "activity_calendar")]


def test_the_dialogue_with_a_counterpart_is_noted(assessor: Assessor) -> None:
    decided(assessor)
    confidential()
    talk("G-1", party(), year=2024, period=Period.day(date(2024, 5, 2)), request="V-1")
    assert decider().get("/boodschappen/W-1/").status_code == 200
    assert readings() == [("ben", "V-1", "dialogue")]


def test_the_investments_of_a_year_are_noted(assessor: Assessor) -> None:
    an_investment()
    anna = colleague("anna")
    ask(anna)
    said = {**NO, "act": "answer", "advice": "V-1-ADV1", "said_on": "2024-03-01"}
    anna.post("/dossiers/V-1/investering/", said)
    confidential()
    page = decider().get(f"{YEAR}/investeringen/")
    assert "V-1" in page.content.decode()
    assert readings() == [("ben", "V-1", "investments")]


def test_the_mail_that_came_in_is_noted(assessor: Assessor, settings: Any, tmp_path: Any) -> None:
    settings.OPENKADER_DATA, settings.OPENKADER_MAIL_FROM = tmp_path, "kader@province.example"
    asked_by_mail(assessor)
    came_in(question_name())
    confidential()
    taker = colleague("anna", AccountRole.ADVISER, AccountRole.DECIDER)
    assert "V-1" in taker.get("/postvak/").content.decode()
    assert readings() == [("anna", "V-1", "mails")]


def test_the_cases_of_a_replay_are_noted(assessor: Assessor, settings: Any, tmp_path: Any) -> None:
    settings.OPENKADER_DATA = tmp_path
    assessed(assessor)
    asked(holding_back(begun()))
    worked()
    confidential()
    page = decider().get("/kader/studio/KC-1/naspelen/").content.decode()
    assert 'href="/dossiers/V-1/"' in page
    (number,) = {one["number"] for one in replay_found("KC-1-NS1")["differences"]}
    group = decider().get(f"/kader/studio/KC-1/naspelen/?groep={number}").content.decode()
    assert 'href="/dossiers/V-1/"' in group
    assert readings() == [("ben", "V-1", "kader_draft_replay")] * 2

"""The investment of a dossier in the browser: the partner states by a link; only who shares the dossier reads it."""

import re
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from openkader.casework.permissions import HOUSE
from openkader.casework.vocabulary import Kind
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from tests.integration.front_door_house import PLAIN
from tests.integration.investment_house import INVESTOR, an_investment, carried_out
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = pytest.mark.django_db
PAGE = "/dossiers/V-1/investering/"
NO = {
    "seen": "0",
    "verdict": "objection",
    "grounds": ["economic_security", "responsible_business"],
    "explanation": "Fictief.",
    "conditions": "",
    "valid_until": "2099-12-31",
    "number": "Z-7",
    "given_by": "A. Fictief",
}


@pytest.fixture
def adviser(assessor: Assessor, year_2024: None) -> Client:
    an_investment()
    return colleague("anna")


def ask(client: Client) -> str:
    """Ask the partner; the link that is shown once."""
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    said = {"act": "ask", "question": "Kunt u met dit bedrijf werken?", "recipient": "Fictief", "due_on": day}
    answer = client.post(PAGE, said, follow=True)
    found = re.search(r"/advies/[\w-]+/", answer.content.decode())
    assert found, answer.content.decode()[:4000]
    return found.group()


def read(client: Client, path: str = PAGE) -> str:
    return client.get(path).content.decode()


def test_the_partner_states_by_its_link_without_an_account(adviser: Client) -> None:
    link = ask(adviser)
    form = read(Client(), link)
    assert "Wij konden niet met dit bedrijf werken" in form
    assert "Economische veiligheid" in form
    assert "Shili" not in form
    assert Client().post(link, NO).status_code == 302
    text = read(adviser)
    assert "Kon er niet mee werken" in text
    assert "economische veiligheid, maatschappelijk verantwoord ondernemen" in text
    assert "door de partner zelf, via de link" in text
    assert 'value="Z-7"' in read(Client(), link)


def test_without_a_ground_the_partner_is_told_and_keeps_what_it_typed(adviser: Client) -> None:
    answer = Client().post(ask(adviser), {**NO, "grounds": []})
    assert answer.status_code == 409
    assert "Kies de grond" in answer.content.decode()
    assert "Fictief." in answer.content.decode()
    assert not models.Advice.objects.exists()


def test_a_ground_that_no_list_has_is_not_taken(adviser: Client) -> None:
    assert Client().post(ask(adviser), {**NO, "grounds": ["bedacht"]}).status_code == 422
    assert not models.InvestmentStatement.objects.exists()


def test_a_colleague_enters_what_the_partner_said_and_on_which_day(adviser: Client) -> None:
    ask(adviser)
    said = {**NO, "act": "answer", "advice": "V-1-ADV1", "said_on": "2024-03-01"}
    assert adviser.post(PAGE, said).status_code == 302
    statement = models.InvestmentStatement.objects.get()
    assert statement.said_on.isoformat() == "2024-03-01"
    assert "ingevoerd door anna" in read(adviser)
    page = read(adviser, "/jaar/2024/investeringen/")
    assert "V-1" in page


def test_a_statement_of_tomorrow_is_refused_and_nothing_is_lost(adviser: Client) -> None:
    ask(adviser)
    day = (timezone.localdate() + timedelta(days=2)).isoformat()
    answer = adviser.post(PAGE, {**NO, "act": "answer", "advice": "V-1-ADV1", "said_on": day})
    assert answer.status_code == 409
    assert "toekomst" in answer.content.decode()
    assert "Fictief." in answer.content.decode()


def test_the_case_is_noted_with_an_investor_of_the_dossier(adviser: Client) -> None:
    assert adviser.post(PAGE, {"act": "case", "number": "Z-7", "investor": INVESTOR}).status_code == 302
    text = read(adviser)
    assert "Fictief Shili Cold Chain" in text
    assert adviser.post(PAGE, {"act": "case", "number": "", "investor": ""}).status_code == 409
    assert adviser.post(PAGE, {"act": "case", "number": "", "investor": "P-OTHER"}).status_code == 422


def test_a_question_of_another_dossier_is_not_found(adviser: Client) -> None:
    ask(adviser)
    an_investment_elsewhere = {**NO, "act": "answer", "advice": "V-9-ADV1", "said_on": "2024-03-01"}
    assert adviser.post(PAGE, an_investment_elsewhere).status_code == 404


def test_an_adviser_who_does_not_share_the_dossier_finds_no_investment(adviser: Client) -> None:
    stranger = colleague("stranger", "adviser")
    adviser.post(PAGE, {"act": "case", "number": "Z-7", "investor": INVESTOR})
    assert stranger.get(PAGE).status_code == 404
    assert stranger.post(PAGE, {"act": "case", "number": "Z-8"}).status_code == 404
    assert Client().get(PAGE).status_code == 302


def test_another_sort_of_request_has_no_such_page(assessor: Assessor, year_2024: None) -> None:
    from tests.integration.register_house import a_request

    a_request("V-1")
    assert colleague("anna").get(PAGE).status_code == 404


def test_the_newest_statement_closes_the_measure_of_the_activity(assessor: Assessor, year_2024: None) -> None:
    carried_out(assessor)
    (measure,) = models.Measure.objects.filter(code="E4.statement")
    client = colleague("anna")
    said: dict[str, Any] = {"act": "close", "measure": measure.reference}
    assert client.post(PAGE, said).status_code == 302
    measure.refresh_from_db()
    assert measure.status == "done"
    assert [one.record for one in measure.evidence.all()] == ["V-1-ADV1-V1"]
    assert client.post(PAGE, said).status_code == 409
    assert client.post(PAGE, {"act": "close", "measure": "NOPE"}).status_code == 404


def test_without_an_activity_the_page_says_what_is_so(adviser: Client) -> None:
    assert "geen maatregel om te sluiten" in read(adviser)


def test_the_year_2024_is_reported_and_not_proved_and_the_case_of_2022_lies_outside_it(
    year_2024: None,
) -> None:
    text = read(colleague("anna"), "/jaar/2024/investeringen/")
    inside, outside = text.split('id="outside"')
    assert "met alle Chinese bedrijven die zij op het oog had kunnen" in inside
    assert "2022" not in inside.split("</header>")[1]
    assert "specifieke casus" in outside
    assert "economische veiligheid, maatschappelijk verantwoord ondernemen" in outside
    found = selectors.investments_of(2024, reader=HOUSE)
    assert [one.number for one in found.reported] == [None]
    assert selectors.investments_of(2022, reader=HOUSE).reported == found.outside


def test_the_page_asks_as_often_of_many_statements_as_of_one(adviser: Client) -> None:
    Client().post(ask(adviser), NO)
    first = queries_of(PAGE, adviser)
    for _ in range(3):
        Client().post(ask(adviser), NO)
    assert queries_of(PAGE, adviser) == first <= 24  # beside those of the dossier, which names the kader
    assert queries_of("/jaar/2024/investeringen/", adviser) <= MOST_QUERIES


def test_support_of_an_investment_comes_in_as_a_business_secret_of_who_took_it_in(year_2024: None) -> None:
    colleague("anna")
    now = timezone.now()
    plain = replace(PLAIN, kind=Kind.INVESTMENT_SUPPORT)
    reference = services.receive_request(plain, by="anna", now=now)
    assert colleague("anna").get(f"/dossiers/{reference}/investering/").status_code == 200
    stranger = colleague("stranger", "adviser")
    assert stranger.get(f"/dossiers/{reference}/").status_code == 404
    for path in ("/dossiers/", "/partijen/", "/partijen/?q=Kas+Voorbeeld", "/werk/"):
        assert "Kas Voorbeeld (fictief)" not in read(stranger, path), path
    assert "Kas Voorbeeld (fictief)" in read(colleague("anna"), "/partijen/?q=Kas+Voorbeeld")

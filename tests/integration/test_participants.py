"""Parties that a requester names in words of their own are registered by a person, who chooses who they are."""

from typing import Any

import pytest
from django.test import Client

from openkader.base.errors import NotFound
from openkader.base.text import Text
from openkader.casework.vocabulary import AccountRole, Confidentiality, PartyKind, Role
from openkader.register import models, services
from openkader.register.entries import ParticipantEntry, PartyEntry
from openkader.register.intake_entries import SaidEntry
from openkader.register.kaders import assessor_of
from tests.integration.advice_house import a_question
from tests.integration.front_door_house import TOKEN, received
from tests.integration.register_house import HAND, NOW, refused, with_role

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
CASE = "FX-2030-00001"
PAGE = f"/dossiers/{CASE}/partijen/"
TYPED = "Shangdong Verzonnen Seeds\n- <b>Tuin & Zoon</b>\n\nnog niet bekend"


@pytest.fixture(autouse=True)
def case() -> str:
    """A request of which the requester typed who takes part."""
    said = SaidEntry("foreign_parties", Text(nl="Welke organisaties?", en="Which organisations?"), TYPED)
    return received(said=(said,))


def added(**said: Any) -> str:
    entry = ParticipantEntry(**{"request": CASE, "role": Role.COUNTERPART, **said})
    return services.add_participant(entry, **HAND)


def a_party(reference: str, name: str) -> str:
    entry = PartyEntry(reference=reference, kind=PartyKind.COMPANY, name=name, country="CN")
    return services.record_party(entry, **HAND)


def adviser(name: str = "anna", role: AccountRole = AccountRole.ADVISER) -> Client:
    with_role(name, role)
    client = Client()
    client.force_login(models.HeldRole.objects.filter(account__username=name)[0].account)
    return client


def test_what_was_typed_stands_line_by_line_and_is_registered_by_nobody_yet() -> None:
    text = adviser().get(PAGE).content.decode()
    assert "Shangdong Verzonnen Seeds" in text
    assert "&lt;b&gt;Tuin &amp; Zoon&lt;/b&gt;" in text
    assert "?q=Shangdong+Verzonnen+Seeds&amp;rol=counterpart#alike" in text
    assert list(models.Party.objects.filter(name__contains="Verzonnen Seeds")) == []
    assert PAGE in adviser().get(f"/dossiers/{CASE}/").content.decode()


def test_a_like_party_is_offered_in_another_spelling_and_never_chosen_by_itself() -> None:
    a_party("P-1", "Shandong Verzonnen Seeds")
    text = adviser().get(f"{PAGE}?q=Shangdong+Verzonnen+Seeds&rol=counterpart").content.decode()
    assert "Shandong Verzonnen Seeds" in text
    assert "Dit is de partij" in text
    assert models.Participation.objects.filter(request__reference=CASE, party__reference="P-1").count() == 0


def test_a_known_party_and_a_new_one_are_registered_each_once() -> None:
    a_party("P-1", "Shandong Verzonnen Seeds")
    client = adviser()
    for _ in range(2):  # a second click
        assert client.post(PAGE, {"party": "P-1", "name": "x", "role": "counterpart"}).status_code == 302
        new = {"name": "Tuin & Zoon", "kind": "company", "role": "counterpart"}
        assert client.post(PAGE, new).status_code == 302
    rows = models.Participation.objects.filter(request__reference=CASE, role="counterpart")
    assert sorted(rows.values_list("party__name", flat=True)) == ["Shandong Verzonnen Seeds", "Tuin & Zoon"]
    assert "Tuin &amp; Zoon" in client.get(PAGE).content.decode()
    names = models.Party.objects.filter(name="Tuin & Zoon").values_list("kind", "reference")
    assert list(names) == [("company", f"{CASE}-P2")]


def test_a_namesake_is_a_party_of_its_own() -> None:
    a_party("P-1", "Tuin & Zoon")
    added(name="Tuin & Zoon")
    assert models.Party.objects.filter(name="Tuin & Zoon").count() == 2


@pytest.mark.parametrize(
    "said",
    [
        {"name": "", "role": "counterpart"},
        {"name": "x" * 301, "role": "counterpart"},
        {"name": "Fictief", "role": "emperor"},
        {"name": "Fictief", "role": ""},
        {"name": "Fictief", "role": "counterpart", "kind": "planet"},
        {"name": "Fictief", "role": "counterpart", "party": "x" * 81},
    ],
)
def test_a_form_that_says_too_little_or_too_much_registers_nobody(said: dict[str, str]) -> None:
    before = models.Party.objects.count()
    answer = adviser().post(PAGE, said)
    assert answer.status_code in (409, 422)
    assert models.Party.objects.count() == before


def test_another_case_another_party_and_another_role_are_refused() -> None:
    assert adviser().post(PAGE, {"party": "P-9' OR 1=1", "role": "counterpart"}).status_code == 404
    evaluator = adviser("eva", AccountRole.EVALUATOR)
    assert "disabled" in evaluator.get(PAGE).content.decode()
    assert evaluator.post(PAGE, {"name": "Fictief", "role": "counterpart"}).status_code == 403
    assert Client().get(PAGE).status_code == 302
    with pytest.raises(NotFound):
        added(request="V-9", name="Fictief")


def test_a_hidden_party_is_not_offered_and_cannot_be_named() -> None:
    secret = received(key="k" * 64, link=None, requester="Shangdong Verzonnen Seeds")
    models.Request.objects.filter(reference=secret).update(confidentiality=Confidentiality.SECRET)
    client = adviser()
    text = client.get(f"{PAGE}?q=Shangdong+Verzonnen+Seeds").content.decode()
    assert f"{secret}-P1" not in text
    assert client.post(PAGE, {"party": f"{secret}-P1", "role": "counterpart"}).status_code == 404


def test_a_request_that_was_taken_over_gets_no_party() -> None:
    entry = {"request": "V-2024-02", "name": "Fictief"}
    refused("case.taken-over", lambda: added(**entry))


# --- what a requester sees ------------------------------------------------------------------


def test_a_requester_is_told_that_others_are_asked_and_not_who() -> None:
    assessor = assessor_of("zuid-holland/2024-01-01")
    link = f"/verzoek/status/{TOKEN}/"
    before = Client().get(link).content.decode()
    question = a_question(CASE, desk="nctv", question="Is dit een risico?", recipient="Loket Geheim")
    services.ask_advice(question, assessor=assessor, **HAND)
    text = Client().get(link).content.decode()
    assert "Wij leggen uw verzoek voor aan anderen." in text
    assert "Wij leggen uw verzoek voor aan anderen." not in before
    for hidden in ("NCTV", "Loket Geheim", "risico"):
        assert hidden not in text
    services.withdraw_advice_request(f"{CASE}-ADV1", "Niet nodig.", by=HAND["by"], now=NOW)
    assert "Wij leggen uw verzoek voor aan anderen." not in Client().get(link).content.decode()

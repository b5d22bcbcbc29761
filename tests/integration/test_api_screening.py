"""A program reads the screening of a case and asks for a new one; whether a hit is our party, a person judges."""

import json
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from openkader.casework.screening import Verdict
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality, Role
from openkader.register import models, selectors, services
from openkader.register.entries import ParticipantEntry
from tests.integration.program_house import LIST, PROBLEM, a_program, told
from tests.integration.register_house import HAND, NOW, everything
from tests.integration.screening_house import (
    LI,
    NEAR_WANG,
    WANG,
    Lists,
    a_delegation,
    a_hit,
    reviewed,
    the_hit,
    work,
)

pytestmark = pytest.mark.django_db
READ, SCREEN = TokenScope.READ, TokenScope.SCREEN
PLACE = f"{LIST}/V-1/screening"
HITS = f"{PLACE}/treffers"
WANG_IS = "V-1-L1-2"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def ask(client: Client, *parties: str) -> Any:
    return client.post(PLACE, json.dumps({"relaties": parties}), content_type="application/json")


def judge(client: Client, body: str = "{}") -> Any:
    return client.post(HITS, body, content_type="application/json")


def code_of(response: Any) -> tuple[int, str]:
    assert response["Content-Type"] == PROBLEM
    return response.status_code, told(response)["code"]


# --- reading ---------------------------------------------------------------------------------


def test_each_party_says_where_its_screening_stands() -> None:
    a_delegation()
    client = a_program(READ)
    before = told(client.get(PLACE))
    assert (before["aantalPartijen"], before["aantalGescreend"], before["isBezig"]) == (3, 0, True)
    # Of who was not compared nobody can say that there is nothing.
    assert (before["aantalBevestigd"], before["aantalBevestigdTenHoogste"]) == (0, 3)
    work(NEAR_WANG)
    found = told(client.get(PLACE))
    assert (found["aantalGescreend"], found["aantalBevestigdTenHoogste"], found["isBezig"]) == (3, 1, False)
    standing = {one["relatie"]: one["stand"] for one in found["partijen"]}
    assert standing[WANG_IS] == "te_beoordelen"
    assert set(standing.values()) == {"te_beoordelen", "niets_gevonden"}


def test_a_hit_says_its_score_why_it_is_there_and_what_people_said() -> None:
    a_delegation()
    work(NEAR_WANG)
    reviewed(the_hit(), ("anna", Verdict.TRUE))
    (found,) = told(a_program(READ).get(HITS))["treffers"]
    assert (found["score"], found["nabijheid"], found["stand"]) == (0.91, "nakijken", "tweede_persoon")
    assert (found["relatie"], found["gevraagdeNaam"], found["vermeldeNaam"]) == (
        WANG_IS,
        "王虚构",
        "WANG Verzonnen",
    )
    assert "wang verzonnen" in found["wegVanDeNamen"][0]["nl"]
    assert "sterk voor" in found["bewijs"][0]["nl"]
    assert "fictional" in found["volgensLijst"][0]["nl"]
    (said,) = found["beoordelingen"]
    assert (said["oordeel"], said["reden"], said["gegevenDoor"]) == (
        "dezelfde",
        "Fictieve reden.",
        "anna",
    )


def test_many_hits_are_paged_and_cost_as_few_questions_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.screenings.PER_PAGE", 2)
    a_delegation(WANG, LI)
    names = [(WANG.name, a_hit(entity=f"fic-{number}")) for number in range(3)]
    work(Lists(*names, (LI.name, a_hit(entity="fic-9", asked=LI.name))))
    client = a_program(READ)
    with CaptureQueriesContext(connection) as two:
        page = told(client.get(HITS))
    seen = [one["nummer"] for one in page["treffers"]]
    page = told(client.get(page["_links"]["volgende"]["href"]))
    seen += [one["nummer"] for one in page["treffers"]]
    assert (len(seen), len(set(seen)), "volgende" in page["_links"]) == (4, 4, False)
    monkeypatch.setattr("openkader.api.screenings.PER_PAGE", 50)
    with CaptureQueriesContext(connection) as all_of_them:
        client.get(HITS)
    assert len(all_of_them) == len(two)


# --- asking ----------------------------------------------------------------------------------


def test_a_new_screening_is_asked_once_however_often_it_is_sent() -> None:
    a_delegation()
    work()
    client = a_program(READ, SCREEN)
    response = ask(client, WANG_IS)
    found = told(response)
    assert (response.status_code, response["Location"]) == (202, f"http://testserver{PLACE}")
    assert (found["isBezig"], found["aantalGescreend"]) == (True, 2)
    (event,) = selectors.events(limit=1)
    assert (event.action, event.detail["parties"]) == ("screening.requested", [WANG_IS])
    assert (event.actor, event.detail["token"]) == ("colleague", "zaaksysteem")
    tasks = models.ScreeningTask.objects.count()
    assert ask(client, WANG_IS, WANG_IS).status_code == 202
    assert models.ScreeningTask.objects.count() == tasks
    work(NEAR_WANG)
    assert len(told(client.get(HITS))["treffers"]) == 1


def test_who_was_registered_with_the_case_is_screened_too_and_nobody_else() -> None:
    a_delegation(request="V-1")
    a_delegation(request="V-2")
    entry = ParticipantEntry(request="V-1", role=Role.COUNTERPART, name="Fictief Bedrijf")
    party = services.add_participant(entry, **HAND)
    client = a_program(READ, SCREEN)
    assert party in {one["relatie"] for one in told(ask(client, party))["partijen"]}
    before = everything()
    assert code_of(ask(client, WANG_IS, "V-2-L1-2")) == (404, "party.not-found")
    assert everything() == before


@pytest.mark.parametrize(
    ("sent", "place"),
    [("{}", "relaties"), ('{"relaties": []}', "relaties"), ('{"relaties": ["V-1"], "alle": true}', "alle")],
)
def test_a_wish_that_names_nobody_is_refused(sent: str, place: str) -> None:
    a_delegation()
    response = a_program(READ, SCREEN).post(PLACE, sent, content_type="application/json")
    assert (response.status_code, told(response)["ongeldigeWaarden"][0]["waarde"]) == (400, place)


# --- who may, and what a person does ---------------------------------------------------------


@pytest.mark.parametrize("body", ["{}", "onzin", '{"oordeel": "dezelfde"}'])
def test_no_program_judges_a_hit_and_hears_why(body: str) -> None:
    a_delegation()
    work(NEAR_WANG)
    client = a_program(*TokenScope, role=AccountRole.REVIEWER)
    before = everything()
    assert code_of(judge(client, body)) == (403, "interface.person-judges")
    assert everything() == before
    assert client.delete(HITS)["Allow"] == "GET"


def test_who_may_not_screen_or_see_the_case_hears_so() -> None:
    a_delegation()
    work(NEAR_WANG)
    before = everything()
    nobody = Client(headers={"authorization": "Bearer okt_x"})
    assert {one.status_code for one in (nobody.get(PLACE), nobody.get(HITS), judge(nobody))} == {401}
    assert everything() == before
    only_reads, only_screens = a_program(READ, name="leest"), a_program(SCREEN, name="vergelijkt")
    counts = a_program(*TokenScope, role=AccountRole.EVALUATOR, name="telt")
    before = everything()
    for response in (ask(only_reads, WANG_IS), ask(only_screens, WANG_IS), only_screens.get(HITS)):
        assert code_of(response) == (403, "token.out-of-scope")
    assert code_of(counts.get(PLACE)) == (403, "role.read-screening")
    assert everything() == before
    models.Request.objects.update(confidentiality=Confidentiality.SECRET)
    stranger = a_program(READ, SCREEN, name="vreemde")
    before = everything()
    assert {one.status_code for one in (stranger.get(PLACE), stranger.get(HITS), ask(stranger, WANG_IS))} == {
        404
    }
    assert everything() == before


def test_who_reads_the_hits_of_a_confidential_case_stands_in_the_trail() -> None:
    a_delegation()
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL)
    a_program(READ, role=AccountRole.AUDITOR).get(HITS)
    assert selectors.events(limit=1)[0].action == "dossier.read"

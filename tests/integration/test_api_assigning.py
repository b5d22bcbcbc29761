"""A program says who treats a case, and who has it after it was referred, as the pages do."""

import json
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.casework.work_list import Holder
from openkader.kader import Assessor
from openkader.register import models, selectors, services
from openkader.register.entries import AssignmentEntry
from tests.integration.program_house import LIST, PROBLEM, a_program, told
from tests.integration.register_house import HAND, NOW, a_request, everything, referring

pytestmark = pytest.mark.django_db
READ, WORK, ASSIGN = TokenScope.READ, TokenScope.WORK, TokenScope.ASSIGN
PLACE, OVER = f"{LIST}/V-1/toewijzing", f"{LIST}/V-1/overdracht"
MINE = {"behandelaar": "colleague", "team": "china"}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def assign(client: Client, mark: str | None = "", **changes: object) -> Any:
    """`mark` is what was seen; empty: what there is now."""
    seen = client.get(PLACE).headers.get("ETag", '"x"') if mark == "" else mark
    headers = {} if seen is None else {"if-match": seen}
    return client.put(PLACE, json.dumps(MINE | changes), content_type="application/json", headers=headers)


def confirm(client: Client, by: object = "B. Verzonnen") -> Any:
    return client.put(OVER, json.dumps({"bevestigdDoor": by}), content_type="application/json")


def code_of(response: Any) -> tuple[int, str]:
    assert response["Content-Type"] == PROBLEM
    return response.status_code, told(response)["code"]


def test_a_case_is_given_to_somebody_and_the_trail_names_the_token() -> None:
    a_request("V-1")
    client = a_program(ASSIGN)
    found = told(client.get(PLACE))
    assert (found["behandelaar"], found["team"]) == (None, None)
    assert (found["mogelijkeBehandelaars"], found["mogelijkeTeams"]) == (["colleague"], ["china"])
    response = assign(client)
    assert (response.status_code, told(response)) == (200, MINE)
    assert told(client.get(PLACE)) == found | MINE
    assert told(client.get(f"{LIST}/V-1"))["behandelaar"] == "colleague"
    (event,) = selectors.events(limit=1)
    assert (event.action, event.actor) == ("request.assigned", "colleague")
    assert (event.detail["after"], event.detail["token"]) == (["colleague", "china"], "zaaksysteem")


def test_sent_again_it_stays_so_and_whoever_saw_another_is_told() -> None:
    a_request("V-1")
    client = a_program(ASSIGN)
    seen = client.get(PLACE)["ETag"]
    assign(client, seen)
    before = everything()
    assert assign(client, seen).status_code == 200  # no answer came, and so it is sent once more
    assert everything() == before
    assert code_of(assign(client, seen, behandelaar=None)) == (412, "interface.overtaken")
    for holder in (None, "colleague"):
        assert code_of(assign(client, None, behandelaar=holder)) == (428, "interface.no-version")
    assert assign(client, behandelaar=None, team=None).status_code == 200
    assert told(client.get(PLACE))["team"] is None


def test_who_gave_it_away_between_looking_and_writing_is_not_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    a_request("V-1")
    entry = AssignmentEntry(request="V-1", to=Holder(team="china"), seen=Holder())
    monkeypatch.setattr(
        "openkader.api.assigning.require_newest", lambda *_: services.assign_request(entry, **HAND)
    )
    assert code_of(assign(a_program(ASSIGN))) == (412, "assigning.meanwhile")


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"behandelaar": "niemand-hier"}, "behandelaar", "interface.unknown-word"),
        ({"team": "elders"}, "team", "interface.unknown-word"),
        ({"behandelaar": "telt"}, "behandelaar", "interface.unknown-word"),
        ({"behandelaar": ""}, "behandelaar", "interface.wrong-value"),
        ({"sinds": "gisteren"}, "sinds", "interface.unknown-name"),
    ],
)
def test_a_case_goes_only_to_who_is_there_and_may_read_it(
    changes: dict[str, Any], place: str, code: str
) -> None:
    a_request("V-1")
    a_program(READ, role=AccountRole.ADMINISTRATOR, name="telt")
    response = assign(a_program(ASSIGN), **changes)
    (wrong,) = told(response)["ongeldigeWaarden"]
    assert (response.status_code, wrong["waarde"], wrong["code"]) == (400, place, code)
    assert not models.Request.objects.exclude(assignee=None, team=None).exists()


def test_who_may_not_assign_or_see_the_case_hears_so() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    for client, told_so in (
        (Client(headers={"authorization": "Bearer okt_x"}), (401, "token.unknown")),
        (a_program(READ, WORK, name="werkt"), (403, "token.out-of-scope")),
        (a_program(ASSIGN, role=AccountRole.REVIEWER, name="beoordeelt"), (403, "role.assign")),
        (a_program(ASSIGN, WORK, name="vreemde"), (404, "dossier.not-found")),
    ):
        before = everything()
        assert code_of(assign(client)) == told_so
        assert everything() == before


# --- handing over ----------------------------------------------------------------------------


@pytest.mark.usefixtures("year_2024")
def test_who_has_a_case_that_was_referred_is_confirmed_once(assessor: Assessor, tmp_path: Any) -> None:
    referring(assessor, tmp_path)
    client = a_program(WORK)
    found = told(client.get(OVER))
    assert (found["doorverwezenNaar"], found["bevestigdDoor"]) == ("Gemeente Fictief", None)
    response = confirm(client)
    assert (response.status_code, told(response)["bevestigdOp"]) == (201, "2030-05-01")
    assert told(client.get(OVER)) == told(response)
    (event,) = selectors.events(limit=1)
    assert (event.action, event.detail["token"]) == ("decision.handed-over", "zaaksysteem")
    before = everything()
    assert confirm(client).status_code == 200
    assert confirm(client, "Iemand anders").status_code == 409
    assert everything() == before
    models.Request.objects.filter(reference="V-1").update(confidentiality=Confidentiality.CONFIDENTIAL)
    models.Request.objects.filter(reference="V-1").update(team="china")
    models.TeamMember.objects.update_or_create(account__username="colleague", defaults={"team": "china"})
    assert client.get(OVER).status_code == 200
    (event,) = selectors.events(limit=1)
    assert (event.action, event.detail["token"]) == ("dossier.read", "zaaksysteem")


def test_a_case_that_was_not_referred_is_not_handed_over() -> None:
    a_request("V-1")
    client = a_program(WORK)
    assert code_of(confirm(client)) == (409, "decision.not-referred")
    assert code_of(client.get(OVER)) == (404, "decision.not-found")
    assert confirm(client, " ").status_code == 400


def test_who_may_not_hand_over_hears_so() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    assert code_of(confirm(a_program(READ, ASSIGN, name="leest"))) == (403, "token.out-of-scope")
    stranger = a_program(WORK)
    assert {confirm(stranger).status_code, stranger.get(OVER).status_code} == {404}

"""A program reads and changes who is invited to an activity, and reads the drafts of a kader."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from tests.integration import kader_house
from tests.integration.activity_house import ACTIVITY, held, planned
from tests.integration.inviting_house import FROM, a_colleague, invited
from tests.integration.kader_house import BASE, NEXT, WRITER, adopted, begun, saved, stricter
from tests.integration.mission_house import planned as slot
from tests.integration.program_doors import (
    what_may_not_be_seen_is_not_there,
    who_may_not_write_writes_nothing,
    who_sends_too_much_waits,
)
from tests.integration.program_house import a_program, told
from tests.integration.register_house import HAND, NOW, everything
from tests.integration.test_api_activities_written import done, refusal, send, wrong

pytestmark = pytest.mark.django_db
READ, WORK, HAND_IN = TokenScope.READ, TokenScope.WORK, TokenScope.HAND_IN
INVITED = f"/api/v1/activiteiten/{ACTIVITY}/uitnodigingen"
DRAFTS = "/api/v1/kaderconcepten"


@pytest.fixture(autouse=True)
def _house(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    settings.OPENKADER_DATA = tmp_path


@pytest.fixture
def visit(assessor: Assessor) -> None:
    planned(assessor)
    invited("anna")


def nobody_reads(path: str) -> None:
    for client in (
        a_program(HAND_IN, name="leaves"),
        a_program(READ, role=AccountRole.ADMINISTRATOR, name="beheer"),
    ):
        assert client.get(path).status_code == 403
    assert Client().get(path).status_code == 401


@pytest.mark.usefixtures("visit")
def test_who_is_invited_is_read_with_where_the_mail_stands() -> None:
    reader, worker = a_program(READ), a_program(WORK, name="other")
    found = told(reader.get(INVITED))
    (part,) = found["onderdelen"]
    assert (part["onderdeel"], part["titelGaatMee"]) == (0, False)  # the case is not public
    assert part["titel"]["nl"]
    (one,) = found["uitnodigingen"]
    assert (one["account"], one["mailWacht"], one["email"]) == ("anna", True, None)
    assert told(worker.get(INVITED))["uitnodigingen"][0]["email"] == "anna@example.nl"
    models.OutgoingMail.objects.update(to="", subject="", text="", finished_at=NOW)
    assert told(reader.get(INVITED))["uitnodigingen"][0]["mailWacht"] is False
    nobody_reads(INVITED)
    assert reader.get(f"{INVITED}?x=1").status_code == 400


# --- what a program does with invitations ----------------------------------------------------


def invite(client: Client, *names: str, part: object = 0) -> Any:
    return send(client, "POST", INVITED, {"onderdeel": part, "accounts": list(names)})


def take_off(client: Client, name: str, part: object = 0) -> Any:
    return send(client, "PUT", f"{INVITED}/terugname", {"onderdeel": part, "account": name})


def names(response: Any) -> list[tuple[int, str]]:
    return [(one["onderdeel"], one["account"]) for one in told(response)["uitnodigingen"]]


@pytest.fixture
def mails(settings: Any) -> None:
    """Mail goes out from here."""
    settings.OPENKADER_MAIL_FROM = FROM


@pytest.mark.usefixtures("visit", "mails")
def test_a_colleague_is_invited_once_and_taken_off_once() -> None:
    client = a_program(WORK)
    a_colleague("bert")
    response = invite(client, "bert", "anna", "bert")
    assert (response.status_code, names(response)) == (201, [(0, "anna"), (0, "bert")])
    assert told(response) == told(client.get(INVITED))
    again = invite(client, "bert")
    assert (again.status_code, told(again)) == (200, told(response))
    assert models.OutgoingMail.objects.count() == 2  # one of them went to anna before
    assert names(take_off(client, "bert")) == names(take_off(client, "bert")) == [(0, "anna")]
    assert names(invite(client, "bert")) == [(0, "anna"), (0, "bert")]
    mine = [one for one in done()[::-1] if one.startswith("calendar.")]
    assert mine == ["calendar.invited", "calendar.uninvited", "calendar.invited"]


@pytest.mark.usefixtures("visit", "mails")
def test_one_is_invited_to_a_part_of_the_programme_that_is_there() -> None:
    slot(ACTIVITY)
    client = a_program(WORK)
    assert names(invite(client, "anna", part=1)) == [(0, "anna"), (1, "anna")]
    for part in (2, -1, "1", None, True):
        assert invite(client, "anna", part=part).status_code == 400
        assert take_off(client, "anna", part=part).status_code == 400
    assert names(take_off(client, "anna", part=1)) == [(0, "anna")]


@pytest.mark.usefixtures("visit", "mails")
def test_who_is_no_colleague_with_an_address_is_not_invited_and_keeps_the_others_from_it() -> None:
    client = a_program(WORK)  # whose account has no address
    a_colleague("bert")
    a_colleague("beheer", role=AccountRole.ADMINISTRATOR)
    before = everything()
    response = invite(client, "bert", "niemand", "beheer", "colleague")
    assert wrong(response) == [(f"accounts.{place}", "interface.unknown-word") for place in (1, 2, 3)]
    assert wrong(take_off(client, "niemand")) == [("account", "interface.unknown-word")]
    assert invite(client).status_code == 400
    models.Request.objects.update(confidentiality=Confidentiality.CONFIDENTIAL, team="china")
    assert refusal(invite(client, "bert")) == (409, "invitation.may-not-see")
    assert everything() == before


@pytest.mark.usefixtures("visit")
def test_nobody_is_invited_where_no_mail_goes_or_nothing_is_to_come(
    settings: Any, assessor: Assessor
) -> None:
    client = a_program(WORK)
    assert refusal(invite(client, "anna")) == (409, "invitation.no-mail")
    settings.OPENKADER_MAIL_FROM = FROM
    services.hold_activity(held(), assessor=assessor, **HAND)
    assert refusal(invite(client, "anna")) == (409, "activity.not-planned")
    assert refusal(take_off(client, "anna")) == (409, "activity.not-planned")


INVITE = {"invite": lambda client: invite(client, "anna")}
WRITES = INVITE | {"take_off": lambda client: take_off(client, "anna")}


@pytest.mark.usefixtures("visit", "mails")
def test_who_may_not_invite_invites_nobody() -> None:
    who_may_not_write_writes_nothing(WRITES, [INVITED])


@pytest.mark.usefixtures("visit", "mails")
def test_of_a_case_that_may_not_be_seen_nobody_is_invited_and_who_may_is_noted() -> None:
    what_may_not_be_seen_is_not_there(WRITES, [INVITED])


@pytest.mark.usefixtures("visit", "mails")
def test_a_program_that_invites_too_much_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    who_sends_too_much_waits(INVITE, monkeypatch)


@pytest.mark.usefixtures("year_2024")
def test_a_draft_is_read_with_its_texts_and_what_is_found_in_them() -> None:
    reference = stricter(begun())
    client = a_program(READ)
    (line,) = told(client.get(DRAFTS))["kaderconcepten"]
    assert (line["nummer"], line["uitgegaanVan"], line["begonnenDoor"]) == (reference, BASE, "cli:writer")
    found = told(client.get(f"{DRAFTS}/{reference}"))
    assert {name: found[name] for name in line} == line
    tables = next(one for one in found["bestanden"] if one["bestand"] == "tables.yaml")
    assert tables["tekst"] == kader_house.text_of(reference)[0]
    assert (found["stappen"][0]["bestand"], found["stappen"][0]["stap"]) == ("tables.yaml", 2)
    assert (found["fouten"], found["vaststelling"], found["intrekking"]) == ([], None, None)
    assert isinstance(found["bevindingen"], list)
    nobody_reads(f"{DRAFTS}/{reference}")
    assert client.get(f"{DRAFTS}/NOPE").status_code == 404


@pytest.mark.usefixtures("year_2024")
def test_what_is_wrong_with_a_draft_is_said_with_its_line() -> None:
    reference = begun()
    saved(reference, kader_house.text_of(reference)[0] + "onzin: 1\n")
    found = told(a_program(READ).get(f"{DRAFTS}/{reference}"))
    (wrong,) = found["fouten"]
    assert wrong["plaats"].startswith("tables.yaml")
    assert wrong["code"]
    assert "onzin" in wrong["detail"]
    assert found["bevindingen"] is None


@pytest.mark.usefixtures("year_2024")
def test_how_a_draft_ended_is_told() -> None:
    done, stopped = stricter(begun()), begun(name="Anders")
    adopted(done)
    services.withdraw_kader_draft(stopped, "Te vroeg.", **WRITER)
    client = a_program(READ)
    (line,) = told(client.get(DRAFTS))["kaderconcepten"]
    assert (line["nummer"], line["intrekking"]["reden"]) == (stopped, "Te vroeg.")
    decision = told(client.get(f"{DRAFTS}/{done}"))["vaststelling"]
    assert decision["orgaan"] == "Gedeputeerde Staten"
    versions = told(client.get("/api/v1/kaders"))["kaders"]
    assert next(one["vaststelling"] for one in versions if one["kader"] == NEXT) == decision
    before = everything()
    response = client.post(DRAFTS, b"{}", content_type="application/json")
    assert (response.status_code, response["Allow"]) == (405, "GET")
    assert everything() == before

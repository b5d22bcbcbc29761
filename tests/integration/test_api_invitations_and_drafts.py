"""A program reads who is invited to an activity, and the drafts of a kader."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from tests.integration import kader_house
from tests.integration.activity_house import ACTIVITY, planned
from tests.integration.inviting_house import FROM, invited
from tests.integration.kader_house import BASE, NEXT, WRITER, adopted, begun, saved, stricter
from tests.integration.program_house import a_program, told
from tests.integration.register_house import NOW, everything

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


@pytest.mark.usefixtures("visit")
def test_of_a_case_that_may_not_be_seen_nobody_is_invited_and_who_may_is_noted(settings: Any) -> None:
    settings.OPENKADER_MAIL_FROM = FROM
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    stranger, before = a_program(READ, team="elders"), everything()
    for path in (INVITED, "/api/v1/activiteiten/NOPE/uitnodigingen"):
        assert stranger.get(path).status_code == 404
    assert everything() == before
    assert a_program(READ, role=AccountRole.AUDITOR, name="auditor").get(INVITED).status_code == 200
    assert models.AuditEvent.objects.filter(action="dossier.read").count() == 1


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

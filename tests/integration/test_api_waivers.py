"""A program reads which advice is not awaited and which measure is left undone; it proposes neither. All is made up."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HouseHand
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from tests.integration.activity_house import ACTIVITY, RISK_LIST, SCREENING, planned, waiving
from tests.integration.advice_house import HAND, NOW, TODAY, waived
from tests.integration.program_house import LIST, a_program, told
from tests.integration.register_house import assessed, everything
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
READ, WORK, HAND_IN = TokenScope.READ, TokenScope.WORK, TokenScope.HAND_IN
ADVICE = f"{LIST}/V-1/ontheffingen"
MEASURE = f"/api/v1/activiteiten/{ACTIVITY}/maatregelen/{SCREENING}/uitstel"
SECOND: dict[str, Any] = {"by": HouseHand("cli:manager"), "now": NOW}


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def waiver(assessor: Assessor) -> str:
    """The proposal not to wait for a desk, in a case that touches the risk list."""
    return waived(assessor, assessed(assessor, risk_areas=["robotics_autonomous"]))


def at_day(monkeypatch: pytest.MonkeyPatch, days: int) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW + timedelta(days=days))


def test_a_waiver_of_advice_is_read_with_who_asked_who_agreed_why_and_until_when(
    waiver: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = a_program(READ)
    (one,) = told(client.get(ADVICE))["ontheffingen"]
    assert (one["nummer"], one["loket"], one["reden"]) == (waiver, "nctv", "Het bezoek is morgen.")
    assert (one["voorgesteldDoor"], one["totEnMet"]) == ("cli:adviser", str(TODAY + timedelta(days=10)))
    assert (one["ingestemdDoor"], one["ingestemdOp"], one["geldt"], one["wachtOpTweede"]) == (
        *(None, None),
        *(False, True),
    )
    services.agree_to_waiver(waiver, **SECOND)
    (one,) = told(client.get(ADVICE))["ontheffingen"]
    assert (one["ingestemdDoor"], one["geldt"], one["wachtOpTweede"]) == ("cli:manager", True, False)
    assert one["ingestemdOp"].startswith("2030-05-01T12:00")
    shown = colleague().get("/dossiers/V-1/afstemming/").content.decode()
    assert one["reden"] in shown
    assert "cli:manager" in shown
    for days, holds in ((10, True), (11, False)):
        at_day(monkeypatch, days)
        assert told(client.get(ADVICE))["ontheffingen"][0]["geldt"] is holds


def test_what_nobody_agreed_to_in_time_waits_no_more(waiver: str, monkeypatch: pytest.MonkeyPatch) -> None:
    client = a_program(READ)
    at_day(monkeypatch, 11)
    (one,) = told(client.get(ADVICE))["ontheffingen"]
    assert (one["nummer"], one["geldt"], one["wachtOpTweede"]) == (waiver, False, False)


def test_a_measure_that_is_left_undone_says_why_and_until_when(assessor: Assessor) -> None:
    planned(assessor)
    waiver = services.waive_measure(waiving(), **HAND)
    client = a_program(READ)
    (one,) = told(client.get(MEASURE))["uitstel"]
    assert (one["nummer"], one["reden"], one["voorgesteldDoor"]) == (
        waiver,
        "Het bezoek is ingekort.",
        "cli:adviser",
    )
    assert (one["ingestemdDoor"], one["geldt"], one["wachtOpTweede"]) == (None, False, True)
    services.agree_to_measure_waiver(waiver, **SECOND)
    (one,) = told(client.get(MEASURE))["uitstel"]
    assert (one["ingestemdDoor"], one["geldt"], one["wachtOpTweede"]) == ("cli:manager", True, False)
    assert one["ingestemdOp"] == one["voorgesteldOp"]
    (inside,) = told(client.get(MEASURE.removesuffix("/uitstel")))["uitstel"]
    assert inside == {name: one[name] for name in inside}
    assert told(client.get(MEASURE.replace(SCREENING, RISK_LIST)))["uitstel"] == []


@pytest.mark.parametrize("body", ["{}", "onzin", '{"reden": "Geen tijd."}'])
def test_no_program_proposes_or_agrees_and_hears_why(assessor: Assessor, body: str) -> None:
    planned(assessor)
    services.waive_measure(waiving(), **HAND)
    for name, role in (("adviseur", AccountRole.ADVISER), ("beslisser", AccountRole.DECIDER)):
        client = a_program(*TokenScope, role=role, name=name)
        before = everything()
        for path in (ADVICE, MEASURE):
            response = client.post(path, body, content_type="application/json")
            assert (response.status_code, told(response)["code"]) == (403, "interface.person-waives")
            assert client.delete(path)["Allow"] == "GET"
        assert everything() == before


def test_who_may_not_read_cases_reads_none_and_what_is_not_there_is_not_found(assessor: Assessor) -> None:
    planned(assessor)
    clients = (
        a_program(HAND_IN, name="indiener"),
        a_program(READ, role=AccountRole.ADMINISTRATOR, name="beheer"),
    )
    reader = a_program(READ)
    for path in (ADVICE, MEASURE):
        assert [client.get(path).status_code for client in clients] == [403, 403]
        assert Client().get(path).status_code == 401
        assert reader.get(f"{path}?x=1").status_code == 400
    assert reader.get(MEASURE.replace(SCREENING, "NOPE")).status_code == 404
    assert reader.get(f"{LIST}/V-9/ontheffingen").status_code == 404


def test_of_a_case_that_may_not_be_seen_there_is_no_waiver_and_who_may_is_noted(assessor: Assessor) -> None:
    planned(assessor)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    stranger, before = a_program(WORK, team="elders"), everything()
    assert [stranger.get(path).status_code for path in (ADVICE, MEASURE)] == [404, 404]
    assert everything() == before
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    assert [auditor.get(path).status_code for path in (ADVICE, MEASURE)] == [200, 200]
    assert models.AuditEvent.objects.filter(action="dossier.read", dossier="V-1").count() == 2

"""What a program reads of investments, the network, initiatives and recommendations, as their pages show it."""

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client

from openkader.base.text import Text
from openkader.casework.initiatives import StepKind
from openkader.casework.investment import StatementSaid
from openkader.casework.period import Period
from openkader.casework.permissions import Act
from openkader.casework.recommendations import FollowUpStatus
from openkader.casework.tokens import TokenScope, acts_of
from openkader.casework.vocabulary import AccountRole, Confidentiality, Kind
from openkader.kader import Assessor
from openkader.register import selectors, services
from openkader.register.documents import DocumentEntry
from tests.integration import investment_house, network_house
from tests.integration.investment_house import TODAY, an_investment
from tests.integration.network_house import HAND, MEMBER, NOW, a_member, activity, begun, step
from tests.integration.outlook_house import LETTER, addressed, advised, followed
from tests.integration.program_house import a_program, told
from tests.integration.register_house import a_request
from tests.integration.test_web_permissions import the_case
from tests.unit.documents import PDF

pytestmark = pytest.mark.django_db
READ, WORK = TokenScope.READ, TokenScope.WORK
ROOT = "/api/v1"
AUDITOR = AccountRole.AUDITOR


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


def get(client: Client, path: str, status: int = 200) -> Any:
    response = client.get(f"{ROOT}/{path}")
    assert response.status_code == status, response.content
    return told(response)


def read_in_trail() -> list[str]:
    return [str(one.dossier) for one in selectors.events(limit=99) if one.action == "dossier.read"]


def numbers(client: Client, path: str) -> list[str]:
    rows = get(client, path)[path.partition("?")[0]]
    return [one["nummer"] for one in rows]


# --- investments -----------------------------------------------------------------------------


def test_an_investment_says_what_the_partner_stated_and_whether_it_holds(assessor: Assessor) -> None:
    an_investment(confidentiality=Confidentiality.CONFIDENTIAL)
    investment_house.noted(investor=investment_house.INVESTOR)
    said = StatementSaid(said_on=TODAY, valid_until=TODAY + 9 * investment_house.DAY, number="Z-7")
    investment_house.stated(investment_house.asked(assessor), said)
    client = a_program(READ, role=AUDITOR)
    (row,) = get(client, "investeringen?jaar=2030")["investeringen"]
    assert (row["nummer"], row["zaaknummer"], row["oordeel"]) == ("V-1", "Z-7", "geen_bezwaar")
    found = get(client, "investeringen/V-1")
    assert (found["zaak"]["zaaknummer"], found["zaak"]["investeerder"]) == ("Z-7", "P-INV")
    assert found["partijen"][0]["screening"] == "niet_gescreend"
    (statement,) = found["verklaringen"]
    assert (statement["oordeel"], statement["stand"], statement["isDoorPartner"]) == (
        "geen_bezwaar",
        "geldt",
        False,
    )
    assert found["gevraagdAanPartner"][0]["nummer"] == statement["advies"]
    assert (found["toontOordeel"], found["nuNietTeVragen"]) == (True, None)
    assert read_in_trail() == ["V-1"]


def test_an_investment_that_nobody_spoke_of_is_open(assessor: Assessor) -> None:
    an_investment()
    client = a_program(READ, role=AUDITOR)
    found = get(client, "investeringen/V-1")
    assert (found["zaak"], found["verklaringen"], found["toontOordeel"]) == (None, [], False)
    (row,) = get(client, "investeringen")["investeringen"]
    assert (row["zaaknummer"], row["oordeel"], row["gezegdOp"]) == (None, None, None)
    assert get(client, "investeringen?jaar=2031")["investeringen"] == []


def test_the_year_of_statements_keeps_apart_what_is_only_reported(
    year_2024: None, assessor: Assessor
) -> None:
    services.record_reported_statement(replace(investment_house.REPORTED, year=2024), **HAND)
    found = get(a_program(READ), "investeringen/jaren/2024")
    assert (found["jaar"], found["verklaringen"]) == (2024, [])
    assert any((one["nummer"], one["passage"]) == ("IV-1", "Fictief.") for one in found["gemeld"])
    for year in ("1999", "9" * 40):
        get(a_program(READ, name=f"other-{len(year)}"), f"investeringen/jaren/{year}", 404)


def test_who_does_not_share_its_secrets_finds_no_investment(assessor: Assessor) -> None:
    an_investment()
    other = a_program(READ, team="elders")
    assert get(other, "investeringen")["investeringen"] == []
    get(other, "investeringen/V-1", 404)
    assert read_in_trail() == []


def test_a_request_of_another_kind_is_no_investment_and_without_a_partner_there_is_none(
    assessor: Assessor, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_investment()
    a_request("V-2", kind=Kind.EVENT)
    client = a_program(READ, role=AUDITOR)
    get(client, "investeringen/V-2", 404)
    monkeypatch.setattr("openkader.api.investments.partner_here", lambda: None)
    get(client, "investeringen/V-1", 404)


# --- the network -----------------------------------------------------------------------------


def test_a_member_has_its_talks_and_contributions_and_no_contact_persons() -> None:
    a_member()
    activity()
    network_house.spoke(withheld=True)
    network_house.contributed()
    network_house.reached()
    client = a_program(READ, WORK)
    found = get(client, f"netwerkleden/{MEMBER}")
    (talk,), (given,) = found["gesprekken"], found["bijdragen"]
    assert (talk["doel"], talk["wijze"], talk["namenAfgeschermd"]) == ("exploration", "ontmoeting", True)
    assert (given["soort"], given["waaraan"], given["uitRegister"]) == ("activiteit", "NX-1", False)
    assert (found["kennis"], found["landen"], found["stand"]) == (["human_rights"], ["CN"], "actief")
    assert found["aantalContactpersonen"] == 1
    assert "Verzonnen" not in str(found)  # who asked not to be named, and the contact person
    (row,) = get(client, "netwerkleden")["netwerkleden"]
    assert {name: found[name] for name in row} == row


def test_the_network_is_chosen_by_what_somebody_knows() -> None:
    a_member()
    a_member("NP-2", "Bedacht Instituut")
    network_house.described("NW-2")
    client = a_program(READ)
    for query, expected in {
        "": ["NW-1", "NW-2"],
        "?kennis=law": ["NW-2"],
        "?land=CN": ["NW-1", "NW-2"],
        "?land=MA&kennis=law": ["NW-2"],
        "?relatie=NP-1": ["NW-1"],
        "?relatie=NOPE": [],
    }.items():
        assert numbers(client, f"netwerkleden{query}") == expected


def test_who_reads_a_member_of_a_confidential_case_stands_in_the_trail(assessor: Assessor) -> None:
    the_case(assessor, Confidentiality.CONFIDENTIAL)
    network_house.spoke()
    mine, other = a_program(READ, role=AUDITOR), a_program(READ, name="other", team="elders")
    get(mine, f"netwerkleden/{MEMBER}")
    get(mine, f"netwerkleden/{MEMBER}/gesprekken/G-2030-N1")
    assert read_in_trail() == ["V-1", "V-1"]
    assert numbers(other, "netwerkleden") == []
    for path in ("", "/gesprekken/G-2030-N1", "/bijdragen/NW-1-B1"):
        get(other, f"netwerkleden/{MEMBER}{path}", 404)
    assert len(read_in_trail()) == 2


def test_who_stopped_stays_to_be_read_with_the_reason() -> None:
    a_member()
    services.stop_member(MEMBER, "Opgeheven.", **HAND)
    found = get(a_program(READ), f"netwerkleden/{MEMBER}")
    assert (found["stand"], found["verloop"][0]["reden"]) == ("gestopt", "Opgeheven.")


# --- initiatives -----------------------------------------------------------------------------


def test_an_initiative_has_every_step_and_says_where_it_stands() -> None:
    activity()
    begun()
    step(StepKind.MATCHED, period=Period.year(2030))
    client = a_program(READ)
    found = get(client, "initiatieven/NX-1-I1")
    assert (found["stand"], found["activiteit"], found["verzoek"]) == ("gekoppeld", "NX-1", None)
    assert found["schakels"] == {"verzoek": "gedaan", "koppeling": "gedaan", "gevolg": "open"}
    first, second = found["stappen"]
    assert (first["soort"], first["vrager"]["relatie"], first["gekoppeldAan"]) == ("gevraagd", None, None)
    assert (second["gekoppeldAan"]["naam"]["nl"], second["periode"]["nauwkeurigheid"]) == (
        "een stichting",
        "jaar",
    )
    assert numbers(client, "initiatieven?bij=NX-1") == ["NX-1-I1"]
    assert numbers(client, "initiatieven?bij=NX-2") == []


def test_an_initiative_of_a_case_is_read_by_who_sees_the_case_and_that_stands_in_the_trail() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    begun(request="V-1", activity=None)
    mine, other = a_program(READ, role=AUDITOR), a_program(READ, name="other", team="elders")
    assert get(mine, "initiatieven/V-1-I1")["verzoek"] == "V-1"
    assert numbers(mine, "initiatieven?bij=V-1") == ["V-1-I1"]
    assert read_in_trail() == ["V-1", "V-1"]
    get(other, "initiatieven/V-1-I1", 404)
    assert numbers(other, "initiatieven?bij=V-1") == numbers(other, "initiatieven") == []
    assert len(read_in_trail()) == 2


# --- recommendations -------------------------------------------------------------------------


def test_a_recommendation_says_to_whom_and_what_came_of_it() -> None:
    advised()
    advised("A-2", 2029, text=Text(nl="Nog iets.", en="Something else."))
    addressed()
    followed()
    activity()
    followed(status=FollowUpStatus.PARTLY, seen=1, url=LETTER, record="NX-1", figure="activities")
    client = a_program(READ)
    found = get(client, "aanbevelingen/A-1")
    assert (found["status"], found["isTeLaat"], found["uiterlijk"]["nauwkeurigheid"]) == (
        "deels",
        True,
        "jaar",
    )
    assert [one["status"] for one in found["opvolging"]] == ["opgepakt", "deels"]
    assert (found["opvolging"][1]["blijktUit"], found["opvolging"][1]["adres"]) == ("NX-1", LETTER)
    assert found["adresseringen"][0]["aanWie"]["nl"] == "Bedachte Staten"
    assert numbers(client, "aanbevelingen") == ["A-1", "A-2"]
    assert numbers(client, "aanbevelingen?jaar=2029") == ["A-2"]
    assert numbers(client, "aanbevelingen?teLaat=true") == ["A-1"]
    assert get(client, "aanbevelingen/A-2")["status"] is None


def test_the_document_that_shows_it_is_handed_out() -> None:
    advised()
    followed(status=FollowUpStatus.DONE, has_file=True, file=DocumentEntry(name="brief.pdf", content=PDF))
    client = a_program(READ)
    assert get(client, "aanbevelingen/A-1")["opvolging"][0]["bestandsnaam"] == "brief.pdf"
    response = client.get(f"{ROOT}/aanbevelingen/A-1/opvolging/1/inhoud")
    assert (response.content, response["Content-Type"]) == (PDF, "application/pdf")
    assert 'attachment; filename="brief.pdf"' in response["Content-Disposition"]
    get(client, "aanbevelingen/A-1/opvolging/2/inhoud", 404)


def test_a_record_that_shows_it_is_named_to_who_may_see_it() -> None:
    a_request("V-1", confidentiality=Confidentiality.SECRET)
    advised()
    followed(status=FollowUpStatus.DONE, record="V-1")
    mine, other = a_program(READ, role=AUDITOR), a_program(READ, name="other", team="elders")
    shown = [get(client, "aanbevelingen/A-1")["opvolging"][0]["blijktUit"] for client in (mine, other)]
    assert shown == ["V-1", None]


def test_what_came_of_it_an_evaluator_says_and_no_program() -> None:
    advised()
    client = a_program(*TokenScope, role=AccountRole.EVALUATOR)
    for path in ("aanbevelingen", "aanbevelingen/A-1"):
        assert client.post(f"{ROOT}/{path}", "{}", content_type="application/json").status_code == 405
    assert Act.EVALUATE not in acts_of(list(TokenScope))

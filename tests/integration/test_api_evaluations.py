"""A program reads the evaluation of a year: its text, its figures, and the dossiers to which each number leads."""

import base64
from typing import Any

import pytest
from django.test import Client

from openkader.casework.permissions import HOUSE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.evaluation.account import account_of
from openkader.register import models, selectors
from openkader.register.chain import fingerprint
from tests.integration import test_web_evaluation_text as pages
from tests.integration.program_house import PROBLEM, a_program, told
from tests.integration.register_house import NOW, a_request, everything
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
LIST = "/api/v1/evaluaties"
HERE = f"{LIST}/2024"
ADDRESSES = (
    "",
    "/2024",
    "/2024/vaststelling",
    "/2024/hoofdstukken",
    "/2024/cijfers",
    "/2024/cijfers/activities",
)


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def writer() -> Client:
    return pages.who_began()


def chapters(client: Client) -> dict[str, Any]:
    return {one["hoofdstuk"]: one for one in told(client.get(f"{HERE}/hoofdstukken"))["hoofdstukken"]}


def pages_of(client: Client, figure: str) -> list[dict[str, Any]]:
    """All rows of a figure, page after page."""
    found, address = [], f"{HERE}/cijfers/{figure}"
    while address:
        page = told(client.get(address))
        found += page["regels"]
        address = page["_links"].get("volgende", {}).get("href")
    return found


def test_a_year_of_which_nobody_began_an_evaluation_has_figures_and_chapters_without_text() -> None:
    client = a_program(READ)
    (year,) = told(client.get(LIST))["evaluaties"]
    assert (year["jaar"], year["kader"], year["stand"]) == (2024, "zuid-holland/2024-01-01", None)
    found = told(client.get(HERE))
    assert {name: found[name] for name in year} == year
    assert (found["vaststelling"], found["errata"], found["talen"]) == (None, [], [])
    assert list(chapters(client)) == pages.selectors_chapters()
    assert not any(one["teksten"] for one in chapters(client).values())
    assert chapters(client)["own_line.E1"]["binnen"] == "own_line"
    response = client.get(f"{HERE}/vaststelling")
    assert (response.status_code, told(response)["code"]) == (404, "evaluation.not-found")


def test_what_is_written_is_read_as_it_was_written(writer: Client) -> None:
    pages.save(writer)
    writer.post(pages.LINE, {"act": "leave_empty", "seen": "0", "left_empty": "De tabel zegt het."})
    client = a_program(READ)
    assert told(client.get(LIST))["evaluaties"][0]["stand"] == "concept"
    found = told(client.get(HERE))
    assert (found["stand"], found["begonnenDoor"], found["talen"]) == ("concept", "eva", ["nl"])
    (text,) = chapters(client)["effort"]["teksten"]
    assert (text["tekst"], text["versie"], text["geschrevenDoor"]) == (pages.WORDS, 1, "eva")
    (empty,) = chapters(client)["own_line.E1"]["teksten"]
    assert (empty["tekst"], empty["leegOmdat"]) == ("", "De tabel zegt het.")


def test_what_was_adopted_stays_and_what_counts_otherwise_since_stands_beside_it(writer: Client) -> None:
    pages.adopt(writer)
    client = a_program(READ)
    found = told(client.get(HERE))
    adopted = found["vaststelling"]
    assert (found["stand"], adopted["vastgesteldDoor"]) == ("vastgesteld", "dirk")
    response = client.get(f"{HERE}/vaststelling")
    assert fingerprint(told(response)) == adopted["sha256"]
    assert response.content == colleague("iemand").get(pages.FROZEN).content
    (text,) = chapters(client)["effort"]["teksten"]
    assert (text["tekst"], text["versie"], text["geschrevenDoor"]) == (pages.WORDS, None, "dirk")
    pages.another_talk()
    now = told(client.get(f"{HERE}/cijfers/exploratory_talks"))
    assert (now["minstens"], now["bijVaststelling"]["minstens"]) == (11, 10)
    evaluator = colleague("ina", "evaluator")
    words = {"chapter": "effort nl", "said": "10 gesprekken", "must_say": "11 gesprekken", "why": "Telfout."}
    assert evaluator.post(pages.ADOPTION, {"act": "correct", **words}).status_code == 302
    again = {"act": "restate", "figure": "exploratory_talks", "reason": "Nagekomen."}
    assert evaluator.post(pages.ADOPTION, again).status_code == 302
    found = told(client.get(HERE))
    assert [(one["stondEr"], one["moetZijn"]) for one in found["errata"]] == [
        ("10 gesprekken", "11 gesprekken")
    ]
    (restated,) = found["herrekeningen"]
    assert (restated["cijfer"], restated["was"]["minstens"], restated["werd"]["minstens"]) == (
        "exploratory_talks",
        10,
        11,
    )


def test_every_number_is_that_of_the_page_and_leads_to_its_rows() -> None:
    client = a_program(READ)
    account = account_of(2024, reader=HOUSE)
    figures = told(client.get(f"{HERE}/cijfers"))["cijfers"]
    assert [(one["cijfer"], one["minstens"], one["hoogstens"]) for one in figures] == [
        (name, one.count.range.low, one.count.range.high) for name, one in account.figures.items()
    ]
    assert {one["stand"] for one in figures} >= {"bewezen", "niet_bewezen"}
    one = told(client.get(f"{HERE}/cijfers/activities"))
    listed = next(row for row in figures if row["cijfer"] == "activities")
    assert {name: one[name] for name in listed} == listed
    for name in ("activities", "participations"):
        rows = pages_of(client, name)
        assert sorted(row["regel"] for row in rows) == sorted(
            row.row.reference for row in account.figures[name].count.rows
        )
    led = {row["dossier"] for row in pages_of(client, "activities")}
    for reference in sorted(one for one in led if one)[:3]:
        assert client.get(f"/api/v1/activiteiten/{reference}").status_code == 200


def test_a_row_that_may_not_be_seen_counts_and_leads_nowhere(monkeypatch: pytest.MonkeyPatch) -> None:
    a_request("V-GEHEIM")
    case = models.Request.objects.get(reference="V-GEHEIM")
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    models.Activity.objects.filter(year=2024).update(request=case)
    stranger, auditor = (
        a_program(READ, team="elders"),
        a_program(READ, role=AccountRole.AUDITOR, name="auditor"),
    )
    hidden, shown = pages_of(stranger, "activities"), pages_of(auditor, "activities")
    assert len(hidden) == len(shown)
    assert {row["achtergehoudenOmdat"] for row in hidden} == {"vertrouwelijke_zaak"}
    assert {(row["dossier"], row["partij"]) for row in hidden} == {(None, None)}
    assert not {row["regel"] for row in hidden} & {row["regel"] for row in shown}
    assert all(row["dossier"] for row in shown)
    numbers = [told(one.get(f"{HERE}/cijfers"))["cijfers"] for one in (stranger, auditor)]
    assert numbers[0] == numbers[1]


def test_who_reads_no_cases_reads_none_of_it() -> None:
    clients = [
        (a_program(HAND_IN), "token.out-of-scope"),
        (a_program(READ, role=AccountRole.ADMINISTRATOR, name="other"), "role.read-cases"),
    ]
    for more in ADDRESSES:
        for client, code in clients:
            response = client.get(f"{LIST}{more}")
            assert (response.status_code, told(response)["code"]) == (403, code), more
        assert Client().get(f"{LIST}{more}").status_code == 401


@pytest.mark.parametrize(
    "more", ["/1999", "/99999999999999999999", "/2024/cijfers/NOPE", "/1999/hoofdstukken"]
)
def test_what_the_register_does_not_know_is_not_found(more: str) -> None:
    client = a_program(READ)
    assert client.get(f"{LIST}{more}").status_code == 404
    assert client.get(f"{HERE}/cijfers/activities?x=1").status_code == 400
    made_up = base64.urlsafe_b64encode(b"x~1").decode()
    assert client.get(f"{HERE}/cijfers/activities?cursor={made_up}").status_code == 400


def test_nobody_adopts_through_a_token(writer: Client) -> None:
    pages.whole(writer)
    client = a_program(*TokenScope, role=AccountRole.DECIDER)
    before = everything()
    response = client.post(f"{HERE}/vaststelling", b"{}", content_type="application/json")
    assert (response.status_code, response["Content-Type"]) == (403, PROBLEM)
    assert told(response)["code"] == "interface.person-adopts"
    assert everything() == before
    assert client.put(f"{HERE}/vaststelling", b"{}", content_type="application/json")["Allow"] == "GET"
    assert selectors.adopted_evaluation(2024) is None

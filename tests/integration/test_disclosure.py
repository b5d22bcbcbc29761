"""Whoever asks is given all that the register holds about them, in every table; all of it made up."""

import json
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from openkader.base.errors import NotFound
from openkader.casework.vocabulary import AccountRole
from openkader.cli.demo_missions import prepare_missions
from openkader.cli.demo_screening import prepare_screening
from openkader.cli.main import main
from openkader.register import audit, models
from openkader.register.selectors.disclosing import held_about
from tests.integration.screening_house import PREPARED as SCREENING
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db


def a_delegate() -> models.Party:
    prepare_screening("nl")
    return models.Delegate.objects.order_by("pk").select_related("party").first().party  # type: ignore[union-attr]


def test_a_person_is_found_in_every_table_that_leads_to_them() -> None:
    party = a_delegate()
    found = held_about(party=party.reference)
    assert found.parties == (party.reference,)
    assert {"Party", "Delegate"} <= found.tables.keys()
    assert {row["party"] for row in found.tables["Delegate"] if "party" in row} == {party.reference}
    assert "AuditEvent" not in found.tables
    assert "PartyWord" not in found.tables


def test_hits_and_what_was_said_of_them_are_in_it() -> None:
    SCREENING["review_hit"]()()
    hit = models.Hit.objects.get()
    found = held_about(party=hit.party.reference)
    assert len(found.tables["Hit"]) == 1
    assert found.tables["Review"][0]["verdict"]
    assert found.tables["Screening"]


def test_a_name_in_a_list_of_participants_is_found_without_any_party() -> None:
    prepare_missions("nl")
    person = models.Participant.objects.order_by("pk").first()
    assert person is not None
    found = held_about(name=person.name.upper())
    assert person.name in {row["name"] for row in found.tables["Participant"]}


def test_a_part_of_a_name_makes_nobody_else_known() -> None:
    party = a_delegate()
    assert held_about(name=str(party.name)[:2]).parties == ()
    assert held_about(name="x").rows == 0
    with pytest.raises(NotFound):
        held_about(party="NERGENS")


def test_the_command_writes_data_and_paper_and_the_trail_does_not_say_about_whom(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    party = a_delegate()
    assert main(["person", str(party.name), "--out", str(tmp_path)]) == 0
    (data,) = tmp_path.glob("INZAGE-*.json")
    told = json.loads(data.read_text("utf-8"))
    assert party.reference in told["parties"]
    assert data.with_suffix(".docx").read_bytes().startswith(b"PK")
    event = models.AuditEvent.objects.order_by("-sequence").first()
    assert event is not None
    assert (event.action, event.object_reference) == ("person.disclosed", told["reference"])
    assert str(party.name) not in event.detail
    assert audit.verify() is None


@pytest.mark.parametrize(
    "asked", [["person"], ["person", "Wang Verzonnen", "--party", "P-1"], ["person", " "]]
)
def test_one_of_a_name_and_a_reference_is_asked(asked: list[str]) -> None:
    assert main(asked) == 2


def test_the_page_hands_the_file_out_to_whoever_may() -> None:
    party = a_delegate()
    client = colleague("aukje", AccountRole.ARCHIVIST)
    assert client.get("/inzage/").status_code == 200
    answer = client.post("/inzage/", {"party": party.reference, "form": "json"})
    assert answer.headers["Content-Type"] == "application/json"
    assert party.reference in json.loads(answer.content)["parties"]
    answer = client.post("/inzage/", {"name": str(party.name), "form": "docx"})
    assert answer.content.startswith(b"PK")
    assert models.AuditEvent.objects.filter(action="person.disclosed", actor="aukje").count() == 2


@pytest.mark.parametrize(
    "typed",
    [
        {"form": "json"},
        {"name": "Wang Xugou", "party": "P-1", "form": "json"},
        {"name": "ab", "form": "json"},
        {"name": "Niemand Hier", "form": "json"},
        {"party": "NERGENS' OR 1=1", "form": "json"},
        {"party": "P\x00", "form": "json"},
        {"name": "x" * 300, "form": "json"},
        {"name": "Wang Xugou", "form": "exe"},
        {"name": "%%%", "form": "json"},
    ],
)
def test_what_finds_nobody_hands_nothing_out_and_is_not_noted(typed: dict[str, str]) -> None:
    answer = colleague("aukje", AccountRole.ARCHIVIST).post("/inzage/", typed)
    assert answer.status_code == 422
    assert not models.AuditEvent.objects.filter(action="person.disclosed").exists()


@pytest.mark.parametrize("role", [AccountRole.ADVISER, AccountRole.AUDITOR, AccountRole.ADMINISTRATOR])
def test_the_page_is_for_those_whose_task_it_is(role: AccountRole) -> None:
    client = colleague("iemand", role)
    assert client.get("/inzage/").status_code == 403
    assert client.post("/inzage/", {"name": "Wang Xugou", "form": "json"}).status_code == 403


def test_many_rows_about_somebody_ask_no_more_of_the_database(
    django_assert_max_num_queries: Callable[..., AbstractContextManager[CaptureQueriesContext]],
) -> None:
    party = a_delegate()
    row = models.Delegate.objects.get(party=party)
    with CaptureQueriesContext(connection) as one:
        held_about(party=party.reference)
    for number in range(30):
        row.pk, row.row = None, 900 + number
        row._state.adding = True
        row.save()
    with django_assert_max_num_queries(len(one)):
        assert len(held_about(party=party.reference).tables["Delegate"]) == 31

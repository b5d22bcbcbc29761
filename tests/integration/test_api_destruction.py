"""A program reads what is due, the destruction lists, and what the certificate of one says; people decide."""

from typing import Any

import pytest
from django.test import Client

from openkader.api import paging
from openkader.casework.permissions import HOUSE
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.destroying.dossiers import due_rows
from openkader.register.destruction_entries import ExemptionEntry
from openkader.register.retention import retention
from openkader.register.selectors.destruction import destruction_list
from tests.integration.destruction_house import ARCHIVIST, HAND, NOW, agreed, made_up_closed, nominated
from tests.integration.program_house import a_program, told
from tests.integration.register_house import everything
from tests.integration.test_api_activities_written import refusal, send, wrong
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
READ, WORK = TokenScope.READ, TokenScope.WORK
LISTS, DUE = "/api/v1/vernietigingslijsten", "/api/v1/vernietigbaar"
MAY = (AccountRole.ADVISER, AccountRole.DECIDER, AccountRole.AUDITOR, AccountRole.ARCHIVIST)


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def archivist() -> Client:
    return a_program(READ, role=AccountRole.ARCHIVIST, name="archief")


def rows_of(client: Client, path: str, name: str) -> list[dict[str, Any]]:
    """All rows, page after page."""
    found, address = [], path
    while address:
        page = told(client.get(address))
        found += page[name]
        address = page["_links"].get("volgende", {}).get("href")
    return found


def test_what_is_due_is_what_the_page_shows(
    assessor: Assessor, archivist: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paging, "PER_PAGE", 3)
    made_up_closed(assessor, 25)
    rows = due_rows(retention(), NOW.date(), reader=HOUSE)
    found = rows_of(archivist, DUE, "vernietigbaar")
    assert len(rows) > 3
    assert {(one["dossier"], one["kanWegOp"], one["grond"]) for one in found} == {
        (row.reference, row.due.on.isoformat() if row.due.on else None, row.due.code) for row in rows
    }
    assert len(found) == len(rows)
    assert told(archivist.get(DUE))["heeftTermijnen"]
    assert {"heel_dossier"} <= {one["wat"] for one in found}
    (first, *_) = [one for one in found if one["wat"] == "heel_dossier"]
    nominated(first["dossier"])
    assert first not in rows_of(archivist, DUE, "vernietigbaar")


def test_a_list_is_read_with_who_has_to_agree_and_what_went(assessor: Assessor, archivist: Client) -> None:
    first, second, *_ = made_up_closed(assessor)
    place = nominated(first, second)
    (line,) = told(archivist.get(LISTS))["vernietigingslijsten"]
    assert (line["nummer"], line["stand"], line["aantal"]) == (place, "wacht_op_akkoord", 2)
    assert line["wachtOpWie"] == ["archivaris", "proceseigenaar"]
    entry = ExemptionEntry(list=place, number=2, reason="Er loopt een bezwaar.")
    services.exempt_from_destruction(entry, **ARCHIVIST)
    agreed(place)
    found = told(archivist.get(f"{LISTS}/{place}"))
    assert (found["stand"], found["wachtOpWie"], found["verklaring"]) == ("akkoord", [], None)
    assert [one["als"] for one in found["akkoorden"]] == ["archivaris", "proceseigenaar"]
    assert [one["afgehaaldOmdat"] for one in found["regels"]] == [None, "Er loopt een bezwaar."]
    certificate_of_none = archivist.get(f"{LISTS}/{place}/verklaring/inhoud")
    assert refusal(certificate_of_none) == (409, "destruction.not-done")
    services.destroy_dossiers(place, **HAND)
    response = archivist.get(f"{LISTS}/{place}")
    found, house = told(response), destruction_list(place, reader=HOUSE)
    certificate, seal = found["verklaring"], house.seal
    assert seal is not None
    assert (found["stand"], certificate["spoorregel"], certificate["hash"]) == ("uitgevoerd", *seal)
    assert certificate["aantalRegels"] == house.items[0].went[0] > 0
    assert [one["vernietigdOp"] is not None for one in found["regels"]] == [True, False]
    assert archivist.get(f"{LISTS}/{place}", headers={"if-none-match": response["ETag"]}).status_code == 304


def test_the_certificate_is_the_file_of_the_page_and_leaves_no_more_in_the_trail(
    assessor: Assessor, archivist: Client
) -> None:
    place = agreed(nominated(made_up_closed(assessor, 10)[0]))
    services.destroy_dossiers(place, **HAND)
    reader = colleague("lezer", AccountRole.ARCHIVIST)
    before = everything()
    here = f"{LISTS}/{place}/verklaring/inhoud"
    for answer, language in (
        (archivist.get(here), "nl"),
        (archivist.get(f"{here}?taal=nl", headers={"accept-language": "en"}), "nl"),
        (archivist.get(here, headers={"accept-language": "en"}), "en"),
        (archivist.get(f"{here}?taal=en"), "en"),
    ):
        page = reader.get(f"/bewaren/{place}/verklaring/?taal={language}")
        for name in ("Content-Type", "Content-Disposition"):
            assert answer[name] == page[name]
        assert f"{place}-{language}.pdf" in answer["Content-Disposition"]
        assert answer.content == page.content
    assert archivist.get(f"{here}?taal=fr").status_code == 400
    assert archivist.get(f"{LISTS}/VL-1999-1/verklaring/inhoud").status_code == 404
    assert everything() == before


def test_a_list_that_was_withdrawn_says_why(assessor: Assessor, archivist: Client) -> None:
    place = nominated(made_up_closed(assessor, 10)[0])
    services.withdraw_destruction_list(place, "Fout.", **HAND)
    found = told(archivist.get(f"{LISTS}/{place}"))
    assert (found["stand"], found["intrekking"]["reden"]) == ("ingetrokken", "Fout.")
    assert archivist.get(f"{LISTS}/VL-1999-1").status_code == 404


def test_a_house_without_terms_says_so(archivist: Client, settings: Any, tmp_path: Any) -> None:
    settings.OPENKADER_PACKS = tmp_path
    found = told(archivist.get(DUE))
    assert (found["heeftTermijnen"], found["vernietigbaar"]) == (False, [])


@pytest.mark.parametrize("role", AccountRole)
def test_who_may_is_who_may_on_the_page(role: AccountRole) -> None:
    client = a_program(READ, role=role)
    for path in (DUE, LISTS):
        response = client.get(path)
        assert (
            response.status_code == 200 if role in MAY else refusal(response) == (403, "role.read-retention")
        )
    certificate = refusal(client.get(f"{LISTS}/VL-1999-1/verklaring/inhoud"))
    none = (404, "destruction-list.not-found")
    assert certificate == (none if role in MAY else (403, "role.read-retention"))


def test_a_token_for_something_else_reads_none_of_it_and_nobody_destroys_through_one(
    assessor: Assessor, archivist: Client
) -> None:
    worker = a_program(WORK)
    place = f"{LISTS}/{nominated(made_up_closed(assessor, 10)[0])}"
    before = everything()
    for path in (DUE, LISTS, place, f"{place}/verklaring/inhoud"):
        assert refusal(worker.get(path)) == (403, "token.out-of-scope")
        assert Client().get(path).status_code == 401
        for method in ("POST", "PUT", "PATCH", "DELETE"):
            assert send(archivist, method, path, {}).status_code == 405
        assert wrong(archivist.get(f"{path}?jaar=2030")) == [("jaar", "interface.unknown-name")]
    assert everything() == before

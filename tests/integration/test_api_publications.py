"""A program reads what is chosen of a publication, what is public and what is not; people publish."""

from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api import paging
from openkader.casework.publishing import Subject
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from tests.integration.activity_house import ACTIVITY, planned
from tests.integration.agreement_house import HAND, agreed
from tests.integration.program_house import PROBLEM, a_program, told
from tests.integration.publication_house import PAPER, PERSON, begun, drafted, public, revoked, started
from tests.integration.register_house import NOW, everything

pytestmark = pytest.mark.django_db
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
LIST = "/api/v1/publicaties"


@pytest.fixture(autouse=True)
def _house(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    settings.OPENKADER_DATA = tmp_path


def items(client: Client, reference: str) -> dict[str, Any]:
    return {one["sleutel"]: one for one in told(client.get(f"{LIST}/{reference}"))["onderdelen"]}


def test_what_is_chosen_is_read_with_the_ground_for_what_is_withheld(assessor: Assessor) -> None:
    reference = drafted(assessor)
    client = a_program(READ)
    (line,) = told(client.get(LIST))["publicaties"]
    assert (line["nummer"], line["soort"], line["stand"], line["wachtOpBeslisser"]) == (
        reference,
        "overeenkomst",
        "concept",
        True,
    )
    response = client.get(f"{LIST}/{reference}")
    found = told(response)
    assert {name: found[name] for name in line} == line
    assert (found["onderwerp"], found["categorie"], found["uitgaven"]) == ("OVK-2025-1", "011", [])
    chosen = items(client, reference)
    assert (chosen["country"]["waarde"], chosen["country"]["keuze"]) == ("CN", "openbaar")
    assert chosen["status"]["waarde"] == "ondertekend"
    assert chosen["status"]["keuze"] is None
    assert chosen["signed"]["waarde"] == {"van": "2025-05-12", "tot": "2025-05-12", "nauwkeurigheid": "dag"}
    until = chosen["until"]
    assert (until["keuze"], until["grond"]["code"]) == ("achtergehouden", "5.1.2.a")
    assert until["grond"]["href"].startswith("https://wetten.overheid.nl/")
    assert chosen["party:P-1"]["soort"] == "relatie"
    assert PERSON not in response.content.decode()


def test_what_is_public_and_what_was_revoked_is_told_with_the_reason(assessor: Assessor) -> None:
    reference = public(assessor)
    client = a_program(READ)
    found = told(client.get(f"{LIST}/{reference}"))
    (release,) = found["uitgaven"]
    assert (found["stand"], found["wachtOpBeslisser"]) == ("openbaar", False)
    assert (release["versie"], release["gepubliceerdDoor"], release["intrekking"]) == (1, "cli:decider", None)
    revoked(reference)
    found = told(client.get(f"{LIST}/{reference}"))
    assert found["stand"] == told(client.get(LIST))["publicaties"][0]["stand"] == "ingetrokken"
    assert found["uitgaven"][0]["intrekking"]["reden"] == "Er stond een naam in."


def test_what_was_only_begun_has_no_draft_and_an_activity_its_own_words(assessor: Assessor) -> None:
    planned(assessor)
    reference = started(ACTIVITY, Subject.ACTIVITY)
    client = a_program(READ)
    found = told(client.get(f"{LIST}/{reference}"))
    assert (found["titel"], found["samenvatting"], found["opgesteldDoor"]) == (ACTIVITY, None, None)
    chosen = items(client, reference)
    assert (chosen["standing"]["waarde"], chosen["kind"]["waarde"]) == ("gepland", "inkomende_delegatie")
    assert {one["keuze"] for one in chosen.values()} == {None}


def test_a_document_is_read_as_it_would_leave(assessor: Assessor) -> None:
    reference = begun(assessor)
    services.add_publication_file(reference, PAPER, **HAND)
    client = a_program(READ)
    value = items(client, reference)["file:1"]["waarde"]
    assert (value["nummer"], value["bestandsnaam"]) == (1, "Afspraak.txt")
    content = client.get(f"{LIST}/{reference}/documenten/1/inhoud")
    assert (content.content, content["Content-Disposition"]) == (
        PAPER.content,
        'attachment; filename="Afspraak.txt"',
    )
    for number in ("2", "99999999999999999999"):
        assert client.get(f"{LIST}/{reference}/documenten/{number}/inhoud").status_code == 404


def test_the_list_is_read_page_after_page(assessor: Assessor, monkeypatch: pytest.MonkeyPatch) -> None:
    every = {drafted(assessor), *(started(agreed(assessor, key=f"k-{one}")) for one in range(3))}
    monkeypatch.setattr(paging, "PER_PAGE", 3)
    client, found, address = a_program(READ), set[str](), LIST
    while address:
        page = told(client.get(address))
        found |= {one["nummer"] for one in page["publicaties"]}
        address = page["_links"].get("volgende", {}).get("href")
    assert found == every
    assert client.get(f"{LIST}?stand=concept").status_code == 400


def test_of_a_case_that_may_not_be_seen_nothing_is_there_and_who_may_is_noted(assessor: Assessor) -> None:
    planned(assessor)
    reference = started(ACTIVITY, Subject.ACTIVITY)
    services.add_publication_file(reference, PAPER, **HAND)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    stranger = a_program(READ, team="elders")
    ways = (f"{LIST}/{reference}", f"{LIST}/{reference}/documenten/1/inhoud")
    before = everything()
    assert told(stranger.get(LIST))["publicaties"] == []
    for way in (*ways, f"{LIST}/NOPE"):
        assert stranger.get(way).status_code == 404
    assert everything() == before
    reader = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    for number, way in enumerate(ways, 1):
        assert reader.get(way).status_code == 200
        assert models.AuditEvent.objects.filter(action="dossier.read").count() == number
    for client in (a_program(HAND_IN, name="third"), Client()):
        assert {client.get(way).status_code for way in (LIST, *ways)} <= {401, 403}


def test_nobody_publishes_through_a_token(assessor: Assessor) -> None:
    drafted(assessor)
    client = a_program(*TokenScope, role=AccountRole.DECIDER)
    before = everything()
    response = client.post(LIST, b"{}", content_type="application/json")
    assert (response.status_code, response["Content-Type"]) == (403, PROBLEM)
    assert told(response)["code"] == "interface.person-publishes"
    assert client.put(LIST, b"{}", content_type="application/json")["Allow"] == "GET"
    assert everything() == before

"""A program reads the documents that came with an advice or with an agreement, and adds one where the page may."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from openkader.api import pace
from openkader.casework.advice import AdviceVerdict
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.documents import DocumentEntry
from openkader.register.limits import Limit
from openkader.register.virus_scanner import Clamd
from tests.integration.activity_house import ACTIVITY, planned
from tests.integration.advice_house import DAY, answered, asked
from tests.integration.agreement_house import ALONE, agreed
from tests.integration.program_house import LIST, a_program, told
from tests.integration.register_house import HAND, NOW, assessed, everything
from tests.integration.test_api_activities_written import done, refusal, wrong
from tests.unit.documents import PDF, PROGRAM

pytestmark = pytest.mark.django_db
READ, WORK, ASK, GIVE = TokenScope.READ, TokenScope.WORK, TokenScope.ASK_ADVICE, TokenScope.GIVE_ADVICE
OTHER = PDF + b"\n% another\n"
AGREEMENT = f"/api/v1/overeenkomsten/{ALONE}"
NAMED = "attachment; filename*=UTF-8''akkoord%20%E5%BC%A0.pdf"
WHY = "?reden=Het%20stuk%20kwam%20later."


@pytest.fixture(autouse=True)
def _house(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> Iterator[None]:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    settings.OPENKADER_DATA = tmp_path
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def advice(assessor: Assessor) -> str:
    """Advice of the desk, with a document and a condition."""
    found = asked(assessor, assessed(assessor, risk_areas=["robotics_autonomous"]))
    answered(
        found,
        verdict=AdviceVerdict.CONDITIONS,
        conditions=("Geen laptops.",),
        documents=(DocumentEntry(name="brief.pdf", content=PDF),),
    )
    return f"{LIST}/V-1/adviezen/{found}"


@pytest.fixture
def agreement(assessor: Assessor) -> str:
    agreed(assessor, file=DocumentEntry(name="mou.pdf", content=PDF))
    return AGREEMENT


def add(client: Client, here: str, content: bytes = OTHER, mark: str | None = "", **more: str) -> Any:
    """`mark` is what was seen; empty: what there is now."""
    seen = client.get(here).headers.get("ETag", '"x"') if mark == "" else mark
    headers = {"content-disposition": more.get("named", NAMED)} | ({"if-match": seen} if seen else {})
    why = WHY if here == AGREEMENT else ""
    address = f"{here}/documenten{more.get('why', why)}"
    return client.post(address, content, content_type="application/pdf", headers=headers)


def test_the_documents_of_an_advice_are_read(advice: str) -> None:
    client = a_program(READ)
    (found,) = told(client.get(f"{advice}/documenten"))["documenten"]
    assert (found["bestandsnaam"], found["bytes"]) == ("brief.pdf", len(PDF))
    here = f"{advice}/documenten/{found['nummer']}"
    assert told(client.get(here)) == found
    content = client.get(f"{here}/inhoud")
    assert (content.content, content["Content-Type"]) == (PDF, "application/pdf")
    assert content["Content-Disposition"].startswith("attachment;")


def test_a_document_of_the_case_that_came_otherwise_is_not_one_of_the_advice(advice: str) -> None:
    reference = services.keep_document("V-1", DocumentEntry(name="x.pdf", content=OTHER), **HAND)
    client = a_program(READ)
    assert client.get(f"{LIST}/V-1/documenten/{reference}").status_code == 200
    for here in (f"documenten/{reference}", f"documenten/{reference}/inhoud"):
        assert refusal(client.get(f"{advice}/{here}")) == (404, "document.not-found")


def test_a_document_added_to_an_advice_is_the_same_answer_with_one_more(advice: str) -> None:
    client = a_program(GIVE, role=AccountRole.REVIEWER)
    first = client.get(advice)["ETag"]
    response = add(client, advice)
    found = told(response)
    assert (response.status_code, found["bestandsnaam"]) == (201, "akkoord 张.pdf")
    assert told(client.get(response["Location"])) == found
    assert client.get(f"{response['Location']}/inhoud").content == OTHER
    before, after = told(client.get(advice))["antwoorden"]
    assert [len(one["documenten"]) for one in (before, after)] == [1, 2]
    same = ("oordeel", "toelichting", "voorwaarden", "gegevenDoor")
    assert [after[name] for name in same] == [before[name] for name in same]
    assert done().count("advice.answered") == 1
    # The same again is the document that was there, whatever was seen; another rests on what is there now.
    there = everything()
    again = add(client, advice, mark=first)
    assert (again.status_code, told(again), again["Location"]) == (200, found, response["Location"])
    assert everything() == there
    assert refusal(add(client, advice, OTHER + b"%", first)) == (412, "interface.overtaken")


def test_without_an_answer_there_is_nothing_to_send_along_with(assessor: Assessor) -> None:
    found = asked(assessor, assessed(assessor, risk_areas=["robotics_autonomous"]))
    response = add(a_program(GIVE), f"{LIST}/V-1/adviezen/{found}")
    assert refusal(response) == (409, "advice.no-verdict")
    assert not models.Document.objects.exists()


def test_after_its_last_day_an_advice_is_added_to_no_more(
    advice: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW + 6 * DAY)
    assert refusal(add(a_program(GIVE), advice)) == (409, "advice.no-longer-corrected")


def test_the_documents_of_an_agreement_that_stands_alone_are_read(agreement: str) -> None:
    client = a_program(READ)
    (found,) = told(client.get(f"{agreement}/documenten"))["documenten"]
    assert (found["akte"], found["bestandsnaam"], found["bytes"]) == (1, "mou.pdf", len(PDF))
    assert told(client.get(f"{agreement}/documenten/1")) == found
    content = client.get(f"{agreement}/documenten/1/inhoud")
    assert (content.content, content["Content-Type"]) == (PDF, "application/pdf")
    for number in ("9", "99999999999999999999"):
        for here in (f"documenten/{number}", f"documenten/{number}/inhoud"):
            assert refusal(client.get(f"{agreement}/{here}")) == (404, "document.not-found")


def test_a_document_added_to_an_agreement_is_a_deed_that_says_why(agreement: str) -> None:
    client = a_program(WORK)
    first, known = client.get(agreement)["ETag"], told(client.get(agreement))
    response = add(client, agreement)
    found = told(response)
    assert (response.status_code, found["akte"], found["bestandsnaam"]) == (201, 2, "akkoord 张.pdf")
    assert told(client.get(response["Location"])) == found
    assert client.get(f"{response['Location']}/inhoud").content == OTHER
    now = told(client.get(agreement))
    newest, _ = now["akten"]
    assert (newest["soort"], newest["reden"]) == ("verbeterd", "Het stuk kwam later.")
    assert {**now, "akten": None} == {**known, "akten": None}
    assert done().count("agreement.corrected") == 1
    there = everything()
    again = add(client, agreement, mark=first)
    assert (again.status_code, told(again), again["Location"]) == (200, found, response["Location"])
    assert everything() == there
    assert refusal(add(client, agreement, OTHER + b"%", first)) == (412, "interface.overtaken")


def test_what_a_page_refuses_is_refused_and_nothing_is_kept(advice: str, agreement: str) -> None:
    client = a_program(WORK, GIVE)
    before = everything()
    for here in (advice, agreement):
        assert refusal(add(client, here, mark=None)) == (428, "interface.no-version")
        assert wrong(add(client, here, PROGRAM))[0][1] == "attachment.not-taken"
        assert wrong(add(client, here, named="")) == [("Content-Disposition", "interface.wrong-value")]
    assert wrong(add(client, agreement, why="")) == [("reden", "interface.missing")]
    assert wrong(add(client, agreement, why=f"{WHY}&x=1")) == [("x", "interface.unknown-name")]
    assert everything() == before


def test_the_virus_scanner_looks_at_these_too(
    advice: str, agreement: str, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = a_program(WORK, GIVE)
    settings.CLAMD = Clamd()
    monkeypatch.setattr(Clamd, "scan", lambda *_: "Eicar")
    for here in (advice, agreement):
        assert wrong(add(client, here)) == [("akkoord 张.pdf", "upload.infected")]


def test_who_may_not_write_writes_nothing(advice: str, agreement: str) -> None:
    reads, asks = a_program(READ), a_program(ASK, name="other")
    works = a_program(WORK, role=AccountRole.EVALUATOR, name="third")
    before = everything()
    for client in (reads, asks):
        assert refusal(add(client, advice)) == (403, "token.out-of-scope")
        assert refusal(add(client, agreement)) == (403, "token.out-of-scope")
    assert refusal(add(works, agreement)) == (403, "role.work")
    assert refusal(add(Client(), advice)) == (401, "token.unknown")
    assert everything() == before


@pytest.fixture
def of_a_case(assessor: Assessor) -> str:
    planned(assessor)
    file = DocumentEntry(name="mou.pdf", content=PDF)
    return f"/api/v1/overeenkomsten/{agreed(assessor, activity=ACTIVITY, file=file)}"


@pytest.mark.parametrize(("fixture", "why"), [("advice", ""), ("of_a_case", WHY)])
def test_of_a_case_that_may_not_be_seen_nothing_is_there_and_who_may_is_noted(
    fixture: str, why: str, request: pytest.FixtureRequest
) -> None:
    here: str = request.getfixturevalue(fixture)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    reader = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    (one,) = told(reader.get(f"{here}/documenten"))["documenten"]
    ways = ["documenten", *(f"documenten/{one.get('nummer', 1)}{more}" for more in ("", "/inhoud"))]
    stranger = a_program(WORK, GIVE, team="elders")
    before = everything()
    for way in ways:
        assert stranger.get(f"{here}/{way}").status_code == 404
    assert add(stranger, here, mark='"x"', why=why).status_code == 404
    assert everything() == before
    for number, way in enumerate(ways, 2):
        assert reader.get(f"{here}/{way}").status_code == 200
        assert models.AuditEvent.objects.filter(action="dossier.read").count() == number


def test_a_program_that_sends_too_much_waits(
    advice: str, agreement: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = a_program(WORK, GIVE)
    monkeypatch.setattr(pace, "_LEFT", Limit("few", most=0, minutes=1))
    for here in (advice, agreement):
        assert refusal(add(client, here)) == (429, "interface.too-many")

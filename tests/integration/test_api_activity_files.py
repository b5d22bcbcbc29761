"""A program takes along the files that stand at an activity and at a draft of the kader, as their pages give them."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.register import models, services
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.documents import DocumentEntry
from tests.integration import kader_house
from tests.integration.activity_house import planned
from tests.integration.program_house import a_program, told, with_token
from tests.integration.register_house import HAND, a_request, everything
from tests.integration.test_api_activities_written import MEASURE, PROOF, refusal, send
from tests.unit.documents import PDF
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
READ, WORK = TokenScope.READ, TokenScope.WORK
DRAFTS = "/api/v1/kaderconcepten"


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


def same(mine: Any, theirs: Any) -> None:
    assert (mine.status_code, theirs.status_code) == (200, 200)
    assert mine.content == theirs.content
    for header in ("Content-Type", "Content-Disposition"):
        assert mine[header] == theirs[header]


def proved(assessor: Assessor) -> tuple[str, int, int]:
    """An activity with a document as evidence, and a page alone."""
    activity = planned(assessor)
    services.keep_document("V-1", DocumentEntry(name="brief & bijlage.pdf", content=PDF), **HAND)
    client = a_program(WORK, name="werkt")
    place = f"{MEASURE}/bewijsstukken"
    file = told(send(client, "POST", place, {**PROOF, "adres": None, "document": "V-1-D1"}))
    page = told(send(client, "POST", place, PROOF))
    return activity, file["nummer"], page["nummer"]


def readings() -> int:
    return models.AuditEvent.objects.filter(action="dossier.read").count()


def test_evidence_is_the_file_of_the_page_and_a_page_alone_has_none(assessor: Assessor) -> None:
    activity, file, page = proved(assessor)
    client, browser = a_program(READ), colleague("anna", AccountRole.ADVISER)
    mine = client.get(f"{MEASURE}/bewijsstukken/{file}/inhoud")
    same(mine, browser.get(f"/activiteiten/{activity}/bewijs/{file}/"))
    assert mine.content == PDF
    for nothing in (page, 9999, 10**30):
        response = client.get(f"{MEASURE}/bewijsstukken/{nothing}/inhoud")
        assert refusal(response) == (404, "document.not-found"), nothing
    other = next(
        one["nummer"]
        for one in told(client.get(f"/api/v1/activiteiten/{activity}/maatregelen"))["maatregelen"]
        if not MEASURE.endswith(one["nummer"])
    )
    elsewhere = MEASURE.rpartition("/")[0] + f"/{other}/bewijsstukken/{file}/inhoud"
    assert refusal(client.get(elsewhere)) == (404, "document.not-found")


def test_an_activity_is_that_of_the_page_for_a_calendar(assessor: Assessor) -> None:
    activity = planned(assessor, place="Shenzhen")
    client, browser = a_program(READ), colleague("anna", AccountRole.ADVISER)
    place = f"/api/v1/activiteiten/{activity}/agenda"
    mine = client.get(place)
    same(mine, browser.get(f"/activiteiten/{activity}/agenda.ics"))
    assert b"Shenzhen" in mine.content
    english = client.get(place, headers={"accept-language": "en"})
    assert english.content != mine.content
    models.Activity.objects.update(precision="month")
    assert refusal(client.get(place)) == (404, "activity.not-found")


def test_of_a_confidential_case_it_is_noted_who_read_and_others_find_nothing(assessor: Assessor) -> None:
    activity, file, _page = proved(assessor)
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    places = (f"{MEASURE}/bewijsstukken/{file}/inhoud", f"/api/v1/activiteiten/{activity}/agenda")
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    stranger = a_program(READ, team="elders")
    for number, place in enumerate(places, readings() + 1):
        assert refusal(stranger.get(place)) == (404, "activity.not-found")
        assert auditor.get(place).status_code == 200
        assert readings() == number


@pytest.mark.usefixtures("year_2024")
def test_the_decision_by_which_a_kader_was_adopted_is_that_of_the_page() -> None:
    done, open_one = kader_house.stricter(kader_house.begun()), kader_house.begun(name="Anders")
    kader_house.adopted(done)
    client, browser = a_program(READ), colleague("anna", AccountRole.ADVISER)
    before = everything()
    mine = client.get(f"{DRAFTS}/{done}/vaststelling/inhoud")
    same(mine, browser.get(f"/kader/studio/{done}/besluit/"))
    for nothing in (open_one, "KC-99"):
        assert refusal(client.get(f"{DRAFTS}/{nothing}/vaststelling/inhoud")) == (
            404,
            "kader-draft.not-found",
        )
    assert everything() == before


def test_who_reads_no_cases_gets_no_file_and_hears_why(assessor: Assessor) -> None:
    activity, file, _page = proved(assessor)
    hands_in = with_token(TokenScope.HAND_IN, account="werkt", name="anders")
    other = a_program(READ, role=AccountRole.ADMINISTRATOR, name="other")
    for place in (
        f"{MEASURE}/bewijsstukken/{file}/inhoud",
        f"/api/v1/activiteiten/{activity}/agenda",
        f"{DRAFTS}/KC-1/vaststelling/inhoud",
    ):
        assert refusal(hands_in.get(place)) == (403, "token.out-of-scope")
        assert refusal(other.get(place)) == (403, "role.read-cases")
        assert Client().get(place).status_code == 401


def test_what_is_asked_beside_it_is_refused(assessor: Assessor) -> None:
    activity, file, _page = proved(assessor)
    client = a_program(READ)
    for place in (f"{MEASURE}/bewijsstukken/{file}/inhoud", f"/api/v1/activiteiten/{activity}/agenda"):
        assert refusal(client.get(f"{place}?x=1")) == (400, "interface.invalid")
    assert (
        client.post(
            f"/api/v1/activiteiten/{activity}/agenda", b"{}", content_type="application/json"
        ).status_code
        == 405
    )
    a_request("V-9")
    assert refusal(client.get("/api/v1/activiteiten/V-9/agenda")) == (404, "activity.not-found")

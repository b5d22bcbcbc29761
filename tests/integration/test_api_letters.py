"""A program reads the draft of the letter about a decision, as its page shows it and hands it out. All is made up."""

import io
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.publication.letters import MADE_UP
from openkader.register import models
from tests.integration.program_house import LIST, PROBLEM, a_program, told
from tests.integration.register_house import NOW, decided, everything
from tests.unit.letterheads import paper
from tests.web_pages import colleague, text

pytestmark = pytest.mark.django_db
READ, HAND_IN = TokenScope.READ, TokenScope.HAND_IN
HERE = f"{LIST}/V-1/besluiten/B-V-1/brief"
PAGE = "/dossiers/V-1/besluit/B-V-1/brief/"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def case(assessor: Assessor, year_2024: None) -> str:
    return decided(assessor)


def words_in(content: bytes) -> bytes:
    with ZipFile(io.BytesIO(content)) as archive:
        return archive.read("word/document.xml")


@pytest.mark.usefixtures("case")
@pytest.mark.parametrize(("chosen", "said"), [("nl", "Wij werken graag mee"), ("en", "We are pleased")])
def test_the_letter_says_what_the_page_says_in_either_language(chosen: str, said: str) -> None:
    client = a_program(READ)
    found = told(client.get(f"{HERE}?taal={chosen}"))
    assert (found["besluit"], found["taal"]) == ("B-V-1", chosen)
    shown = " ".join(text(colleague("lezer").get(f"{PAGE}?taal={chosen}")).split())
    for one in found["alineas"]:
        for words in (one["tekst"], *one["punten"]):
            assert " ".join(words.split()) in shown.replace("&#x27;", "'")
    assert any(said in one["tekst"] for one in found["alineas"])
    assert found["onderwerp"] in shown
    assert "B-V-1" in {one["waarde"] for one in found["gegevens"]}
    assert found["oefenzin"] is None


@pytest.mark.usefixtures("case")
def test_without_a_language_it_is_that_of_the_answer() -> None:
    client = a_program(READ)
    assert told(client.get(HERE))["taal"] == "nl"
    assert told(client.get(HERE, headers={"accept-language": "en"}))["taal"] == "en"


@pytest.mark.usefixtures("case")
def test_the_document_is_that_of_the_page_on_the_letterhead_of_the_organisation(
    settings: Any, tmp_path: Path
) -> None:
    packs = tmp_path / "packs"
    shutil.copytree(settings.OPENKADER_PACKS, packs)
    (packs / "zuid-holland" / "letterhead.docx").write_bytes(paper())
    settings.OPENKADER_PACKS = packs
    answer = a_program(READ).get(f"{HERE}/inhoud?taal=nl")
    page = colleague("lezer").get(f"{PAGE}?taal=nl&als=docx")
    assert answer["Content-Type"] == page["Content-Type"]
    assert answer["Content-Disposition"] == page["Content-Disposition"]
    assert words_in(answer.content) == words_in(page.content)
    with ZipFile(io.BytesIO(answer.content)) as mine, ZipFile(io.BytesIO(page.content)) as theirs:
        assert mine.namelist() == theirs.namelist()


@pytest.mark.usefixtures("case")
def test_of_a_request_that_was_made_up_it_says_so() -> None:
    source = models.RegisterSource.objects.first()
    assert source is not None
    models.RegisterSource.objects.filter(pk=source.pk).update(fictional=True)
    models.Request.objects.filter(reference="V-1").update(source=source)
    assert told(a_program(READ).get(HERE))["oefenzin"] == MADE_UP.nl
    assert MADE_UP.nl in text(colleague("lezer").get(PAGE))


@pytest.mark.usefixtures("case")
def test_what_is_no_decision_of_this_case_has_no_letter() -> None:
    client = a_program(READ)
    for path in (
        f"{LIST}/V-1/besluiten/B-9/brief",
        f"{LIST}/V-2/besluiten/B-V-1/brief",
        f"{LIST}/V-2024-02/besluiten/B-V-1/brief",
        *(
            f"{LIST}/{request}/besluiten/{reference}/brief"
            for request, reference in models.Decision.objects.filter(
                reconstructed=True, request__isnull=False
            ).values_list("request__reference", "reference")[:3]
        ),
    ):
        for place in (path, f"{path}/inhoud"):
            response = client.get(place)
            assert (response.status_code, response["Content-Type"]) == (404, PROBLEM), place
    for query in ("?taal=fr", "?x=1", "?taal=nl&taal=en"):
        assert client.get(HERE + query).status_code == 400


@pytest.mark.usefixtures("case")
def test_who_may_not_read_cases_reads_no_letter() -> None:
    for client in (
        a_program(HAND_IN, name="indiener"),
        a_program(READ, role=AccountRole.ADMINISTRATOR, name="beheer"),
    ):
        assert [client.get(path).status_code for path in (HERE, f"{HERE}/inhoud")] == [403, 403]
    assert Client().get(HERE).status_code == 401
    assert a_program(READ).post(HERE, b"{}", content_type="application/json").status_code == 405


@pytest.mark.usefixtures("case")
def test_of_a_case_that_may_not_be_seen_there_is_no_letter_and_who_may_is_noted() -> None:
    models.Request.objects.update(confidentiality=Confidentiality.SECRET, team="china")
    stranger, before = a_program(READ, team="elders"), everything()
    assert [stranger.get(path).status_code for path in (HERE, f"{HERE}/inhoud")] == [404, 404]
    assert everything() == before
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    assert [auditor.get(path).status_code for path in (HERE, f"{HERE}/inhoud")] == [200, 200]
    assert models.AuditEvent.objects.filter(action="dossier.read", dossier="V-1").count() == 2

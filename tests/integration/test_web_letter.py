"""The draft of a letter about a decision, for colleagues, in the browser and as a Word document."""

import io
import shutil
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from openkader.kader import Assessor
from tests.integration.register_house import decided
from tests.unit.letterheads import paper
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
LETTER = "/dossiers/V-1/besluit/B-V-1/brief/"


@pytest.fixture
def case(assessor: Assessor, year_2024: None) -> str:
    return decided(assessor)


def test_a_colleague_reads_the_draft_in_two_languages(case: str) -> None:
    client = colleague()
    dutch = client.get(LETTER).content.decode()
    assert "Wij werken graag mee aan uw verzoek." in dutch
    assert 'lang="en"' in client.get(f"{LETTER}?taal=en").content.decode()
    assert "We are pleased to cooperate." in client.get(f"{LETTER}?taal=en").content.decode()
    assert "Concept van de brief" in client.get("/dossiers/V-1/").content.decode()


def test_the_draft_is_taken_along_as_a_word_document(case: str) -> None:
    answer = colleague().get(f"{LETTER}?taal=nl&als=docx")
    assert "B-V-1-nl.docx" in answer["Content-Disposition"]
    assert answer["Content-Disposition"].startswith("attachment")
    with ZipFile(io.BytesIO(answer.content)) as archive:
        assert "Wij werken graag mee" in archive.read("word/document.xml").decode()


def test_a_stranger_sees_no_letter(case: str) -> None:
    assert Client().get(LETTER).status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/dossiers/V-1/besluit/B-9/brief/",
        "/dossiers/V-2/besluit/B-V-1/brief/",
        "/dossiers/V-2024-02/besluit/B-V-1/brief/",
        "/dossiers/V-1/besluit/..%2F..%2Fetc/brief/",
    ],
)
def test_a_letter_of_another_case_there_is_not(case: str, path: str) -> None:
    assert colleague().get(path).status_code == 404


def test_a_language_that_there_is_not_is_the_readers_own(case: str) -> None:
    assert colleague().get(f"{LETTER}?taal=xx&als=exe").status_code == 200


def test_an_organisation_reads_its_own_words_on_the_page_and_in_the_file(
    case: str, settings: Any, tmp_path: Path
) -> None:
    packs = Path(shutil.copytree(settings.OPENKADER_PACKS, tmp_path / "packs"))
    own = '{outcome: take_up, paragraphs: [{nl: "Wij doen graag mee: {title}.", en: "Gladly: {title}."}]}'
    (packs / "zuid-holland" / "letters.yaml").write_text(f"outcomes: [{own}]\n", encoding="utf-8")
    settings.OPENKADER_PACKS = packs
    assert "Wij doen graag mee: Fictief." in colleague().get(LETTER).content.decode()
    with ZipFile(io.BytesIO(colleague().get(f"{LETTER}?taal=en&als=docx").content)) as archive:
        assert "Gladly: Fic" in archive.read("word/document.xml").decode()


def test_a_mistake_in_the_letters_is_told_and_breaks_nothing_else(
    case: str, settings: Any, tmp_path: Path
) -> None:
    packs = Path(shutil.copytree(settings.OPENKADER_PACKS, tmp_path / "packs"))
    (packs / "zuid-holland" / "letters.yaml").write_text("phrases: {closing: {nl: '{0}', en: a}}\n", "utf-8")
    settings.OPENKADER_PACKS = packs
    answer = colleague().get(LETTER)
    assert answer.status_code in (422, 500)
    assert "letters.yaml:1" in answer.content.decode()
    assert colleague().get("/dossiers/V-1/").status_code == 200


def test_the_file_stands_on_the_letterhead_of_the_organisation(
    case: str, settings: Any, tmp_path: Path
) -> None:
    packs = Path(shutil.copytree(settings.OPENKADER_PACKS, tmp_path / "packs"))
    settings.OPENKADER_PACKS = packs
    (packs / "zuid-holland" / "letterhead.docx").write_bytes(paper())
    with ZipFile(io.BytesIO(colleague().get(f"{LETTER}?taal=nl&als=docx").content)) as archive:
        assert "Provincie Voorbeeld" in archive.read("word/header1.xml").decode()
        assert "Wij werken graag mee" in archive.read("word/document.xml").decode()


def test_a_letterhead_with_a_macro_is_told_and_the_draft_can_still_be_read(
    case: str, settings: Any, tmp_path: Path
) -> None:
    packs = Path(shutil.copytree(settings.OPENKADER_PACKS, tmp_path / "packs"))
    settings.OPENKADER_PACKS = packs
    (packs / "zuid-holland" / "letterhead.docx").write_bytes(paper(**{"word/vbaProject.bin": "x"}))
    answer = colleague().get(f"{LETTER}?taal=nl&als=docx")
    assert answer.status_code == 422
    assert "zonder macro’s" in answer.content.decode()
    assert colleague().get(LETTER).status_code == 200

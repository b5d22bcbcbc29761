"""The studio in the browser: a draft is begun, written by two, and adopted by a third; nothing typed is lost."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from openkader.register import models
from openkader.register.adopted_kaders import forget_adopted
from tests.web_pages import MOST_QUERIES, colleague, queries_of, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
STUDIO, DRAFT = "/kader/studio/", "/kader/studio/KC-1/"
TABLES, SCENARIOS = f"{DRAFT}tekst/tables.yaml/", f"{DRAFT}tekst/scenarios.yaml/"
SCRIPT = "<script>alert(1)</script>"
ROW = "  - {id: far, outcome: refuse, when: {country: AQ}, reason: {nl: %s, en: Made up}}\n"


@pytest.fixture(autouse=True)
def own_data(settings: Settings, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


@pytest.fixture
def writer() -> Client:
    client = colleague("ad", "adviser")
    answer = begin(client)
    assert (answer.status_code, answer.headers["Location"]) == (302, DRAFT)
    return client


def begin(client: Client, **changes: str) -> Any:
    typed = {"base": "zuid-holland/2024-01-01", "name": f"Herijking {SCRIPT}", "in_force_from": "2026-01-01"}
    return client.post(STUDIO, {"act": "start", **typed, **changes})


def stored(file: str = "tables.yaml") -> models.KaderDraftStep:
    return models.KaderDraftStep.objects.filter(file=file).order_by("-number")[0]


def save(client: Client, words: str, seen: int, path: str = TABLES) -> Any:
    return client.post(path, {"act": "save", "seen": str(seen), "text": words})


def with_row(reason: str = "Ver weg") -> str:
    return stored().text.replace("proposal:\n", "proposal:\n" + ROW % reason)


def test_the_studio_lists_versions_and_says_what_a_draft_is_for() -> None:
    said = text(colleague("ad", "adviser").get(STUDIO))
    assert "zuid-holland/2024-01-01" in said
    assert "In werking" in said
    assert "Er is geen concept open" in said


def test_whoever_has_no_such_task_hears_whose_it_is() -> None:
    assert "Aan een concept van het kader werkt een adviseur of een evaluator." in text(
        colleague("de", "decider").get(STUDIO)
    )
    assert begin(colleague("de", "decider")).status_code == 403
    assert Client().get(STUDIO).status_code == 302
    assert colleague("be", "administrator").get(STUDIO).status_code == 403


def test_a_draft_begins_with_nothing_changed(writer: Client) -> None:
    said = text(writer.get(DRAFT))
    assert "Er is nog niets anders" in said
    assert SCRIPT not in said
    assert "1 januari 2026" in said
    assert "Herijking" in text(writer.get(STUDIO))


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"name": " "}, 422, "Waar deze versie voor is"),
        ({"in_force_from": "31-31-2026"}, 422, "In werking vanaf|Van kracht vanaf"),
        ({"in_force_from": "2024-01-01"}, 409, "De nieuwe versie moet later ingaan"),
        ({"base": "../../etc"}, 422, ""),
    ],
)
def test_a_draft_that_cannot_be_begun_says_why(changes: dict[str, str], status: int, said: str) -> None:
    answer = begin(colleague("ad", "adviser"), **changes)
    assert re.search(said, text(answer, status))
    assert not models.KaderDraft.objects.exists()


def test_what_a_saved_text_changes_is_said_in_a_sentence(writer: Client) -> None:
    assert save(writer, with_row(SCRIPT), 1).status_code == 302
    said = text(writer.get(DRAFT))
    assert "<code>far</code> · nieuw" in said
    assert "Weigeren, als het land is" in said
    assert SCRIPT not in said
    assert "Geldt vanaf" not in said.split('id="changes"')[1].split("<section")[0]
    assert queries_of(DRAFT, writer) <= MOST_QUERIES
    assert queries_of(TABLES, writer) <= MOST_QUERIES
    assert queries_of(STUDIO, writer) <= MOST_QUERIES


@pytest.mark.parametrize("wrong", ["a: &b [1]\nc: *b", "a: 1\na: 2", "a: [", "a: !!x y", "\ta: 1"])
def test_a_text_that_is_no_document_stays_in_the_field_with_its_line(writer: Client, wrong: str) -> None:
    answer = save(writer, f"{wrong}\n# {SCRIPT}", 1)
    said = text(answer, 422)
    assert "Regel " in said
    assert "# &lt;script&gt;" in said
    assert stored().number == 1


def test_a_text_of_two_megabytes_is_refused_and_stays_in_the_field(writer: Client) -> None:
    said = text(save(writer, "# " + "x" * 2_000_000, 1), 409)
    assert "er passen er 500000" in said
    assert "xxxxxxxxxx" in said
    assert stored().number == 1


def test_two_writers_keep_both_texts(writer: Client) -> None:
    other = colleague("ev", "evaluator")
    mine, theirs = with_row("Van mij"), with_row("Van de ander")
    assert save(other, theirs, 1).status_code == 302
    said = text(save(writer, mine, 1), 409)
    assert "ev bewaarde intussen een andere tekst" in said
    assert "Van mij" in said
    assert "Van de ander" in said
    assert 'name="seen" value="2"' in said
    assert save(writer, mine, 2).status_code == 302
    assert stored().number == 3


def test_a_text_that_does_not_fit_the_rest_is_saved_and_says_where(writer: Client) -> None:
    assert save(writer, with_row().replace("{country: AQ}", "{countri: AQ}"), 1).status_code == 302
    here, whole = text(writer.get(TABLES)), text(writer.get(DRAFT))
    assert "past nog niet bij de rest" in here
    assert "countri" in whole
    assert "geen kader" in whole
    assert "Wat verandert er" not in whole


def test_an_example_that_comes_out_otherwise_is_an_error(writer: Client) -> None:
    text_then = stored("scenarios.yaml").text.replace("outcome: take_up\n", "outcome: refuse\n")
    save(writer, text_then, 1, SCENARIOS)
    assert "hoort refuse" in text(writer.get(DRAFT))


def adopt(client: Client, **changes: Any) -> Any:
    seen = re.search(r'name="seen" value="([0-9a-f]{64})"', text(client.get(DRAFT)))
    assert seen
    typed: dict[str, Any] = {
        "seen": seen[1],
        "body": "Provinciale Staten",
        "adopted_on": "2025-12-01",
        "in_force_from": "2026-01-01",
        "documents": SimpleUploadedFile("besluit.txt", b"Besluit (bedacht)"),
    }
    return client.post(DRAFT, {"act": "adopt", **typed, **changes})


def test_somebody_else_adopts_it_with_the_decision(writer: Client) -> None:
    save(writer, with_row(), 1)
    decider = colleague("de", "decider")
    assert adopt(writer).status_code == 403
    assert adopt(decider).status_code == 302
    said = text(decider.get(DRAFT))
    assert "Provinciale Staten, 1 december 2025" in said
    assert "Bewaar een stap" in text(writer.get(TABLES))
    assert save(writer, "a: 1", 2).status_code == 409
    document = decider.get(f"{DRAFT}besluit/")
    assert document.content == b"Besluit (bedacht)"
    assert "attachment" in document.headers["Content-Disposition"]
    assert "zuid-holland/2026-01-01" in text(decider.get(STUDIO))
    assert "Ver weg" in text(decider.get("/kader/zuid-holland/2026-01-01/"))


@pytest.mark.parametrize(
    ("changes", "status", "said"),
    [
        ({"documents": ""}, 422, "Voeg het besluit als document toe"),
        ({"documents": SimpleUploadedFile("x.exe", b"MZ\x90\x00")}, 422, "besluit"),
        ({"body": ""}, 422, "Wie het besluit nam"),
        ({"seen": "0" * 64}, 409, "veranderd sinds u het las"),
        ({"in_force_from": "2026-02-01"}, 409, "staat dat het ingaat op"),
        ({"adopted_on": "2999-01-01"}, 409, "in de toekomst"),
    ],
)
def test_a_decision_that_does_not_fit_keeps_what_was_typed(
    writer: Client, changes: dict[str, Any], status: int, said: str
) -> None:
    answer = text(adopt(colleague("de", "decider"), **changes), status)
    assert said in answer
    assert not models.KaderAdoption.objects.exists()
    assert changes.get("body", "x") == "" or "Provinciale Staten" in answer


@pytest.mark.parametrize(
    "path",
    [
        "/kader/studio/KC-9/",
        f"{DRAFT}besluit/",
        f"{DRAFT}tekst/elders.yaml/",
        f"{DRAFT}tekst/../../etc/passwd/",
        "/kader/studio/KC-9/tekst/tables.yaml/",
    ],
)
def test_what_is_not_there_is_not_found(writer: Client, path: str) -> None:
    assert writer.get(path).status_code == 404


def test_a_draft_says_in_which_cases_the_proposal_becomes_another(writer: Client) -> None:
    assert "In welke gevallen het voorstel" not in text(writer.get(DRAFT))
    save(writer, with_row(), 1)
    assert f'href="{DRAFT}verschil/"' in writer.get(DRAFT).content.decode()
    said = text(writer.get(f"{DRAFT}verschil/"))
    assert "zuid-holland/2024-01-01 → KC-1" in said
    assert "AQ" in said
    assert queries_of(f"{DRAFT}verschil/", writer) <= MOST_QUERIES


def test_a_draft_that_is_no_kader_yet_leads_to_its_mistakes(writer: Client) -> None:
    save(writer, with_row().replace("outcome: refuse, when: {country: AQ}", "outcome: refuze, when: {}"), 1)
    answer = writer.get(f"{DRAFT}verschil/")
    assert (answer.status_code, answer.headers["Location"]) == (302, DRAFT)


def test_a_row_that_can_never_hold_keeps_a_draft_from_being_adopted(writer: Client) -> None:
    never = with_row().replace("{country: AQ}", "{all: [{country: AQ}, {not: {country: AQ}}]}")
    save(writer, never, 1)
    assert "De regel ‘far’ kan nooit gelden." in text(writer.get(DRAFT))


def test_a_finding_is_shown_with_an_example_case(writer: Client) -> None:
    row = "  - {id: far, outcome: hold, when: {RV1: false}, reason: {nl: Bedacht, en: Made up}}\n"
    save(writer, stored().text.replace("proposal:\n", f"proposal:\n{row}"), 1)
    said = text(writer.get(DRAFT))
    assert "Bijvoorbeeld het Rijksbeleid: nee." in said.split('id="check"')[1].split("<section")[0]


def test_the_studio_lies_under_the_framework_in_the_menu_and_on_the_way(writer: Client) -> None:
    for path in (STUDIO, DRAFT, TABLES):
        said = text(writer.get(path))
        assert re.search(r'mainnav__link" href="/kader/zuid-holland/2024-01-01/" aria-current="true"', said)
        assert re.search(r'breadcrumb-nav__link nl-link" href="/kader/zuid-holland/2024-01-01/"', said)
    assert f'href="{STUDIO}"' in text(writer.get("/kader/zuid-holland/2024-01-01/"))
    assert f'href="{STUDIO}"' not in text(Client().get("/kader/zuid-holland/2024-01-01/"))

"""A register in a spreadsheet in the browser: handed in, checked, taken over once, and undone."""

import logging
import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from openkader.base.errors import Refused
from openkader.cli.house import now
from openkader.cli.spreadsheets_waiting import take_over_waiting
from openkader.cli.stopping import Stop
from openkader.kader import Assessor
from openkader.register import services
from openkader.register.entries import AnswerEntry
from openkader.register.models import KeptDraft, Request, SpreadsheetImport
from openkader.register.services.take_spreadsheet import MOST_ATTEMPTS
from openkader.web.drafts import MOST_BYTES
from openkader.web.views import spreadsheet_preview
from tests.integration.register_house import HAND
from tests.integration.spreadsheet_house import SHEET
from tests.unit.delegations import workbook
from tests.unit.spreadsheets import HEADINGS, ROW, with_cell
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = pytest.mark.django_db
URL = "/overnemen/"
BAD = with_cell("Besluit", "zie mail")
BAD[0] = "Z-2"


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Any) -> None:
    settings.OPENKADER_DATA = tmp_path


def handed_in(client: Client, *rows: Any, name: str = "register.xlsx", content: bytes | None = None) -> str:
    """The address of the preview of a file."""
    whole = content or workbook(HEADINGS, *(rows or (ROW, BAD)))
    response = client.post(URL, {"file": SimpleUploadedFile(name, whole)})
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return " ".join(unescape(response.content.decode()).split())


def test_whoever_may_not_take_over_hears_whose_task_it_is() -> None:
    assert Client().get(URL).headers["Location"].startswith("/aanmelden/?next=")
    response = colleague("beslisser", "decider").get(URL)
    assert response.status_code == 403
    assert "adviseur of een evaluator" in response.content.decode()
    assert colleague("evaluator", "evaluator").get(URL).status_code == 200


def test_what_is_handed_in_is_shown_before_anything_is_saved() -> None:
    client = colleague()
    text = text_of(client, handed_in(client))
    assert "Rij 3, kolom G: ‘zie mail’ in ‘Besluit’ is geen uitkomst die wij kennen." in text
    assert "Bezoek uit Testland" in text
    assert "Laat 1 rij die niet goed is er buiten" in text
    assert not Request.objects.exists()


def test_wrong_rows_stay_out_only_where_somebody_says_so() -> None:
    client = colleague()
    preview = handed_in(client)
    refused = client.post(preview)
    assert refused.status_code == 409
    assert "In 1 rijen is iets mis" in refused.content.decode()
    done = client.post(preview, {"leave_out": "yes"})
    place = done.headers["Location"]
    text = text_of(client, place)
    assert "Het register is overgenomen." in text
    assert re.search(r"Rijen die er buiten bleven</dt><dd>1<", text)
    reference = place.split("/")[-2]
    assert reference in text_of(client, URL)
    assert f"{reference}-R2" in text_of(client, f"/werk/?van=all&zoek={reference}")
    dossier = text_of(client, f"/dossiers/{reference}-R2/")
    assert "Overgenomen uit de spreadsheet register.xlsx, blad Sheet, rij 2." in dossier
    assert "niet getoetst" in dossier


def test_a_second_click_takes_nothing_over_twice() -> None:
    client = colleague()
    preview = handed_in(client, ROW)
    places = [client.post(preview).headers["Location"] for _click in range(2)]
    assert places[1] == URL
    assert Request.objects.count() == 1
    assert "wacht niet meer" in text_of(client, URL)
    again = handed_in(client, ROW)
    assert "Er is geen rij die nieuw en heel is." in text_of(client, again)
    assert client.post(again).status_code == 409


def test_somebody_says_what_a_column_and_a_word_mean() -> None:
    client = colleague()
    preview = handed_in(client, BAD)
    said = f"{preview}?column-0=ignored&column-99=title&column-x=title&column-3=nonsense&word-outcome-zie%20mail=refuse"
    text = text_of(client, said)
    assert "Rijen die niet goed zijn</h2>" not in text
    assert 'name="word-outcome-zie mail"' in text
    client.post(said)
    request = Request.objects.get()
    assert (request.title_nl, request.decisions.get().outcome) == ("Bezoek uit Testland", "refuse")
    everything = text_of(client, f"{handed_in(client, BAD)}?word-outcome-zie%20mail=nonsense&all_held=yes")
    assert "geen uitkomst die wij kennen" in everything


def test_columns_that_cannot_be_right_are_said_first() -> None:
    client = colleague()
    text = text_of(
        client, f"{handed_in(client, ROW)}?column-3=note&column-1=ignored&column-2=title&column-4=title"
    )
    assert "Kolom E: Kolom C is al hetzelfde" in text
    assert "Geef aan in welke kolom een datum of het jaar staat" in text


def test_another_sheet_can_be_chosen_and_one_that_is_not_there_is_said() -> None:
    def more(book: Workbook) -> None:
        for row in (HEADINGS, with_cell("Onderwerp", "Van vorig jaar")):
            (book["Oud"] if "Oud" in book.sheetnames else book.create_sheet("Oud")).append(list(row))

    client = colleague()
    preview = handed_in(client, content=workbook(HEADINGS, ROW, change=more))
    assert "Van vorig jaar" in text_of(client, f"{preview}?sheet=Oud")
    assert "Er is geen werkblad ‘Nergens’" in text_of(client, f"{preview}?sheet=Nergens", 422)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"%PDF-1.7", "Dit is een pdf"),
        (b"", "Het bestand is leeg"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "oude"),
        (b"x" * (MOST_BYTES + 1), "5 MB"),
    ],
)
def test_what_cannot_be_read_is_refused_logged_and_not_kept(
    content: bytes, said: str, caplog: pytest.LogCaptureFixture
) -> None:
    client = colleague()
    with caplog.at_level(logging.WARNING):
        response = client.post(URL, {"file": SimpleUploadedFile("register.xlsx", content)})
    assert response.status_code == 422
    assert said in unescape(response.content.decode())
    assert not KeptDraft.objects.exists()


def test_a_million_rows_are_refused_with_what_to_do(caplog: pytest.LogCaptureFixture) -> None:
    """As a table in text, since a workbook of so many is above what is taken in by its size alone."""
    client = colleague()
    text = b"Datum;Onderwerp\n" + b"2024;x\n" * 600_000
    with caplog.at_level(logging.WARNING):
        response = client.post(URL, {"file": SimpleUploadedFile("register.csv", text)})
    assert response.status_code == 422
    assert "meer dan 30000 rijen. Er is niets overgenomen. Splits het" in unescape(response.content.decode())
    assert "spreadsheet.too-many-rows" in caplog.text


def test_a_draft_of_somebody_else_is_not_found() -> None:
    preview = handed_in(colleague())
    other = colleague("ander", "evaluator")
    assert other.get(preview).headers["Location"] == URL
    assert other.post(preview).headers["Location"] == URL
    assert not Request.objects.exists()


def large(number: int = 3) -> list[Any]:
    return [[f"Z-{place}", *ROW[1:]] for place in range(number)]


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreadsheet_preview, "MOST_AT_ONCE", 2)


@pytest.mark.usefixtures("few")
def test_a_large_register_waits_for_a_worker() -> None:
    client = colleague()
    preview = handed_in(client, *large())
    assert "op de achtergrond" in text_of(client, preview)
    places = [client.post(preview).headers["Location"] for _click in range(2)]
    assert places[0] == places[1]
    assert "wacht op overnemen" in text_of(client, places[0])
    assert not Request.objects.exists()
    assert take_over_waiting(Stop()) == 1
    assert Request.objects.count() == 3
    assert "Het register is overgenomen." in text_of(
        client, places[0]
    ) or "Dit register is overgenomen" in text_of(client, places[0])
    assert not KeptDraft.objects.exists()
    assert take_over_waiting(Stop()) == 0


@pytest.mark.usefixtures("few")
def test_what_waits_and_cannot_be_taken_over_says_why() -> None:
    client = colleague()
    place = client.post(handed_in(client, *large())).headers["Location"]
    KeptDraft.objects.all().delete()
    assert take_over_waiting(Stop()) == 1
    assert "Het bestand wacht hier niet meer." in text_of(client, place)
    row = SpreadsheetImport.objects.get()
    assert (row.failure, row.rows) == ("spreadsheet.gone", None)
    assert client.post(place).status_code == 409


@pytest.mark.usefixtures("few")
def test_whoever_lost_the_right_meanwhile_takes_nothing_over() -> None:
    client = colleague()
    client.post(handed_in(client, *large()))
    SpreadsheetImport.objects.update(by="niemand")
    assert take_over_waiting(Stop()) == 1
    assert SpreadsheetImport.objects.get().failure == "role.import-spreadsheet"
    assert not Request.objects.exists()


@pytest.mark.usefixtures("few")
def test_a_dead_worker_is_followed_by_another_until_it_is_given_up() -> None:
    client = colleague()
    client.post(handed_in(client, *large()))
    assert services.take_spreadsheet(now=now()) is not None
    assert take_over_waiting(Stop()) == 0  # somebody has it
    later = now() - timedelta(hours=1)
    SpreadsheetImport.objects.update(begun_at=later, attempts=MOST_ATTEMPTS)
    assert take_over_waiting(Stop()) == 1
    assert SpreadsheetImport.objects.get().failure == "spreadsheet.gave-up"


@pytest.mark.usefixtures("few")
def test_what_another_worker_took_over_is_left_alone() -> None:
    client = colleague()
    client.post(handed_in(client, *large()))
    first = services.take_spreadsheet(now=now())
    assert first is not None
    SpreadsheetImport.objects.update(begun_at=None)
    assert take_over_waiting(Stop()) == 1
    services.fail_spreadsheet(first.key, "spreadsheet.gone", **HAND)
    with pytest.raises(Refused, match=r"spreadsheet\.overtaken"):
        services.import_spreadsheet(SHEET, waiting=first.key, **HAND)
    assert SpreadsheetImport.objects.get().failure is None


def test_it_is_undone_with_one_press() -> None:
    client = colleague()
    place = client.post(handed_in(client, ROW)).headers["Location"]
    done = client.post(place, follow=True)
    assert "Ongedaan gemaakt: 1 dossiers zijn weg." in done.content.decode()
    assert "het auditspoor bewaart dat zij hier waren" in text_of(client, place)
    assert client.post(place).status_code == 409
    assert "ongedaan gemaakt (1 dossier)" in text_of(client, URL)
    assert not Request.objects.exists()


def test_what_was_worked_on_is_named_by_its_row(assessor: Assessor) -> None:
    client = colleague()
    place = client.post(handed_in(client, with_cell("Besluit", ""))).headers["Location"]
    dossier = Request.objects.get().reference
    services.answer_facts(dossier, [AnswerEntry(fact="demand", value=True)], kader=assessor.kader, **HAND)
    text = text_of(client, place)
    assert f'Rij 2: <a class="nl-link" href="/dossiers/{dossier}/">' in text
    assert "Overnemen ongedaan maken" not in text
    refused = client.post(place)
    assert refused.status_code == 409
    assert "Aan 1 van deze dossiers" in unescape(refused.content.decode())


def test_what_was_never_taken_over_is_not_found() -> None:
    assert colleague().get("/overnemen/SP-2030-9/").status_code == 404


def test_the_pages_ask_little_of_the_database() -> None:
    client = colleague()
    preview = handed_in(client, *large(30))
    place = client.post(preview).headers["Location"]
    again = handed_in(client, *large(30))
    for url in (URL, place, again):
        assert queries_of(url, client) <= MOST_QUERIES


def test_a_colleague_comes_there_from_the_dossiers(year_2024: None) -> None:
    assert f'href="{URL}"' in text_of(colleague(), "/dossiers/")
    assert f'href="{URL}"' not in text_of(Client(), "/dossiers/")

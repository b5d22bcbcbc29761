"""A list of participants in the browser: handed in, checked, and kept once, without the rows that are wrong."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from openkader.casework.vocabulary import AccountRole
from openkader.register.models import Participant
from tests.integration.mission_house import URL, a_journey, sent, shown
from tests.integration.register_house import a_plan, an_activity
from tests.unit.delegations import workbook
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]


@pytest.fixture(autouse=True)
def activity(settings: Any, tmp_path: Path) -> str:
    settings.OPENKADER_DATA = tmp_path
    return a_journey()


def file(content: bytes, name: str = "lijst.xlsx") -> dict[str, Any]:
    return {"act": "hand_in", "file": SimpleUploadedFile(name, content)}


def previewed(client: Client, fields: dict[str, Any]) -> str:
    response = client.post(URL, fields)
    assert response.status_code == 302, response.content.decode()[:2000]
    return response.headers["Location"]


def test_a_list_is_shown_before_anybody_is_kept_and_kept_once() -> None:
    client = colleague()
    rows = [("Naam", "E-mail", "Status"), ("Hazel Wren", "h@example.org", ""), ("Piet Bedacht", "kapot", "")]
    preview = previewed(client, file(workbook(*rows)))
    text = shown(client, preview)
    assert "Hazel Wren" in text
    assert "is geen e-mailadres" in text
    assert "Rij 3" in text
    assert Participant.objects.count() == 0
    for _click in range(2):
        assert client.post(preview, {"status": "confirmed"}).headers["Location"] == URL
    (row,) = Participant.objects.all()
    assert (row.name, row.email, row.status) == ("Hazel Wren", "h@example.org", "confirmed")
    again = previewed(client, file(workbook(*rows)))
    text = client.post(again, {"status": "confirmed"}, follow=True).content.decode()
    assert "Nieuw op de lijst: 0. Er al op: 1." in text
    assert Participant.objects.count() == 1


def test_five_thousand_rows_with_thirty_bad_ones() -> None:
    book = Workbook()
    book.worksheets[0].append(["Naam", "Organisatie", "E-mail"])
    for number in range(2, 5002):
        name = "Persoon " + "".join(chr(97 + int(digit)) for digit in str(number)).capitalize()
        book.worksheets[0].append(
            [name, "Tuin BV", "kapot" if number % 166 == 0 else f"p{number}@example.org"]
        )
    content = io.BytesIO()
    book.save(content)
    client = colleague()
    preview = previewed(client, file(content.getvalue()))
    text = shown(client, preview)
    assert text.count("is geen e-mailadres") == 30
    assert "Rij 166:" in text
    assert "Rij 4980:" in text
    assert Participant.objects.count() == 0
    client.post(preview, {"status": "invited"})
    assert Participant.objects.count() == 4970
    text = shown(client)
    assert "1 tot en met 100 van 4970" in text
    assert "4901 tot en met 4970 van 4970" in shown(client, f"{URL}?pagina=50")
    for odd in ("0", "x", "-1", "9" * 17, "9" * 40):
        assert shown(client, f"{URL}?pagina={odd}")
    assert queries_of(URL, client) <= MOST_QUERIES


@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (b"", "leeg.xlsx", "Het bestand is leeg"),
        (b"%PDF-1.7", "lijst.xlsx", "een pdf"),
        (b"PK\x03\x04kapot", "lijst.xlsx", "niet heel"),
        (b"MZ\x90", "lijst.ods", "een programma"),
    ],
)
def test_what_is_no_list_is_said_with_the_way_back(content: bytes, name: str, said: str) -> None:
    client = colleague()
    text = shown(client, previewed(client, file(content, name)), 422)
    assert said in text
    assert URL in text


def test_nothing_handed_in_is_said_and_somebody_elses_list_is_not_there() -> None:
    client = colleague()
    sent(client, {"act": "hand_in", "text": ""}, status=422)
    preview = previewed(client, {"act": "hand_in", "text": "Naam\nHazel Wren\n"})
    other = colleague("ben", AccountRole.ADVISER)
    for url in (preview, f"{URL}deelnemers/{'x' * 32}/", f"{URL}deelnemers/kort/"):
        assert other.get(url).headers["Location"] == URL
        assert other.post(url).headers["Location"] == URL
    an_activity(reference="X-2")
    elsewhere = preview.replace("X-1", "X-2")
    assert client.post(elsewhere).status_code == 302
    assert Participant.objects.count() == 0
    assert "Hazel Wren" in shown(client, preview)


def test_who_took_part_in_what_has_not_begun_is_refused_and_nobody_of_the_list_is_kept() -> None:
    a_plan("X-2")
    client, url = colleague(), "/activiteiten/X-2/programma/"
    text = "Naam;Status\nHazel Wren;nam deel\nWang Bedacht;uitgenodigd\n"
    preview = client.post(url, {"act": "hand_in", "text": text}).headers["Location"]
    assert "nog niet begonnen" in sent(client, {"status": "invited"}, preview, 409)
    assert Participant.objects.count() == 0

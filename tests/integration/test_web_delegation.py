"""A delegation list in the browser: handed in, checked, saved once, and screened in the background."""

import io
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.test import Client

from openkader.casework.permissions import HOUSE
from openkader.register import selectors
from openkader.register.models import KeptDraft, KeptDraftFile
from openkader.web.drafts import MOST_BYTES
from tests.integration.screening_house import LI, NEAR_WANG, WANG, ZHAO, a_delegation, a_list, a_request, work
from tests.web_pages import MOST_QUERIES, colleague, queries_of

URL = "/dossiers/V-1/delegatie/"
LIST = "Naam;Organisatie;Geboortedatum\nWang Verzonnen;Verzonnen BV;1962\n;Verzonnen BV;\nLi Bedacht;;1970\n"
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path


def handed_in(client: Client, text: str = LIST, url: str = URL) -> str:
    """The address of the preview of a list that was pasted."""
    response = client.post(url, {"text": text})
    assert response.status_code == 302, response.content.decode()
    return response.headers["Location"]


def text_of(client: Client, url: str, status: int = 200) -> str:
    response = client.get(url)
    assert response.status_code == status
    return " ".join(response.content.decode().split())


def test_a_delegation_is_seen_by_colleagues_only() -> None:
    a_delegation()
    for url in (URL, handed_in(colleague()), "/screening/", "/screening/partij/V-1-L1-2/"):
        for send in (Client().get, Client().post):
            assert send(url).headers["Location"].startswith("/aanmelden/?next=")


def test_without_a_list_the_page_says_what_that_means() -> None:
    a_request()
    text = text_of(colleague(), URL)
    assert "Er is nog geen delegatielijst" in text
    assert "geen groen licht" in text


def test_a_delegation_of_no_request_does_not_exist() -> None:
    assert colleague().get("/dossiers/V-9/delegatie/").status_code == 404
    assert colleague().post("/dossiers/V-9/delegatie/", {"text": LIST}).status_code == 404


def test_what_is_handed_in_is_shown_before_anything_is_saved() -> None:
    a_request()
    client = colleague()
    text = text_of(client, handed_in(client))
    assert "Rij 3: Niet overgenomen" in text
    assert "Wang Verzonnen" in text
    assert "Opslaan als versie 1" in text
    assert selectors.delegation("V-1", reader=HOUSE).versions == ()


def test_good_rows_are_saved_and_the_bad_one_is_remembered() -> None:
    a_request()
    client = colleague()
    saved = client.post(handed_in(client), follow=True)
    text = " ".join(saved.content.decode().split())
    assert "De lijst is opgeslagen" in text
    assert "2 deelnemers" in text
    assert "1 rij is niet overgenomen" in text
    assert "0 van 3 partijen zijn door de screening gegaan" in text


def test_a_second_click_saves_nothing_more() -> None:
    a_request()
    client = colleague()
    preview = handed_in(client)
    places = [client.post(preview).headers["Location"] for _click in range(2)]
    assert places == [URL, URL]
    assert [row.version for row in selectors.delegation("V-1", reader=HOUSE).versions] == [1]
    assert "wacht niet meer" in text_of(client, URL)


def test_a_version_that_somebody_saved_meanwhile_is_not_passed_over() -> None:
    a_request()
    client = colleague()
    preview = handed_in(client)
    a_list(ZHAO)
    response = client.post(preview)
    assert response.status_code == 409
    text = response.content.decode()
    assert "Iemand anders bewaarde intussen versie 1" in text
    assert "Zhao Fictief" in text
    assert len(selectors.delegation("V-1", reader=HOUSE).versions) == 1
    assert client.post(preview).status_code == 302
    assert [row.version for row in selectors.delegation("V-1", reader=HOUSE).versions] == [2, 1]


def test_a_newer_list_is_shown_with_what_it_changes() -> None:
    a_delegation(WANG, LI)
    client = colleague()
    text = text_of(client, handed_in(client, "Naam\nLi Bedacht\nZhao Fictief\n"))
    assert "Opslaan als versie 2" in text
    assert "<strong>Nieuw:</strong> Zhao Fictief" in text
    assert "<strong>Niet meer erbij:</strong> Wang Verzonnen" in text


def test_a_column_that_was_taken_wrongly_is_set_right_by_a_person() -> None:
    a_request()
    client = colleague()
    preview = handed_in(client, "Wie;Waarvan\nWang Verzonnen;Verzonnen BV\nLi Bedacht;Verzonnen BV\n")
    choice = "?column-0=name&column-1=organisation&headings=yes"
    assert "Verzonnen BV" in text_of(client, preview + choice).split("Overgenomen</h2>")[1]
    client.post(preview + choice)
    (first, _second) = selectors.delegates_of("V-1", reader=HOUSE)
    assert (first.name, first.organisation) == ("Wang Verzonnen", "Verzonnen BV")


@pytest.mark.parametrize(
    "choice",
    ["column-0=nonsense", "column-" + "9" * 5000 + "=name", "column-٣=name", "headings=x", "sheet=%01"],
)
def test_a_choice_that_means_nothing_harms_nothing(choice: str) -> None:
    a_request()
    client = colleague()
    assert client.get(handed_in(client) + "?" + choice).status_code in (200, 422)


def test_the_draft_of_another_colleague_or_dossier_is_not_there() -> None:
    a_request()
    a_request("V-2")
    preview = handed_in(colleague("anna"))
    bram = colleague("bram")
    for url in (preview, preview.replace("V-1", "V-2"), URL + "a" * 32 + "/", URL + "x/"):
        for send in (bram.get, bram.post):
            assert send(url).status_code == 302
    assert selectors.delegation("V-1", reader=HOUSE).versions == ()
    assert colleague("anna").get(preview).status_code == 200


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({}, "Kies een bestand of plak de lijst"),
        ({"text": "  \n"}, "Kies een bestand of plak de lijst"),
        ({"file": SimpleUploadedFile("groot.csv", b"x" * (MOST_BYTES + 1))}, "groter dan 5 MB"),
        ({"text": "x\x00y"}, "Null"),
    ],
)
def test_what_cannot_be_a_list_is_refused_at_the_door(files: dict[str, Any], said: str) -> None:
    a_request()
    response = colleague().post(URL, files)
    assert response.status_code == 422
    assert said in response.content.decode()


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\x00" + bytes(200), b"PK\x03\x04" + bytes(50), b"\xd0\xcf\x11\xe0" + bytes(600)]
)
def test_a_file_that_is_no_list_says_so_and_leads_back(content: bytes) -> None:
    a_request()
    client = colleague()
    sent = client.post(URL, {"file": SimpleUploadedFile("../../etc/lijst.xlsx", content)})
    response = client.get(sent.headers["Location"])
    assert response.status_code == 422
    assert "Lees een andere lijst in" in response.content.decode()


def test_a_workbook_goes_the_same_way() -> None:
    from openpyxl import Workbook

    book, out = Workbook(), io.BytesIO()
    for row in (["姓名", "出生日期"], ["王虚构", "1962"], ["", "1970"]):
        book.worksheets[0].append(row)
    book.save(out)
    a_request()
    client = colleague()
    sent = client.post(URL, {"file": SimpleUploadedFile("delegatie.xlsx", out.getvalue())})
    client.post(sent.headers["Location"])
    assert [one.names for one in selectors.delegates_of("V-1", reader=HOUSE)] == [("王虚构",)]
    (version,) = selectors.delegation("V-1", reader=HOUSE).versions
    assert (version.file_name, len(version.problems)) == ("delegatie.xlsx", 1)


def test_names_from_a_list_never_become_code() -> None:
    a_request()
    client = colleague()
    client.post(handed_in(client, "Naam;Organisatie\nLi Bedacht;<script>alert(1)</script>\n"))
    assert "<script>alert" not in text_of(client, URL)


def test_progress_is_said_until_everybody_went_through() -> None:
    a_delegation()
    client = colleague()
    assert "<progress" in text_of(client, URL)
    work(NEAR_WANG)
    text = text_of(client, URL)
    assert "<progress" not in text
    assert "Te beoordelen" in text
    assert "3 van 3" in text


def test_the_pages_of_a_delegation_ask_the_database_at_most_twelve_times() -> None:
    a_delegation()
    work(NEAR_WANG)
    client = colleague()
    for url in (URL, handed_in(client), "/screening/partij/V-1-L1-2/"):
        assert queries_of(url, client) <= MOST_QUERIES, url


def test_a_draft_is_gone_after_a_day() -> None:
    a_request()
    client = colleague()
    preview = handed_in(client)
    KeptDraft.objects.update(until=datetime.now(UTC) - timedelta(minutes=1))
    assert client.get(preview).status_code == 302


def test_a_draft_without_its_content_or_of_another_release_is_not_there() -> None:
    a_request()
    client = colleague()
    preview = handed_in(client)
    KeptDraftFile.objects.all().delete()
    assert client.get(preview).status_code == 302
    KeptDraft.objects.update(body="{}")
    assert client.get(preview).status_code == 302


def test_a_list_that_was_saved_is_not_kept_beside_the_register(tmp_path: Path) -> None:
    a_request()
    client = colleague()
    client.post(handed_in(client))
    assert not KeptDraft.objects.exists()
    assert not KeptDraftFile.objects.exists()
    assert not (tmp_path / "drafts").exists()


def test_text_that_is_far_too_long_is_refused_with_a_page() -> None:
    a_request()
    response = colleague().post(URL, {"text": "Li Bedacht\n" * 400_000})
    assert response.status_code == 400
    assert "Er is niets opgeslagen" in response.content.decode()


def test_a_database_that_is_full_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    a_request()

    def full(*_: object, **__: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(KeptDraftFile.objects, "create", full)
    assert colleague().post(URL, {"text": LIST}).status_code == 503
    assert not KeptDraft.objects.exists()

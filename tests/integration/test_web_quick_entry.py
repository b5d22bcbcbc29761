"""An adviser enters a request that came by mail or telephone, and goes on in its dossier."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from openkader.casework.permissions import HOUSE
from openkader.register import models, selectors
from tests.integration.front_door_house import received
from tests.unit.documents import PDF, PROGRAM
from tests.web_pages import MOST_QUERIES, colleague, queries_of

pytestmark = pytest.mark.django_db
URL = "/dossiers/nieuw/"
MAIL = "Van: Kas Voorbeeld\nAan: provincie\n\nGraag ontvangst van een delegatie uit Baoding (fictief)."


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> None:
    settings.OPENKADER_DATA = tmp_path


def typed(client: Client, **changes: Any) -> dict[str, Any]:
    key = re.search(r'name="key" value="([\w-]{32})"', client.get(URL).content.decode())
    assert key is not None
    return {
        "key": key[1],
        "said": MAIL,
        "subject": "Bezoek uit Baoding",
        "kind": "incoming_delegation",
        "initiative": "province",
        "requester": "Kas Voorbeeld (fictief)",
        "country": "CN",
        "channel": "mail",
        "received_on": timezone.localdate().isoformat(),
    } | changes


def test_a_pasted_mail_becomes_a_dossier_that_shows_what_was_said() -> None:
    client = colleague()
    response = client.post(URL, typed(client, documents=[SimpleUploadedFile("brief.pdf", PDF)]))
    assert response.status_code == 302, response.content.decode()
    reference = models.Request.objects.get().reference
    assert response.headers["Location"] == f"/dossiers/{reference}/"
    text = client.get(response.headers["Location"]).content.decode()
    for words in (
        "Graag ontvangst van een delegatie",
        "de provincie zelf",
        "e-mail",
        "brief.pdf",
        "Bezoek uit Baoding",
    ):
        assert words in text
    row = selectors.intake_of(reference, reader=HOUSE)
    assert row is not None
    assert (row.channel, row.initiative, row.recorded_by) == ("mail", "province", "anna")


def test_only_what_cannot_wait_is_asked() -> None:
    client = colleague()
    least = typed(client, requester="", country="", initiative="unknown", channel="phone")
    assert client.post(URL, least).status_code == 302
    assert models.Request.objects.get().initiative is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("initiative", ""),
        ("initiative", "somebody"),
        ("kind", ""),
        ("said", ""),
        ("channel", "form"),
        ("received_on", "yesterday"),
        ("received_on", (timezone.localdate() + timedelta(days=2)).isoformat()),
        ("key", "x"),
        ("contact_email", "nobody"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(name: str, value: str) -> None:
    client = colleague()
    response = client.post(URL, typed(client, **{name: value}))
    assert response.status_code == 422
    text = response.content.decode()
    assert 'role="alert"' in text
    assert name == "said" or "Graag ontvangst van een delegatie" in text
    assert models.Request.objects.count() == 0


def test_a_bad_document_keeps_the_words_on_the_page() -> None:
    client = colleague()
    response = client.post(URL, typed(client, documents=[SimpleUploadedFile("brief.pdf", PROGRAM)]))
    assert response.status_code == 422
    assert "brief.pdf: Dit is een programma" in response.content.decode()
    assert "Graag ontvangst van een delegatie" in response.content.decode()


def test_a_double_click_makes_one_dossier() -> None:
    client = colleague()
    form = typed(client)
    places = [client.post(URL, form).headers["Location"] for _ in range(2)]
    assert places[0] == places[1]
    assert models.Request.objects.count() == 1


def test_a_session_that_ended_loses_nothing_typed() -> None:
    form = typed(colleague())
    response = Client().post(URL, form)
    assert response.status_code == 403
    assert "Graag ontvangst van een delegatie" in response.content.decode()
    assert models.Request.objects.count() == 0


def test_a_request_that_nobody_weighed_has_its_dossier_and_no_visitor_reads_it() -> None:
    reference = received()
    assert "Een ontvangst." in colleague().get(f"/dossiers/{reference}/").content.decode()
    assert Client().get(URL).headers["Location"].startswith("/aanmelden/")
    response = Client().get(f"/dossiers/{reference}/")
    assert response.status_code == 404
    assert "Baoding" not in Client().get("/dossiers/").content.decode()


def test_the_pages_ask_the_database_little() -> None:
    client = colleague()
    assert queries_of(URL, client) <= MOST_QUERIES

"""A program takes a version of the kader along as its page hands it out: signed, or as DMN."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole
from openkader.publication.kader_files import received
from openkader.register import selectors
from openkader.register.adopted_kaders import forget_adopted
from openkader.register.kaders import assessor_of, texts_of
from tests.integration.kader_house import BASE, begun, stricter
from tests.integration.program_house import a_program
from tests.integration.test_api_activities_written import refusal, wrong
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ = TokenScope.READ
HERE = f"/api/v1/kaders/{BASE}"
FORMS = ("bestand", "dmn")


@pytest.fixture(autouse=True)
def _data(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.OPENKADER_DATA = tmp_path
    yield
    forget_adopted()


def test_the_signed_file_is_that_of_the_page_and_holds_the_texts() -> None:
    mine = a_program(READ).get(f"{HERE}/bestand/inhoud")
    theirs = colleague("anna", AccountRole.ADVISER).get(f"/kader/{BASE}/bestand/")
    assert mine.content == theirs.content
    for header in ("Content-Type", "Content-Disposition"):
        assert mine[header] == theirs[header]
    found = received(mine.content, "x")
    assert (found.kader.digest, dict(found.texts)) == (assessor_of(BASE).kader.digest, texts_of(BASE))


def test_the_tables_are_those_of_the_page_in_either_language() -> None:
    client, browser = a_program(READ), colleague("anna", AccountRole.ADVISER)
    for more, chosen in (("?taal=nl", "nl"), ("?taal=en", "en"), ("", "nl")):
        browser.cookies["django_language"] = chosen
        mine = client.get(f"{HERE}/dmn/inhoud{more}")
        theirs = browser.get(f"/kader/{BASE}/dmn/")
        assert mine.content == theirs.content, chosen
        for header in ("Content-Type", "Content-Disposition"):
            assert mine[header] == theirs[header]
    english = client.get(f"{HERE}/dmn/inhoud", headers={"accept-language": "en"})
    assert english.content == client.get(f"{HERE}/dmn/inhoud?taal=en").content
    assert english.content != client.get(f"{HERE}/dmn/inhoud?taal=nl").content


def test_that_it_was_taken_along_stands_in_the_trail_each_time() -> None:
    client = a_program(READ, role=AccountRole.AUDITOR)
    for form, word in (("bestand", "kader"), ("dmn", "dmn")):
        first = client.get(f"{HERE}/{form}/inhoud")
        again = client.get(f"{HERE}/{form}/inhoud", headers={"if-none-match": first["ETag"]})
        assert (again.status_code, again.content) == (304, b"")
        for event in selectors.events(limit=2):
            assert (event.action, event.actor) == ("kader.exported", "colleague")
            assert (event.detail["form"], event.detail["token"]) == (word, "zaaksysteem")
            assert event.detail["kader_digest"] == assessor_of(BASE).kader.digest


@pytest.mark.parametrize("form", FORMS)
def test_who_reads_no_cases_takes_none_along_and_hears_why(form: str) -> None:
    others = (
        (a_program(TokenScope.HAND_IN), "token.out-of-scope"),
        (a_program(READ, role=AccountRole.ADMINISTRATOR, name="other"), "role.read-cases"),
    )
    before = selectors.event_count()
    for client, code in others:
        assert refusal(client.get(f"{HERE}/{form}/inhoud")) == (403, code)
    assert Client().get(f"{HERE}/{form}/inhoud").status_code == 401
    assert selectors.event_count() == before


@pytest.mark.parametrize("form", FORMS)
def test_what_is_not_there_is_not_found_and_nothing_is_noted(form: str) -> None:
    client = a_program(READ)
    before = selectors.event_count()
    for version in ("zuid-holland/2023-01-01", "zuid-holland/..", "nergens/2024-01-01", "x/%00"):
        assert client.get(f"/api/v1/kaders/{version}/{form}/inhoud").status_code in {400, 404}
    assert refusal(client.get(f"/api/v1/kaders/zuid-holland/2023-01-01/{form}/inhoud")) == (
        404,
        "kader.not-found",
    )
    assert wrong(client.get(f"{HERE}/{form}/inhoud?x=1")) == [("x", "interface.unknown-name")]
    assert client.post(f"{HERE}/{form}/inhoud", b"{}", content_type="application/json").status_code == 405
    assert wrong(client.get(f"{HERE}/dmn/inhoud?taal=fr")) == [("taal", "interface.unknown-word")]
    assert selectors.event_count() == before


def test_a_draft_is_no_version_until_it_is_adopted() -> None:
    stricter(begun())
    client = a_program(READ)
    for form in FORMS:
        assert client.get(f"/api/v1/kaders/zuid-holland/2030-06-01/{form}/inhoud").status_code == 404

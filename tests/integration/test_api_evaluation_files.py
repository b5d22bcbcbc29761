"""A program takes the evaluation of a year along as its page hands it out, with what its account may see."""

import io
import re
from typing import Any
from zipfile import ZipFile

import pytest
from django.test import Client

from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.publication.yearly.asking import FORMS
from openkader.register import models, selectors
from tests.integration import test_web_evaluation_text as pages
from tests.integration.program_house import a_program
from tests.integration.register_house import NOW, a_request, everything
from tests.integration.test_api_activities_written import refusal, wrong
from tests.web_pages import colleague

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("year_2024")]
READ = TokenScope.READ
HERE = "/api/v1/evaluaties/2024/document/inhoud"
PAGE = "/jaar/2024/evaluatie/als"


@pytest.fixture(autouse=True)
def _moment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)


@pytest.fixture
def writer() -> Client:
    return pages.who_began()


def as_page(client: Client, more: str = "", **headers: str) -> str:
    response = client.get(f"{HERE}?vorm=html{more}", headers=headers)
    assert response.status_code == 200
    return response.content.decode()


def labels(html: str) -> set[str]:
    """The activities to which the annex leads."""
    return set(re.findall(r"/dossiers/([^/\"]+)/", html))


def test_the_file_is_that_of_the_page_in_every_form_and_language(writer: Client) -> None:
    pages.save(writer)
    client, browser = a_program(READ), colleague("anna", AccountRole.ADVISER)
    for form, media in FORMS.items():
        for more, chosen, headers in (
            ("&taal=nl", "nl", {"accept-language": "en"}),
            ("&taal=en", "en", {}),
            ("", "en", {"accept-language": "en"}),
        ):
            mine = client.get(f"{HERE}?vorm={form}{more}", headers=headers)
            theirs = browser.get(f"{PAGE}/{form}/?taal={chosen}")
            assert mine.content == theirs.content, (form, chosen)
            assert mine["Content-Type"] == theirs["Content-Type"] == media
            assert mine["Content-Disposition"] == theirs["Content-Disposition"]
            assert f'filename="evaluatie-2024-{chosen}.{form}"' in mine["Content-Disposition"]
    with ZipFile(io.BytesIO(client.get(HERE).content)) as word:
        assert "gesprekken" in word.read("word/document.xml").decode()


def test_a_draft_is_told_to_be_one_and_what_was_adopted_stays(writer: Client) -> None:
    client = a_program(READ)
    assert "Een punt met vier delegaties." not in as_page(client)
    pages.whole(writer)
    draft = as_page(client)
    assert "Een punt met vier delegaties." in draft
    assert "Vastgesteld op" not in draft
    decider = colleague("dirk", "decider")
    seen = pages.shown_digest(decider)
    assert decider.post(pages.ADOPTION, {"act": "adopt", "seen": seen}).status_code == 302
    pages.another_talk()
    adopted = as_page(client)
    for said in ("Vastgesteld op", models.EvaluationAdoption.objects.get().sha256):
        assert said in adopted
    assert re.search(r">10</a>", adopted)
    assert not re.search(r">11</a> gesprekken", adopted)


def test_the_same_file_is_not_sent_twice_and_nothing_is_kept() -> None:
    client = a_program(READ)
    before = everything()
    mark = client.get(HERE)["ETag"]
    again = client.get(HERE, headers={"if-none-match": mark})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(f"{HERE}?taal=en", headers={"if-none-match": mark}).status_code == 200
    assert everything() == before


def secret(reference: str = "ZH-2024-02") -> None:
    """An activity of the year that belongs to a secret case of one team."""
    a_request("V-GEHEIM")
    models.Request.objects.filter(reference="V-GEHEIM").update(
        confidentiality=Confidentiality.SECRET, team="china"
    )
    case = models.Request.objects.get(reference="V-GEHEIM")
    models.Activity.objects.filter(reference=reference).update(request=case)


@pytest.mark.parametrize("form", [*FORMS])
def test_a_confidential_case_is_named_to_whom_may_see_it_and_the_trail_knows_who_read_it(form: str) -> None:
    secret()
    read = models.AuditEvent.objects.filter(action="dossier.read", dossier="V-GEHEIM")
    stranger = a_program(READ, team="elders")
    assert "ZH-2024-02" not in labels(as_page(stranger))
    assert stranger.get(f"{HERE}?vorm={form}").status_code == 200
    assert read.count() == 0
    auditor = a_program(READ, role=AccountRole.AUDITOR, name="auditor")
    assert auditor.get(f"{HERE}?vorm={form}").status_code == 200
    (event,) = [one for one in selectors.events(limit=5) if one.action == "dossier.read"]
    assert (event.actor, event.detail["token"]) == ("auditor", "zaaksysteem")
    assert read.count() == 1
    assert "ZH-2024-02" in labels(as_page(auditor))


def test_who_reads_no_cases_gets_none_and_hears_why(writer: Client) -> None:
    for client, code in (
        (a_program(TokenScope.HAND_IN), "token.out-of-scope"),
        (a_program(READ, role=AccountRole.ADMINISTRATOR, name="other"), "role.read-cases"),
    ):
        assert refusal(client.get(HERE)) == (403, code)
    assert Client().get(HERE).status_code == 401


def test_what_is_not_there_or_no_form_is_named() -> None:
    client: Any = a_program(READ)
    for year in ("1999", "99999999999999999999"):
        assert refusal(client.get(HERE.replace("2024", year))) == (404, "year.not-found")
    assert wrong(client.get(f"{HERE}?taal=fr")) == [("taal", "interface.unknown-word")]
    assert wrong(client.get(f"{HERE}?vorm=odt")) == [("vorm", "interface.unknown-word")]
    assert wrong(client.get(f"{HERE}?x=1")) == [("x", "interface.unknown-name")]
    assert client.post(HERE, b"{}", content_type="application/json").status_code == 405

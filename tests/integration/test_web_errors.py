"""An error is a page with a sentence that says what to do, in the house's own frame."""

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, ProgrammingError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory

from openkader.base.errors import Invalid, NotFound, Problem, Refusal, Refused, Unavailable
from tests.web_pages import page

PAGES = ["/", "/dossiers/", "/dossiers/X/", "/kader/zuid-holland/2024-01-01/", "/toegankelijkheid/"]


def answer(error: Exception) -> HttpResponse | None:
    from openkader.web.middleware import ErrorPages

    def nobody(_request: HttpRequest) -> HttpResponse:
        return HttpResponse()

    return ErrorPages(nobody).process_exception(RequestFactory().get("/"), error)


@pytest.mark.parametrize(
    ("error", "status", "said"),
    [
        (NotFound("dossier", "<x>"), 404, "Er is geen dossier met de naam ‘&lt;x&gt;’."),
        (Refused(Refusal("decision.no-ground")), 403, "Weigeren of doorverwijzen vraagt een grond."),
        (Invalid([Problem("document.empty", "a.yaml:1")]), 422, "a.yaml:1: Het bestand is leeg."),
        (Unavailable("database.older"), 503, "niet beschikbaar"),
        (OperationalError("no such table: /secret/db"), 503, "niet beschikbaar"),
        (ProgrammingError('relation "x" does not exist'), 503, "niet beschikbaar"),
        (DatabaseError("file is not a database"), 503, "niet beschikbaar"),
    ],
)
@pytest.mark.django_db
def test_each_error_has_its_page(error: Exception, status: int, said: str) -> None:
    response = answer(error)
    assert response is not None
    text = response.content.decode()
    assert (response.status_code, said in text) == (status, True)
    assert "/secret" not in text
    assert "Open Kader" in text


@pytest.mark.parametrize("error", [ValueError("a bug"), IntegrityError("ours")])
def test_a_bug_stays_a_bug(error: Exception) -> None:
    assert answer(error) is None


@pytest.mark.parametrize("path", PAGES)
def test_a_database_that_is_gone_is_said_on_every_page(path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from openkader.register import selectors

    def gone(*_arguments: object, **_more: object) -> None:
        raise OperationalError("unable to open database file")

    for name in ("newest_year", "events", "sources_of", "rows", "dossier"):
        monkeypatch.setattr(selectors, name, gone)
    assert "Het register is nu niet beschikbaar" in page(path, status=503)


@pytest.mark.django_db
def test_an_empty_register_says_how_a_year_comes_in() -> None:
    for path in ("/", "/dossiers/"):
        assert "openkader demo --no-serve" in page(path)
    assert "The register is empty" in page("/", "en")
    assert "Wat is getest" in page("/toegankelijkheid/")
    assert "Gereconstrueerd betekent" in page("/kader/zuid-holland/2024-01-01/")


@pytest.mark.django_db
@pytest.mark.usefixtures("year_2024")
def test_the_door_leads_to_the_newest_year() -> None:
    response = Client().get("/")
    assert (response.status_code, response.headers["Location"]) == (302, "/jaar/2024/")
    assert "No full audit by WCAG 2.2" in page("/toegankelijkheid/", "en")


@pytest.mark.parametrize("path", ["/dossiers/%00/", "/dossiers/?year=%00", "/screening/?dossier=%00"])
@pytest.mark.django_db
def test_a_null_character_in_an_address_is_refused_with_a_page(path: str) -> None:
    assert "Er is niets opgeslagen" in page(path, status=400)


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_pages_are_read_only(path: str) -> None:
    assert Client().post(path).status_code == 405

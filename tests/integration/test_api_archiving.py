"""A program takes a closed dossier to an e-depot as its page gives it; all of it made up."""

import io
import zipfile
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from openkader.api import pace
from openkader.casework.tokens import TokenScope
from openkader.casework.vocabulary import AccountRole, Confidentiality
from openkader.kader import Assessor
from openkader.publication.archive.verifying import verify
from openkader.register import models, selectors, services
from openkader.register.limits import Limit
from tests.integration.archive_house import a_closed_one_with_a_document
from tests.integration.destruction_house import ARCHIVIST, agreed, made_up_closed, nominated
from tests.integration.program_house import a_program, with_token
from tests.integration.register_house import NOW, a_request, everything
from tests.integration.test_api_activities_written import refusal
from tests.unit.documents import PDF
from tests.web_pages import colleague

pytestmark = pytest.mark.django_db
ARCHIVE = TokenScope.ARCHIVE


@pytest.fixture(autouse=True)
def _house(monkeypatch: pytest.MonkeyPatch, settings: Any, tmp_path: Path) -> None:
    monkeypatch.setattr("openkader.api.doors.timezone.now", lambda: NOW)
    settings.OPENKADER_DATA = tmp_path / "data"
    settings.OPENKADER_DATA.mkdir()


@pytest.fixture
def closed(assessor: Assessor) -> str:
    """A closed dossier with a document."""
    return a_closed_one_with_a_document(assessor)


def take(client: Client, reference: str, more: str = "", body: bytes = b"") -> Any:
    place = f"/api/v1/verzoeken/{reference}/archiefmappen{more}"
    return client.post(place, body, content_type="application/json")


def content(response: Any) -> bytes:
    assert response.status_code == 200
    return b"".join(response.streaming_content)


def archived() -> list[tuple[str, str, dict[str, Any]]]:
    found = [one for one in selectors.events(limit=50) if one.action == "dossier.archived"]
    return [(one.actor, one.dossier, dict(one.detail)) for one in found]


def test_the_zip_is_that_of_the_page_and_verifies(closed: str, tmp_path: Path) -> None:
    program = a_program(ARCHIVE, role=AccountRole.ARCHIVIST)
    mine, theirs = (
        take(program, closed),
        colleague("aukje", AccountRole.ARCHIVIST).post(f"/dossiers/{closed}/archief/"),
    )
    for header in ("Content-Type", "Content-Disposition"):
        assert mine[header] == theirs[header]
    found = content(mine)
    assert found == content(theirs)
    with zipfile.ZipFile(io.BytesIO(found)) as archive:
        archive.extractall(tmp_path / "to")
        assert archive.read(f"{closed}/documenten/001/brief & bijlage.pdf") == PDF
    assert verify(tmp_path / "to" / closed).wrong == ()


def test_who_took_it_stands_in_the_trail_each_time_with_the_mark_of_the_manifest(closed: str) -> None:
    models.Request.objects.filter(reference=closed).update(confidentiality=Confidentiality.SECRET)
    program = a_program(ARCHIVE, role=AccountRole.ARCHIVIST)
    content(take(program, closed))
    content(take(program, closed))
    (first, second) = archived()
    assert first == second
    actor, dossier, detail = first
    assert (actor, dossier) == ("colleague", closed)
    assert (detail["token"], detail["level"]) == ("zaaksysteem", "secret")
    assert len(detail["digest"]) == 64
    assert models.AuditEvent.objects.filter(action="dossier.read", dossier=closed).count() == 2


def test_an_open_a_destroyed_and_an_unknown_dossier_are_refused_in_words(assessor: Assessor) -> None:
    first, *_ = made_up_closed(assessor, 10)
    services.destroy_dossiers(agreed(nominated(first)), **ARCHIVIST)
    a_request()
    program = a_program(ARCHIVE, role=AccountRole.ARCHIVIST)
    before = everything()
    assert refusal(take(program, "V-1")) == (409, "archive.still-open")
    assert refusal(take(program, first)) == (409, "archive.destroyed")
    assert refusal(take(program, "NERGENS")) == (404, "request.not-found")
    assert everything() == before


@pytest.mark.parametrize(
    "role", [AccountRole.ADVISER, AccountRole.DECIDER, AccountRole.AUDITOR, AccountRole.ADMINISTRATOR]
)
def test_it_is_for_an_archivist_and_for_a_token_of_that_alone(closed: str, role: AccountRole) -> None:
    others = a_program(*TokenScope, role=role)
    before = everything()
    assert refusal(take(others, closed)) == (403, "role.archive")
    assert everything() == before
    a_program(ARCHIVE, role=AccountRole.ARCHIVIST, name="aukje")
    reads = with_token(*(one for one in TokenScope if one is not ARCHIVE), account="aukje", name="anders")
    assert refusal(take(reads, closed)) == (403, "token.out-of-scope")
    assert take(Client(), closed).status_code == 401
    assert archived() == []


def test_a_token_for_the_archive_decides_on_nothing_and_destroys_nothing(closed: str) -> None:
    program = a_program(ARCHIVE, role=AccountRole.ARCHIVIST)
    assert program.get(f"/api/v1/verzoeken/{closed}").status_code == 200
    assert refusal(program.get("/api/v1/vernietigingslijsten")) == (403, "token.out-of-scope")


def test_what_is_sent_along_is_refused_and_nothing_goes(closed: str) -> None:
    program = a_program(ARCHIVE, role=AccountRole.ARCHIVIST)
    assert refusal(take(program, closed, body=b"{}")) == (400, "interface.invalid")
    assert refusal(take(program, closed, "?x=1")) == (400, "interface.invalid")
    assert program.get(f"/api/v1/verzoeken/{closed}/archiefmappen").status_code == 405
    assert archived() == []


def test_a_program_that_takes_too_many_waits(closed: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pace, "_LEFT", Limit("archiving", most=1, minutes=1))
    program = a_program(ARCHIVE, role=AccountRole.ARCHIVIST)
    content(take(program, closed))
    assert refusal(take(program, closed)) == (429, "interface.too-many")
    assert len(archived()) == 1


def test_what_cannot_be_made_whole_does_not_go_and_is_not_said_to(
    closed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr("openkader.publication.archive.exporting.write_zip", fails)
    program = a_program(ARCHIVE, role=AccountRole.ARCHIVIST)
    assert refusal(take(program, closed)) == (500, "interface.failed")
    assert archived() == []
